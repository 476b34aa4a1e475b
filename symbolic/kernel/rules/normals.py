"""Expectations over independent standard normal variables: the shift, integration by parts, and waves."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.reading import facts_from, is_integrable
from symbolic.kernel.rule import Derived, Rejected, derived, expect, unused
from symbolic.kernel.rules.calculus import expect_conditions
from symbolic.terms import (
    FORMULA,
    INTEGER,
    REAL,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    delta,
    div,
    eq,
    instantiate,
    mul,
    neg,
    power,
    sequence_sort,
    sort_of,
    substitute,
    summation,
)
from symbolic.terms import expect as expectation

Ranges = Sequence[tuple[Symbol, Term, Term]]  # each an index and its ends


def shift(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ---------------------------------------------------------------------------------------------------------
    |- E[exp(sum_{i=a}^{b} w(i) c(i)) F(w)] = exp((sum_{i=a}^{b} c(i)^2)/2) E[F(w + c)]

    where (w + c)(j) = w(j) + sum_{i=a}^{b} delta(i, j) c(i).  The arguments are F, c, a and b; for a matrix c is a
    function of two indices, the sums are double, and the ends of both are given, those of the rows first.

    F must be integrable by its growth (`growth`), and so mention w by its entries only; then exp(w.c) F is, as well.
    The density of w at w - c is exp(w.c - |c|^2/2) times that at w: moving w by c proves the equation.
    """
    expect(not premises, "a shift has no premises")
    function, vector, *ends = arguments
    if not isinstance(function, Lambda) or len(ends) != 2 * function.sort.arity:
        raise Rejected("a shift is of a function of a vector or a matrix, along a range of each of its indices")
    expect(is_integrable(function, facts_from(())), "the function is not known to be integrable")
    names = [unused(name, *arguments) for name in "ij"[: function.sort.arity]]
    ranges = list(zip(names, ends[::2], ends[1::2], strict=True))
    w, step = _named("w", function, vector, *ends), _at(vector, names)
    _expect_closed(expectation(function), step, *ends)
    weight = Node("exp", _over(ranges, mul(apply(w, *names), step)))
    left = abstract(mul(weight, instantiate(function, w)), w, function.hint)
    square = Node("exp", div(_over(ranges, power(step, Number(2))), Number(2)))
    conclusion = eq(expectation(left), mul(square, expectation(_moved(function, ranges, step))))
    expect(sort_of(conclusion) == FORMULA, "no equation between expectations")
    return derived(premises, conclusion)


def by_parts(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    facts G_1 |- f_1  ...  G_m |- f_m    each condition of the table of derivatives follows from the facts
    ------------------------------------------------------------------------------------------------------
    G |- E[w(k) F(w)] = E[F_k(w)]

    The arguments are F and k, or k and l for a matrix; F_k is the derivative of F by that entry, as the table has it.
    Nothing is known of w, so that F is differentiable everywhere, with a continuous derivative.

    F and F_k must be integrable by their growth (`growth`), which that of exp(-|w|^2/2) outdoes; its derivative by
    w(k) is -w(k) exp(-|w|^2/2).  Integration by parts along w(k), with nothing left at the ends, proves the equation.
    """
    function, *place = arguments
    if not isinstance(function, Lambda) or len(place) != function.sort.arity:
        raise Rejected("integration by parts is of a function of a vector or a matrix, by one of its entries")
    _expect_closed(expectation(function), *place)
    known = [premise.conclusion for premise in premises]
    w = _named("w", function, *place, *known)
    work = Differentiation(w, tuple(place))
    change = abstract(work.derivative(instantiate(function, w)), w, function.hint)
    expect_conditions(work, w, known)
    facts = facts_from(known)
    for one in (function, change):
        expect(is_integrable(one, facts), "a function that is not known to be integrable")
    left = abstract(mul(apply(w, *place), instantiate(function, w)), w, function.hint)
    conclusion = eq(expectation(left), expectation(change))
    expect(sort_of(conclusion) == FORMULA, "no equation between expectations")
    return derived(premises, conclusion)


def wave(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    --------------------------------------------------------------------------------
    |- E[cos(sum_{i=a}^{b} w(i) c(i) + t)] = cos(t) exp(-(sum_{i=a}^{b} c(i)^2)/2)

    and the same with sin for cos.  The arguments are cos(t) or sin(t), c, a and b; for a matrix c is a function of two
    indices, the sums are double, and the ends of both are given, those of the rows first.  None of them can speak of w,
    which is bound by the expectation alone.

    The w(i) are independent standard normal, and no two terms of the sum have the same one: it is normal, with mean 0
    and the variance |c|^2, so that E[exp(i (w.c + t))] = exp(i t) exp(-|c|^2/2), and this is its real, or imaginary,
    part.  An empty range is the constant t.
    """
    expect(not premises, "a wave has no premises")
    value, vector, *ends = arguments
    if not isinstance(value, Node) or value.op not in ("sin", "cos") or len(ends) not in (2, 4):
        raise Rejected("a wave is a sine or a cosine, along a range of each index of a vector or a matrix")
    names = [unused(name, *arguments) for name in "ij"[: len(ends) // 2]]
    ranges = list(zip(names, ends[::2], ends[1::2], strict=True))
    w, step = Symbol(unused("w", *arguments).name, sequence_sort(1, len(names))), _at(vector, names)
    _expect_closed(value, step, *ends)
    expect(sort_of(value) == REAL, "the phase is no number")
    angle = add(_over(ranges, mul(apply(w, *names), step)), *value.args)
    square = Node("exp", neg(div(_over(ranges, power(step, Number(2))), Number(2))))
    conclusion = eq(expectation(abstract(Node(value.op, angle), w)), mul(value, square))
    expect(sort_of(conclusion) == FORMULA, "no equation between expectations")
    return derived(premises, conclusion)


def _named(name: str, function: Lambda, *others: Term) -> Symbol:
    """A vector or a matrix, as the function takes it, that is named in none of these."""
    return Symbol(unused(name, function, *others).name, function.sort)


def _expect_closed(*terms: Term) -> None:
    """Raise `IllFormed` for a loose bound variable, which the binders here would capture."""
    for term in terms:
        sort_of(term)


def _at(vector: Term, indices: Sequence[Symbol]) -> Term:
    """The value of a function of indices."""
    for index in indices:
        if not isinstance(vector, Lambda) or vector.sort != INTEGER:
            raise Rejected(f"expected a function of {len(indices)} indices")
        vector = instantiate(vector, index)
    return vector


def _over(ranges: Ranges, body: Term) -> Term:
    for index, lower, upper in reversed(ranges):
        body = summation(lower, upper, abstract(body, index))
    return body


def _moved(function: Lambda, ranges: Ranges, step: Term) -> Lambda:
    """w |-> F(w + c)."""
    others = [step, *(part for row in ranges for part in row)]
    before, after = (_named(name, function, *others) for name in "vw")
    places = [unused(name, function, *others) for name in "kl"[: len(ranges)]]
    share = mul(*(delta(index, place) for (index, _, _), place in zip(ranges, places, strict=True)), step)
    entry: Term = add(apply(after, *places), _over(ranges, share))
    for place in reversed(places):
        entry = abstract(entry, place)
    return abstract(substitute(instantiate(function, before), {before: entry}), after, function.hint)
