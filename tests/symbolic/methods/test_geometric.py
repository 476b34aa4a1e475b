"""Norms of matrices that each step multiplies by a number: at all times, by the power, where it is positive."""

import pytest

from symbolic.kernel import check
from symbolic.methods import METHODS
from symbolic.methods.closed_forms import closed_forms
from symbolic.methods.draft import Draft
from symbolic.methods.geometric import norms_of_powers
from symbolic.methods.search import Search
from symbolic.prover import refute_beyond_numbers, settle
from symbolic.terms.text import show
from symbolic.verdict import Stuck

POWERS = ("P[0] == identity(2)", ("P[t + 1] == {}*P[t]", "t"))


def powers(of):
    return [POWERS[0], (POWERS[1][0].format(of), "t")]


def norms(read, of):
    search = Search(Draft(), METHODS)
    forms = closed_forms(read("x == 0", *powers(of)).assumptions, search)
    return len(forms), [show(search.draft.conclusion(step)) for step in norms_of_powers(forms, search)]


def test_a_norm_is_a_multiple_of_the_power(read):
    forms, (found,) = norms(read, "array(1, i, 2, j, 2)")
    assert forms == 1
    assert "2^" in found  # which has the norm of 2 at the time 1 in it
    assert "≥ 1: ‖P(" in found


@pytest.mark.parametrize("of", ["(-2)", "(-1/2)"])
def test_powers_of_negative_numbers_are_left_alone(read, of):
    assert norms(read, of) == (1, [])


def test_a_matrix_whose_powers_grow_refutes_what_is_said_of_all_such(read):
    growing = ("P[0] == identity(2)", ("P[t + 1] == M*P[t]", "t"), "tends(norm(P[t]), t, oo)")
    assert check(settle(read("norm(M) > 2", *growing))).refuted


def test_a_norm_that_is_known_at_all_times_tells_what_it_does_not_tend_to(read):
    halved = powers("(1/2)")
    assert check(refute_beyond_numbers(read("tends(norm(P[t]), t, 1)", *halved))).refuted
    assert isinstance(refute_beyond_numbers(read("tends(norm(P[t]), t, 0)", *halved)), Stuck)
