"""When values and definitions are a model: each element defined once, by earlier ones; values of the right sort."""

from fractions import Fraction

import pytest

from symbolic.certificate import Certificate, Model
from symbolic.kernel import Rejected, check
from symbolic.kernel.definitions import MOST_PLACES, read_definition
from symbolic.kernel.refutation import instances
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    div,
    eq,
    implies,
    le,
    lt,
    mul,
    ne,
    power,
    sub,
)
from tests.symbolic.kernel.building import MINUS, TWO, after, claim, every, f, g, n, schema, step, t, total, u, v, x, y

DOUBLING = schema(lambda time: eq(apply(v, after(time)), mul(TWO, apply(v, time))))
START = eq(apply(v, ZERO), ONE)
HALF = Number(Fraction(1, 2))


def accepted(*definitions: Term) -> bool:
    """Whether the definitions are accepted as a model of their own symbols."""
    try:
        instances(claim(eq(ONE, ZERO)), Model((), definitions))
    except Rejected:
        return False
    return True


ACCEPTED = {
    "a recurrence": (DOUBLING, START),
    "a recurrence without a start leaves the start open": (DOUBLING,),
    "the same definition twice": (START, START, DOUBLING),
    "single elements": (START, eq(apply(v, Number(5)), TWO)),
    "two steps back": (schema(lambda s: eq(apply(v, add(s, TWO)), add(apply(v, after(s)), apply(v, s)))), START),
    "of the present, without a shift": (schema(lambda s: eq(apply(v, s), mul(s, s))),),
    "one sequence by another at the same index": (
        schema(lambda s: eq(apply(v, after(s)), apply(u, after(s)))),
        schema(lambda s: eq(apply(u, after(s)), apply(v, s))),
    ),
    "two sequences by each other's past": (
        schema(lambda s: eq(apply(v, after(s)), apply(u, s))),
        schema(lambda s: eq(apply(u, after(s)), apply(v, s))),
    ),
    "by the first element": (schema(lambda s: eq(apply(v, after(s)), apply(v, ZERO))), START),
    "under a further condition": (schema(lambda s: implies(lt(apply(v, s), ONE), eq(apply(v, after(s)), ONE))), START),
    "a start below 0": (
        schema(lambda s: eq(apply(v, after(s)), apply(v, s)), Number(-3)),
        eq(apply(v, Number(-3)), ONE),
    ),
}

