"""Matrices of numbers, of a given size: SymPy finds inverses and eigenvalues, the kernel multiplies out."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

import sympy

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import difference
from symbolic.methods.norms import HALF
from symbolic.methods.search import Failed
from symbolic.terms import ONE, ZERO, Bound, Number, Term, add, delta, div, entries, entry, matrix, mul, power, shape_of

LARGEST: Final = 4


def inverted(array: Term) -> Term:
    """The inverse of a square matrix of rational numbers, as one.

    Raises `Failed` where the matrix is none of these, or singular.
    """
    table = table_of(array)
    if table.rows != table.cols or table.det() == 0:
        raise Failed("no regular matrix")
    return matrix_of(table.inv())


def table_of(array: Term) -> sympy.Matrix:
    """The rational numbers that a matrix of a given small size is made of.

    >>> from symbolic.terms import *
    >>> table_of(mul(Number(3), matrix(Number(2), Number(2), entries(delta(Bound(1), Bound(0))))))
    Matrix([
    [3, 0],
    [0, 3]])

    Raises `Failed` for any other matrix.
    """
    return table_by(array, rational)


def table_by(array: Term, number: Callable[[Term], sympy.Rational]) -> sympy.Matrix:
    """The same, where ``number`` says what each entry is."""

    def at(row: int, column: int) -> sympy.Rational:
        """SymPy counts from 0."""
        return number(entry(array, Number(int(row) + 1), Number(int(column) + 1)))

    match shape_of(array):
        case Number(value=rows), Number(value=columns) if 0 < rows <= LARGEST and 0 < columns <= LARGEST:
            return sympy.Matrix(int(rows), int(columns), at)
    raise Failed("no matrix of a given small size")


def rational(term: Term) -> sympy.Rational:
    """The rational number that a term is by its normal form; raises `Failed` if it is none."""
    value = difference(term, ZERO, Facts()).constant
    if value is None:
        raise Failed("no rational number")  # it may be too long to be written
    return sympy.Rational(value.numerator, value.denominator)


def matrix_of(table: sympy.Matrix) -> Term:
    """The matrix with the entries of ``table``, as a sum over places: `Bound(1)` is the row, `Bound(0)` the column."""
    at_places = (
        mul(number_of(table[row, column]), delta(Bound(1), Number(row + 1)), delta(Bound(0), Number(column + 1)))
        for row in range(table.rows)
        for column in range(table.cols)
        if table[row, column]
    )
    return matrix(Number(table.rows), Number(table.cols), entries(add(*at_places)))


def number_of(value: sympy.Expr) -> Term:
    """A number made of rational ones and square roots, as a term.

    >>> number_of((1 + sympy.sqrt(5)) / 2)
    (add 1/2 (mul 1/2 (pow 5 1/2)))
    """
    match value:
        case sympy.Rational():
            return Number(Fraction(int(value.p), int(value.q)))
        case sympy.Add():
            return add(*map(number_of, value.as_ordered_terms()))
        case sympy.Mul():
            return mul(*map(number_of, value.as_ordered_factors()))
        case sympy.Pow(exp=sympy.Rational(p=1, q=2)):
            return power(number_of(value.base), HALF)
        case sympy.Pow(exp=sympy.Rational(p=-1, q=2)):
            return div(ONE, power(number_of(value.base), HALF))
    raise Failed(f"no number of that kind: {value}")
