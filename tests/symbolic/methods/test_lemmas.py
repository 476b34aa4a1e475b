"""What is cited becomes lemmas one after the other; hypotheses that are not assumed are shown, or stay."""

import pytest

from derivations import Derivation
from derivations.pipeline import Run
from symbolic.language import Eq, Le, real
from symbolic.methods.algebra import Algebra
from symbolic.methods.draft import Draft
from symbolic.methods.lemmas import cited
from symbolic.methods.search import Goal, Search
from symbolic.methods.structure import Given
from symbolic.terms import Node

x, y = real("x y")


def shown(goal, *assumed):
    derivation = Derivation("earlier")
    for one in assumed:
        derivation.assume(one)
    return Run().judged(derivation.show("claim", goal))


one = shown(Le(0, x), Eq(x, 1))
next_one = shown(Le(0, x + 1), Le(0, x))  # its hypothesis is what the first one says
LEMMAS = ([one, next_one], True), ([next_one, one], False), ([next_one], False)


@pytest.mark.parametrize(("using", "plain"), LEMMAS)
def test_an_earlier_citation_may_show_the_hypotheses_of_a_later_one(using, plain):
    claim = one.verdict.claim
    search = Search(Draft(), [Given()])
    goal = cited([each.certificate for each in using], Goal(claim.goal, claim.assumptions), search)
    said = [search.draft.conclusion(lemma) for lemma in goal.lemmas]
    assert len(said) == len(using)
    assert (next_one.verdict.claim.goal in said) is plain
    assert all(search.draft.sequent(lemma).hypotheses <= set(claim.assumptions) for lemma in goal.lemmas)
    assert plain or any(isinstance(each, Node) and each.op == "forall" for each in said)


def test_what_was_tried_for_a_hypothesis_is_not_told_of_the_goal():
    claim = one.verdict.claim
    search = Search(Draft(), [Algebra()])
    cited([next_one.certificate], Goal(claim.goal, ()), search)
    assert [line.split(":")[0] for line in search.tried] == [f"citing {next_one.verdict.claim.id}"]
    assert search.residual is None
