"""Earlier claims at other values: of other symbols and sequences, whose hypotheses are shown of them."""

from math import prod

import pytest

from derivations import Derivation
from derivations.catalog.running_average import unrolled
from derivations.pipeline import Run
from symbolic.kernel import check
from symbolic.language import Eq, Le, Sum, integer, real, sequence, sqrt, time
from symbolic.methods import Specialised
from symbolic.prover import prove
from symbolic.verdict import Outcome, Stuck

p, q, x = real("p q x")
c, rho = real("c", above=0), real("rho", above=0, below=1)
t, T, i = time("t"), time("T"), integer("i")
r, a, b = sequence("r a b")
h = sequence("h", start=1)


def root_lemma():
    order = Derivation("order")
    order.assume(Le(0, p))
    order.assume(Le(p, q))
    return order.have("roots", Le(sqrt(p), sqrt(q)))


def judged(goal, *assumed, using):
    derivation = Derivation("elsewhere")
    for one in assumed:
        derivation.assume(*one[:-1], forall=one[-1])
    return Run().judged(derivation.show("goal", *goal, by=Specialised(), using=using))


def test_a_lemma_about_numbers_serves_for_elements_of_sequences():
    signs = (Le(0, a(t)), t), (Le(a(t), b(t)), t)
    found = judged([Le(sqrt(a(t + 1)), sqrt(b(t + 1)))], *signs, using=[root_lemma()])
    assert found.outcome is Outcome.PROVED
    assert found.certificate.cites
    assert check(found.certificate) == found.verdict.theorem


def test_the_hypotheses_of_the_lemma_are_owed():
    found = judged([Le(sqrt(a(t)), sqrt(b(t)))], (Le(0, a(t)), t), (Le(0, b(t)), t), using=[root_lemma()])
    assert found.outcome is Outcome.REFUTED


def moment(square):
    return (r(t + 1), rho * r(t) + (1 - rho) * square, t), (Eq(r(0), 0), None)


def test_a_sequence_of_the_lemma_may_be_any_expression_of_the_index():
    goal = r(t), (1 - rho) * Sum(rho ** (t - i) * h(i) ** 2, (i, 1, t))
    found = judged(goal, *moment(h(t + 1) ** 2), using=[unrolled])
    assert found.outcome is Outcome.PROVED
    assert found.certificate.cites == (unrolled.id,)


@pytest.mark.parametrize("body", [h(i), h(i) ** 2 + 1, h(i + 1) ** 2])
def test_another_sum_is_not_what_the_lemma_says(body):
    derivation = Derivation("elsewhere")
    for *one, every in moment(h(t + 1) ** 2):
        derivation.assume(*one, forall=every)
    run, goal = Run(), derivation.show("goal", r(t), (1 - rho) * Sum(rho ** (t - i) * body, (i, 1, t)))
    claim, lemma = run.judged(goal).verdict.claim, run.judged(unrolled).certificate
    assert isinstance(prove(claim, Specialised(), [lemma]), Stuck)


def test_recurrences_of_one_form_are_told_apart_by_what_speaks_of_all_of_them():
    """Each of the four may be taken for any other; the gap is shorter, but there is one way to read it."""
    gap, *four = sequence("gap r a b d")
    factor = prod(k + rho for k in range(9))

    def stated(end, **how):
        derivation = Derivation("together")
        for one in four:
            derivation.assume(one(t + 1), factor * one(t), forall=t)
        derivation.assume(gap(t), sum(k * one(t) for k, one in enumerate(four, start=2)), forall=t)
        ahead = derivation.have("ahead", gap(end + 1), factor * gap(end))
        derivation.assume(gap(end), 0)
        return derivation.show("none", gap(end + 1), 0, **(how or {"using": [ahead]}))

    assert Run().judged(stated(T, by=Specialised(), using=[stated(t)])).outcome is Outcome.PROVED
