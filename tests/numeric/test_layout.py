import pytest

from numeric.indices import ANYWHERE
from numeric.layout import Layout, arrange
from numeric.schemas import schemas
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    eq,
    forall,
    implies,
    le,
    lt,
    mul,
    random_sort,
    sequence_sort,
    sub,
    summation,
)

x, y = Symbol("x"), Symbol("y")
g, u, v, w = (Symbol(name, sequence_sort()) for name in "guvw")
T = Bound(0)


def schema(left: Term, right: Term, first: int = 0) -> Term:
    return forall(Lambda(INTEGER, implies(le(Number(first), T), eq(left, right)), "t"))


def later(sequence: Symbol, shift: int = 1) -> Term:
    return apply(sequence, add(T, Number(shift)))


def layout(*assumptions: Term) -> Layout:
    goal = eq(add(x, y, *(apply(sequence, ONE) for sequence in (g, u, v, w))), ZERO)
    return arrange(Claim("a/b/c", "", "", (), assumptions, (), goal))


def test_recurrence_leaves_its_first_elements_open() -> None:
    found = layout(schema(later(v, 2), add(later(v), apply(v, T))), eq(apply(v, ONE), x))
    assert found.initial == ((v, 0),)
    assert list(found.bases) == [(v, 1)]
    assert found.tests == ()
    assert found.free == (g, u, w, x, y)


def test_backward_form_of_a_recurrence_is_one_too() -> None:
    found = layout(schema(apply(v, T), mul(x, apply(v, sub(T, ONE))), first=1))
    assert found.schemas[v].first == 1
    assert found.initial == ((v, 0),)


def test_either_side_may_be_the_defined_one() -> None:
    assert v in layout(schema(mul(x, apply(v, T)), later(v))).schemas


def test_mutual_recurrences_and_explicit_definitions() -> None:
    found = layout(schema(later(u), apply(v, T)), schema(later(v), apply(u, T)), schema(apply(w, T), later(u)))
    assert set(found.schemas) == {u, v, w}


def test_whole_history_may_be_needed() -> None:
    history = summation(ZERO, T, Lambda(INTEGER, apply(v, Bound(0))))
    assert v in layout(schema(later(v), history)).schemas
    too_much = summation(ZERO, add(T, ONE), Lambda(INTEGER, apply(v, Bound(0))))
    assert v not in layout(schema(later(v), too_much)).schemas


@pytest.mark.parametrize(
    "assumptions",
    [
        (schema(apply(v, T), mul(x, later(v))),),
        (schema(apply(u, T), apply(v, T)), schema(apply(v, T), mul(x, apply(u, T)))),
        (schema(later(v), apply(v, mul(Number(2), T))),),
        (eq(x, mul(x, x)),),
        (eq(x, y), eq(y, add(x, ONE))),
    ],
)
def test_circles_remain_as_tests(assumptions: tuple[Term, ...]) -> None:
    assert len(layout(*assumptions).tests) == 1


def test_equality_of_two_recurrences_remains_as_a_test_in_any_order() -> None:
    same = schema(apply(u, T), apply(w, T))
    recurrences = (schema(later(u), mul(x, apply(u, T))), schema(later(w), mul(y, apply(w, T))))
    assert layout(same, *recurrences).tests == (same,)
    assert layout(*recurrences, same).tests == (same,)


def test_equations_define_in_either_direction() -> None:
    found = layout(eq(x, add(y, ONE)), eq(mul(Number(2), y), apply(g, ONE)), lt(ZERO, x))
    assert found.equated == {x: add(y, ONE)}
    assert found.tests == (eq(mul(Number(2), y), apply(g, ONE)), lt(ZERO, x))


def test_base_at_or_after_the_first_index_of_the_schema_is_a_test() -> None:
    base = eq(apply(v, Number(3)), ZERO)
    assert layout(schema(later(v), apply(v, T)), base).tests == (base,)


def test_distance_to_what_a_schema_looks_at() -> None:
    (found,) = schemas(schema(later(v, 2), add(later(v), apply(g, T), apply(u, ZERO), apply(w, mul(T, T)))))
    assert dict(found.looks_at()) == {v: -1, g: -2, u: -2, w: ANYWHERE}


def test_pathwise_recurrences_are_definitions_in_either_order_of_the_quantifiers() -> None:
    walk, noise = Symbol("walk", random_sort(0)), Symbol("noise", random_sort(1))
    t, omega = Symbol("t", INTEGER), Symbol("omega", OUTCOME)
    later_on = add(t, ONE)
    step = implies(
        le(ZERO, t), eq(apply(walk, later_on, omega), add(apply(walk, t, omega), apply(noise, later_on, omega)))
    )
    base = forall(abstract(eq(apply(walk, ZERO, omega), ZERO), omega))
    orders = (forall(abstract(forall(abstract(step, omega)), t)), forall(abstract(forall(abstract(step, t)), omega)))
    first, second = (layout(base, order) for order in orders)
    assert first.schemas == second.schemas
    assert first.schemas[walk].body == add(apply(walk, Bound(0), Bound(1)), apply(noise, add(Bound(0), ONE), Bound(1)))
    assert list(first.bases) == [(walk, 0)]
    assert first.tests == first.initial == ()


def test_random_variables_are_defined_along_every_outcome() -> None:
    one, two = Symbol("one", random_sort()), Symbol("two", random_sort())
    found = layout(forall(Lambda(OUTCOME, eq(apply(one, Bound(0)), mul(x, apply(two, Bound(0)))))))
    assert found.schemas[one].body == mul(x, apply(two, Bound(1)))


def test_what_a_term_depends_on_is_followed_through_definitions() -> None:
    found = layout(schema(later(v), mul(x, apply(v, T))), eq(apply(v, ZERO), y), eq(x, apply(u, ONE)))
    assert found.reached_from(apply(v, ONE)) == {u, v, x, y}
    assert found.reached_from(apply(u, ONE)) == {u}
