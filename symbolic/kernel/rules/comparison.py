"""Order: sums and products term by term, functions by the sign of their derivative, boxes by enclosure."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts, unused
from symbolic.kernel.rules.calculus import expect_conditions
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import (
    FORMULA,
    INTEGER,
    REAL,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    forall,
    implies,
    instantiate,
    le,
    lt,
    sort_of,
)


def termwise(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall i. a <= i => (i <= b => f(i) <= g(i))
    -------------------------------------------------   a and b without i
    G |- sum_{i=a}^{b} f(i) <= sum_{i=a}^{b} g(i)

    The arguments are the two sums.  With < in the premise, and H |- a <= b as another one, the conclusion has < too.
    """
    comparison, *nonempty = premises
    left, right = arguments
    lower, upper, first, second = _two(left, right, "sum")
    relation = "lt" if nonempty else "le"
    for premise in nonempty:
        expect(premise.conclusion == le(lower, upper), f"expected that the range is not empty: {le(lower, upper)!r}")
    wanted = _everywhere(relation, lower, upper, first, second)
    expect(comparison.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, Node(relation, left, right))


def factorwise(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall i. a <= i => (i <= b => 0 <= f(i))    H |- forall i. a <= i => (i <= b => f(i) <= g(i))
    ---------------------------------------------------------------------------------------------------
    G, H |- prod_{i=a}^{b} f(i) <= prod_{i=a}^{b} g(i)

    The arguments are the two products; a and b are without i.
    """
    signs, comparison = premises
    left, right = arguments
    lower, upper, first, second = _two(left, right, "prod")
    for premise, wanted in (
        (signs, _everywhere("le", lower, upper, Lambda(INTEGER, ZERO), first)),
        (comparison, _everywhere("le", lower, upper, first, second)),
    ):
        expect(premise.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, le(left, right))


def _two(left: Term, right: Term, kind: str) -> tuple[Term, Term, Lambda, Lambda]:
    """The ends of the one range of two sums, or products, and their bodies."""
    lower, upper, first = parts(left, kind)
    other_lower, other_upper, second = parts(right, kind)
    expect((other_lower, other_upper) == (lower, upper), "the ranges are different")
    if not isinstance(first, Lambda) or not isinstance(second, Lambda):
        raise Rejected("an index is bound")
    return lower, upper, first, second


def _everywhere(relation: str, lower: Term, upper: Term, first: Lambda, second: Lambda) -> Term:
    return ranged(lower, upper, Lambda(INTEGER, Node(relation, first.body, second.body), first.hint))


def increasing(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- a <= b    H |- forall x. a < x => (x < b => 0 <= f'(x))    facts K_1 |- f_1 ... K_m |- f_m
    -----------------------------------------------------------------------------------------------
    G, H, K |- f(a) <= f(b)

    The argument is f, of a real variable; f' is computed by the table of derivatives, whose conditions follow from
    the facts for every x with a <= x <= b.  So f is differentiable on [a, b], and the mean value theorem applies.
    With < in both premises the conclusion has < too.
    """
    ends, slope, *facts = premises
    (function,) = arguments
    if not isinstance(function, Lambda) or function.sort != REAL or not isinstance(ends.conclusion, Node):
        raise Rejected(f"expected a function of a real variable, and the order of two points, found {function!r}")
    relation = ends.conclusion.op
    expect(relation in ("le", "lt"), f"expected a <= b or a < b, found {ends.conclusion!r}")
    low, high = ends.conclusion.args
    point = Symbol(unused("x", function, low, high, *(fact.conclusion for fact in facts)).name, REAL)
    work = Differentiation(point)
    change = Node(relation, ZERO, work.derivative(instantiate(function, point)))
    wanted = forall(abstract(implies(lt(low, point), implies(lt(point, high), change)), point))
    expect(slope.conclusion == wanted, f"expected the premise {wanted!r}")
    inside = [fact.conclusion for fact in facts] + [le(low, point), le(point, high)]
    expect_conditions(work, point, inside)
    return derived(premises, Node(relation, instantiate(function, low), instantiate(function, high)))


def enclosed(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    facts G_1 |- f_1  ...  G_m |- f_m
    ---------------------------------   p one of a <= b, a < b, a != b
    G |- p

    where rational bounds of single terms among the facts confine b - a, by interval arithmetic, to numbers of one
    sign.
    """
    (goal,) = arguments
    expect(isinstance(goal, Node) and goal.op in ("le", "lt", "ne") and sort_of(goal) == FORMULA, "no order relation")
    facts = facts_from(premise.conclusion for premise in premises)
    left, right = goal.args if isinstance(goal, Node) else ()
    sign = facts.enclosed(difference(right, left, facts))
    expect(sign == 1 or (sign != 0 and goal == Node("ne", left, right)), f"no enclosure shows {goal!r}")
    return derived(premises, goal)


def power_order(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- 0 <= a    H |- a <= b    K |- 0 <= c
    -----------------------------------------
    G, H, K |- a^c <= b^c

    The argument is c.  Powers grow with their base; 0^0 is 1, and 0^c is 0 for any other c.
    """
    sign, order, exponent = premises
    (degree,) = arguments
    low, high = parts(order.conclusion, "le")
    expect(sign.conclusion == le(ZERO, low), f"expected {le(ZERO, low)!r}")
    expect(exponent.conclusion == le(ZERO, degree), f"expected {le(ZERO, degree)!r}")
    return derived(premises, le(Node("pow", low, degree), Node("pow", high, degree)))


def root_order(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- a^2 <= b^2    H |- 0 <= b
    ------------------------------
    G, H |- a <= b

    With < in the first premise the conclusion has < too.
    """
    () = arguments
    squares, sign = premises
    relation = squares.conclusion.op if isinstance(squares.conclusion, Node) else ""
    expect(relation in ("le", "lt"), f"expected an order of squares, found {squares.conclusion!r}")
    low, high = (_root(side) for side in parts(squares.conclusion, relation))
    expect(sign.conclusion == le(ZERO, high), f"expected {le(ZERO, high)!r}")
    return derived(premises, Node(relation, low, high))


def _root(square: Term) -> Term:
    base, exponent = parts(square, "pow")
    expect(exponent == Number(2), f"expected a square, found {square!r}")
    return base
