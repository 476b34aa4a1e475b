"""What arithmetic knows: equations and order relations by normal form and linear facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import prod
from typing import Final

from symbolic.certificate import Sequent
from symbolic.kernel.normal.facts import UNKNOWN, Facts, Sign
from symbolic.kernel.normal.finish import finish
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.normal.polynomial import variable
from symbolic.kernel.normal.reading import compared, difference, facts_from, normalise, vanishes
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.terms import (
    FORMULA,
    INTEGER,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Term,
    add,
    eq,
    instantiate,
    mul,
    ne,
    neg,
    power,
    sort_of,
    sub,
    subterms,
)

Args = tuple[Term, ...]


def linear(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G_1 |- l_1 = r_1  ...  G_k |- l_k = r_k    facts H_1 |- f_1  ...  H_m |- f_m
    ----------------------------------------------------------------------------
    G, H |- a = b

    where a - b - c_1 (l_1 - r_1) - ... - c_k (l_k - r_k) has normal form 0 under the relations f; the arguments are
    a = b and c_1, ..., c_k.  Then a - b = 0 wherever the premises hold: the equations make every added term 0, and
    the normal form changes a value nowhere.  Without premises this is the commutative ring and field with sums.
    """
    goal, *coefficients = arguments
    left, right = parts(goal, "eq")
    equations = [parts(premise.conclusion, "eq") for premise in premises[: len(coefficients)]]
    expect(len(equations) == len(coefficients), "more coefficients than premises")
    expect(sort_of(goal) == FORMULA, f"no equation: {goal!r}")
    expect(all(sort_of(c) in (REAL, INTEGER) for c in coefficients), "a coefficient is no scalar")
    added = [mul(c, sub(*equation)) for c, equation in zip(coefficients, equations, strict=True)]
    known = frozenset(premise.conclusion for premise in premises)
    found = compared(left, add(right, *added), known)
    expect(found.equal, f"the difference does not vanish: {found.rest.key[:200]}")
    return derived(premises, goal, *_divisors([goal, *coefficients], facts_from(known)))


