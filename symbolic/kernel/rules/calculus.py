"""Derivatives, by the table in `symbolic.kernel.derivative`."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.derivative import Condition, Differentiation
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.normal.reading import facts_from, normalise
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts, unused
from symbolic.kernel.rules.algebra import follows
from symbolic.terms import (
    INTEGER,
    REAL,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    eq,
    forall,
    implies,
    instantiate,
    le,
    sort_of,
    substitute,
    symbols,
)


def derivative(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    facts G_1 |- f_1  ...  G_m |- f_m    each condition of the table at a follows from the facts
    --------------------------------------------------------------------------------------------
    G |- d/dx u(x) at a  =  u'(a)

    The argument is the derivative, by a real variable or by an entry of a vector or a matrix.  u' is computed by the
    table; a condition under a sum is shown for every index in its range; ``differentiable(f)`` must be among the
    premises.
    """
    (term,) = arguments
    expect(sort_of(term) == REAL, f"no derivative: {term!r}")
    work, point, result = _differentiated(term)
    expect_conditions(work, point, [premise.conclusion for premise in premises])
    needed = (substitute(c.formula, {work.variable: point}) for c in work.conditions if not c.ranges)
    return derived(premises, eq(term, substitute(result, {work.variable: point})), *needed)


def _differentiated(term: Term) -> tuple[Differentiation, Term, Term]:
    """What was done, the point, and the derivative before the point is put in."""
    match term:
        case Node(op="diff", args=(Lambda() as body, point)):
            work = Differentiation(Symbol(unused("x", term).name, REAL))
        case Node(op="partial", args=(Lambda() as body, Symbol() as point, *index)):
            work = Differentiation(Symbol(unused("theta", term).name, body.sort), tuple(index))
        case _:
            raise Rejected(f"expected a derivative, found {term!r}")
    return work, point, work.derivative(instantiate(body, work.variable))


def expect_conditions(work: Differentiation, point: Term, known: Sequence[Term]) -> None:
    """Reject the step unless each condition of the table, at ``point``, follows from what is known."""
    facts = facts_from(known)
    for condition in work.conditions:
        _expect_condition(condition, {work.variable: point}, set(known), facts)


def _expect_condition(condition: Condition, point: dict[Symbol, Term], stated: set[Term], facts: Facts) -> None:
    formula, natural = substitute(condition.formula, point), condition.natural
    if isinstance(formula, Node) and formula.op == "differentiable":
        wanted = substitute(for_each(condition), point)
        expect(wanted in stated, f"not among the premises: {wanted!r}")
        return
    inner = facts
    for index, lower, upper in condition.ranges:
        ends = [substitute(end, point) for end in (le(lower, index), le(index, upper))]
        inner = inner.within([_slack(end, inner) for end in ends])
    shown = follows(formula, inner) or (natural is not None and inner.nonnegative(normalise(natural, inner)))
    expect(shown, f"the condition {formula!r} does not follow from the facts")


def for_each(condition: Condition) -> Term:
    """A condition for every index that it speaks of, in its range."""
    formula = condition.formula
    for index, lower, upper in reversed(condition.ranges):
        if index in symbols(formula):
            guarded = implies(le(lower, index), implies(le(index, upper), formula))
            formula = forall(Lambda(INTEGER, abstract(guarded, index).body, "k"))
    return formula


def _slack(relation: Term, facts: Facts) -> Poly:
    low, high = parts(relation, "le")
    return normalise(high, facts) - normalise(low, facts)
