"""From a claim to a certificate that the kernel accepts, or to an honest failure."""

from fractions import Fraction

import pytest

from numeric.points import suspects
from symbolic import prover
from symbolic.certificate import Certificate, Model
from symbolic.kernel import Rejected, check
from symbolic.language import function, real, sequence, size, time
from symbolic.language.reading import Statement, read_claim
from symbolic.methods import Algebra, Induction
from symbolic.prover import prove, refute, refute_beyond_numbers, settle
from symbolic.terms import INTEGER, ONE, Lambda, Number, Symbol, apply, eq, sequence_sort
from symbolic.terms.text import show
from symbolic.verdict import Stuck

NAMES = {
    "beta": real("beta", above=0, below=1),
    "t": time("t"),
    "n": size("n"),
    "v": sequence("v"),
    "g": sequence("g", start=1),
    "f": function("f"),
}
AVERAGE = Statement(("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)",), "t")
UNROLLED = "v(t) == beta**t*v(0) + (1 - beta)*sum(beta**(t - i)*g(i), i, 1, t)"


def read(goal, *assume, id="f/d/c"):  # noqa: A002 (the name that claims use)
    return read_claim(id, "title", "", assume, Statement((goal,)), names=NAMES)


def test_a_certificate_proves_the_claim_it_was_asked_for():
    claim = read(UNROLLED, AVERAGE)
    found = prove(claim)
    assert isinstance(found, Certificate)
    assert check(found).claim is claim


def test_only_what_is_needed_is_kept():
    found = prove(read("x + y == y + x", Statement(("x == 1",)), Statement(("y == 2",))))
    assert check(found).assumptions == ()
    needed = {premise for step in found.steps for premise in step.premises} | {len(found.steps) - 1}
    assert needed == set(range(len(found.steps)))


def test_the_method_that_is_named_is_the_only_one():
    claim = read(UNROLLED, AVERAGE)
    assert isinstance(prove(claim, by=Algebra()), Stuck)
    assert isinstance(prove(claim, by=Induction()), Certificate)


def test_lemmas_are_cited_and_their_steps_included():
    lemma = prove(read(UNROLLED, AVERAGE, id="f/d/lemma"))
    goal = "v(t) == (1 - beta)*sum(beta**(t - i)*g(i), i, 1, t)"
    found = prove(read(goal, AVERAGE, Statement(("v(0) == 0",))), using=[lemma])
    assert check(found).cites == ("f/d/lemma",)
    assert not check(found).refuted


def test_a_lemma_cannot_smuggle_in_what_it_assumes():
    lemma = prove(read("x == 1", Statement(("x == 1",)), id="f/d/lemma"))
    found = prove(read("x + 1 == 2"), using=[lemma])
    if isinstance(found, Certificate):
        with pytest.raises(Rejected, match="assumes what the claim does not"):
            check(found)
    else:
        assert show(found.residual) == "x − 1"


def test_a_failure_says_what_was_tried_and_what_is_left():
    stuck = prove(read("v(t) == beta*v(t - 1) + g(t)", AVERAGE))
    assert isinstance(stuck, Stuck)
    assert show(stuck.residual)
    assert {line.split(":")[0] for line in stuck.tried} >= {"algebra", "rewriting", "induction"}


def test_a_search_ends_when_its_time_is_up():
    stuck = prove(read("v(t) == beta*v(t - 1) + g(t)", AVERAGE), seconds=0)
    assert isinstance(stuck, Stuck)
    assert stuck.tried[-1] == "no proof within 0 seconds"


T, V, G, X = Symbol("t", INTEGER), Symbol("v", sequence_sort()), Symbol("g", sequence_sort(1)), Symbol("x")
HALF = Number(Fraction(1, 2))


def test_a_refutation_adds_the_recurrences_of_the_claim():
    claim = read("v(t) == g(t)", AVERAGE, Statement(("1 <= t",)))
    values = ((Symbol("beta"), HALF), (G, Lambda(INTEGER, ONE)), (T, Number(2)))
    found = refute(claim, Model(values, (eq(apply(V, Number(0)), Number(0)),)))
    assert isinstance(found, Certificate)
    theorem = check(found)
    assert theorem.refuted
    assert len(theorem.sequent.hypotheses) == 2
    assert theorem.sequent.conclusion.op == "ne"


@pytest.mark.parametrize(
    ("goal", "assume", "value"),
    [("x*x == x", [], 1), ("x == 1", ["x < 1"], 2), ("x/x == 1", [], 0)],
)
def test_what_is_no_counterexample_refutes_nothing(goal, assume, value):
    claim = read(goal, *(Statement((one,)) for one in assume))
    assert isinstance(refute(claim, Model(((X, Number(value)),))), Stuck)


def test_what_an_equation_defines_to_be_irrational_refutes_as_well():
    found = settle(read("x*x == 3", Statement(("x == sqrt(2)",))))
    assert isinstance(found, Certificate)
    assert check(found).refuted


def test_a_model_that_gives_no_value_refutes_nothing():
    assert isinstance(refute(read("x == 1"), Model()), Stuck)


NOWHERE_NEGATIVE = Statement(("0 <= f(y)",), "y")


def test_what_is_assumed_of_all_numbers_is_for_the_kernel_to_check_in_a_suspect():
    found = settle(read("f(x) != 7", NOWHERE_NEGATIVE))
    assert isinstance(found, Certificate)
    assert check(found).refuted


def test_a_suspect_between_the_numbers_that_are_tested_refutes_nothing():
    claim = read("0 <= f(x)", NOWHERE_NEGATIVE)
    assert list(suspects(claim, 3))
    assert isinstance(refute_beyond_numbers(claim), Stuck)


@pytest.mark.parametrize(("goal", "value"), [("exp(x) < y", "exp(1)"), ("y != 2*exp(x) - exp(1)", "exp(1)")])
def test_what_is_equal_at_an_irrational_number_only_is_not_strict(goal, value):
    bounds = [Statement((one,)) for one in ("x == 1", "exp(x) <= y", "y <= exp(x)")]
    found = refute_beyond_numbers(read(goal, *bounds))
    assert check(found).refuted
    assert show(dict(found.model.values)[Symbol("y")]) == value


def test_another_suspect_is_tried_where_the_first_is_not_confirmed(monkeypatch):
    asked = []

    def doubted(claim, model, *limit):
        asked.append(model)
        return refute(claim, model, *limit) if len(asked) > 1 else Stuck()

    monkeypatch.setattr(prover, "refute", doubted)
    assert check(refute_beyond_numbers(read("x*y <= 3"))).refuted
    assert len(asked) == 2
