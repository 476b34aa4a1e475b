"""Earlier claims as they stand: links of a chain, and facts for a comparison."""

import pytest

from derivations import Derivation
from derivations.pipeline import Run
from symbolic.kernel import check
from symbolic.language import Le, Lt, Sum, integer, real, time
from symbolic.methods import Chained
from symbolic.prover import prove
from symbolic.verdict import Outcome, Stuck

x, y, z = real("x y z")
t, i = time("t"), integer("i")


def outcome(claim):
    return Run().judged(claim).outcome


def test_equations_lead_from_the_left_to_the_right():
    derivation = Derivation("powers")
    first = derivation.have("expanded", (x + y) ** 2, x**2 + 2 * x * y + y**2)
    second = derivation.have("grouped", x**2 + 2 * x * y + y**2, x * (x + 2 * y) + y**2)
    end = derivation.show("both", (x + y) ** 2, x * (x + 2 * y) + y**2, by=Chained(), using=[first, second])
    assert outcome(end) is Outcome.PROVED


def test_a_missing_link_is_not_made_up():
    derivation = Derivation("powers")
    first = derivation.have("expanded", (x + y) ** 2, x**2 + 2 * x * y + y**2)
    end = derivation.show("both", (x + y) ** 2, x * (x + 2 * y) + y**2, by=Chained(), using=[first])
    assert outcome(end) is Outcome.SUPPORTED


def test_a_lemma_about_every_time_serves_at_the_same_time():
    derivation = Derivation("sums")
    ones = derivation.have("as many as there are", Sum(1, (i, 1, t)), t)
    twice = derivation.have("twice", t, 2 * t - t)
    end = derivation.show("both", Sum(1, (i, 1, t)), 2 * t - t, by=Chained(), using=[ones, twice])
    assert outcome(end) is Outcome.PROVED


@pytest.mark.parametrize(("relation", "wanted"), [(Lt(x, z + 1), Outcome.PROVED), (Lt(x, z), Outcome.REFUTED)])
def test_a_comparison_of_what_the_sides_are_equal_to(relation, wanted):
    derivation = Derivation("order")
    derivation.assume("x == y + 0*z")
    derivation.assume("y <= z")
    link = derivation.have("x is y", x, y)
    bound = derivation.have("below z", Le(y, z))
    end = derivation.show("x below", relation, by=Chained(), using=[link, bound])
    assert outcome(end) is wanted


def test_without_lemmas_there_is_nothing_to_do(read):
    assert isinstance(prove(read("x == x"), by=Chained()), Stuck)


def test_what_it_finds_is_replayed(read):
    lemma = prove(read("x*(y + 1) == x*y + x"))
    assert not isinstance(lemma, Stuck)
    found = prove(read("x*(y + 1) == x*y + x"), by=Chained(), using=[lemma])
    assert not isinstance(found, Stuck)
    assert not check(found).refuted
