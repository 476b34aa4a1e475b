"""Quotients of polynomials in the index of a sequence, and what they tend to: by the powers of the index that lead.

(4 d^2 T + 2 d T^2)/(d T^2) is (2 d + (1/T) 4 d^2)/d from T = 1 on, which is made of constants and of 1/T.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import zip_longest
from math import ceil
from typing import Final, NamedTuple

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import ONE as UNIT
from symbolic.kernel.normal.polynomial import ZERO as NOTHING
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.instances import Instances
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Search, relations
from symbolic.methods.structure import Given
from symbolic.terms import ZERO, Bound, Node, Number, Term, div, mul, ne, sort_of

LARGEST_EXPONENT: Final = 12
NONZERO: Final = (Given(), Algebra(), Instances(), Combination())

Coefficients = tuple[Poly, ...]  # of 1, T, T^2, ...; the last is not 0


class Ratio(NamedTuple):
    above: Coefficients
    below: Coefficients


class Unbounded(Failed):
    """A quotient of polynomials that tends to no number, since the degree above is larger."""


def limit_of_ratio(body: Term, goal: Goal, search: Search) -> int:
    """A step g -> u for a g that is ``body`` divided, above and below, by the power of the index that leads below.

    The two are the same from some index on, which is left to whoever uses this.
    """
    above, below = ratio(body, facts_from(relations(goal.context)))
    if len(above) > len(below):
        raise Unbounded(f"the degree above is larger than that below: {body!r}")
    top, bottom = _falling(above, len(below), search), _falling(below, len(below), search)
    leading = search.draft.sides(bottom)[1]
    nonzero = search.prove_aside(goal.wanting(ne(leading, ZERO)), NONZERO)
    return search.draft.apply("limit of a quotient", [top, bottom, nonzero])


def least_growth(body: Term, goal: Goal) -> Term:
    """A multiple of the index that ``body`` is at least, from T = 1 on, where no coefficient is negative and the degree
    above is larger: P/Q >= T p/(q_0 + ... + q_k), with p for the coefficient that leads above.
    """
    above, below = ratio(body, facts_from(relations(goal.context)))
    if len(above) <= len(below):
        raise Failed("the degree above is not larger than that below")
    return mul(div(to_term(above[-1]), to_term(sum(below, NOTHING))), Bound(0))


def growth_in_the_end(body: Term, goal: Goal) -> tuple[Number, Term]:
    """A multiple of the index that a polynomial with numbers for coefficients, of any sign, is at least, and from where
    on: a T^k + ... >= (a/2) T from T = 1 + 2 s/a on, where s is the sum of what is subtracted.
    """
    above, below = ratio(body, facts_from(relations(goal.context)))
    divisor = below[0].constant if len(below) == 1 else None
    numbers = [one.constant / divisor for one in above if divisor and one.constant is not None]
    if len(numbers) < max(2, len(above)):
        raise Failed("no polynomial with numbers for coefficients")
    subtracted, leading = sum(-number for number in numbers if number < 0), numbers[-1]
    if leading <= 0:
        raise Failed("the coefficient that leads is not positive")
    return Number(1 + ceil(2 * subtracted / leading)), mul(Number(leading / 2), Bound(0))


def greatest_ratio(body: Term, goal: Goal) -> Term:
    """A number that ``body`` does not exceed, from T = 1 on, where no coefficient is negative and the degree above is
    not larger: P/Q <= (p_0 + ... + p_k)/q, with q for the coefficient that leads below.
    """
    above, below = ratio(body, facts_from(relations(goal.context)))
    if len(above) > len(below):
        raise Unbounded(f"the degree above is larger than that below: {body!r}")
    return div(to_term(sum(above, NOTHING)), to_term(below[-1]))


def _falling(coefficients: Coefficients, length: int, search: Search) -> int:
    """The limit of c_k + (1/T) (c_(k-1) + (1/T) (...)), where ``length`` is k + 1; zeros are not written."""
    draft = search.draft
    inverse = draft.apply("limit of a reciprocal", [draft.apply("index growth")])
    step: int | None = None
    for coefficient in (*coefficients, *[NOTHING] * (length - len(coefficients))):
        rest = [] if step is None else [draft.apply("limit of a product", [inverse, step])]
        parts = [draft.apply("constant limit", (), [to_term(coefficient)])] if coefficient.terms else []
        both = [*parts, *rest]
        step = draft.apply("limit of a sum", both) if len(both) == 2 else next(iter(both), None)
    return draft.apply("constant limit", (), [ZERO]) if step is None else step


def is_constant(body: Term) -> bool:
    """Whether the body of a sequence does not speak of its index."""
    try:
        sort_of(body)
    except ValueError:
        return False
    return True


def ratio(body: Term, facts: Facts) -> Ratio:
    """The body of a sequence as a quotient of polynomials in the index; raises `Failed` where it is none.

    >>> from symbolic.terms import *
    >>> [len(side) - 1 for side in ratio(div(add(Bound(0), ONE), mul(Bound(0), Bound(0))), Facts())]
    [1, 2]
    """
    if is_constant(body):
        return Ratio(_trimmed([difference(body, ZERO, facts)]), (UNIT,))
    match body:
        case Bound(index=0):
            return Ratio((NOTHING, UNIT), (UNIT,))
        case Node(op="neg", args=(inner,)):
            return _product(_MINUS, ratio(inner, facts))
        case Node(op="sub", args=(left, right)):
            return _sum(ratio(left, facts), _product(_MINUS, ratio(right, facts)))
        case Node(op="div", args=(above, below)):
            return _product(ratio(above, facts), _inverse(ratio(below, facts)))
        case Node(op="pow", args=(base, Number(value=exponent))) if exponent.denominator == 1:
            return _power(ratio(base, facts), int(exponent))
        case Node(op="add", args=args):
            return reduce(_sum, (ratio(part, facts) for part in args))
        case Node(op="mul", args=args):
            return reduce(_product, (ratio(part, facts) for part in args))
    raise Failed(f"no quotient of polynomials in the index: {body!r}")


def _sum(one: Ratio, other: Ratio) -> Ratio:
    if one.below == other.below:
        return Ratio(_added(one.above, other.above), one.below)
    across = _added(_times(one.above, other.below), _times(other.above, one.below))
    return Ratio(across, _times(one.below, other.below))


def _product(one: Ratio, other: Ratio) -> Ratio:
    return Ratio(_times(one.above, other.above), _times(one.below, other.below))


def _inverse(one: Ratio) -> Ratio:
    if not one.above:
        raise Failed("division by 0")
    return Ratio(one.below, one.above)


def _power(base: Ratio, exponent: int) -> Ratio:
    if abs(exponent) > LARGEST_EXPONENT:
        raise Failed(f"an exponent of {exponent}")
    return reduce(_product, [base if exponent > 0 else _inverse(base)] * abs(exponent), Ratio((UNIT,), (UNIT,)))


def _added(one: Coefficients, other: Coefficients) -> Coefficients:
    return _trimmed([left + right for left, right in zip_longest(one, other, fillvalue=NOTHING)])


def _times(one: Coefficients, other: Coefficients) -> Coefficients:
    found = [NOTHING] * (len(one) + len(other))
    for place, left in enumerate(one):
        for offset, right in enumerate(other):
            found[place + offset] += left * right
    return _trimmed(found)


def _trimmed(coefficients: Sequence[Poly]) -> Coefficients:
    """Without the zeros at the end."""
    length = max((place for place, one in enumerate(coefficients, 1) if one.terms), default=0)
    return tuple(coefficients[:length])


_MINUS: Final = Ratio((-UNIT,), (UNIT,))
