"""Elements at fixed times in short forms: each is written out once, however often it is used."""

import pytest

from symbolic.certificate import Certificate, Model
from symbolic.kernel import check
from symbolic.language.reading import Statement, read_claim
from symbolic.methods import METHODS
from symbolic.methods.draft import Draft
from symbolic.methods.elements import MOST_ELEMENTS, elements
from symbolic.methods.search import Goal, Search
from symbolic.prover import refute
from symbolic.terms.text import show
from tests.symbolic.methods.conftest import NAMES


def defined(*lines):
    statements = [Statement((line,), "t" if "(t" in line else ()) for line in lines]
    return read_claim("f/d/c", "title", "", statements, Statement(("x == 0",)), names=NAMES).assumptions


def known(goal, *lines):
    search = Search(Draft(), METHODS)
    (formula,) = defined(goal)
    steps = elements([formula], Goal(formula, defined(*lines)), search)
    return [show(search.draft.conclusion(step)) for step in steps]


def test_elements_come_after_those_that_they_are_made_from():
    assert known("u(1 + 1) == 3", "v(0) == 4", "v(t + 1) == v(t)/2", "u(t) == v(t + 1)*v(t)") == [
        "v(0) = 4",
        "v(1) = 2",
        "v(2) = 1",
        "v(3) = 1/(2)",
        "u(2) = 1/(2)",
    ]


def test_a_guard_of_a_recurrence_is_met_by_the_numbers_that_were_found():
    assert known("v(1) == 0", "v(0) == 9", "v(t + 1) == sqrt(v(t))")[-1] == "v(1) = 3"
    assert known("v(1) == 0", "v(0) == -9", "v(t + 1) == sqrt(v(t))") == ["v(0) = −(9)"]


@pytest.mark.parametrize("lines", [("v(0) == x", "v(t + 1) == v(t)"), ("v(t + 1) == v(t)",), ("v(t) == v(t + 1)",)])
def test_what_is_no_number_is_left_out(lines):
    assert known("v(2) == 0", *lines) == []


def test_what_needs_too_many_elements_is_left_out():
    last = MOST_ELEMENTS - 1
    assert len(known(f"v({last}) == 0", "v(0) == 1", "v(t + 1) == v(t) + 1")) == MOST_ELEMENTS
    assert known(f"v({last + 1}) == 0", "v(0) == 1", "v(t + 1) == v(t) + 1") == []


def test_a_recurrence_that_uses_each_element_often_is_refuted_late():
    lines = ("v(0) == 2", "v(t + 1) == sqrt(1 + v(t)**2)*v(t)/(1 + v(t)**2)")
    claim = read_claim("f/d/c", "title", "", [], Statement(("v(6) == v(7)",)), names=NAMES)
    found = refute(claim, Model((), defined(*lines)))
    assert isinstance(found, Certificate)
    assert check(found).refuted
