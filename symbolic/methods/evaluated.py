"""Norms and largest eigenvalues of matrices whose entries are numbers by what is known of sequences and functions."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.concrete import LARGEST, matrix_of, table_of
from symbolic.methods.equations import equations
from symbolic.methods.putting_in import with_other_side
from symbolic.methods.rewriting import Rewriter
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed
from symbolic.terms import Node, Number, Term, entry, eq, shape_of, subterms


class Evaluated(Method):
    """The goal with a matrix of numbers for one whose entries, derivatives among them, come down to these."""

    def attempt(self, goal: Goal, search: Search) -> int:
        array = next(_unknown(goal.conclusion), None)
        if array is None:
            raise Failed("no norm and no largest eigenvalue of a small matrix")
        rewriter = Rewriter(goal, search, equations(goal, search)[0])
        equation = search.prove_aside(goal.wanting(eq(array, matrix_of(_evaluated(array, rewriter)))))
        return search.show("its entries", with_other_side(equation, goal, search))


def _unknown(formula: Term) -> Iterator[Term]:
    """Matrices of which norms and largest eigenvalues are taken, and whose entries are not numbers as they stand."""
    for part in dict.fromkeys(subterms(formula)):
        if isinstance(part, Node) and part.op in ("norm", "eigenmax") and is_closed(part):
            try:
                table_of(part.args[0])
            except Failed:
                yield part.args[0]


def _evaluated(array: Term, rewriter: Rewriter) -> sympy.Matrix:
    match shape_of(array):
        case Number(value=rows), Number(value=columns) if 0 < rows <= LARGEST and 0 < columns <= LARGEST:
            places = [[(row, column) for column in range(1, int(columns) + 1)] for row in range(1, int(rows) + 1)]
            return sympy.Matrix([[_number(array, *place, rewriter) for place in row] for row in places])
    raise Failed("no matrix of a given small size")


def _number(array: Term, row: int, column: int, rewriter: Rewriter) -> sympy.Rational:
    found, _ = rewriter.rewritten(entry(array, Number(row), Number(column)))
    value = normalise(found, Facts()).constant
    if value is None:
        raise Failed(f"an entry that is not known to be a number: {found!r}")
    return sympy.Rational(value.numerator, value.denominator)
