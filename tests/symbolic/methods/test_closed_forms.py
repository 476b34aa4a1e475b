"""Sequences that never change are numbers, those of an affine recurrence powers; others are neither."""

import pytest

from symbolic.certificate import Certificate, Model
from symbolic.kernel import check
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import difference
from symbolic.language import random_sequence
from symbolic.language.reading import Statement, read_claim
from symbolic.methods import METHODS
from symbolic.methods.closed_forms import closed_forms
from symbolic.methods.draft import Draft
from symbolic.methods.search import Search
from symbolic.prover import refute
from symbolic.terms import INTEGER, ZERO, Lambda, Number, Symbol, apply, eq, instantiate, sequence_sort
from symbolic.terms.text import show
from tests.symbolic.methods.conftest import NAMES

T, V, G = Symbol("t", INTEGER), Symbol("v", sequence_sort()), Symbol("g", sequence_sort(1))


def defined(*lines):
    statements = [Statement((line,), "t" if "(t" in line or "[t" in line else ()) for line in lines]
    return read_claim("f/d/c", "title", "", statements, Statement(("x == 0",)), names=NAMES).assumptions


def known(*lines):
    search = Search(Draft(), METHODS)
    return [show(search.draft.conclusion(step)) for step in closed_forms(defined(*lines), search)]


def test_what_is_mapped_to_itself_stays():
    (found,) = known("v(0) == 3", "v(t + 1) == 2*v(t) - 3")
    assert found.startswith("∀")
    assert found.endswith("= 3")


def test_one_may_rest_since_another_does():
    found = known("v(0) == 0", "v(t + 1) == v(t)/2", "u(0) == 1", "u(t + 1) == u(t)**2 + v(t)")
    assert len(found) == 2
    assert found[1].endswith("= 1")


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (("v(0) == 3", "v(t + 1) == 2*v(t)"), "3*2**t"),
        (("v(0) == 0", "v(t + 1) == v(t)/2 + 1"), "2 - 2*(1/2)**t"),
        (("v(0) == 5", "v(t + 1) == v(t) - 3"), "5 - 3*t"),
        (("v(0) == 1", "v(t + 1) == u(t) - v(t)", "u(0) == 4", "u(t + 1) == u(t)**2 - 12"), "2 - (-1)**t"),
    ],
)
def test_what_moves_affinely_is_a_function_of_the_time(lines, form):
    search = Search(Draft(), METHODS)
    order = lines[2:] + lines[:2]
    *_, step = closed_forms(defined(*order), search)
    (wanted,) = defined(f"v(t) == {form}")
    found, expected = (
        instantiate(formula.args[0], T).args[1].args[1] for formula in (search.draft.conclusion(step), wanted)
    )
    assert difference(found, expected, Facts()).constant == 0


def test_what_begins_with_no_number_or_is_not_affine_has_no_form():
    assert known("v(0) == 3", "v(t + 1) == 2*v(t)**2") == []
    assert known("v(0) == 3", "v(t + 1) == 2*v(t) + t") == []
    assert known("v(0) == 0", "v(t + 1) == v(t) + t*(t - 1)*(t - 2)") == []
    assert known("v(0) == x", "v(t + 1) == v(t)") == []
    assert known("v(t + 1) == v(t)") == []


def test_what_begins_later_than_the_recurrence_says_does_not_rest():
    assert known("v(3) == 0", "v(t + 1) == 2*v(t)") == []


ROWS = "array({}, i, 2, j, 2)".format  # i and j are numbers of rows and columns
IDEMPOTENT, NILPOTENT, EXCHANGE = map(ROWS, ("(2 - i)*j", "(2 - i)*(j - 1)", "(i - j)**2"))


def test_powers_of_a_matrix_may_come_to_rest_at_a_later_time():
    (stays,) = known("P[0] == identity(2)", f"P[t + 1] == {IDEMPOTENT}*P[t]")
    assert "≥ 1: P" in stays
    (vanishes,) = known("P[0] == identity(2)", f"P[t + 1] == {NILPOTENT}*P[t]")
    assert "≥ 2: P" in vanishes
    assert vanishes.endswith("𝟎_{2 × 2}")


