"""Norms and largest eigenvalues of matrices of numbers: by their values, or from numbers close to them.

That <x, Sx> <= m <x, x> for all x is a sum of squares; a vector at which both are equal shows that no less will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import sympy

from symbolic.methods.concrete import matrix_of, number_of, table_of
from symbolic.methods.eigenvalues import Eigenvalue, largest_eigenvalue, squares
from symbolic.methods.norms import TWO, Vector, arbitrary, least, square
from symbolic.methods.putting_in import with_other_side
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed
from symbolic.methods.stretched import at_least
from symbolic.terms import (
    ONE,
    ZERO,
    Node,
    Number,
    Term,
    add,
    entry,
    le,
    matmul,
    mul,
    power,
    shape_of,
    subterms,
)


class Spectra(Method):
    """The goal with their values for norms and largest eigenvalues of matrices of numbers; else by numbers around."""

    def attempt(self, goal: Goal, search: Search) -> int:
        found = dict(_values(goal.conclusion))
        if not found:
            raise Failed("no norm and no largest eigenvalue of a matrix of numbers")
        for extreme, value in found.items():
            if value.is_exact:
                equation = search.draft.apply("antisymmetry", _bounds(extreme, value, search))
                return search.show("its value", with_other_side(equation, goal, search))
        around = [step for extreme, value in found.items() for step in _bounds(extreme, value, search)]
        return search.show("numbers around it", search.draft.apply("enclosed", around, [goal.conclusion]))


def value_of_norm(array: Term, search: Search) -> int:
    """||P|| = c for a matrix of rational numbers; raises `Failed` where c is not rational numbers and roots."""
    extreme = Node("norm", array)
    value = dict(_values(extreme)).get(extreme)
    if value is None or not value.is_exact:
        raise Failed("no norm of which the value is known exactly")
    return search.draft.apply("antisymmetry", _bounds(extreme, value, search))


def _values(formula: Term) -> Iterator[tuple[Node, Eigenvalue]]:
    for part in dict.fromkeys(subterms(formula)):
        match part:
            case Node(op="norm" | "eigenmax" as op) if is_closed(part):
                with suppress(Failed):
                    found = largest_eigenvalue(_form(part))
                    yield part, found.rooted() if op == "norm" else found


def _form(extreme: Node) -> sympy.Matrix:
    """The symmetric matrix of the same quadratic form, and that of <Ax, Ax> for the norm of A."""
    table = table_of(extreme.args[0])
    return table.T * table if extreme.op == "norm" else (table + table.T) / 2


def _bounds(extreme: Node, value: Eigenvalue, search: Search) -> list[int]:
    """m <= high, and low <= m"""
    (array,) = extreme.args
    low, high, vector = number_of(value.low), number_of(value.high), matrix_of(value.vector)
    x = arbitrary(array)
    largest, at_most = (value.high**2, least) if extreme.op == "norm" else (value.high, _eigenvalue_at_most)
    facts = _sum_of_squares(largest * sympy.eye(value.vector.rows) - _form(extreme), x, search)
    return [at_most(array, high, x, facts, search), at_least(low, extreme, vector, Goal(low, ()), search)]


def _sum_of_squares(table: sympy.Matrix, x: Vector, search: Search) -> list[int]:
    """0 <= <x, Sx>, written as a sum of squares; nothing for S = 0."""
    terms = [mul(number_of(weight), power(_times(row, x), TWO)) for weight, row in squares(table)]
    return [search.draft.apply("order", (), [le(ZERO, add(*terms))])] if terms else []


def _times(row: sympy.Matrix, x: Vector) -> Term:
    places = [(factor, Number(place)) for place, factor in enumerate(row, 1) if factor]
    return add(*(mul(number_of(factor), entry(x.whole, place)) for factor, place in places))


def _eigenvalue_at_most(array: Term, bound: Term, x: Vector, facts: list[int], search: Search) -> int:
    form = Node("dot", x.whole, matmul(array, x.whole))
    bounded = search.draft.apply("order", facts, [le(form, mul(bound, square(x.whole)))])
    shape = shape_of(array)
    inhabited = search.draft.apply("order", (), [le(ONE, ONE if shape is None else shape[0])])
    return search.draft.apply("eigenvalue least", [bounded, inhabited], [array, bound, x.name])
