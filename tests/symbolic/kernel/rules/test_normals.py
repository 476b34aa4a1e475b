"""Expectations over normal variables: the rules against quadrature, and each side condition bent once."""

from fractions import Fraction

import pytest

from numeric.arithmetics import Batch
from numeric.evaluate import evaluate
from symbolic.certificate import Model
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    PI,
    REAL,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    delta,
    div,
    eq,
    expect,
    forall,
    function_sort,
    functional_sort,
    identity,
    integral,
    le,
    lt,
    mul,
    ne,
    neg,
    partial,
    power,
    sequence_sort,
    sub,
    summation,
    symbols,
)
from tests.symbolic.kernel.building import TWO, conclude, given, i, j, n, same, x, y

W, C = Symbol("w", sequence_sort(1)), Symbol("c", sequence_sort(1))
M = Symbol("M", sequence_sort(1, 2))
F = Symbol("F", function_sort())


def over(body: Term, vector: Symbol = W) -> Lambda:
    return abstract(body, vector)


def mean(body: Term, vector: Symbol = W) -> Term:
    return expect(over(body, vector))


def at(index: Term, vector: Symbol = W) -> Term:
    return apply(vector, index)


def total(body: Term, upper: Term = n) -> Term:
    """The sum over i from 1."""
    return summation(ONE, upper, abstract(body, i))


def exponential(body: Term) -> Term:
    return Node("exp", body)


ALONG: Lambda = abstract(apply(C, i), i)
SQUARE = total(power(at(i), TWO))


# -- the normal form ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (mean(x), x),
        (mean(add(mul(x, at(ONE)), y)), add(mul(x, mean(at(ONE))), y)),
        (mean(total(mul(apply(C, i), at(i)))), total(mul(apply(C, i), mean(at(i))))),
        (mean(mul(exponential(add(x, at(ONE))), y)), mul(exponential(x), y, mean(exponential(at(ONE))))),
        (mean(mul(at(ONE), exponential(neg(SQUARE)))), mean(mul(exponential(neg(SQUARE)), at(ONE)))),
        (mean(mean(mul(at(ONE), apply(C, ONE)), C)), mul(mean(at(ONE)), mean(at(ONE)))),
        (integral(TWO, over(ONE)), mean(mul(TWO, PI, exponential(div(total(power(at(i), TWO), TWO), TWO))))),
    ],
)
def test_what_is_linear_in_an_expectation_over_normals(left: Term, right: Term) -> None:
    assert same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (mean(power(at(ONE), TWO)), power(mean(at(ONE)), TWO)),
        (mean(mul(at(ONE), at(TWO))), mean(power(at(ONE), TWO))),
        (mean(at(ONE)), at(ONE)),
        (mean(exponential(at(ONE))), exponential(mean(at(ONE)))),
        (mean(add(exponential(SQUARE), ONE)), add(mean(exponential(SQUARE)), ONE)),  # the mean does not exist
        (mean(add(exponential(div(SQUARE, TWO)), ONE)), add(mean(exponential(div(SQUARE, TWO))), ONE)),
        (mean(add(exponential(mul(x, SQUARE)), ONE)), add(mean(exponential(mul(x, SQUARE))), ONE)),
        (mean(add(div(ONE, at(ONE)), ONE)), add(mean(div(ONE, at(ONE))), ONE)),
        (mean(add(apply(F, at(ONE)), ONE)), add(mean(apply(F, at(ONE))), ONE)),
    ],
)
def test_what_is_not(left: Term, right: Term) -> None:
    assert not same(left, right)


# -- the shift ----------------------------------------------------------------------------------------


def shifted(function: Lambda, along: Term, *ends: Term) -> Term:
    return conclude("normal shift", [], function, along, *ends).conclusion


def test_the_shift_of_one() -> None:
    assert shifted(over(ONE), ALONG, ONE, n) == eq(
        mean(mul(exponential(total(mul(at(i), apply(C, i)))), ONE)),
        mul(exponential(div(total(power(apply(C, i), TWO)), TWO)), mean(ONE)),
    )


STEPS = [Fraction(-3, 2), Fraction(1, 4), Fraction(2)]


