"""Which equations of the context rewrite a term, which only constrain it, and what an equation's left side matches."""

import pytest

from symbolic.language.conventions import declare
from symbolic.language.reading import Statement, read_claim
from symbolic.language.text import read_text
from symbolic.methods import METHODS
from symbolic.methods.draft import Draft
from symbolic.methods.equations import equations
from symbolic.methods.search import Goal, Search
from symbolic.terms.text import show
from tests.symbolic.methods.conftest import NAMES


def known(*assume):
    statements = [Statement((one,)) if isinstance(one, str) else Statement((one[0],), one[1]) for one in assume]
    claim = read_claim("f/d/c", "title", "", statements, Statement(("0 == 0",)), names=NAMES)
    return equations(Goal(claim.goal, (*claim.assumptions, *claim.domains)), Search(Draft(), METHODS))


def test_an_element_a_symbol_and_a_sum_with_a_number_for_its_value_are_defined():
    rules, others = known("x == y + 1", "v(0) == 2", ("u(t + 1) == 2*u(t)", "t"), "sum(w(i), i, 1, n) == 1")
    assert [show(rule.left) for rule in rules[:3]] == ["x", "v(0)", "Σ_{i=1}^{n} w(i)"]
    assert len(rules) == 4
    assert len(rules[3].variables) == 1  # of all times comes last
    assert others == []


@pytest.mark.parametrize(
    "one", ["a*x == a*y", "x == x**2", "sum(v(i), i, 1, n) == x + sum(u(i), i, 1, n)", "x + y == 0"]
)
def test_what_defines_nothing(one):
    rules, others = known(one)
    assert (len(rules), len(others)) == (0, 1)


def test_an_equation_may_define_from_right_to_left():
    (rule,), _ = known("a*b == x")
    assert rule.flipped
    assert show(rule.left) == "x"


def test_of_two_equations_about_one_thing_the_first_defines_it():
    rules, others = known("x == a", "x == b")
    assert [show(rule.right) for rule in rules] == ["a"]
    assert [show(other.right) for other in others] == ["b"]


def test_what_is_constant_in_a_variable_is_not_defined_for_each():
    rules, others = known(("a == v(t)*b", "t"))
    assert rules == []
    assert len(others) == 1


def test_an_equation_of_matrices_defines_entries():
    rules, _ = known("A == B*C")
    (rule,) = rules
    assert len(rule.variables) == 2
    assert len(rule.guards) == 4


def test_the_entries_of_an_inverse_are_not_defined_by_one_another():
    rules, others = known("A.I == B*A.I")
    assert rules == []
    assert len(others) == 1
    assert len(known("A.I == B*C")[0]) == 1


def matched(left, term, *variables):
    """The values of ``variables`` for which ``left = ...``, assumed for all of them, is about ``term``."""
    rules, others = known((f"{left} == 0", list(variables)))
    (equation,) = rules or others
    found = equation.matching(read_text(term, declare(term, names=NAMES)))
    return None if found is None else sorted(show(value) for value in found.values())


@pytest.mark.parametrize(
    ("left", "term", "values"),
    [
        ("v(t)", "v(3)", ["3"]),
        ("v(t + 1)", "v(k)", ["k − 1"]),
        ("v(t + 1)", "v(t + 2)", ["1 + t"]),
        ("v(t)*v(t)", "v(k)**2", ["k"]),
    ],
)
def test_indices_are_solved_for(left, term, values):
    found = matched(left, term, "t")
    assert found is not None
    assert {text.replace("−1 + k", "k − 1") for text in found} == set(values)


@pytest.mark.parametrize(
    ("left", "term"),
    [("v(t)", "u(t)"), ("v(2*t)", "v(k)"), ("v(t)*v(t)", "v(k)**3"), ("v(t)*v(t + 1)", "v(k)*v(k)"), ("v(t)", "x")],
)
def test_what_is_no_instance(left, term):
    assert matched(left, term, "t") is None