def test_columns_may_rest():
    (found,) = known("H[0] == array(3, i, 2)", f"H[t + 1] == {EXCHANGE}*H[t]")
    assert "≥ 0: H" in found


def test_what_comes_to_rest_later_is_not_taken_to_do_so_from_the_beginning(monkeypatch):
    wanted = []
    monkeypatch.setattr("symbolic.methods.closed_forms._always", lambda symbol, *_: wanted.append(symbol.name) or 0)
    product = ("u(0) == 1", "u(t + 1) == u(t)*v(t)")
    closed_forms(defined("v(0) == 1", "v(t + 1) == 0", *product), Search(Draft(), METHODS))
    assert wanted == ["v"]
    closed_forms(defined("v(0) == 0", "v(t + 1) == 0", *product), Search(Draft(), METHODS))
    assert wanted == ["v", "v", "u"]


def test_matrices_may_be_multiplied_by_a_number_from_some_time_on():
    (grows,) = known("P[0] == identity(2)", f"P[t + 1] == 2*{IDEMPOTENT}*P[t]")
    assert "≥ 1: P" in grows
    (alternates,) = known("H[0] == array(3 - 2*i, i, 2)", f"H[t + 1] == {EXCHANGE}*H[t]")
    assert "(-1)^" in alternates.replace("−", "-")


def test_another_sequence_may_follow_from_such_matrices():
    found = known("P[0] == identity(2)", "P[t + 1] == 3*P[t]", "v(0) == 0", "v(t + 1) == v(t) + P[t][1, 2]")
    assert len(found) == 2
    assert found[1].endswith("= 0")


def test_a_multiple_at_the_first_step_alone_is_no_form():
    assert known("P[0] == 2*identity(2)", "P[t + 1] == P[t]*P[t]") == []


def test_powers_that_come_back_or_begin_with_no_numbers_have_no_form():
    assert known("P[0] == identity(2)", f"P[t + 1] == {EXCHANGE}*P[t]") == []
    assert known("P[0] == x*identity(2)", "P[t + 1] == 2*P[t]") == []
    assert known("H[0] == array(i, i, 2)", f"H[t + 1] == {EXCHANGE}*H[t]") == []


def test_what_is_asked_of_all_times_is_answered_by_the_number():
    average = defined("v(0) == 0", "v(t + 1) == v(t)/2 + g(t + 1)")
    claim = read_claim(
        "f/d/c",
        "title",
        "",
        [Statement(("v(t + 1)/(t + 1) <= g(t + 1)**2",), "t")],
        Statement(("0 < g(t + 1)",)),
        names=NAMES,
    )
    model = Model(((G, Lambda(INTEGER, ZERO)), (T, ZERO)), average)
    found = refute(claim, model)
    assert isinstance(found, Certificate)
    assert check(found).refuted
    begun = Model(((G, Lambda(INTEGER, Number(0))), (T, ZERO)), (*average[1:], eq(apply(V, ZERO), Number(-2))))
    assert isinstance(refute(claim, begun), Certificate)
    risen = Model(((G, Lambda(INTEGER, Number(1))), (T, ZERO)), (*average[1:], eq(apply(V, ZERO), Number(2))))
    assert not isinstance(refute(claim, risen), Certificate)


def test_of_one_outcome_or_one_entry_nothing_is_made_a_number():
    """What is defined by outcomes, or entry by entry, has more arguments than a time."""
    average = ("v(0) == 0", "v(t + 1) == v(t)/2 + 1")
    random = read_claim(
        "f/d/c",
        "title",
        "",
        [Statement((line,), "t" if "(t" in line else ()) for line in average],
        Statement(("x == 0",)),
        names={**NAMES, "v": random_sequence("v")},
    ).assumptions
    assert closed_forms(random, Search(Draft(), METHODS)) == ()


@pytest.mark.parametrize("begin", [10**4, 10**9])
def test_what_begins_far_out_is_not_written_as_a_power(begin):
    assert known(f"v({begin}) == 1", f"v(t + {begin + 1}) == 3*v(t + {begin})") == []