def gap(conclusion: Term, **values: Fraction | Lambda) -> float:
    """The relative difference of both sides by quadrature, which shares no code with the rules."""
    known = [(symbol, values[symbol.name]) for symbol in symbols(conclusion)]
    model = Model(tuple((one, value if isinstance(value, Lambda) else Number(value)) for one, value in known))
    left, right = (evaluate(side, model, Batch()) for side in conclusion.args)
    return float(abs(left - right) / max(1, abs(left)))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("place", [ONE, TWO])
@pytest.mark.parametrize("k", [0, 1, 3, 4])
def test_the_shift_of_a_power_by_quadrature(k: int, place: Number, step: Fraction) -> None:
    """At a place inside the range, and at one outside."""
    function = over(add(power(at(place), Number(k)), mul(TWO, at(ONE))))
    assert gap(shifted(function, ALONG, ONE, ONE), c=Lambda(INTEGER, Number(step))) < 1e-8


@pytest.mark.parametrize("step", STEPS)
def test_the_shift_of_an_exponential_by_quadrature(step: Fraction) -> None:
    function = over(mul(exponential(mul(x, at(ONE))), at(ONE)))
    assert gap(shifted(function, ALONG, ONE, ONE), c=Lambda(INTEGER, Number(step)), x=Fraction(-1, 3)) < 1e-8


def test_a_wrong_shift_shows_in_the_numbers() -> None:
    """The same comparison, without the factor exp(c^2/2)."""
    left, right = shifted(over(at(ONE)), ALONG, ONE, ONE).args
    assert gap(eq(left, right.args[1]), c=Lambda(INTEGER, ONE)) > 0.1


def test_the_shift_moves_what_lies_in_the_range() -> None:
    weight = exponential(div(total(power(apply(C, i), TWO), TWO), TWO))
    inside = shifted(over(power(at(TWO), TWO)), ALONG, ONE, TWO)
    assert same(inside.args[1], mul(weight, mean(power(add(at(TWO), apply(C, TWO)), TWO))))
    outside = shifted(over(power(at(Number(3)), TWO)), ALONG, ONE, TWO)
    assert same(outside.args[1], mul(weight, mean(power(at(Number(3)), TWO))))


def test_the_shift_of_a_matrix_moves_the_rectangle_alone() -> None:
    along = Lambda(INTEGER, Lambda(INTEGER, x))
    moved = shifted(over(mul(apply(M, ONE, TWO), apply(M, TWO, TWO)), M), along, ONE, ONE, TWO, TWO)
    expected = mul(exponential(div(power(x, TWO), TWO)), mean(mul(add(apply(M, ONE, TWO), x), apply(M, TWO, TWO)), M))
    assert same(moved.args[1], expected)


def test_an_empty_range_moves_nothing() -> None:
    assert same(shifted(over(at(ONE)), ALONG, ONE, ZERO).args[1], mean(at(ONE)))


def test_the_function_is_not_captured() -> None:
    """Names that the rule needs are taken; F and c speak of symbols with these names."""
    taken = [Symbol(name, INTEGER) for name in "ijkl"]
    function = over(mul(at(taken[2]), delta(taken[0], taken[1])))
    along = abstract(mul(apply(C, i), delta(taken[3], i)), i)
    found = shifted(function, along, ONE, taken[0])
    assert set(taken) <= symbols(found)


@pytest.mark.parametrize(
    ("premises", "arguments"),
    [
        (given(lt(ZERO, x)), [over(ONE), ALONG, ONE, n]),
        ([], [over(exponential(SQUARE)), ALONG, ONE, n]),
        ([], [over(apply(F, at(ONE))), ALONG, ONE, n]),
        ([], [over(ONE), ALONG, ONE]),
        ([], [over(ONE), ALONG, ONE, n, ONE, n]),
        ([], [ONE, ALONG, ONE, n]),
        ([], [Lambda(OUTCOME, ONE), ALONG, ONE, n]),
        ([], [Lambda(REAL, ONE), ALONG, ONE, n]),
        ([], [over(ONE), x, ONE, n]),
        ([], [over(ONE), Lambda(REAL, Bound(0)), ONE, n]),
        ([], [over(ONE), Lambda(INTEGER, Bound(1)), ONE, n]),
        ([], [over(ONE), ALONG, ONE, x]),
        ([], [Lambda(W.sort, apply(Bound(1), ONE)), ALONG, ONE, n]),  # would be captured by the vector
        ([], [over(ONE), ALONG, ONE, Bound(0)]),
        ([], [over(apply(Symbol("h", functional_sort(2)), W, ONE)), ALONG, ONE, n]),
    ],
)
def test_no_shift(premises, arguments) -> None:
    with pytest.raises((Rejected, IllFormed)):
        conclude("normal shift", premises, *arguments)


