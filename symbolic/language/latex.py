r"""Terms in LaTeX: ``\left(1 - \beta\right) \, \sum_{i=1}^{t} \beta^{t - i} \, g_{i}``."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from symbolic.terms import Term
from symbolic.terms.layout import Layout
from symbolic.terms.notation import GREEK, Level, Notation
from symbolic.terms.unicode import KINDS

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
        "or": r"\lor", "implies": r"\implies", "false": r"\bot", "maps": r"\mapsto", "infinity": r"\infty",
        "pi": r"\pi", "sum": r"\sum", "prod": r"\prod", "max": r"\max", "hadamard": r"\odot", "by": r"\times",
    }  # fmt: skip
    minus = "-"
    prime = "'"
    numerator = Level.FORMULA
    denominator = Level.FORMULA
    exponent = Level.FORMULA
    quotients = Level.POWER
    whole = Level.FORMULA

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

    def root(self, operand: str) -> str:
        return rf"\sqrt{{{operand}}}"

    def total(self, sign: str, variable: str, lower: str, upper: str, body: str) -> str:
        return rf"{self.signs[sign]}_{{{variable}={lower}}}^{{{upper}}} {body}"

    def limit(self, variable: str, body: str) -> str:
        return rf"\lim_{{{variable} \to \infty}} {body}"

    def tending(self, body: str, value: str, variable: str) -> str:
        return rf"{body} \to {value} \text{{ as }} {variable} \to \infty"

    def over_normals(self, variable: str, body: str) -> str:
        return rf"\mathbb{{E}}_{{{variable} \sim \mathcal{{N}}(0, I)}}\left[{body}\right]"

    def integral(self, variable: str, size: str, body: str) -> str:
        return rf"\int_{{\mathbb{{R}}^{{{size}}}}} {body} \, d{variable}"

    def growing(self, op: str, body: str, other: str, sizes: list[str], where: list[str]) -> str:
        regime = rf" \text{{ with }} {', '.join(where)}" if where else ""
        domain = rf"\text{{ uniformly in }} {', '.join(sizes)} \geq 1{regime}"
        return rf"{body} = {_CLASSES[op]}\left({other}\right) {domain}"

    def element(self, function: str, indexed: bool, args: list[str]) -> str:
        if not args or not indexed:
            return rf"{function}\left({', '.join(args)}\right)" if args else function
        # A subscript, or a prime, cannot take another subscript.
        name = function if "_" not in function and "'" not in function else f"{{{function}}}"
        return f"{name}_{{{', '.join(args)}}}"

    def operator(self, op: str, args: list[str]) -> str:
        listed = ", ".join(args)
        if op in _AROUND:
            return f"{_AROUND[op][0]}{listed}{_AROUND[op][1]}"
        command = f"\\{op}" if op in _COMMANDS else _NAMED.get(op, rf"\operatorname{{{op}}}")
        return rf"{command}\left({listed}\right)"

    def marked(self, mark: str, base: str) -> str:
        return f"{base}^{{{_MARKS[mark]}}}"

    def entry(self, whole: str, places: list[str]) -> str:
        return rf"\left[{whole}\right]_{{{', '.join(places)}}}"

    def constant(self, kind: str, sizes: list[str]) -> str:
        size = r" \times ".join(sizes)
        return f"{_CONSTANTS[kind]}_{{{size}}}"

    def comprehension(self, body: str, ranges: list[tuple[str, str]]) -> str:
        shown = ", ".join(rf"{index} \leq {size}" for index, size in ranges)
        return rf"\left[{body}\right]_{{{shown}}}"

    def derivative(self, variable: str, entry: str, body: str) -> str:
        if entry:
            return rf"\frac{{\partial}}{{\partial {self.element(variable, True, [entry])}}} {body}"
        return rf"\frac{{d}}{{d {variable}}} {body}"

    def at_point(self, text: str, variable: str, point: str) -> str:
        return rf"\left[{text}\right]_{{{variable}={point}}}"

    def prose(self, before: str, name: str, after: str) -> str:
        return (rf"\text{{{before}}} " if before else "") + rf"{name} \text{{{after}}}"

    def inline(self, text: str) -> str:
        return f"${text}$"

    def every(self, variable: str, kind: str, evident: bool, guards: list[str]) -> str:
        if kind == "outcome":  # authors leave it out, and so do terms
            return rf"\text{{pathwise where }} {', '.join(guards)}:\;" if guards else r"\text{pathwise }"
        shown = "" if kind == "integer" else rf"\text{{{KINDS[kind]}}} "
        with_first = guards[:1] if evident else [rf"{variable} \text{{ with }} {guards[0]}" if guards else variable]
        return rf"\forall {shown}{', '.join([*with_first, *guards[1:]])}:\;"


_COMMANDS: Final = ("exp", "log", "tanh", "sin", "cos")
_NAMED: Final = {
    "trace": r"\operatorname{tr}",
    "softmax_row": r"\operatorname{softmax}_{\mathrm{row}}",
    "softmax_col": r"\operatorname{softmax}_{\mathrm{col}}",
}
_AROUND: Final = {
    "expect": (r"\mathbb{E}\left[", r"\right]"),
    "delta": (r"\delta_{", "}"),
    "dot": (r"\left\langle ", r" \right\rangle"),
    "abs": (r"\left|", r"\right|"),
    "heaviside": (r"\mathbf{1}\left[", r" \geq 0\right]"),
    "norm": (r"\left\|", r"\right\|"),
    "eigenmax": (r"\lambda_{1}\left(", r"\right)"),
}
_CLASSES: Final = {"big_o": "O", "big_omega": r"\Omega", "big_theta": r"\Theta"}
_MARKS: Final = {"transpose": r"\top", "inverse": "-1"}
_CONSTANTS: Final = {"identity": "I", "ones": r"\mathbf{1}", "zeros": r"\mathbf{0}"}
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
