"""Slips in a class: what they are, and that the one which mends a line is found and proved."""

import pytest

from derivations.class_slips import class_slips, keeps_its_function
from derivations.pipeline import decide
from derivations.repair import repaired
from symbolic.language import size
from symbolic.language.reading import Statement, read_claim
from symbolic.terms import INTEGER, Node, Symbol, class_of, le, mul, symbols
from symbolic.terms.text import show
from symbolic.verdict import Outcome

n, d, h = size("n d h")
NAMES = {"n": n, "d": d, "h": h}
N, D = Symbol("n", INTEGER), Symbol("d", INTEGER)


def read(text):
    return read_claim("f/d/c", "title", "", [], Statement((text,)), names=NAMES)


def judge(claim):
    return decide(claim, None, (), 0)


@pytest.mark.parametrize(
    ("line", "mended", "edit"),
    [
        ("big_theta(2*n*d, n, n, d)", "Θ(d·n)", "the factor d at n"),
        ("big_theta(h*n**2*d, n**2*d, n, d, h)", "Θ(h·n^2·d)", "the factor h at n^2·d"),
        ("big_theta(n**2 + 3*n*d**2, n**2, n, d)", "Θ(n^2 + n·d^2)", None),
        ("big_theta(n*d**2, n*d**3, n, d)", "Θ(n·d^2)", "exponent of d^3"),
        ("big_theta(4*d**2 + n*d, d**w + n*d, n, d)", "Θ(d^2 + n·d)", "2 for w"),
    ],
)
def test_a_slip_is_mended(line, mended, edit):
    wrong = read(line)
    found = repaired(wrong, ["w"], 0, judge)
    assert found.proved
    assert f"= {mended} " in show(found.verdict.claim.goal)
    assert edit in (None, found.edit)
    assert found.verdict.claim.goal.args[0] == wrong.goal.args[0]


def test_the_function_is_never_what_is_corrected():
    goal = read("big_theta(n*d, n, n, d)").goal
    assert isinstance(goal, Node)
    assert keeps_its_function(Node(goal.op, goal.args[0], goal.args[0]), goal)
    assert not keeps_its_function(Node(goal.op, goal.args[1], goal.args[1]), goal)
    assert not keeps_its_function(Node("big_o", *goal.args), goal)
    within = class_of("big_theta", [N, D], mul(N, D), N, [le(D, N)])
    without = class_of("big_theta", [N, D], mul(N, D), N)
    assert not keeps_its_function(without, within)
    assert keeps_its_function(le(N, D), le(D, N))


def test_slips_of_a_goal_without_a_class_are_none():
    assert list(class_slips(read("n + d == 2*n"))) == []


def test_a_letter_that_is_bound_and_free_is_no_slip_of_this_kind():
    goal = class_of("big_theta", [N], mul(N, D), N)
    both = Node(goal.op, *(type(part)(part.sort, part.body, "d") for part in goal.args))
    claim = read("big_theta(n, d, n, d)")
    assert list(class_slips(type(claim)("f/d/c", "", "", (), (), (), both))) == []
    assert symbols(both) == {D}


def test_a_line_with_a_false_premise_is_vacuous():
    claim = read_claim(
        "f/d/c", "", "", [Statement(("big_theta(n*d, n, n, d)",))], Statement(("big_o(n, n, n)",)), names=NAMES
    )
    verdict, _ = judge(claim)
    assert verdict.vacuous
    assert verdict.outcome is Outcome.UNKNOWN
    fine = read_claim(
        "f/d/c", "", "", [Statement(("big_theta(n*d + n, d*n, n, d)",))], Statement(("big_o(n, n, n)",)), names=NAMES
    )
    assert judge(fine)[0].outcome is Outcome.PROVED


def test_the_terms_of_the_function_come_without_their_numbers():
    claim = read("big_theta(4*n*d + 7, n, n, d)")
    terms = [slip.description for slip in class_slips(claim) if slip.description.startswith("the term")]
    assert terms == ["the term n·d", "the term 7"]
