"""Order relations from known ones that speak of the same sums and functions: what is left is simpler."""

from __future__ import annotations

from typing import Final

from symbolic.kernel.normal.polynomial import Monomial, Poly
from symbolic.kernel.normal.reading import difference
from symbolic.methods.combination import gap_of, orders, target_of
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import ZERO, Node, Term

_INVOLVED: Final = ("net", "log", "euler", "sin", "cos", "abs", "heaviside", "opaque", "power")


class Differences(Method):
    """a <= b from a known c <= d, where the sums and functions in b - a are those in some multiple of d - c."""

    def attempt(self, goal: Goal, search: Search) -> int:
        target, facts, conclusion = target_of(goal)
        for relation in filter(orders, relations(goal.context)):
            rest = _simpler(target, difference(gap_of(relation), ZERO, facts))
            if rest is None:
                continue
            wanted = Node("le" if conclusion.op == "le" else _left(conclusion, relation), ZERO, to_term(rest))
            try:
                shown = search.prove(goal.wanting(wanted))
            except Failed:
                continue
            step = search.draft.apply("order", [shown, *search.draft.assume_all(relations(goal.context))], [conclusion])
            return search.show("what is known, and what is left", step)
        raise Failed("nothing known speaks of the same sums and functions")


def _left(conclusion: Node, relation: Term) -> str:
    """Whether what is left may be 0: it may, for a strict conclusion, if what is known is strict."""
    return "le" if isinstance(relation, Node) and relation.op == "lt" else conclusion.op


def _simpler(target: Poly, known: Poly) -> Poly | None:
    """``target`` less the multiple of ``known`` that leaves none of their sums, logarithms and exponentials."""
    shared = [m for m in target.terms if m in known.terms and _is_involved(m)]
    if not shared:
        return None
    first = min(shared, key=lambda m: m.key)
    factor = target.terms[first] / known.terms[first]
    rest = target - known.scaled(factor)
    return rest if factor > 0 and rest.terms and _involved(rest) < _involved(target) else None


def _involved(poly: Poly) -> tuple[int, int]:
    """How many monomials hold a sum, and how many something else that is no rational expression."""
    return sum(monomial.level > 0 for monomial in poly.terms), sum(map(_is_involved, poly.terms))


def _is_involved(monomial: Monomial) -> bool:
    """Whether a monomial holds a sum, an elementary function or an exponent that is no number."""
    return any(atom.kind in _INVOLVED or e.constant is None for atom, e in monomial.factors.items())
