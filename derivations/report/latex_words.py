"""Words and formulas for LaTeX: text escaped, formulas such that long lines can break."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from symbolic.language.conventions import declare
from symbolic.language.latex import LATEX, latex
from symbolic.language.text import read_text
from symbolic.language.unreadable import Unreadable
from symbolic.terms import Symbol, Term
from symbolic.terms.notation import GREEK

_SIGNS: Final = {
    "−": "-", "·": r"\cdot", "≠": r"\neq", "≤": r"\leq", "≥": r"\geq", "<": "<", ">": ">", "|": "|", "∀": r"\forall",
    "∃": r"\exists", "∈": r"\in", "∞": r"\infty", "√": r"\surd", "∂": r"\partial", "∇": r"\nabla", "⇒": r"\Rightarrow",
    "→": r"\to", "↦": r"\mapsto", "∨": r"\lor", "∧": r"\land", "⊥": r"\bot", "×": r"\times", "Σ": r"\Sigma",
    "′": "{}'", "²": "{}^2", "³": "{}^3", "±": r"\pm", "≈": r"\approx",
    **{letter: f"\\{name}" for name, letter in GREEK.items()},
}  # fmt: skip
_PLAIN: Final = {
    "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "…": r"\dots{}", "–": "--",
    "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''", "\u00a0": "~", "\n": " ", '"': "''",
    **{sign: "\\" + sign for sign in "#$%&_{}"},
}  # fmt: skip
_BRACKETED: Final = re.compile(r"\\left([(\[])((?:(?!\\left|\\right|\\frac|\\sum|\\sqrt).)*)\\right([)\]])")
_DELIMITER: Final = re.compile(r"\\left(?=[(\[])|\\right(?=[)\]])|(?<!\\)[{}]")
_TYPED: Final = str.maketrans({"−": "-", "·": "*", "^": "**", **{letter: name for name, letter in GREEK.items()}})
_SHORT: Final = 48  # characters of LaTeX, about a third of a line
_LONG: Final = 144


def escape(text: str) -> str:
    r"""``text`` as LaTeX text, for any characters.

    >>> print(escape("50 % of β_t"))
    50 \% of $\beta$\_t
    """
    return "".join(map(_character, text))


def _character(sign: str) -> str:
    if sign in _SIGNS:
        return f"${_SIGNS[sign]}$"
    if sign in _PLAIN:
        return _PLAIN[sign]
    # Fonts that are always there have Latin letters with accents, and nothing else.
    return sign if " " <= sign <= "~" or "À" <= sign <= "ÿ" else rf"\texttt{{U+{ord(sign):04X}}}"


def formula(term: Term) -> str:
    """``term`` for math mode; flat parentheses do not stretch, so that lines may break inside them."""
    text = latex(term)
    flat = _BRACKETED.sub(_flat, text)
    while flat != text:
        text, flat = flat, _BRACKETED.sub(_flat, flat)
    return _of_one_size(text).replace(r" \, ", r" \by ")


def _of_one_size(text: str) -> str:
    """Brackets around what is tall and too long for a line have a size of their own, and lines may break inside them.

    In braces, those of a fraction say, they stay: there no line breaks.
    """
    depth = 0
    waiting: list[tuple[int, int]] = []
    places: dict[int, str] = {}
    for found in _DELIMITER.finditer(text):
        match found[0]:
            case "{" | "}" as brace:
                depth += 1 if brace == "{" else -1
            case r"\left":
                waiting.append((found.start(), depth))
            case _:
                start, around = waiting.pop()
                if not around and found.start() - start > _LONG:
                    places |= {start: r"\Biggl", found.start(): r"\Biggr"}
    return _DELIMITER.sub(lambda found: places.get(found.start(), found[0]), text)


def _flat(bracketed: re.Match[str]) -> str:
    """Brackets that do not stretch; in braces, which keep it on one line, where what they hold is short."""
    text = "".join(bracketed.groups())
    return f"{{{text}}}" if len(text) < _SHORT else text


def inline(terms: Iterable[Term]) -> str:
    """Formulas among words."""
    return ", ".join(f"${formula(term)}$" for term in terms)


def reason(words: str, names: Iterable[Symbol]) -> str:
    """Words in which the names of symbols are set as formulas."""
    known = {symbol.name for symbol in names} - {"a", "i", "A", "I"}
    return "".join(
        f"${LATEX.name(word)}$" if word in known else escape(word) for word in re.findall(r"\w+'*|\W", words)
    )


def value(what: str, number: str) -> str:
    r"""A row of a counterexample, as formulas where it says formulas.

    >>> print(value("beta", "−1/2"), value("v(0)", "3"), value("left side", "0"))
    $\beta = -\frac{1}{2}$ $v_{0} = 3$ left side $= 0$
    """
    left, right = _typed(what), _typed(number)
    if left is not None and right is not None:
        return f"${left} = {right}$"
    if right is not None:
        return f"{escape(what)} $= {right}$"
    named = escape(what) if left is None or what.isalpha() else f"${left}$"  # "remark" is a word
    return f"{named}: {escape(number)}"


def _typed(text: str) -> str | None:
    """A formula that was printed as text, or None for words."""
    plain = text.translate(_TYPED)
    try:
        return formula(read_text(plain, declare(plain)))
    except Unreadable:
        return None
