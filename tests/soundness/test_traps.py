"""Hand-made traps: false claims are refuted, with the counterexample that says why; none is proved."""

from fractions import Fraction

import pytest
from sympy import Dummy, Function, Symbol

from derivations.pipeline import decide
from symbolic.certificate import Certificate, Model
from symbolic.claim import Claim
from symbolic.kernel import Rejected, Theorem, check
from symbolic.kernel.rules import RULES
from symbolic.language import Sum, integer, real, sequence, size, time
from symbolic.language.reading import Statement, Unreadable, read_claim
from symbolic.prover import prove, refute
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Number,
    add,
    apply,
    div,
    eq,
    forall,
    function_sort,
    implies,
    instantiate,
    le,
    lt,
    mul,
    power,
    sequence_sort,
    sub,
    substitute,
    summation,
)
from symbolic.terms import Symbol as Name
from symbolic.terms.text import show
from symbolic.verdict import Outcome

NAMES = {"v": sequence("v"), "e": sequence("e"), "g": sequence("g", start=1), "t": time("t"), "n": size("n")}
DOUBLING = Statement(("v(t + 1) == 2*v(t)",), "t")
POSITIVE = Statement(("0 < e(t)",), "t")


def judged(*goal, assume=(), by=None):
    claim = read_claim("traps/trap/trap", "trap", "", assume, Statement(goal), names=NAMES)
    return decide(claim, by, (), seed=0)[0]


def given(*relation):
    return Statement(relation)


FALSE = {
    "the square root of a square": ("(x**2)**(1/2) == x", [], {"x": "−1"}),
    "a power of a power, x < 0 allowed": ("((x**2)**(1/2))**3 == x**3", [], {"x": "−1"}),
    "0^0 is 1": ("0**t == 0", [], {"t": "0"}),
    "0^0 is 1, as numbers": ("0**0 == 0", [], {"left side": "1"}),
    "geometric sum, one term short": ("sum(b**j, j, 0, t) == (1 - b**t)/(1 - b)", [], {"t": "0"}),
    "geometric sum at b = 1": ("(1 - b)*sum(b**j, j, 0, t) == 1 - b**t", [], {"t": "0"}),
    "no base case": ("v(t) == 0", [DOUBLING], {"v(0)": "1"}),
    "the base case is another": ("v(t) == 0", [DOUBLING, given("v(0) == 1")], {"v(0)": "1"}),
    "the induction variable is free in an assumption": (
        "v(t) == 0",
        [Statement(("v(t + 1) == v(t) + t - x",), "t"), given("v(0) == 0"), given("x == t")],
        {"t": "1", "x": "1"},
    ),
    "an assumption about one t is not about all": ("v(t + 1) == 0", [given("v(t) == 0")], {"t": "0"}),
    "a square is not positive": ("0 < x*x", [], {"x": "0"}),
    "a multiplier without a sign": ("a*b <= a*c", [given("b <= c")], {"a": "−1"}),
    "reciprocals across 0": ("1/b <= 1/a", [given("a <= b")], {"a": "−1", "b": "1"}),
    "between integers there is no half": ("0 < i*(i - 1)", [], {"i": "0"}),
    "capture of an index": ("sum(e(i)*e(i), i, 1, n) == e(k)*sum(e(i), i, 1, n)", [], {"n": "1"}),
    "capture of an index from outside": ("sum(sum(e(i), i, 1, n), i, 1, n) == sum(n*e(i), i, 1, n) + e(0)", [], {}),
    "a square of a sum": ("(a + b)**2 == a**2 + b**2", [], {}),
    "an average of a product": ("n*sum(e(i)*v(i), i, 1, n) == sum(e(i), i, 1, n)*sum(v(i), i, 1, n)", [], {"n": "2"}),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_false_claim_is_refuted_at_the_point_that_says_why(name):
    goal, assume, reason = FALSE[name]
    verdict = judged(goal, assume=assume)
    assert verdict.outcome is Outcome.REFUTED
    assert reason.items() <= dict(verdict.evidence.display).items()


ONLY_WHERE = {
    "fact leak: the range may be empty": (
        "sum(e(i), i, 1, t)/sum(e(j), j, 1, t) == 1",
        [POSITIVE],
        ["Σ_{j=1}^{t} e(j) ≠ 0"],
    ),
    "fact leak, times something": (
        "x*(sum(e(i), i, 1, t)/sum(e(j), j, 1, t)) == x",
        [POSITIVE],
        ["Σ_{j=1}^{t} e(j) ≠ 0"],
    ),
    "geometric sum": ("sum(b**j, j, 0, t) == (1 - b**(t + 1))/(1 - b)", [], ["1 − b ≠ 0"]),
    "x/x": ("x/x == 1", [], ["x ≠ 0"]),
    "0/x": ("0/x == 0", [], ["x ≠ 0"]),
    "a power of a power": ("(x**a)**b == x**(a*b)", [], ["0 < x"]),
    "index before the start": ("v(t - 1) - v(t - 1) == 0", [], ["1 ≤ t"]),
    "a schema at its first point": ("v(t) == 2*v(t - 1)", [DOUBLING], ["1 ≤ t"]),
    "a range below empty": ("sum(1, i, 1, n - 3) == n - 3", [], ["3 ≤ n"]),
    "a range below empty, other end": ("sum(1, i, 5, t) == t - 4", [], ["4 ≤ t"]),
}


@pytest.mark.parametrize("name", ONLY_WHERE)
def test_a_claim_that_is_true_where_defined_says_where(name):
    goal, assume, conditions = ONLY_WHERE[name]
    verdict = judged(goal, assume=assume)
    assert verdict.outcome is Outcome.PROVED
    assert [show(condition) for condition in verdict.claim.conditions] == conditions
    assert verdict.evidence.points


V, E, T, X = Name("v", sequence_sort()), Name("e", sequence_sort()), Name("t", INTEGER), Name("x")
DOUBLES = forall(
    Lambda(
        INTEGER, implies(le(ZERO, Bound(0)), eq(apply(V, add(Bound(0), ONE)), mul(Number(2), apply(V, Bound(0))))), "t"
    )
)
TOTAL = summation(ONE, T, Lambda(INTEGER, apply(E, Bound(0)), "i"))
ALL_POSITIVE = forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), lt(ZERO, apply(E, Bound(0)))), "t"))
POWERS = summation(ZERO, T, Lambda(INTEGER, power(X, Bound(0)), "j"))
HALF = Number(Fraction(1, 2))

