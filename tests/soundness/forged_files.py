"""Certificate files as somebody hostile would hand them in: spoilt as texts and as trees, and what is made of them."""

import json
from dataclasses import replace

from numeric.points import at_points
from symbolic.kernel import Rejected, check
from symbolic.kernel.files import read

HOSTILE = (
    None, True, False, 0, 1, -1, 2, 3, 10**30, -(10**400), 0.5, float("nan"), float("inf"), "", "0", "eq", "linear",
    "__class__", "__import__('os')", "9" * 500, "1/0", "\x00", "\ud800", "\u202e", "a\nPROVED", [], {}, [[]], [0],
    [0, 0], {"version": 1}, [["number", "1"]],
)  # fmt: skip
WORDS = (
    "NaN",
    "-Infinity",
    "1e999",
    "9" * 5000,
    "[" * 3000,
    "{",
    "]",
    '"',
    "\\u0000",
    "null",
    "true",
    "\ufeff",
    ",",
    "-",
    "0",
)
DEEPEST = 1200


def forged(texts, random):
    """One of ``texts``, spoilt at one to three places, and which it was."""
    at = random.randrange(len(texts))
    text = texts[at]
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice((_spoilt_text, _spoilt_tree, _spoilt_tree, _spoilt_tree))(text, texts, random)
    return at, text


def accepted(text):
    """The theorem in a file, or None where it is refused in a way that `python -m symbolic.kernel` reports."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    try:
        return check(read(data))
    except Rejected:
        return None


def is_wrong(theorem, original):
    """Whether a file was accepted that says something else than its original, and something that numbers contradict.

    A symbol renamed everywhere, say, makes another true theorem, which states itself.
    """
    if theorem.refuted == original.refuted and theorem.sequent == original.sequent:
        return False
    if not theorem.refuted and not theorem.sequent.hypotheses <= theorem.claim.hypotheses:
        return True
    evidence = at_points(replace(theorem.claim, id="forged"), points=20)
    if theorem.refuted:  # that numbers find no counterexample says nothing, unless there is one point only
        return evidence.agrees is True and not theorem.claim.symbols
    return evidence.agrees is False


# -- as texts -----------------------------------------------------------------------------------------


def _spoilt_text(text, texts, random):
    start, end = sorted((random.randrange(len(text) + 1), random.randrange(len(text) + 1)))
    end = min(end, start + random.choice((1, 1, 2, 20, len(text))))
    other = random.choice(texts)
    return random.choice((
        lambda: text[:start],
        lambda: text[:start] + text[end:],
        lambda: text[:end] + text[start:],
        lambda: text[:start] + random.choice(WORDS) + text[end:],
        lambda: text[:start] + other[start:],
        lambda: text[:start] + str(random.randrange(40)) + text[end:],
        lambda: _key_twice(text, other, random),
    ))()  # fmt: skip


def _key_twice(text, other, random):
    """A key of the other file before, or after, the one of the same name."""
    try:
        data = json.loads(other)
        key = random.choice(sorted(data))
        extra = f"{json.dumps(key)}: {json.dumps(data[key])}"
    except (ValueError, TypeError, IndexError, RecursionError):
        return text + text
    return random.choice(("{" + extra + ", " + text[1:], text[:-1] + ", " + extra + "}"))


# -- as trees -----------------------------------------------------------------------------------------


def _spoilt_tree(text, texts, random):
    try:
        data, other = json.loads(text), json.loads(random.choice(texts))
        return json.dumps(_spoilt(data, other, random))
    except (ValueError, RecursionError):  # it is no tree any more
        return text


def _spoilt(data, other, random):
    """``data`` with one part changed; ``other`` is what stands at the same place in another file."""
    if isinstance(data, dict) and data and random.random() < 0.95:
        key = random.choice(sorted(data))
        inner = other.get(key) if isinstance(other, dict) else None
        return {**data, key: _spoilt(data[key], inner, random)}
    if isinstance(data, list) and data and random.random() < 0.8:
        at = random.randrange(len(data))
        inner = other[at] if isinstance(other, list) and at < len(other) else None
        return [*data[:at], _spoilt(data[at], inner, random), *data[at + 1 :]]
    return random.choice(_changes(data, other, random))()


def _changes(data, other, random):
    changes = [lambda: random.choice(HOSTILE), lambda: other, lambda: _nested(data, random)]
    if isinstance(data, list) and data:
        at = random.randrange(len(data))
        changes += [
            lambda: data[::-1],
            lambda: random.sample(data, len(data)),
            lambda: [*data[:at], *data[at + 1 :]],
            lambda: [*data, data[at]],
            lambda: [*data, len(data)],
            lambda: data * random.choice((2, 50)),
        ]
    if isinstance(data, dict):
        changes += [lambda: {key: data[key] for key in sorted(data)[1:]}, lambda: {**data, "trusted": True}]
    if type(data) is int:
        changes += [lambda: data + random.choice((-2, -1, 1, 2, 3)), lambda: float(data % 2**53), lambda: str(data)] * 3
    return changes


def _nested(data, random):
    for _ in range(random.choice((1, 2, 60, DEEPEST))):
        data = [data]
    return data
