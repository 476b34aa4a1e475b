"""How terms are laid out on a line: which parentheses are needed, and what bound variables are called.

Different terms look different: ``a + (b + c)``, ``(a + b) + c`` and ``a + b + c`` are three terms.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from symbolic.terms.array_layout import ARRAYS
from symbolic.terms.notation import Level, Notation
from symbolic.terms.operators import OPERATORS, bound_body
from symbolic.terms.piece import Names, Piece
from symbolic.terms.quantified import chained, guarded, names_its_variable
from symbolic.terms.sorts import RELATIONS, IllFormed
from symbolic.terms.tree import OUTCOME, Bound, Lambda, Node, Number, Symbol, Term, symbols

_HALF: Final = Number(Fraction(1, 2))


class _Outcome(str):
    """The name of a bound outcome, which need not be printed."""


class Layout:
    """Lays out ``term`` in a notation; its bound variables avoid the names of its free symbols and of each other.

    ``names``, here and below, are the names of the loose bound variables, innermost first.
    Raises `IllFormed` for what is no term of the language.
    """

    def __init__(self, notation: Notation, term: Term) -> None:
        self.notation = notation
        self._taken = frozenset(notation.name(symbol.name) for symbol in symbols(term))
        self._outcomes = [symbol for symbol in symbols(term) if symbol.sort == OUTCOME]

    def at(self, term: Term, names: Names, level: Level) -> str:
        """``term`` where a piece of at least ``level`` is wanted."""
        piece = self._piece(term, names)
        return piece.text if piece.level >= level else self.notation.parentheses(piece.text)

    def bounds(self, group: tuple[Term, ...], names: Names) -> str:
        """Two relations that share a middle as a chain, ``0 < x < 1``; a number below a variable as ``x > 0``."""
        signs = self.notation.signs
        match group:
            case (Node(op=lower, args=(left, middle)), Node(op=upper, args=(_, right))):
                ends = [self.at(end, names, Level.TERMS) for end in (left, middle, right)]
                return f"{ends[0]} {signs[lower]} {ends[1]} {signs[upper]} {ends[2]}"
            case (Node(op=("le" | "lt") as op, args=(Number() as number, (Symbol() | Bound()) as variable)),):
                sign = signs["ge" if op == "le" else "gt"]
                return f"{self.at(variable, names, Level.TERMS)} {sign} {self.at(number, names, Level.TERMS)}"
        return self.at(group[0], names, Level.EITHER)

    def _piece(self, term: Term, names: Names) -> Piece:
        match term:
            case Number(value=value):
                return self._number(value)
            case Symbol(name=name):
                return Piece(self.notation.name(name), Level.ATOM)
            case Bound(index=index):
                return Piece(names[index] if index < len(names) else f"#{index}", Level.ATOM)
            case Lambda(body=body):
                variable, inner = self.enter(term, names)
                return Piece(f"{variable} {self.notation.signs['maps']} {self.at(body, inner, Level(0))}", Level(0))
            case Node(op=op, args=args) if op in _PIECES:
                return _PIECES[op](self, args, names)
        raise IllFormed(f"no term of the language: {term!r}")

    def enter(self, binder: Lambda, names: Names) -> tuple[str, Names]:
        """The author's name for a bound variable, primed where it would be mistaken for another."""
        name = self.notation.name(binder.hint)
        while name in self._taken or name in names:
            name += self.notation.prime
        return name, (_Outcome(name) if binder.sort == OUTCOME else name, *names)

    def _number(self, value: Fraction) -> Piece:
        if value < 0:
            return Piece(self.notation.minus + self._number(-value).text, Level.SIGNED)
        if value.denominator == 1:
            return Piece(str(value), Level.ATOM)
        return Piece(self.notation.quotient(str(value.numerator), str(value.denominator)), self.notation.quotients)

    def _add(self, args: tuple[Term, ...], names: Names) -> Piece:
        first, rest = self.at(args[0], names, Level.SIGNED), args[1:]
        return Piece(" + ".join([first, *(self.at(term, names, Level.OPEN) for term in rest)]), Level.TERMS)

    def _sub(self, args: tuple[Term, ...], names: Names) -> Piece:
        left, right = self.at(args[0], names, Level.TERMS), self.at(args[1], names, Level.OPEN)
        return Piece(f"{left} {self.notation.minus} {right}", Level.SIGNED)

    def _neg(self, args: tuple[Term, ...], names: Names) -> Piece:
        operand = self.at(args[0], names, Level.OPEN)
        # A negated number is not a negative number: −(2) and −2.
        shown = self.notation.parentheses(operand) if _literal(args[0]) else operand
        return Piece(self.notation.minus + shown, Level.SIGNED)

    def _mul(self, args: tuple[Term, ...], names: Names) -> Piece:
        ends_open = isinstance(args[-1], Node) and args[-1].op in ("sum", "prod", "max", "lim")
        last = self.at(args[-1], names, Level.OPEN if ends_open else Level.POWER)
        factors = [self.at(factor, names, Level.POWER) for factor in args[:-1]]
        return Piece(self.notation.product([*factors, last]), Level.OPEN if ends_open else Level.PRODUCT)

    def _div(self, args: tuple[Term, ...], names: Names) -> Piece:
        above, below = (
            self.at(args[0], names, self.notation.numerator),
            self.at(args[1], names, self.notation.denominator),
        )
        # A quotient of numbers is not a fractional number: 1/(2) and 1/2.
        shown = self.notation.parentheses(below) if _literal(args[0]) and _literal(args[1]) else below
        return Piece(self.notation.quotient(above, shown), self.notation.quotients)

    def _pow(self, args: tuple[Term, ...], names: Names) -> Piece:
        if args[1] == _HALF:
            return Piece(self.notation.root(self.at(args[0], names, self.notation.exponent)), Level.POWER)
        base, exponent = self.at(args[0], names, Level.ATOM), self.at(args[1], names, self.notation.exponent)
        return Piece(self.notation.power(base, exponent), Level.POWER)

    def folded(self, sign: str, args: tuple[Term, ...], names: Names) -> Piece:
        """A sum, a product or a greatest value over a range."""
        lower, upper = (self.at(limit, names, Level.TERMS) for limit in args[:2])
        binder = bound_body(args[2])
        variable, inner = self.enter(binder, names)
        body = self.at(binder.body, inner, Level.OPEN)
        return Piece(self.notation.total(sign, variable, lower, upper, body), Level.OPEN)

    def _apply(self, args: tuple[Term, ...], names: Names) -> Piece:
        head, *rest = args
        if not isinstance(head, Symbol | Bound):
            raise IllFormed(f"only a symbol or a bound variable is applied, found {head!r}")
        if rest and self._is_evident(rest[-1], names):
            rest = rest[:-1]
        indexed = isinstance(head, Symbol) and head.sort.start is not None
        shown = [self.at(argument, names, Level.TERMS) for argument in rest]
        return Piece(self.notation.element(self.at(head, names, Level.ATOM), indexed, shown), Level.ATOM)

    def _is_evident(self, argument: Term, names: Names) -> bool:
        """Whether ``argument`` is the nearest outcome: authors write ``E[g(i)]``, not ``E[g(i, ω)]``."""
        nearest = next((index for index, name in enumerate(names) if isinstance(name, _Outcome)), None)
        if nearest is None:
            return [argument] == self._outcomes
        return isinstance(argument, Bound) and argument.index == nearest

    def joined(self, sign: str, args: tuple[Term, ...], names: Names, level: Level) -> Piece:
        """``args`` around ``sign``; the sides of what holds together at ``level`` hold together more tightly."""
        sides = [self.at(side, names, Level(level + 1)) for side in args]
        return Piece(f" {self.notation.signs[sign]} ".join(sides), level)

    def _false(self, args: tuple[Term, ...], names: Names) -> Piece:
        return Piece(self.notation.signs["false"], Level.ATOM)

    def _forall(self, args: tuple[Term, ...], names: Names) -> Piece:
        binder = bound_body(args[0])
        variable, inner = self.enter(binder, names)
        guards, body = guarded(binder.body)
        groups = chained(guards)
        shown = [self.bounds(group, inner) for group in groups]
        evident = bool(groups) and names_its_variable(groups[0])
        head = self.notation.every(variable, binder.sort.name, evident, shown)
        return Piece(f"{head} {self.at(body, inner, Level.FORMULA)}", Level.FORMULA)


def _literal(term: Term) -> bool:
    return isinstance(term, Number) and term.value >= 0


_Lay = Callable[[Layout, tuple[Term, ...], Names], Piece]


def _joint(sign: str, level: Level) -> _Lay:
    return lambda layout, args, names: layout.joined(sign, args, names, level)


def _folded(sign: str) -> _Lay:
    return lambda layout, args, names: layout.folded(sign, args, names)


_PIECES: Final[dict[str, _Lay]] = {
    "add": Layout._add,
    "sub": Layout._sub,
    "neg": Layout._neg,
    "mul": Layout._mul,
    "div": Layout._div,
    "pow": Layout._pow,
    "sum": _folded("sum"),
    "prod": _folded("prod"),
    "max": _folded("max"),
    "apply": Layout._apply,
    "false": Layout._false,
    "forall": Layout._forall,
    "or": _joint("or", Level.EITHER),
    "implies": _joint("implies", Level.FORMULA),
    **OPERATORS,
    **ARRAYS,
    **{op: _joint(op, Level.RELATION) for op in RELATIONS},
}
