"""Definitions of vectors that are functions of a vector: each element once, for every vector, by earlier ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from symbolic.certificate import Model
from symbolic.kernel import Rejected
from symbolic.kernel.refutation import instances
from symbolic.terms import (
    ONE,
    ZERO,
    Lambda,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    eq,
    forall,
    functional_sort,
    implies,
    lt,
    mul,
    named_matrix,
    partial,
    sequence_sort,
)
from tests.symbolic.kernel.building import TWO, after, claim, every, schema, total

h = Symbol("h", functional_sort(3))
a, b = Symbol("a", sequence_sort(1)), Symbol("b", sequence_sort(1))
g = Symbol("g", sequence_sort(0))


def of_each(body: Callable[[Symbol], Term], name: str = "z", start: int = 1) -> Term:
    """``body(z)`` for every vector z."""
    vector = Symbol(f"{name}~", sequence_sort(start))
    return forall(abstract(body(vector), vector, name))


def start(value: Callable[[Symbol, Symbol], Term]) -> Term:
    return of_each(lambda z: every(lambda p: eq(apply(h, z, ZERO, p), value(z, p))))


def recurrence(value: Callable[[Symbol, Symbol, Symbol], Term]) -> Term:
    return of_each(lambda z: schema(lambda s: every(lambda p: eq(apply(h, z, after(s), p), value(z, s, p)))))


def column(vector: Term, time: Term) -> Term:
    return named_matrix(h, TWO, ONE, vector, time)


BEGUN = start(lambda z, p: apply(z, p))
SAME = recurrence(lambda z, s, p: apply(h, z, s, p))
GIVEN = schema(lambda p: eq(apply(a, p), p), ONE)

ACCEPTED: dict[str, tuple[Term, ...]] = {
    "a start and a recurrence": (BEGUN, SAME),
    "time before vector": (schema(lambda s: of_each(lambda z: eq(column(z, after(s)), column(z, s)))),),
    "as a whole": (of_each(lambda z: schema(lambda s: eq(column(z, after(s)), column(z, s)))),),
    "by what it is from another vector": (recurrence(lambda z, s, p: apply(h, a, s, p)), GIVEN),
    "by a derivative of the step before": (
        recurrence(lambda z, s, p: partial(Lambda(z.sort, apply(h, z, s, p)), z, p)),
    ),
    "by a sum of entries": (recurrence(lambda z, s, p: total(ONE, TWO, lambda j: apply(h, z, s, j))),),
}

REFUSED: dict[str, tuple[Term, ...]] = {
    "at one vector": (every(lambda p: eq(apply(h, a, ZERO, p), p)), GIVEN),
    "the value of every vector": (of_each(lambda z: of_each(lambda y: eq(column(z, ZERO), column(y, ONE)), start=0)),),
    "another vector than that at which it is defined": (
        of_each(lambda z: of_each(lambda y: every(lambda p: eq(apply(h, y, ZERO, p), apply(z, p))), start=0)),
    ),
    "a start given twice": (BEGUN, start(lambda z, p: mul(TWO, apply(z, p)))),
    "a start that the recurrence defines": (
        of_each(lambda z: every(lambda p: eq(apply(h, z, ONE, p), ZERO))),
        SAME,
    ),
    "two recurrences": (SAME, recurrence(lambda z, s, p: ZERO)),
    "by itself at the same time": (recurrence(lambda z, s, p: add(apply(h, z, after(s), p), ONE)),),
    "by itself at the same time, from another vector": (
        recurrence(lambda z, s, p: add(apply(h, a, after(s), p), ONE)),
        GIVEN,
    ),
    "by a later element": (recurrence(lambda z, s, p: apply(h, z, add(s, TWO), p)),),
    "by an element at a place": (recurrence(lambda z, s, p: apply(h, z, p, p)),),
    "by elements in a sum": (recurrence(lambda z, s, p: total(ZERO, TWO, lambda j: apply(h, z, j, p))),),
    "by the derivative of a later element": (
        recurrence(lambda z, s, p: partial(Lambda(z.sort, add(apply(h, z, add(s, TWO), p), ONE)), z, p)),
    ),
    "an entry of one place": (of_each(lambda z: schema(lambda s: eq(apply(h, z, after(s), ONE), ZERO))),),
    "time and place in the wrong order": (
        of_each(lambda z: every(lambda p: schema(lambda s: eq(apply(h, z, p, s), ZERO)))),
    ),
    "of a sequence that is defined by all of it": (
        of_each(lambda z: schema(lambda s: every(lambda p: eq(apply(h, z, s, p), apply(z, after(s))))), start=0),
        schema(lambda s: eq(apply(g, after(s)), add(apply(h, g, s, ONE), ONE))),
    ),
}


def read(definitions: tuple[Term, ...]) -> None:
    instances(claim(lt(ZERO, apply(h, a, TWO, ONE))), Model((), (GIVEN, *definitions)))


@pytest.mark.parametrize("definitions", ACCEPTED.values(), ids=ACCEPTED)
def test_what_has_a_model_is_accepted(definitions: tuple[Term, ...]) -> None:
    read(definitions)


@pytest.mark.parametrize("definitions", REFUSED.values(), ids=REFUSED)
def test_what_may_have_none_is_not(definitions: tuple[Term, ...]) -> None:
    with pytest.raises(Rejected, match=r"defin|cannot tell"):
        read(definitions)


def test_a_premise_about_the_vector_only_takes_away() -> None:
    """What is then left undefined may be anything."""
    read((of_each(lambda z: implies(lt(ZERO, apply(z, ONE)), every(lambda p: eq(apply(h, z, ZERO, p), p)))),))
