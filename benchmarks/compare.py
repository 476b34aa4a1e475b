"""The checker and SymPy's ``simplify(lhs - rhs) == 0`` on the same statements.

Usage: ``python benchmarks/compare.py [NAME ...]``.

The statements are the catalog's claims (or those of NAME) and the elementary identities of `identities`, some of them
false.  Of ours, all is timed: prove, check, crosscheck, and refute.  SymPy is helped where it can be: definitions and
lemmas are substituted, recurrences unfolded, an induction is reduced to its base and its step, and where `simplify`
leaves something, `equals(0)` may still call it false.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from sys import argv, path
from time import perf_counter
from typing import Final

ROOT: Final = Path(__file__).parents[1]
path[:0] = [str(ROOT), str(Path(__file__).parent)]

from identities import IDENTITIES, Identity  # noqa: E402 (the checker may not be installed)
from opponent import SECONDS, NotStatable, answer, expressions  # noqa: E402

from derivations.discovery import CATALOG, discover  # noqa: E402
from derivations.pipeline import Run, decide  # noqa: E402
from derivations.stated import Stated  # noqa: E402
from symbolic.certificate import Certificate  # noqa: E402
from symbolic.claim import Claim  # noqa: E402
from symbolic.kernel import check  # noqa: E402
from symbolic.kernel.files import read, write  # noqa: E402
from symbolic.language import integer, real, sequence, size, time  # noqa: E402
from symbolic.language.reading import Statement, read_claim  # noqa: E402
from symbolic.verdict import Outcome  # noqa: E402

NAMES: Final = {
    "t": time("t"),
    "n": size("n"),
    "v": sequence("v"),
    "g": sequence("g"),
    "k": integer("k"),
    "x": real("x"),
}
SAYS: Final = {Outcome.PROVED: True, Outcome.REFUTED: False}
WORDS: Final = {True: "true", False: "false", None: "—"}


@dataclass(frozen=True)
class Line:
    """What both say of one statement, and how long each took."""

    title: str
    true: bool
    ours: bool | None
    seconds: float
    theirs: bool | None
    their_seconds: float
    stated: bool
    certificate: Certificate | None


def main(names: list[str]) -> None:
    lines = [*_catalog(names or [str(CATALOG)]), *map(_identity, IDENTITIES)]
    print(f"{'statement':58} {'truth':6} {'checker':>8} {'s':>7}   {'SymPy':>8} {'s':>7}")
    for line in lines:
        theirs = WORDS[line.theirs] if line.stated else "no form"
        print(
            f"{line.title[:58]:58} {WORDS[line.true]:6} {WORDS[line.ours]:>8} {line.seconds:7.3f}   "
            f"{theirs:>8} {line.their_seconds:7.3f}"
        )
    _totals(lines)
    _rechecked([line for line in lines if line.certificate is not None])


def _catalog(names: list[str]) -> list[Line]:
    run = Run()
    lines = []
    for chosen in discover(names).chosen:
        for stated in (one for one in chosen.claims if isinstance(one, Stated)):
            judged = run.judged(stated)
            title, claim, outcome = stated.id.split("/", 1)[1], judged.verdict.claim, judged.verdict.outcome
            lemmas = [run.judged(cited).verdict.claim for cited in stated.using]
            lines.append(_line(title, True, claim, outcome, judged.seconds, judged.certificate, lemmas))
    return lines


def _identity(identity: Identity) -> Line:
    claim = _read(identity)
    start = perf_counter()
    verdict, certificate = decide(claim, None, (), seed=0)
    return _line(identity.title, identity.true, claim, verdict.outcome, perf_counter() - start, certificate)


def _read(identity: Identity) -> Claim:
    assumed = [Statement((one,)) if isinstance(one, str) else Statement((one[0],), one[1]) for one in identity.assume]
    return read_claim("benchmark/identity/one", identity.title, "", assumed, Statement((identity.goal,)), names=NAMES)


def _line(
    title: str,
    true: bool,
    claim: Claim,
    outcome: Outcome,
    seconds: float,
    certificate: Certificate | None,
    lemmas: Sequence[Claim] = (),
) -> Line:
    try:
        theirs, their_seconds = answer(expressions(claim, lemmas))
        stated = True
    except NotStatable:
        theirs, their_seconds, stated = None, 0.0, False
    return Line(title, true, SAYS.get(outcome), seconds, theirs, their_seconds, stated, certificate)


def _totals(lines: list[Line]) -> None:
    print(f"\n{len(lines)} statements, {sum(not line.true for line in lines)} of them false")
    print(f"{'':12}{'rightly':>9}{'wrongly':>9}{'undecided':>11}{'no form':>9}{'total s':>9}{'median s':>10}")
    common = [line for line in lines if line.stated]
    rows = (
        ("checker", [line.ours for line in lines], 0, [line.seconds for line in lines]),
        ("SymPy", [line.theirs for line in lines], len(lines) - len(common), [line.their_seconds for line in common]),
    )
    for name, said, unstated, seconds in rows:
        right = sum(says == line.true for says, line in zip(said, lines, strict=True))
        wrong = sum(says is (not line.true) for says, line in zip(said, lines, strict=True))
        rest = len(lines) - right - wrong - unstated
        print(f"{name:12}{right:9}{wrong:9}{rest:11}{unstated:9}{sum(seconds):9.2f}{median(seconds):10.3f}")
    ours, theirs = [line.seconds for line in common], [line.their_seconds for line in common]
    print(
        f"on the {len(common)} that SymPy can be given: SymPy/checker total {sum(theirs) / sum(ours):.1f}, "
        f"median {median(theirs) / median(ours):.1f} (SymPy is stopped after {SECONDS:.0f} s)"
    )


def _rechecked(lines: list[Line]) -> None:
    """Stored certificates read back and checked, against deciding the same claims."""
    stored = [json.dumps(write(line.certificate)) for line in lines if line.certificate is not None]
    start = perf_counter()
    for text in stored:
        check(read(json.loads(text)))
    seconds, deciding = perf_counter() - start, sum(line.seconds for line in lines)
    print(
        f"re-checking {len(stored)} stored certificates: {seconds:.2f} s; deciding the same: {deciding:.2f} s; "
        f"{deciding / seconds:.1f} times as long"
    )


if __name__ == "__main__":
    main(argv[1:])
