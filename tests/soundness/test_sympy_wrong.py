"""SymPy's own wrong answers, believed: none of them is proved, and what holds instead is."""

import pytest

from derivations.pipeline import decide
from symbolic.language.reading import Unreadable
from symbolic.verdict import Outcome
from tests.soundness.sympy_wrong.table import PAGE, WRONG, page
from tests.soundness.sympy_wrong.wrong import REFUTED, SYMPY, UNKNOWN, VACUOUS

VERDICTS = (REFUTED, VACUOUS, UNKNOWN)
calls = pytest.mark.parametrize("wrong", WRONG, ids=[wrong.call for wrong in WRONG])
BELIEVED = [wrong for wrong in WRONG if wrong.outcome in VERDICTS]
REFUSED = [wrong for wrong in WRONG if wrong.outcome not in VERDICTS]
TRUE = [wrong for wrong in WRONG if wrong.true is not None]


def judged(wrong, goal):
    return decide(wrong.claim(goal), None, (), seed=0)[0]


@calls
def test_sympy_still_gives_the_answer(wrong):
    """What a later SymPy gives another answer to leaves the table."""
    found = str(eval(wrong.call, dict(SYMPY)))  # our own text
    if found != wrong.answer:
        pytest.xfail(f"SymPy gives {found}, no longer {wrong.answer}")


@pytest.mark.parametrize("wrong", BELIEVED, ids=[wrong.call for wrong in BELIEVED])
def test_a_claim_that_believes_sympy_is_not_proved(wrong):
    verdict = judged(wrong, wrong.believed)
    assert (VACUOUS if verdict.vacuous else verdict.outcome.name.lower()) == wrong.outcome
    assert verdict.outcome is not Outcome.PROVED


@pytest.mark.parametrize("wrong", REFUSED, ids=[wrong.call for wrong in REFUSED])
def test_what_the_language_has_no_words_for_is_refused(wrong):
    with pytest.raises(Unreadable, match=wrong.outcome):
        wrong.claim(wrong.believed)


@pytest.mark.parametrize("wrong", TRUE, ids=[wrong.call for wrong in TRUE])
def test_what_holds_instead_is_proved(wrong):
    assert judged(wrong, wrong.true).outcome is Outcome.PROVED


def test_most_are_refuted():
    outcomes = [wrong.outcome for wrong in WRONG]
    assert len(outcomes) >= 40
    assert outcomes.count(REFUTED) > len(outcomes) / 2


def test_the_page_shows_the_table():
    assert PAGE.read_text() == page()
