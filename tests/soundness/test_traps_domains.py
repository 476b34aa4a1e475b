"""Traps of definedness: cuts of logarithms and roots, cancelled denominators, ranges and greatest values of nothing."""

from fractions import Fraction

import pytest

from derivations import Derivation
from derivations.pipeline import Run, decide
from derivations.transcript import Transcript
from symbolic.certificate import Certificate, Model
from symbolic.claim import Claim
from symbolic.kernel import check
from symbolic.language import integer, matrix, real, sequence, size, time
from symbolic.language.reading import Statement, read_claim
from symbolic.prover import prove, refute
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    add,
    diff,
    div,
    eq,
    maximum_of,
    mul,
    ne,
    power,
    sub,
)
from symbolic.terms import Symbol as Name
from symbolic.terms.text import show
from symbolic.verdict import Outcome

n = size("n")
NAMES = {
    **{name: real(name) for name in "abxy"},
    "n": n,
    "t": time("t"),
    "k": integer("k"),
    "e": sequence("e", start=1),
    "A": matrix("A", n, n),
}


def judged(goal):
    return decide(read_claim("traps/trap/trap", "trap", "", (), Statement((goal,)), names=NAMES), None, (), seed=0)[0]


ONLY_WHERE = {
    "the logarithm of a square": ("log(x**2) == 2*log(x)", ["0 < x"]),
    "the logarithm of a product": ("log(x*y) == log(x) + log(y)", ["0 < x", "0 < y"]),
    "the exponential of a logarithm": ("exp(log(x)) == x", ["0 < x"]),
    "a product of roots": ("sqrt(x)*sqrt(y) == sqrt(x*y)", ["0 ≤ x", "0 ≤ y", "0 ≤ x·y"]),
    "a quotient of roots": ("sqrt(x/y) == sqrt(x)/sqrt(y)", ["y ≠ 0", "0 ≤ x/y", "0 ≤ x", "0 ≤ y"]),
    "a square of a root": ("sqrt(x)**2 == x", ["0 ≤ x"]),
    "a cancelled sum": ("(x**2 - 1)/(x - 1) == x + 1", ["x − 1 ≠ 0"]),
    "a cancelled factor": ("(x*y)/(x*a) == y/a", ["x ≠ 0", "a ≠ 0"]),
    "a reciprocal of a reciprocal": ("1/(1/x) == x", ["x ≠ 0"]),
    "partial fractions": ("1/(x*(x + a)) == (1/x - 1/(x + a))/a", ["x ≠ 0", "x + a ≠ 0", "a ≠ 0"]),
    "a greatest value": ("e(1) <= max(e(k), k, 1, t)", ["1 ≤ t"]),
    "a greatest value compared with itself": ("max(e(k), k, 1, t) == max(e(k), k, 1, t)", ["1 ≤ t"]),
    "an inverse": ("A.I*A == A*A.I", ["A is invertible"]),
}


@pytest.mark.parametrize("name", ONLY_WHERE)
def test_a_claim_that_is_true_where_defined_says_where(name):
    goal, conditions = ONLY_WHERE[name]
    verdict = judged(goal)
    assert verdict.outcome is Outcome.PROVED
    assert [show(condition) for condition in verdict.claim.conditions] == conditions


FALSE = {
    "the other branch of a root": ("sqrt(x**2) == x", {"x": "−1"}),
    "a sum below a root": ("sqrt(x**2 + y**2) == x + y", {"x": "0", "y": "−1"}),
    "the base of a power": ("abs(x)**n == x**n", {"x": "−1", "n": "1"}),
    "a power of a power, exponents added": ("(a**n)**n == a**(2*n)", {"n": "1", "a": "−1"}),
    "0^0 in a sum of powers": ("sum(x**k, k, 0, t) == x*sum(x**k, k, 0, t)", {"t": "0", "x": "0"}),
    "0^0 at the end of a range": ("sum(0**(n - k), k, 1, n) == 0", {"n": "1", "left side": "1"}),
    "an empty product is not 0": ("prod(x, k, 1, t) == x*prod(x, k, 1, t)", {"t": "0", "x": "0"}),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_false_claim_is_refuted_at_the_point_that_says_why(name):
    goal, reason = FALSE[name]
    verdict = judged(goal)
    assert verdict.outcome is Outcome.REFUTED
    assert reason.items() <= dict(verdict.evidence.display).items()


@pytest.mark.parametrize(
    "goal",
    [
        "(-8)**(1/3) == -2",
        "0**a == 0",
        "log(0) == log(0)",
        "max(e(k), k, 1, 0) == 0",
        "1/0 == 0",
        "sum(e(k), k, 1, -5) == 0",
    ],
)
def test_a_claim_that_speaks_of_nothing_is_vacuous(goal):
    verdict = judged(goal)
    assert verdict.vacuous
    assert verdict.outcome is Outcome.UNKNOWN


X, A = Name("x"), Name("a")
NOTHING = maximum_of(ONE, ZERO, Lambda(INTEGER, Node("pow", X, Bound(0)), "k"))

# In the kernel's total semantics (x/0 = 0) these fail where the author's claim is undefined.
BARE = {
    "a cancelled sum": (eq(div(sub(power(X, Number(2)), ONE), sub(X, ONE)), add(X, ONE)), ((X, ONE),)),
    "a cancelled factor": (eq(div(mul(X, A), X), A), ((X, ZERO), (A, ONE))),
    "a negative power": (eq(mul(power(X, Number(-1)), X), ONE), ((X, ZERO),)),
}


@pytest.mark.parametrize("name", BARE)
def test_without_its_conditions_a_claim_is_not_proved_but_refuted(name):
    goal, values = BARE[name]
    claim = Claim("traps/bare/bare", "bare", "", (), (), (), goal)
    assert not isinstance(prove(claim), Certificate)
    assert check(refute(claim, Model(values))).refuted


UNSPECIFIED = {
    "a greatest value of nothing": eq(NOTHING, ZERO),
    "a logarithm of 0": eq(Node("log", ZERO), ZERO),
    "a logarithm of what may be negative": eq(Node("log", power(X, Number(2))), mul(Number(2), Node("log", X))),
    "a root of what may be negative": eq(power(power(X, Number(Fraction(1, 2))), Number(2)), X),
    "a derivative where there is none": eq(diff(Lambda(REAL, Node("abs", Bound(0)), "x"), ZERO), ZERO),
}


@pytest.mark.parametrize("name", UNSPECIFIED)
def test_of_what_is_unspecified_nothing_is_proved(name):
    """Nor its contrary: it is some number."""
    goal = UNSPECIFIED[name]
    for formula in (goal, ne(*goal.args)):
        assert not isinstance(prove(Claim("traps/bare/bare", "bare", "", (), (), (), formula)), Certificate)


def test_nothing_cites_itself_or_in_a_circle():
    """What is cited is what was stated before, whatever becomes of the list."""
    numbers = real("x"), real("y")
    derivation, cited, own = Derivation("Circles"), [], []
    first = derivation.have("first", *numbers, using=cited)
    cited.append(derivation.have("second", *numbers[::-1], using=[first]))
    own.append(derivation.have("itself", numbers[0] ** 2, numbers[1], using=own))
    assert [list(one.using) for one in derivation.claims] == [[], [first], []]
    assert {Run().judged(one).outcome for one in derivation.claims} == {Outcome.REFUTED}


def test_no_line_cites_itself():
    own = []
    line = Transcript("Circles").line("x = y", "x == y", using=own)
    own.append(line)
    assert line.said["using"] == ()
