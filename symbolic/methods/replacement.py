"""What stands in the goal, by what it was shown, or a matrix is assumed, to be equal to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.algebra import Algebra
from symbolic.methods.chained import shown
from symbolic.methods.entries import Entrywise
from symbolic.methods.equations import about
from symbolic.methods.putting_in import with_other_side
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed
from symbolic.terms import INTEGER, Node, Term, eq, is_array, replace, sort_of, subterms


class Replacement(Method):
    """The goal with B for A, from A = B, where B is simpler and A occurs."""

    def attempt(self, goal: Goal, search: Search) -> int:
        known = (step for step in shown(goal, search) if _of_matrices(search.draft.conclusion(step)))
        assumed = (search.draft.assume(formula) for formula in goal.context if _of_matrices(formula))
        step = next(_simplifying(chain(known, assumed), goal, search), None)
        if step is None:
            raise Failed("no matrix is known to be a simpler one")
        return with_other_side(step, goal, search)


class Simplified(Method):
    """The goal with the number b for a, from a = b as it was shown, where b is simpler and a occurs, by arithmetic."""

    def attempt(self, goal: Goal, search: Search) -> int:
        known = (step for step in shown(goal, search) if not _of_matrices(search.draft.conclusion(step)))
        step = next(_simplifying(known, goal, search), None)
        if step is None:
            raise Failed("nothing is known to be simpler")
        return search.show("by what was shown", with_other_side(step, goal, search, (Simplified(), Algebra())))


class Unrolling(Method):
    """The goal with B for A, from an equation A = B at the place where A stands, such as J(T + 1) = M(T) J(T)."""

    def attempt(self, goal: Goal, search: Search) -> int:
        for array in dict.fromkeys(part for part in subterms(goal.conclusion) if is_array(part) and is_closed(part)):
            for step in about(array, goal, search):
                conclusion = search.draft.conclusion(step)
                if _of_matrices(conclusion) and conclusion != goal.conclusion and _unrolls(conclusion, array):
                    return with_other_side(_with_indices_tidied(array, step, goal, search), goal, search)
        raise Failed("no equation says what a matrix of the goal is")


def _unrolls(equation: Term, array: Term) -> bool:
    left, right = equation.args if isinstance(equation, Node) else ()
    named = left.op == array.op == "matrix" if isinstance(left, Node) and isinstance(array, Node) else False
    return (left == array or named) and array not in subterms(right)


def _with_indices_tidied(array: Term, step: int, goal: Goal, search: Search) -> int:
    """A = D from B = C, where A is B and C is D by arithmetic in indices: J(T - 1 + 1) is J(T)."""
    left, right = search.draft.sides(step)
    for one, other in ((array, left), (right, _tidied(right))):
        if one != other:
            same = search.lemma(goal.wanting(eq(one, other)), (Entrywise(), Algebra()))
            step = search.draft.chained(*((same, step) if other == left else (step, same)))
    return step


def _tidied(term: Term) -> Term:
    """``term`` with indices such as T + 1 - 1 in their shortest form."""
    for part in dict.fromkeys(subterms(term)):
        if isinstance(part, Node) and part.op in ("add", "sub") and is_closed(part) and sort_of(part) == INTEGER:
            short = to_term(normalise(part, Facts()))
            term = replace(term, part, short) if short.size < part.size else term
    return term


def _simplifying(steps: Iterable[int], goal: Goal, search: Search) -> Iterator[int]:
    """Those of ``steps`` that say that a part of the goal is equal to something simpler."""
    parts = set(subterms(goal.conclusion))
    for step in steps:
        match search.draft.conclusion(step):
            case Node(op="eq", args=(left, right)) as equation if left in parts and right.size < left.size:
                if equation != goal.conclusion:
                    yield step


def _of_matrices(formula: Term) -> bool:
    return isinstance(formula, Node) and formula.op == "eq" and is_array(formula.args[0])