def order(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    facts G_1 |- f_1  ...  G_m |- f_m
    ---------------------------------   p one of a <= b, a < b, a != b
    G |- p

    where b - a is seen to be >= 0, > 0 or nonzero by linear arithmetic over the facts and the signs of products,
    powers and sums (see `Facts`).
    """
    (goal,) = arguments
    expect(sort_of(goal) == FORMULA and isinstance(goal, Node), f"no relation: {goal!r}")
    facts = facts_from(premise.conclusion for premise in premises)
    expect(follows(goal, facts), f"does not follow from the facts: {goal!r}")
    return derived(premises, goal, *_divisors([goal], facts))


def root(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- 0 <= a    H |- 0 <= b    K |- a^2 = b^2
    --------------------------------------------
    G, H, K |- a = b

    Squaring is one-to-one on the nonnegative reals.
    """
    () = arguments
    first, second, squares = premises
    (zero, a), (other, b) = parts(first.conclusion, "le"), parts(second.conclusion, "le")
    expect(zero == other == ZERO, "both sides are shown to be nonnegative")
    expect(
        squares.conclusion == eq(power(a, Number(2)), power(b, Number(2))), "the third premise equates their squares"
    )
    return derived(premises, eq(a, b))


def antisymmetry(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- a <= b    H |- b <= a
    --------------------------
    G, H |- a = b
    """
    () = arguments
    below, above = premises
    a, b = parts(below.conclusion, "le")
    expect(parts(above.conclusion, "le") == (b, a), f"the other premise is not {b!r} <= {a!r}")
    return derived(premises, eq(a, b))


def follows(goal: Term, facts: Facts) -> bool:
    """Whether an order relation holds by ``facts``."""
    if not isinstance(goal, Node) or goal.op not in ("le", "lt", "ne"):
        raise Rejected(f"expected an order relation, found {goal!r}")
    if _by_shape(goal, facts):
        return True
    rest = difference(goal.args[1], goal.args[0], facts)
    if goal.op == "le" and vanishes(rest, facts):
        return True
    answers = {"le": facts.nonnegative, "lt": facts.positive, "ne": facts.nonzero}
    return answers[goal.op](rest)


def _by_shape(goal: Node, facts: Facts) -> bool:
    """Whether one side is 0 and the shape of the other shows its sign, before products are multiplied out."""
    left, right = goal.args
    if left != ZERO and right != ZERO:
        return False
    direction, strict = sign_of(right if left == ZERO else left, facts)
    if goal.op == "ne":
        return strict
    wanted = 1 if left == ZERO else -1
    return direction == wanted and (strict or goal.op == "le")


def sign_of(term: Term, facts: Facts) -> Sign:
    """The direction of a term (0 if unknown) and whether it is known to be nonzero.

    Even powers, roots and inner products of something with itself point up, and a sum whose terms all point one way
    does.
    """
    direction, strict = _by_operator(term, facts)
    if direction and strict:
        return direction, True
    value = finish(normalise(term, facts), facts)
    for one_way, poly in ((1, value), (-1, -value)):
        if one_way == direction or facts.nonnegative(poly):
            return one_way, facts.nonzero(value)
    return 0, facts.nonzero(value)


def _by_operator(term: Term, facts: Facts) -> Sign:
    return _SHAPES[term.op](term.args, facts) if isinstance(term, Node) and term.op in _SHAPES else UNKNOWN


def _sign_of_square(args: Args, facts: Facts) -> Sign:
    return (1, False) if args[0] == args[1] else UNKNOWN


def _sign_of_terms(args: Args, facts: Facts) -> Sign:
    signs = [sign_of(argument, facts) for argument in args if argument != ZERO]
    for one_way in (1, -1):
        if all(direction == one_way for direction, _ in signs):
            return one_way, any(strict for _, strict in signs)
    return UNKNOWN


def _sign_of_factors(args: Args, facts: Facts) -> Sign:
    signs = [sign_of(argument, facts) for argument in args]
    return prod(direction for direction, _ in signs), all(strict for _, strict in signs)


def _sign_of_power(args: Args, facts: Facts) -> Sign:
    base, exponent = args
    if not isinstance(exponent, Number):
        return UNKNOWN
    direction, strict = sign_of(base, facts)
    whole = exponent.value.denominator == 1
    if exponent.value % 2 == 0:
        return 1, exponent == ZERO or strict
    # 0 to a negative power that is no integer is some number of unknown sign.
    return (1, strict) if direction == 1 and (strict or whole or exponent.value > 0) else UNKNOWN


def _sign_of_negative(args: Args, facts: Facts) -> Sign:
    direction, strict = sign_of(args[0], facts)
    return -direction, strict


def _sign_of_total(args: Args, facts: Facts) -> Sign:
    """The sign of what is summed, in the range of the sum; it is known to be nonzero if the range is not empty."""
    lower, upper, body = args
    if not isinstance(body, Lambda):
        return UNKNOWN
    index = fresh()
    low, high = normalise(lower, facts), normalise(upper, facts)
    inner = facts.within([variable(index) - low, high - variable(index)])
    direction, strict = sign_of(instantiate(body, index), inner)
    return direction, strict and facts.nonnegative(high - low)


_SHAPES: Final[Mapping[str, Callable[[Args, Facts], Sign]]] = {
    "dot": _sign_of_square,
    "add": _sign_of_terms,
    "sub": lambda args, facts: _sign_of_terms((args[0], neg(args[1])), facts),
    "mul": _sign_of_factors,
    "div": _sign_of_factors,
    "pow": _sign_of_power,
    "neg": _sign_of_negative,
    "sum": _sign_of_total,
}


def _divisors(terms: Sequence[Term], facts: Facts) -> Iterator[Term]:
    """The denominators, as written, that were proved nonzero; numbers and those under binders go without saying."""
    for term in terms:
        for part in subterms(term):
            if isinstance(part, Node) and part.op == "div" and not isinstance(part.args[1], Number):
                divisor = part.args[1]
                loose = any(isinstance(inner, Bound) for inner in subterms(divisor))
                if not loose and facts.nonzero(normalise(divisor, facts)):
                    yield ne(divisor, ZERO)
