"""The edits: the slips that authors make, each as what it turns one part of a formula into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from symbolic.mutate.arrays import matrix_factor, matrix_order, place_index
from symbolic.mutate.places import FACTORS, Place
from symbolic.mutate.spelling import Edit, negated, neighbours, twice
from symbolic.terms import ONE, Bound, Lambda, Node, Number, Symbol, Term, add, div, instantiate, mul, power, sub

Edits = Callable[[Term, Place], Iterator[Edit]]

_CONTRARY: Final = {"eq": ("ne", "not equal"), "ne": ("eq", "equal")}
_STRICT: Final = {"le": ("lt", "strict"), "lt": ("le", "not strict")}
_ORDERED: Final = ("sub", "div", "pow", "le", "lt", "matmul")


def _contrary(part: Term, place: Place) -> Iterator[Edit]:
    """Equal for not equal, and back."""
    return _related(part, place, _CONTRARY)


def _strict(part: Term, place: Place) -> Iterator[Edit]:
    """Strict for not strict, and back."""
    return _related(part, place, _STRICT)


def _related(part: Term, place: Place, changes: Mapping[str, tuple[str, str]]) -> Iterator[Edit]:
    match part:
        case Node(op=op, args=args) if op in changes:
            changed, word = changes[op]
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
            yield f"sign of {place.show(first)}", add(negated(first), *rest)
            for at, term in enumerate(rest):
                yield f"sign of {place.show(term)}", add(sub(add(first, *rest[:at]), term), *rest[at + 1 :])
    if place.is_term and place.parent not in ("add", "sub"):
        yield f"sign of {place.show(part)}", negated(part)


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
        yield f"twice {place.show(part)}", twice(part)


def _dropped(part: Term, place: Place) -> Iterator[Edit]:
    """A term too few."""
    match part:
        case Node(op="add", args=terms):
            for at, term in enumerate(terms):
                yield f"without the term {place.show(term)}", add(*terms[:at], *terms[at + 1 :])
        case Node(op="sub", args=(left, right)):
            yield f"without the term {place.show(right)}", left
            yield f"without the term {place.show(left)}", negated(right)


def _index(part: Term, place: Place) -> Iterator[Edit]:
    """The index of a sequence, an exponent, or an end of a range, one too large or too small."""
    match part:
        case Node(op="apply", args=(head, *args)) if place.kind(head) != ("function", len(args)):
            for at, index in enumerate(args):
                for shifted in neighbours(index):
                    yield f"index of {place.show(part)}", Node("apply", head, *args[:at], shifted, *args[at + 1 :])
        case Node(op="pow", args=(base, exponent)):
            for shifted in neighbours(exponent):
                yield f"exponent of {place.show(part)}", power(base, shifted)
        case Node(op="sum" | "prod" as op, args=(lower, upper, body)):
            for shifted in neighbours(lower):
                yield f"lower end of {place.show(part)}", Node(op, shifted, upper, body)
            for shifted in neighbours(upper):
                yield f"upper end of {place.show(part)}", Node(op, lower, shifted, body)


def _letter(part: Term, place: Place) -> Iterator[Edit]:
    """Another letter of the same sort, another matrix of the same shape."""
    for other in place.others(part):
        yield f"{place.show(other)} for {place.show(part)}", other


def bound_again(part: Term, place: Place) -> Iterator[Edit]:
    """A sum over a letter that is bound around it already: the terms for one value of that letter."""
    match part:
        case Node(op="sum" | "prod", args=(_, _, Lambda(hint=hint) as body)) if hint in place.names:
            yield f"no second range of {hint}", instantiate(body, Bound(place.names.index(hint)))


def _power(part: Term, place: Place) -> Iterator[Edit]:
    """A power for its base, and back; the argument of a function for its value."""
    match part:
        case Node(op="pow", args=(base, _)):
            yield f"without the exponent of {place.show(part)}", base
        case Node(op=op, args=(operand,)) if op != "neg":
            yield f"without the function of {place.show(part)}", operand
        case Symbol() | Node(op="apply" | "sum" | "prod" | "entry"):
            if place.is_term or place.parent in FACTORS:
                yield f"power of {place.show(part)}", power(part, Number(2))


def _constant(part: Term, place: Place) -> Iterator[Edit]:
    """A bound that is tighter or wider by one."""
    match part:
        case Node(op="le" | "lt" as op, args=(left, right)):
            for bound in neighbours(right):
                yield f"{place.show(bound)} for the bound {place.show(right)}", Node(op, left, bound)


EDITS: Final[tuple[Edits, ...]] = (
    _contrary,
    _strict,
    _order,
    matrix_order,
    _power,
    _sign,
    _factor,
    matrix_factor,
    _dropped,
    _index,
    place_index,
    _letter,
    bound_again,
)
NOT_OF_COSTS: Final[tuple[Edits, ...]] = (_sign, _order)
"""Numbers of operations have no signs, and nobody takes n^2 for 2^n."""
NEAR_MISSES: Final[tuple[Edits, ...]] = (*(edit for edit in EDITS if edit is not _contrary), _constant)
"""What a proof must tell from the claim.  That the contrary fails says only that the claim is not vacuous; and a wider
bound mends no line, since whoever wrote the narrow one meant it."""
