r"""Terms in LaTeX: ``\left(1 - \beta\right) \, \sum_{i=1}^{t} \beta^{t - i} \, g_{i}``."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from symbolic.terms import Symbol, Term
from symbolic.terms.layout import Layout
from symbolic.terms.notation import GREEK, Level, Notation

_PLAIN: Final = re.compile(r"[^\W\d_][^\W_]*(_[^\W_]+)*'*")
_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: "\\" + sign for sign in "#$%&_{}"},
}


class Latex(Notation):
    """Fractions and exponents in braces, which need no parentheses; elements of a sequence as subscripts."""

    signs: ClassVar = {
        "eq": "=", "ne": r"\neq", "le": r"\leq", "lt": "<", "ge": r"\geq", "gt": ">",
        "or": r"\lor", "implies": r"\implies", "false": r"\bot", "maps": r"\mapsto",
    }  # fmt: skip
    minus = "-"
    prime = "'"
    numerator = Level.FORMULA
    denominator = Level.FORMULA
    exponent = Level.FORMULA
    quotients = Level.POWER

    def name(self, name: str) -> str:
        r"""``beta_hat`` as ``\beta_{\mathrm{hat}}``; what is no name at all as text."""
        if not _PLAIN.fullmatch(name):
            return rf"\text{{{''.join(_SPECIAL.get(sign, sign) for sign in ascii(name)[1:-1])}}}"
        bare = name.rstrip("'")
        first, *rest = map(_part, bare.split("_"))
        return first + (f"_{{{','.join(rest)}}}" if rest else "") + name[len(bare) :]

    def parentheses(self, text: str) -> str:
        return rf"\left({text}\right)"

    def product(self, factors: list[str]) -> str:
        """A dot where two factors without one would run into each other."""
        dotted = [rf"\cdot {factor}" if factor.startswith(_RUNS_ON) else rf"\, {factor}" for factor in factors[1:]]
        return " ".join([factors[0], *dotted])

    def quotient(self, numerator: str, denominator: str) -> str:
        return rf"\frac{{{numerator}}}{{{denominator}}}"

    def power(self, base: str, exponent: str) -> str:
        return f"{base}^{{{exponent}}}"

    def total(self, variable: str, lower: str, upper: str, body: str) -> str:
        return rf"\sum_{{{variable}={lower}}}^{{{upper}}} {body}"

    def element(self, function: Symbol, args: list[str]) -> str:
        name = self.name(function.name)
        if function.sort.start is None:
            return rf"{name}\left({', '.join(args)}\right)"
        return f"{name}_{{{args[0]}}}" if "_" not in name and "'" not in name else f"{{{name}}}_{{{args[0]}}}"

    def every(self, variable: str, integer: bool, evident: bool, guards: list[str]) -> str:
        kind = "" if integer else r"\text{real } "
        with_first = guards[:1] if evident else [rf"{variable} \text{{ with }} {guards[0]}" if guards else variable]
        return rf"\forall {kind}{', '.join([*with_first, *guards[1:]])}:\;"


_RUNS_ON: Final = (*"0123456789", r"\frac")
LATEX: Final = Latex()


def latex(term: Term, names: tuple[str, ...] = ()) -> str:
    r"""``term`` in LaTeX, in the order given; ``names`` are those of its loose bound variables, innermost first.

    Raises `symbolic.terms.IllFormed` for what is no term of the language.

    >>> from symbolic.terms import *
    >>> print(latex(div(sub(ONE, power(Symbol("beta"), Symbol("t", INTEGER))), Symbol("x_1"))))
    \frac{1 - \beta^{t}}{x_{1}}
    """
    return Layout(LATEX, term).at(term, names, Level.FORMULA)


def _part(part: str) -> str:
    if part in GREEK:
        return "\\" + part
    return part if len(part) == 1 or part.isdigit() else rf"\mathrm{{{part}}}"