# -- by parts -----------------------------------------------------------------------------------------


def test_moments_by_parts() -> None:
    assert same(conclude("normal by parts", [], over(ONE), ONE).conclusion.args[1], ZERO)
    second = conclude("normal by parts", [], over(at(j)), i).conclusion
    assert second.args[0] == mean(mul(at(i), at(j)))
    assert same(second.args[1], delta(i, j))


@pytest.mark.parametrize("k", range(1, 5))
def test_by_parts_against_quadrature(k: int) -> None:
    found = conclude("normal by parts", [], over(power(at(ONE), Number(k))), ONE).conclusion
    assert same(found.args[1], mul(Number(k), mean(power(at(ONE), Number(k - 1)))))
    assert gap(found) < 1e-8


def test_an_exponential_by_parts_against_quadrature() -> None:
    function = over(mul(exponential(mul(x, at(ONE))), power(at(ONE), TWO)))
    assert gap(conclude("normal by parts", [], function, ONE).conclusion, x=Fraction(3, 4)) < 1e-8


@pytest.mark.parametrize(
    ("premises", "arguments"),
    [
        ([], [over(exponential(SQUARE)), ONE]),
        ([], [over(Node("abs", at(ONE))), ONE]),  # not differentiable
        ([], [over(apply(F, at(ONE))), ONE]),
        (given(Node("differentiable", F)), [over(apply(F, at(ONE))), ONE]),  # of unknown growth
        ([], [over(div(ONE, at(ONE))), ONE]),
        ([], [over(power(at(ONE), div(ONE, TWO))), ONE]),
        ([], [over(power(power(at(ONE), TWO), Number(Fraction(3, 2)))), ONE]),  # true, but not at w(1) = 0 by the table
        ([], [over(at(ONE)), ONE, ONE]),
        ([], [over(ONE), ONE, ONE]),
        ([], [over(ONE)]),
        ([], [over(ONE), x]),
        ([], [Lambda(W.sort, apply(Bound(1), ONE)), ONE]),
        ([], [Lambda(OUTCOME, ONE), ONE]),
        ([], [ONE, ONE]),
        ([], [over(partial(over(at(ONE)), W, ONE)), ONE]),
    ],
)
def test_not_by_parts(premises, arguments) -> None:
    with pytest.raises((Rejected, IllFormed)):
        conclude("normal by parts", premises, *arguments)


def test_what_is_known_of_a_free_vector_is_not_known_of_the_bound_one() -> None:
    """w(1) is not 0 as an assumption says: that speaks of another w."""
    with pytest.raises(Rejected):
        conclude("normal by parts", given(ne(at(ONE), ZERO)), over(div(ONE, at(ONE))), ONE)


# -- waves --------------------------------------------------------------------------------------------


def waved(value: Term, along: Term, *ends: Term) -> Term:
    return conclude("normal wave", [], value, along, *ends).conclusion


def wave(op: str, angle: Term) -> Term:
    return Node(op, angle)


@pytest.mark.parametrize("op", ["sin", "cos"])
def test_the_mean_of_a_wave(op: str) -> None:
    assert waved(wave(op, x), ALONG, ONE, n) == eq(
        mean(wave(op, add(total(mul(at(i), apply(C, i))), x))),
        mul(wave(op, x), exponential(neg(div(total(power(apply(C, i), TWO)), TWO)))),
    )


SLOW = [Fraction(-1, 2), Fraction(1, 4), Fraction(2, 5)]  # waves that the lattice of the floats resolves


@pytest.mark.parametrize("op", ["sin", "cos"])
@pytest.mark.parametrize("step", SLOW)
@pytest.mark.parametrize("last", [0, 1, 2])
def test_waves_by_quadrature(op: str, step: Fraction, last: int) -> None:
    """Along no entry, along one, and along two, with coefficients that differ."""
    along = Lambda(INTEGER, mul(Bound(0), Number(step)))
    assert gap(waved(wave(op, x), along, ONE, Number(last)), x=Fraction(2, 3)) < 1e-8


