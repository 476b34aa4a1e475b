"""The edits: the slips that authors make, each as what it turns one part of a formula into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from symbolic.terms import (
    ONE,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    div,
    mul,
    neg,
    power,
    sub,
)
from symbolic.terms.text import show

Edit = tuple[str, Term]

_CHANGED: Final = {"eq": ("ne", "not equal"), "ne": ("eq", "equal"), "le": ("lt", "strict"), "lt": ("le", "not strict")}
_ORDERED: Final = ("sub", "div", "pow", "le", "lt")
_FACTORS: Final = ("mul", "neg", "div")


@dataclass(frozen=True)
class Place:
    """Where a part stands: as which argument of which operator, under which binders, innermost first."""

    letters: tuple[Symbol, ...]
    parent: str = ""
    position: int = 0
    binders: tuple[Lambda, ...] = ()

    def below(self, term: Term, position: int) -> Place:
        """The place of the argument of ``term`` at ``position``; what a binder binds into takes the binder's place."""
        match term:
            case Lambda():
                return replace(self, binders=(term, *self.binders))
            case Node(op=op):
                return replace(self, parent=op, position=position)
        return self

    @property
    def is_term(self) -> bool:
        """Whether a sign or a factor of the part is its own: not one of a product, nor of an index or a range."""
        if self.parent in ("pow", "sum"):
            return self.position == (1 if self.parent == "pow" else 2)
        return self.parent not in ("", "apply", "delta", *_FACTORS)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(binder.hint for binder in self.binders)

    def show(self, term: Term) -> str:
        return show(term, self.names)

    def kind(self, letter: Term) -> tuple[str, int] | None:
        """What a symbol or a bound variable stands for, wherever a sequence starts."""
        match letter:
            case Symbol(sort=sort):
                return sort.name, sort.arity
            case Bound(index=index):
                return self.binders[index].sort.name, self.binders[index].sort.arity
        return None


def _relation(part: Term, place: Place) -> Iterator[Edit]:
    """Strict for not strict, equal for not equal, and back."""
    match part:
        case Node(op=op, args=args) if op in _CHANGED:
            changed, word = _CHANGED[op]
            yield f"{word}: {place.show(part)}", Node(changed, *args)


def _order(part: Term, place: Place) -> Iterator[Edit]:
    match part:
        case Node(op=op, args=(left, right)) if op in _ORDERED:
            yield f"order of {place.show(part)}", Node(op, right, left)


def _sign(part: Term, place: Place) -> Iterator[Edit]:
    """The sign of one term of a sum, or of a term that stands alone."""
    match part:
        case Node(op="sub", args=(left, right)):
            yield f"sign of {place.show(right)}", add(left, right)
        case Node(op="add", args=(first, *rest)):
            yield f"sign of {place.show(first)}", add(_negated(first), *rest)
            for at, term in enumerate(rest):
                yield f"sign of {place.show(term)}", add(sub(add(first, *rest[:at]), term), *rest[at + 1 :])
    if place.is_term and place.parent not in ("add", "sub"):
        yield f"sign of {place.show(part)}", _negated(part)


def _factor(part: Term, place: Place) -> Iterator[Edit]:
    """A factor too many or too few."""
    match part:
        case Node(op="mul", args=factors):
            for at, factor in enumerate(factors):
                yield f"without the factor {place.show(factor)}", mul(*factors[:at], *factors[at + 1 :])
        case Node(op="div", args=(above, below)):
            yield f"without the divisor {place.show(below)}", above
            yield f"without the numerator {place.show(above)}", div(ONE, below)
    if place.is_term:
        yield f"twice {place.show(part)}", _twice(part)


def _dropped(part: Term, place: Place) -> Iterator[Edit]:
    """A term too few."""
    match part:
        case Node(op="add", args=terms):
            for at, term in enumerate(terms):
                yield f"without the term {place.show(term)}", add(*terms[:at], *terms[at + 1 :])
        case Node(op="sub", args=(left, right)):
            yield f"without the term {place.show(right)}", left
            yield f"without the term {place.show(left)}", _negated(right)


def _index(part: Term, place: Place) -> Iterator[Edit]:
    """The index of a sequence, an exponent, or an end of a range, one too large or too small."""
    match part:
        case Node(op="apply", args=(head, *args)) if place.kind(head) != ("function", len(args)):
            for at, index in enumerate(args):
                for shifted in _neighbours(index):
                    yield f"index of {place.show(part)}", Node("apply", head, *args[:at], shifted, *args[at + 1 :])
        case Node(op="pow", args=(base, exponent)):
            for shifted in _neighbours(exponent):
                yield f"exponent of {place.show(part)}", power(base, shifted)
        case Node(op="sum", args=(lower, upper, body)):
            for shifted in _neighbours(lower):
                yield f"lower end of {place.show(part)}", Node("sum", shifted, upper, body)
            for shifted in _neighbours(upper):
                yield f"upper end of {place.show(part)}", Node("sum", lower, shifted, body)


def _letter(part: Term, place: Place) -> Iterator[Edit]:
    """Another letter of the same sort."""
    kind = place.kind(part)
    if kind is not None:
        for other in (*place.letters, *map(Bound, range(len(place.binders)))):
            if other != part and place.kind(other) == kind:
                yield f"{place.show(other)} for {place.show(part)}", other


def _power(part: Term, place: Place) -> Iterator[Edit]:
    """A power for its base, and back; the argument of a function for its value."""
    match part:
        case Node(op="pow", args=(base, _)):
            yield f"without the exponent of {place.show(part)}", base
        case Node(op=op, args=(operand,)) if op != "neg":
            yield f"without the function of {place.show(part)}", operand
        case Symbol() | Node(op="apply" | "sum"):
            if place.is_term or place.parent in _FACTORS:
                yield f"power of {place.show(part)}", power(part, Number(2))


EDITS: Final[tuple[Callable[[Term, Place], Iterator[Edit]], ...]] = (
    _relation,
    _order,
    _power,
    _sign,
    _factor,
    _dropped,
    _index,
    _letter,
)


def _negated(term: Term) -> Term:
    match term:
        case Number(value=value):
            return Number(-value)
        case Node(op="neg", args=(operand,)):
            return operand
    return neg(term)


def _twice(term: Term) -> Term:
    match term:
        case Number(value=value):
            return Number(2 * value)
        case Node(op="mul", args=factors):
            return mul(Number(2), *factors)
    return mul(Number(2), term)


def _neighbours(term: Term) -> Iterator[Term]:
    yield from (_shifted(term, step) for step in (1, -1))


def _shifted(term: Term, step: int) -> Term:
    """``term + step``, as an author would write it: ``t`` rather than ``t + 1 - 1``."""
    match term:
        case Number(value=value):
            return Number(value + step)
        case Node(op="add", args=(*rest, Number(value=value))):
            return add(*rest) if value == -step else add(*rest, Number(value + step))
        case Node(op="sub", args=(left, Number(value=value))):
            return left if value == step else sub(left, Number(value - step))
    return add(term, Number(step)) if step > 0 else sub(term, Number(-step))