REFUSED = {
    "an element defined twice": (START, eq(apply(v, ZERO), TWO)),
    "a first element that the recurrence defines too": (DOUBLING, eq(apply(v, ONE), ONE)),
    "a late element that the recurrence defines too": (DOUBLING, START, eq(apply(v, Number(7)), ONE)),
    "two recurrences for one sequence": (DOUBLING, schema(lambda s: eq(apply(v, after(s)), apply(v, s)))),
    "two recurrences that start apart": (DOUBLING, schema(lambda s: eq(apply(v, after(s)), ZERO), Number(9))),
    "two recurrences, the later one first": (
        schema(lambda s: eq(apply(v, after(s)), ZERO), Number(9)),
        DOUBLING,
    ),
    "by itself": (schema(lambda s: eq(apply(v, after(s)), add(apply(v, after(s)), ONE))),),
    "by a later element": (schema(lambda s: eq(apply(v, s), add(apply(v, after(s)), ONE))), START),
    "by a far element": (schema(lambda s: eq(apply(v, after(s)), add(apply(v, Number(9)), ONE))), START),
    "by the element that is defined first": (schema(lambda s: eq(apply(v, after(s)), add(apply(v, ONE), ONE))), START),
    "by an element at a multiple": (schema(lambda s: eq(apply(v, after(s)), apply(v, mul(TWO, s)))), START),
    "by elements in a sum": (
        schema(lambda s: eq(apply(v, after(s)), total(ZERO, after(s), lambda i: apply(v, i)))),
        START,
    ),
    "in a circle at the same index": (
        schema(lambda s: eq(apply(v, after(s)), add(apply(u, after(s)), ONE))),
        schema(lambda s: eq(apply(u, after(s)), add(apply(v, after(s)), ONE))),
    ),
    "an earlier and a later one": (
        schema(lambda s: eq(apply(v, after(s)), apply(u, add(s, TWO)))),
        schema(lambda s: eq(apply(u, after(s)), apply(v, s))),
    ),
    "without a start": (every(lambda s: eq(apply(v, after(s)), mul(TWO, apply(v, s)))),),
    "bounded above only": (every(lambda s: implies(le(s, ZERO), eq(apply(v, s), apply(v, sub(s, ONE))))),),
    "at a multiple of the time": (schema(lambda s: eq(apply(v, mul(TWO, s)), ONE)),),
    "backwards": (schema(lambda s: eq(apply(v, sub(ZERO, s)), ONE)),),
    "of a function": (eq(apply(f, ZERO), ONE),),
    "by a symbol without a value": (eq(apply(v, ZERO), x), DOUBLING),
    "with a parameter without a value": (schema(lambda s: eq(apply(v, after(s)), mul(x, apply(v, s)))), START),
    "an order relation": (le(apply(v, ZERO), ONE),),
    "an equation of numbers": (eq(ZERO, ONE),),
    "a product that is defined": (eq(mul(TWO, apply(v, ZERO)), ONE),),
    "except at a time": (every(lambda s: implies(ne(Number(5), s), eq(apply(v, s), ONE))),),
    "after a time, strictly": (every(lambda s: implies(lt(Number(5), s), eq(apply(v, s), ONE))),),
    "from a symbol on": (every(lambda s: implies(le(n, s), eq(apply(v, s), ONE))),),
    "for a real time": (Node("forall", Lambda(REAL, implies(le(ZERO, Bound(0)), eq(apply(v, ZERO), Bound(0))))),),
    "an alternative": (Node("or", START, START),),
    "no formula": (apply(v, ZERO),),
    "no term": (Node("eq", ONE),),
    "a loose variable": (eq(apply(v, ZERO), Bound(0)),),
    "a bare sequence": (schema(lambda s: Node("eq", apply(v, after(s)), u)),),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_definitions_with_a_model(name: str) -> None:
    assert accepted(*ACCEPTED[name])


@pytest.mark.parametrize("name", REFUSED)
def test_definitions_that_may_have_no_model(name: str) -> None:
    with pytest.raises((Rejected, ValueError)):
        instances(claim(eq(ONE, ZERO)), Model((), REFUSED[name]))


def test_a_guard_of_halves_starts_no_later_than_it_says() -> None:
    definition = read_definition(schema(lambda s: eq(apply(v, after(s)), ONE), HALF))
    assert definition is not None
    assert definition.start <= 1


SQUARE = Lambda(REAL, mul(Bound(0), Bound(0)))
WRONG_VALUES: list[tuple[Symbol, Term]] = [
    (n, HALF),
    (n, div(ONE, ONE)),
    (x, y),
    (x, eq(ONE, ONE)),
    (x, SQUARE),
    (x, Bound(0)),
    (x, Node("add")),
    (f, ONE),
    (f, Lambda(INTEGER, ONE)),
    (f, Lambda(REAL, SQUARE)),
    (f, Lambda(REAL, Bound(1))),
    (f, Lambda(REAL, mul(x, Bound(0)))),
    (g, SQUARE),
    (g, Lambda(INTEGER, eq(Bound(0), ZERO))),
]


@pytest.mark.parametrize(("symbol", "value"), WRONG_VALUES, ids=repr)
def test_values_fit_their_symbols(symbol: Symbol, value: Term) -> None:
    with pytest.raises(Rejected):
        check(
            Certificate(
                claim(eq(x, ONE)), (), model=Model(((symbol, value), (x, ONE)) if symbol != x else ((x, value),))
            )
        )


def test_an_outcome_has_no_value() -> None:
    with pytest.raises(Rejected, match="no value to w of sort outcome"):
        instances(claim(eq(x, ONE)), Model(((Symbol("w", OUTCOME), ONE), (x, ONE))))


@pytest.mark.parametrize("value", [HALF, div(ONE, ONE)], ids=repr)
def test_an_integer_has_an_integer_value(value: Term) -> None:
    with pytest.raises(Rejected, match="n is integer, its value real"):
        instances(claim(eq(n, ONE)), Model(((n, value),)))


def test_every_symbol_has_a_value_or_a_definition() -> None:
    with pytest.raises(Rejected, match="no value for"):
        instances(claim(eq(x, y)), Model(((x, ONE),)))
    with pytest.raises(Rejected, match="no value for"):
        instances(claim(eq(apply(v, ZERO), ONE)), Model())


def test_values_are_put_in() -> None:
    found = instances(claim(eq(apply(f, x), y), [lt(ZERO, x)]), Model(((x, TWO), (y, ONE), (f, SQUARE))))
    assert found == (frozenset([lt(ZERO, TWO)]), eq(mul(TWO, TWO), ONE))


def test_a_value_is_put_in_under_a_binder_without_capture() -> None:
    goal = eq(total(ONE, n, lambda i: apply(f, mul(i, x))), ZERO)
    _, found = instances(claim(goal), Model(((x, TWO), (n, ONE), (f, SQUARE))))
    assert found == eq(total(ONE, ONE, lambda i: mul(mul(i, TWO), mul(i, TWO))), ZERO)


# -- the gate -----------------------------------------------------------------------------------------

GOAL = eq(power(x, TWO), x)
DOMAIN = lt(ZERO, x)
IN_MODEL = (lt(ZERO, TWO), ne(power(TWO, TWO), TWO))
STEPS = (step("order", (), (IN_MODEL[0],), IN_MODEL[0]), step("order", (), (IN_MODEL[1],), IN_MODEL[1]))
REFUTATION = Certificate(claim(GOAL, domains=[DOMAIN]), STEPS, model=Model(((x, TWO),)), closing=(0, 1))


def changed(**parts: object) -> Certificate:
    return Certificate(**{**{name: getattr(REFUTATION, name) for name in REFUTATION.__dataclass_fields__}, **parts})


def test_a_refutation() -> None:
    theorem = check(REFUTATION)
    assert theorem.refuted
    assert theorem.sequent.conclusion == IN_MODEL[1]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"closing": (1,)}, "not shown to hold"),
        ({"closing": (0,)}, "not shown to violate"),
        ({"closing": ()}, "not shown"),
        ({"closing": (0, 2)}, "do not exist"),
        ({"closing": (0, -1)}, "do not exist"),
        ({"closing": (0, True)}, "do not exist"),
        ({"model": None}, "not the goal"),
        ({"model": Model()}, "no value"),
        ({"model": Model(((x, ONE),))}, "not shown"),
        ({"model": Model(((x, TWO),), (DOUBLING, eq(apply(v, ONE), ONE)))}, "defined twice"),
        ({"claim": claim(GOAL, [eq(x, ONE)], [DOMAIN])}, "not shown to hold"),
    ],
)
def test_refutations_with_a_gap(parts: dict[str, object], reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        check(changed(**parts))


def test_closing_steps_assume_definitions_alone() -> None:
    assumed = tuple(step("assume", (), (formula,), formula, formula) for formula in IN_MODEL)
    with pytest.raises(Rejected, match="assumed, but no definition"):
        check(changed(steps=assumed))


def test_a_definition_may_be_assumed() -> None:
    recurrence = schema(lambda s: eq(apply(v, after(s)), mul(TWO, apply(v, s))))
    goal = eq(apply(v, ZERO), ZERO)
    steps = (
        step("assume", (), (START,), START, START),
        step("order", (0,), (ne(apply(v, ZERO), ZERO),), START, ne(apply(v, ZERO), ZERO)),
    )
    certificate = Certificate(claim(goal, [recurrence]), steps, model=Model((), (START, recurrence)), closing=(1,))
    assert check(certificate).refuted


def test_the_start_of_the_claim_is_not_that_of_the_model() -> None:
    """The claim says v(0) = 0; a model with v(0) = 1 refutes nothing."""
    steps = (
        step("assume", (), (START,), START, START),
        step("order", (0,), (ne(apply(v, ZERO), ZERO),), START, ne(apply(v, ZERO), ZERO)),
    )
    wrong = Certificate(
        claim(eq(apply(v, ZERO), ZERO), [eq(apply(v, ZERO), ZERO)]), steps, model=Model((), (START,)), closing=(1,)
    )
    with pytest.raises(Rejected, match="not shown to hold"):
        check(wrong)


@pytest.mark.parametrize(
    "model",
    [
        Model(((x, Bound(3)),)),
        Model(((x, ONE),), (Node("eq", ONE),)),
        Model(((x, ONE),), (Node("apply"),)),
        Model(((x, TWO), (f, Lambda(REAL, Node("apply", Bound(0), ONE))))),
    ],
)
def test_meaningless_models_are_rejected_and_nothing_else(model: Model) -> None:
    with pytest.raises(Rejected):
        check(changed(model=model))


def test_a_deep_value_in_a_deep_claim_is_rejected_and_nothing_else() -> None:
    deep, value = x, Bound(0)
    for _ in range(140):
        deep, value = apply(f, deep), Node("neg", value)
    with pytest.raises(Rejected):
        check(Certificate(claim(eq(deep, MINUS)), (), model=Model(((x, ONE), (f, Lambda(REAL, value))))))


@pytest.mark.parametrize("place", range(MOST_PLACES))
def test_time_is_no_symbol_of_the_user(place: int) -> None:
    """A free symbol that bears the name used for times inside does not become bound by it."""
    impostor = Symbol(f"~time{place}", INTEGER)
    with pytest.raises(Rejected, match=r"no value for|no definition of"):
        instances(claim(eq(ONE, ZERO)), Model((), (schema(lambda s: eq(apply(v, after(impostor)), ONE)), START)))
    assert t != impostor