@pytest.mark.parametrize("op", ["sin", "cos"])
def test_waves_of_a_matrix_by_quadrature(op: str) -> None:
    along = Lambda(INTEGER, Lambda(INTEGER, div(add(Bound(0), div(Bound(1), TWO)), Number(8))))
    found = waved(wave(op, x), along, ONE, ONE, TWO, Number(3))
    assert gap(found, x=Fraction(-1, 2)) < 1e-8
    assert same(found.args[1], mul(wave(op, x), exponential(neg(div(Number(Fraction(37, 128)), TWO)))))


def test_a_wrong_wave_shows_in_the_numbers() -> None:
    """The same comparison, with a variance of 1 for 2 c^2, and without the phase."""
    left, right = waved(wave("cos", x), ALONG, ONE, TWO).args
    known = {"c": Lambda(INTEGER, ONE), "x": Fraction(1, 2)}
    assert gap(eq(left, mul(wave("cos", x), exponential(neg(div(ONE, TWO))))), **known) > 0.1
    assert gap(eq(left, right.args[1]), **known) > 0.01


def test_a_wave_is_not_captured() -> None:
    """Names that the rule needs are taken, by what the phase, the coefficients and the ends speak of."""
    taken = [Symbol("i", INTEGER), Symbol("j", INTEGER), Symbol("w", INTEGER)]
    along = abstract(mul(apply(C, n), taken[0]), n)
    found = waved(wave("cos", add(*taken)), along, ONE, taken[2])
    assert set(taken) <= symbols(found)
    other_w = waved(wave("cos", at(ONE)), abstract(at(i), i), ONE, n)
    assert same(other_w.args[1], mul(wave("cos", at(ONE)), exponential(neg(div(total(power(at(i), TWO)), TWO)))))
    assert W in symbols(other_w.args[0])  # the free one, which the expectation leaves alone


@pytest.mark.parametrize(
    ("premises", "arguments"),
    [
        (given(lt(ZERO, x)), [wave("cos", x), ALONG, ONE, n]),
        ([], [x, ALONG, ONE, n]),
        ([], [exponential(x), ALONG, ONE, n]),
        ([], [wave("tanh", x), ALONG, ONE, n]),
        ([], [Node("cos", x, x), ALONG, ONE, n]),
        ([], [wave("cos", identity(n)), ALONG, ONE, n]),
        ([], [wave("cos", W), ALONG, ONE, n]),
        ([], [wave("cos", Bound(0)), ALONG, ONE, n]),  # would be captured by the vector
        ([], [wave("cos", apply(Bound(0), ONE)), ALONG, ONE, n]),
        ([], [wave("cos", x), ALONG]),
        ([], [wave("cos", x), ALONG, ONE]),
        ([], [wave("cos", x), ALONG, ONE, n, ONE]),
        ([], [wave("cos", x), ALONG, ONE, n, ONE, n]),  # two ranges, one index
        ([], [wave("cos", x), Lambda(INTEGER, ALONG), ONE, n]),  # two indices, one range
        ([], [wave("cos", x), x, ONE, n]),
        ([], [wave("cos", x), C, ONE, n]),
        ([], [wave("cos", x), Lambda(REAL, Bound(0)), ONE, n]),
        ([], [wave("cos", x), Lambda(INTEGER, Bound(1)), ONE, n]),
        ([], [wave("cos", x), Lambda(INTEGER, apply(Bound(1), Bound(0))), ONE, n]),  # c would be w
        ([], [wave("cos", x), ALONG, ONE, x]),
        ([], [wave("cos", x), ALONG, ONE, Bound(0)]),
    ],
)
def test_no_wave(premises, arguments) -> None:
    with pytest.raises((Rejected, IllFormed)):
        conclude("normal wave", premises, *arguments)