# In the kernel's total semantics (x/0 = 0) these fail where the author's claim is undefined.
BARE = {
    "fact leak": ((ALL_POSITIVE, le(ZERO, T)), eq(div(TOTAL, TOTAL), ONE), ((T, ZERO), (E, Lambda(INTEGER, ONE))), ()),
    "x/x": ((), eq(div(X, X), ONE), ((X, ZERO),), ()),
    "geometric sum without b != 1": (
        (le(ZERO, T),),
        eq(POWERS, div(sub(ONE, power(X, add(T, ONE))), sub(ONE, X))),
        ((T, ZERO), (X, ONE)),
        (),
    ),
    "square root": ((), eq(power(power(X, Number(2)), HALF), X), ((X, Number(-1)),), ()),
    "schema outside its domain": (
        (DOUBLES,),
        eq(apply(V, ZERO), mul(Number(2), apply(V, Number(-1)))),
        (),
        (eq(apply(V, ZERO), ONE), eq(apply(V, Number(-1)), ZERO)),
    ),
    "inverse powers": ((), eq(mul(power(X, T), power(X, sub(ZERO, T))), ONE), ((X, ZERO), (T, ONE)), ()),
}


@pytest.mark.parametrize("name", BARE)
def test_without_its_conditions_a_claim_is_not_proved_but_refuted(name):
    assumptions, goal, values, definitions = BARE[name]
    claim = Claim("traps/bare/bare", "bare", "", (), assumptions, (), goal)
    assert not isinstance(prove(claim), Certificate)
    refutation = refute(claim, Model(values, definitions))
    assert isinstance(refutation, Certificate)
    assert check(refutation).refuted


@pytest.mark.parametrize(
    ("assume", "goal"),
    [
        (["0 < a", "a < 0"], "x == y"),
        (["a == 0", "a == 1"], "x == y"),
        (["x < 0", "1 < x"], "x < 1"),
        ([], "1/(x - x) < 2"),
    ],
)
def test_a_claim_without_a_point_is_no_success(assume, goal):
    verdict = judged(goal, assume=[given(relation) for relation in assume])
    assert verdict.evidence.points == 0
    assert verdict.outcome is not Outcome.PROVED


@pytest.mark.parametrize(("assumed", "goal"), [("x == y", "x == y"), ("y == x", "x == y"), ("v(t) == t", "v(t) == t")])
def test_a_goal_that_is_assumed_is_proved_and_says_from_what(assumed, goal):
    verdict = judged(goal, assume=[given(assumed)])
    assert verdict.outcome is Outcome.PROVED
    assert verdict.theorem.assumptions == verdict.claim.assumptions


