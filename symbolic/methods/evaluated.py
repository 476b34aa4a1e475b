"""Norms and largest eigenvalues of matrices whose entries are numbers by what is known of sequences and functions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from symbolic.methods.concrete import matrix_of, rational, table_by, table_of
from symbolic.methods.equations import equations
from symbolic.methods.putting_in import with_other_side
from symbolic.methods.rewriting import Rewriter
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed
from symbolic.terms import Node, Term, eq, subterms


class Evaluated(Method):
    """The goal with a matrix of numbers for one whose entries, derivatives among them, come down to these."""

    def attempt(self, goal: Goal, search: Search) -> int:
        unknown = list(_unknown(goal.conclusion))
        rewriter = Rewriter(goal, search, equations(goal, search)[0] if unknown else ())
        for array in unknown:
            with suppress(Failed):
                table = table_by(array, lambda term: rational(rewriter.rewritten(term)[0]))
                equation = search.prove_aside(goal.wanting(eq(array, matrix_of(table))))
                return search.show("its entries", with_other_side(equation, goal, search))
        raise Failed("no norm and no largest eigenvalue of a matrix whose entries come down to numbers")


def _unknown(formula: Term) -> Iterator[Term]:
    """Matrices of which norms and largest eigenvalues are taken, and whose entries are not numbers as they stand."""
    for part in dict.fromkeys(subterms(formula)):
        if isinstance(part, Node) and part.op in ("norm", "eigenmax") and is_closed(part):
            try:
                table_of(part.args[0])
            except Failed:
                yield part.args[0]