def test_a_wave_by_parts_and_shifted_against_quadrature() -> None:
    """Sines and cosines are bounded, and so are their derivatives, up to a factor that is linear."""
    assert gap(conclude("normal by parts", [], over(wave("cos", mul(x, at(ONE)))), ONE).conclusion, x=SLOW[0]) < 1e-8
    assert gap(conclude("normal by parts", [], over(mul(at(ONE), wave("sin", at(ONE)))), ONE).conclusion) < 1e-8
    moved = shifted(over(wave("sin", mul(x, at(ONE)))), ALONG, ONE, ONE)
    assert gap(moved, c=Lambda(INTEGER, Number(STEPS[0])), x=SLOW[2]) < 1e-8


@pytest.mark.parametrize("inner", [exponential(div(SQUARE, TWO)), exponential(SQUARE)])
def test_what_oscillates_ever_faster_is_not_integrated_by_parts(inner: Term) -> None:
    """It is bounded, but its derivative has no expectation."""
    with pytest.raises(Rejected, match="not known to be integrable"):
        conclude("normal by parts", [], over(wave("sin", inner)), ONE)


# -- pathwise -----------------------------------------------------------------------------------------


def test_equal_functions_of_a_vector_have_equal_expectations() -> None:
    premises, sides = given(forall(over(eq(apply(F, at(ONE)), x)))), [mean(apply(F, at(ONE))), mean(x)]
    assert conclude("pathwise", premises, *sides).conclusion == eq(*sides)


def test_expectations_over_different_things_are_not_compared() -> None:
    with pytest.raises(Rejected, match="different things"):
        conclude("pathwise", given(forall(over(eq(x, x)))), mean(x), expect(Lambda(OUTCOME, x)))
    with pytest.raises(Rejected, match="different things"):
        conclude("pathwise", given(forall(over(eq(x, x)))), mean(x), mean(x, M))


# -- order --------------------------------------------------------------------------------------------


def ordered(left: Term, right: Term) -> Term:
    """The expectations of two functions of w, of which the one is assumed to be at most the other everywhere."""
    return conclude("expectation order", given(forall(over(le(left, right)))), mean(left), mean(right)).conclusion


FAR = Node("heaviside", sub(Node("abs", at(ONE)), x))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (FAR, div(power(at(ONE), TWO), power(x, TWO))),
        (ZERO, exponential(total(mul(apply(C, i), at(i))))),
        (mul(FAR, at(TWO)), exponential(at(TWO))),
    ],
)
def test_ordered_functions_of_a_vector_have_ordered_expectations(left: Term, right: Term) -> None:
    assert ordered(left, right) == le(mean(left), mean(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (FAR, exponential(SQUARE)),  # too fast: such an expectation is some number
        (neg(exponential(SQUARE)), ZERO),
        (ZERO, apply(F, at(ONE))),
        (ZERO, Node("heaviside", apply(F, at(ONE)))),
        (ZERO, div(ONE, power(at(ONE), TWO))),
        (exponential(div(SQUARE, TWO)), exponential(div(SQUARE, TWO))),
    ],
)
def test_both_must_be_known_to_be_integrable(left: Term, right: Term) -> None:
    with pytest.raises(Rejected, match="integrable"):
        ordered(left, right)


def test_order_over_different_things_says_nothing() -> None:
    with pytest.raises(Rejected, match="different things"):
        conclude("expectation order", given(forall(over(le(x, x)))), mean(x), mean(x, M))
    with pytest.raises(Rejected, match="different things"):
        conclude("expectation order", given(forall(over(le(x, x)))), expect(Lambda(OUTCOME, x)), mean(x))


def test_a_function_that_is_ordered_where_an_assumption_holds_is_not_ordered() -> None:
    """0 <= w(1) of a free vector w says nothing of the bound one, and does not become a schema."""
    premise = given(le(ZERO, at(ONE)))
    with pytest.raises(Rejected, match="free in the hypothesis"):
        conclude("generalise", premise, W)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("expectation order", premise, mean(ZERO), mean(at(ONE)))


# -- exponentials of deltas ---------------------------------------------------------------------------


def test_exponentials_of_deltas() -> None:
    split = add(ONE, mul(delta(i, j), sub(exponential(x), ONE)))
    assert same(exponential(mul(x, delta(i, j))), split)
    assert same(exponential(mul(x, delta(i, i))), exponential(x))
    assert same(exponential(mul(x, delta(i, add(i, ONE)))), ONE)
    assert not same(exponential(mul(x, delta(i, j))), exponential(x))
    assert not same(exponential(mul(x, delta(i, j))), ONE)
