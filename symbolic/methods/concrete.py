"""Matrices of numbers, of a given size: SymPy inverts them, the kernel multiplies out."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import sympy

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.search import Failed
from symbolic.terms import Bound, Number, Term, add, delta, entries, entry, matrix, mul, shape_of

LARGEST: Final = 4


def inverted(array: Term) -> Term:
    """The inverse of a square matrix of rational numbers, as one.

    Raises `Failed` where the matrix is none of these, or singular.
    """
    match shape_of(array):
        case Number(value=rows), Number(value=columns) if rows == columns <= LARGEST:
            places = range(1, int(rows) + 1)
        case _:
            raise Failed("no matrix of a given small size")
    table = sympy.Matrix([[_number(array, row, column) for column in places] for row in places])
    if table.det() == 0:
        raise Failed("a singular matrix")
    found = table.inv()
    return matrix(Number(len(places)), Number(len(places)), entries(_at_places(found, places)))


def _number(array: Term, row: int, column: int) -> sympy.Rational:
    value = normalise(entry(array, Number(row), Number(column)), Facts()).constant
    if value is None:
        raise Failed("no matrix of numbers")
    return sympy.Rational(value.numerator, value.denominator)


def _at_places(table: sympy.Matrix, places: range) -> Term:
    """The entries of ``table`` as a function of the row, `Bound(1)`, and the column, `Bound(0)`."""
    return add(
        *(
            mul(_rational(table[row - 1, column - 1]), delta(Bound(1), Number(row)), delta(Bound(0), Number(column)))
            for row in places
            for column in places
            if table[row - 1, column - 1]
        )
    )


def _rational(value: sympy.Rational) -> Number:
    return Number(Fraction(int(value.p), int(value.q)))
