"""A class is that of the same functions written otherwise, in the same regime or within it; of others it says nothing.

With a real exponent the class is not decided by what the functions are, and is false for most.
"""

import pytest

from symbolic.kernel import check
from symbolic.language import real, size
from symbolic.language.reading import Statement, read_claim
from symbolic.methods import Classes
from symbolic.prover import prove, refute_beyond_numbers
from symbolic.verdict import Stuck

NAMES = {"n": size("n"), "d": size("d"), "w": real("w")}
GOAL = "(4*n*d + d**2, d**w + n*d, n, d)"
SAME = {
    "another order": ("big_theta" + GOAL, "big_theta(n*d + d*n + d**2 + n*d + n*d, n*d + d**w, n, d)"),
    "of O": ("big_o" + GOAL, "big_o(d**2 + 4*d*n, n*d + d**w, n, d)"),
    "of Omega": ("big_omega" + GOAL, "big_omega(d*(d + 4*n), n*d + d**w, n, d)"),
    "a product written out": ("big_theta(n*(n + d**w), n, n, d)", "big_theta(n**2 + n*d**w, n, n, d)"),
    "from no regime": ("big_theta(n*d, d**w, n, d, d <= n)", "big_theta(d*n, d**w, n, d)"),
    "from a larger regime": ("big_o(n*d, d**w, n, d, 3*d <= n)", "big_o(d*n, d**w, n, d, d <= n)"),
}
OTHERS = {
    "another coefficient of a term": ("big_theta" + GOAL, "big_theta(4*n*d + n**2, d**w + n*d, n, d)"),
    "another class": ("big_theta" + GOAL, "big_o(4*n*d + d**2, d**w + n*d, n, d)"),
    "the other way round": ("big_o" + GOAL, "big_o(d**w + n*d, 4*n*d + d**2, n, d)"),
    "another exponent": ("big_theta" + GOAL, "big_theta(4*n*d + d**2, d**(w + 1) + n*d, n, d)"),
    "from a smaller regime": ("big_theta" + GOAL, "big_theta(4*n*d + d**2, d**w + n*d, n, d, d <= n)"),
    "sizes exchanged": ("big_theta" + GOAL, "big_theta(4*n*d + n**2, n**w + n*d, n, d)"),
    "a size less": ("big_theta" + GOAL, "big_theta(4*n + 1, n + 1, n)"),
}


def read(goal, assumed):
    return read_claim("f/d/c", "t", "", [Statement((assumed,))], Statement((goal,)), names=NAMES)


@pytest.mark.parametrize("name", SAME)
def test_the_same_functions_are_in_the_same_class(name):
    theorem = check(prove(read(*SAME[name]), by=Classes()))
    assert not theorem.refuted
    assert len(theorem.assumptions) == 1


@pytest.mark.parametrize("name", OTHERS)
def test_other_functions_are_not(name):
    assert isinstance(prove(read(*OTHERS[name]), by=Classes()), Stuck)


@pytest.mark.parametrize("name", ["another class", "from a smaller regime"])
def test_that_it_does_not_follow_is_shown_by_an_exponent(name):
    assert check(refute_beyond_numbers(read(*OTHERS[name]))).refuted
