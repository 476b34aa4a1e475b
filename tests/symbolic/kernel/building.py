"""Short ways to write terms, premises, claims and one-rule questions in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count

from symbolic.certificate import Certificate, Sequent, Step
from symbolic.claim import Claim
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import difference, facts_from, vanishes
from symbolic.kernel.rules import RULES
from symbolic.terms import (
    INTEGER,
    OUTCOME,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    expect,
    forall,
    function_sort,
    implies,
    le,
    sequence_sort,
    summation,
)

x, y, z, h, beta = (Symbol(name) for name in ("x", "y", "z", "h", "beta"))
i, j, k, m, n, s, t = (Symbol(name, INTEGER) for name in "ijkmnst")
f, g, u, v, w = Symbol("f", function_sort()), *(Symbol(name, sequence_sort()) for name in "guvw")
TWO, MINUS = Number(2), Number(-1)
_numbers = count()


def total(lower: Term, upper: Term, body: Callable[[Symbol], Term], name: str = "i") -> Term:
    """The sum of ``body(i)`` for i from ``lower`` to ``upper``."""
    index = Symbol(f"{name}~{next(_numbers)}", INTEGER)
    return summation(lower, upper, abstract(body(index), index, name))


def sums_of(sequence: Symbol, upper: Term) -> Term:
    """sequence(1) + ... + sequence(upper)"""
    return total(Number(1), upper, lambda index: apply(sequence, index))


def schema(body: Callable[[Symbol], Term], least: Term = ZERO) -> Term:
    """``body(t)`` for all integers t from ``least`` on."""
    time = Symbol("t~", INTEGER)
    return forall(abstract(implies(le(least, time), body(time)), time, "t"))


def every(body: Callable[[Symbol], Term]) -> Term:
    """``body(i)`` for all integers i."""
    index = Symbol("i~", INTEGER)
    return forall(abstract(body(index), index))


def mean(body: Callable[[Term], Term]) -> Term:
    """The expectation of ``body``, a function of the outcome."""
    return expect(Lambda(OUTCOME, body(Bound(0)), "w"))


def after(time: Term) -> Term:
    return add(time, Number(1))


def given(*formulas: Term) -> list[Sequent]:
    """Each formula, assumed."""
    return [Sequent(frozenset([formula]), formula) for formula in formulas]


def conclude(rule: str, premises: Sequence[Sequent], *arguments: Term) -> Sequent:
    return RULES[rule](premises, arguments).sequent


def same(left: Term, right: Term, *formulas: Term) -> bool:
    """Whether the normal form sees that both are equal under ``formulas``."""
    facts = facts_from(formulas)
    return vanishes(difference(left, right, facts), facts)


def facts(*formulas: Term) -> Facts:
    return facts_from(formulas)


def claim(goal: Term, assumptions: Iterable[Term] = (), domains: Iterable[Term] = ()) -> Claim:
    return Claim("made/by/hand", "by hand", "a test", tuple(domains), tuple(assumptions), (), goal)


def step(rule: str, premises: Sequence[int], arguments: Sequence[Term], *conclusion: Term) -> Step:
    """A step whose conclusion is its last argument here, under the hypotheses before it."""
    *hypotheses, concluded = conclusion
    return Step(rule, tuple(premises), tuple(arguments), Sequent(frozenset(hypotheses), concluded))


def reflexivity(term: Term = x) -> Certificate:
    """The smallest proof there is."""
    goal = Sequent(frozenset(), RULES["reflexive"]([], [term]).sequent.conclusion)
    return Certificate(claim(goal.conclusion), (Step("reflexive", (), (term,), goal),))