@pytest.mark.parametrize("name", ["delta", "E", "expect", "apply", "lt", "le", "eq", "or", "forall", "net", "prime"])
def test_a_user_function_is_never_a_builtin_of_that_name(name):
    symbol = Name(name, function_sort())
    for goal in (
        eq(apply(symbol, ZERO), ONE),
        eq(apply(symbol, add(X, ONE)), add(apply(symbol, X), apply(symbol, ONE))),
    ):
        verdict, _ = decide(Claim("traps/names/name", "", "", (), (), (), goal), None, (), seed=0)
        assert verdict.outcome is Outcome.REFUTED
    two = Name(name, function_sort(2))
    verdict, _ = decide(Claim("traps/names/two", "", "", (), (), (), eq(apply(two, X, X), ONE)), None, (), seed=0)
    assert verdict.outcome is Outcome.REFUTED


@pytest.mark.parametrize("name", ["sum", "exp"])
def test_what_text_means_by_a_name_no_script_may_rename(name):
    with pytest.raises(Unreadable, match="no operator's"):
        judged(Function(name)(real("x")), 1)


X1, X2 = Symbol("x"), Symbol("x", positive=True)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (X1, X2, "print alike"),
        (real("beta"), Symbol("β", real=True), "print alike"),
        (0.1 * X1, X1 / 10, "float"),
        (Dummy("x"), X1, "Dummy"),
        (Symbol("A", commutative=False), X1, "commutative=False"),
        (Symbol("z", complex=True), X1, "complex=True"),
        ("1e-3*x", "x/1000", "1e-3"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_reason(left, right, reason):
    with pytest.raises(Unreadable, match=reason):
        judged(left, right)


def test_a_relation_that_sympy_has_decided_is_refused():
    with pytest.raises(Unreadable, match="truth value"):
        judged(X1 == X1)


def test_what_sympy_cancelled_is_judged_as_constructed_and_text_keeps_it():
    assert judged(X1 / X1, 1).claim.conditions == ()
    assert [show(condition) for condition in judged("x/x == 1").claim.conditions] == ["x ≠ 0"]


def test_sympy_captures_where_terms_do_not():
    i, c, n, g = integer("i"), real("c"), size("n"), sequence("g", start=1)
    captured = Sum(g(i) * c, (i, 1, n)).subs(c, g(i))
    assert captured == Sum(g(i) ** 2, (i, 1, n))
    index, letter, seq = Name("i", INTEGER), Name("c"), Name("g", sequence_sort(1))
    total = summation(ONE, Name("n", INTEGER), Lambda(INTEGER, mul(apply(seq, Bound(0)), letter), "i"))
    assert show(substitute(total, {letter: apply(seq, index)})) == "Σ_{i′=1}^{n} g(i′)·g(i)"
    assert judged(captured, g(i) * Sum(g(i), (i, 1, n))).outcome is Outcome.REFUTED


def test_an_instance_does_not_capture():
    total = summation(ONE, T, Lambda(INTEGER, mul(apply(E, Bound(0)), Bound(1)), "i"))
    schema = forall(Lambda(REAL, eq(total, total), "c"))
    (premise,) = [RULES["assume"]([], [schema]).sequent]
    conclusion = RULES["instance"]([premise], [apply(E, T)]).sequent.conclusion
    factor = instantiate(conclusion.args[0].args[2], ONE)
    assert factor == mul(apply(E, ONE), apply(E, T))


def test_a_variable_that_is_free_in_a_hypothesis_is_not_generalised():
    premise = RULES["assume"]([], [eq(X, ONE)]).sequent
    with pytest.raises(Rejected, match="free in the hypothesis"):
        RULES["generalise"]([premise], [X])


def test_a_schema_is_not_instantiated_by_what_is_no_integer():
    premise = RULES["assume"]([], [DOUBLES]).sequent
    with pytest.raises(Rejected, match="not integer"):
        RULES["instance"]([premise], [HALF])


def test_nobody_but_the_kernel_makes_theorems():
    claim = Claim("traps/forged/forged", "", "", (), (), (), eq(ZERO, ONE))
    sequent = RULES["reflexive"]([], [ZERO]).sequent
    with pytest.raises(Rejected, match="only the kernel"):
        Theorem(claim, False, sequent, (), (), (), object())


def test_the_residual_says_what_is_missing():
    verdict = judged("b**t*b**(-t) == 1")
    assert verdict.outcome is Outcome.SUPPORTED
    assert show(verdict.stuck.residual) == "b^(−t)·b^t − 1"
