"""The largest eigenvalue of a symmetric matrix of rational numbers, and what shows that it is none other.

SymPy finds it as a root of the characteristic polynomial, exactly if rational numbers and one square root make it up.
A root of higher degree lies between rational numbers close to each other.  The kernel decides what is made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy

from symbolic.methods.search import Failed

PRECISION: Final = 10**9


@dataclass(frozen=True)
class Eigenvalue:
    """``low <= m <= high`` for the largest eigenvalue m, where ``low <v, v> <= <v, Sv>`` at ``vector``."""

    low: sympy.Expr
    high: sympy.Expr
    vector: sympy.Matrix

    @property
    def is_exact(self) -> bool:
        return bool(self.low == self.high)

    def rooted(self) -> Eigenvalue:
        """The same for the square root, which norms are: of the largest eigenvalue of the transpose times the matrix.

        >>> Eigenvalue(sympy.Integer(5), sympy.Integer(5), sympy.eye(1)).rooted().low
        sqrt(5)
        """
        low, high = sympy.sqrt(self.low), sympy.sqrt(self.high)
        if self.is_exact:
            exact = sympy.expand(sympy.sqrtdenest(low))
            return Eigenvalue(exact, exact, self.vector)
        return Eigenvalue(_rounded(low), _rounded(high) + _SPARE, self.vector)


def largest_eigenvalue(table: sympy.Matrix) -> Eigenvalue:
    """The largest eigenvalue of a symmetric matrix, exactly where its degree is at most 2.

    >>> largest_eigenvalue(sympy.Matrix([[1, 2], [2, 1]])).low
    3
    >>> found = largest_eigenvalue(sympy.Matrix([[0, 1, 2], [1, 0, 3], [2, 3, 1]]))
    >>> found.low, found.high
    (4580615631/1000000000, 286288477/62500000)
    """
    _, factors = sympy.Poly(table.charpoly().all_coeffs(), sympy.Dummy(), domain="QQ").factor_list()
    factor = max((factor for factor, _ in factors), key=_largest_root)
    if factor.degree() > 2:
        return _enclosed(table, _largest_root(factor))
    root = _tidy(max(sympy.roots(factor), key=sympy.N))
    return Eigenvalue(root, root, _singular(table - root * sympy.eye(table.rows)))


def squares(table: sympy.Matrix) -> list[tuple[sympy.Expr, sympy.Matrix]]:
    """Numbers w > 0 and rows r with <x, Sx> = sum of w (r x)^2, for a symmetric matrix that is positive semidefinite.

    >>> squares(sympy.Matrix([[2, 1], [1, 2]]))
    [(2, Matrix([[1, 1/2]])), (3/2, Matrix([[0, 1]]))]

    Raises `Failed` for one that is not.
    """
    rest, found = table.applyfunc(_tidy), []
    for place in range(table.rows):
        row, pivot = rest.row(place), rest[place, place]
        if pivot.is_positive:
            found.append((pivot, (row / pivot).applyfunc(_tidy)))
            rest = (rest - row.T * row / pivot).applyfunc(_tidy)
        elif not row.is_zero_matrix:
            raise Failed("not positive semidefinite")
    return found


_SPARE: Final = sympy.Rational(1, PRECISION)


def _largest_root(factor: sympy.Poly) -> sympy.Rational:
    """A number just above it, of few digits."""
    return max((_rounded(high) + _SPARE for (_, high), _ in factor.intervals(eps=_SPARE)), default=-sympy.oo)


def _singular(table: sympy.Matrix) -> sympy.Matrix:
    """A vector that ``table`` maps to 0."""
    found = table.nullspace(simplify=_tidy)
    if not found:
        raise Failed("no eigenvector was found")
    return found[0].applyfunc(_tidy)


def _enclosed(table: sympy.Matrix, high: sympy.Rational) -> Eigenvalue:
    """From what is just above the eigenvalue: the columns of a nearly singular inverse are nearly eigenvectors."""
    inverse = (high * sympy.eye(table.rows) - table).inv()
    vectors = [_short(inverse.col(place)) for place in range(table.rows)]
    stretched = [vector.dot(table * vector) / vector.dot(vector) for vector in vectors]
    best = max(stretched)
    return Eigenvalue(_rounded(best), high, vectors[stretched.index(best)])


def _short(vector: sympy.Matrix) -> sympy.Matrix:
    """A multiple whose entries have few digits."""
    largest = max(map(abs, vector))
    return vector.applyfunc(lambda one: _rounded(one / largest))


def _rounded(value: sympy.Expr) -> sympy.Rational:
    return sympy.floor(value * PRECISION) / sympy.Integer(PRECISION)


def _tidy(value: sympy.Expr) -> sympy.Expr:
    """A number made with one square root, as a + b c^(1/2)."""
    return sympy.expand(sympy.radsimp(value))
