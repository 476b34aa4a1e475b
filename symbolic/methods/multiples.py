"""Norms of multiples and transposes: what is known of ||W|| is known of ||-W||, ||2 W|| and that of the transpose."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symbolic.methods.norms import homogeneous
from symbolic.methods.putting_in import with_other_side
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed
from symbolic.methods.transposed import transposed
from symbolic.terms import Node, Number, Term, is_array, le, mul, norm, subterms


class Multiples(Method):
    """The goal with |c| ||P|| for ||c P||, for numbers c other than 0, and with ||P|| for that of its transpose."""

    def attempt(self, goal: Goal, search: Search) -> int:
        found = next(_multiples(goal.conclusion), None)
        if found is None:
            raise Failed("no norm of a multiple, or of a transpose")
        whole, factor, inner = found
        alone = norm(inner) if abs(factor) == 1 else mul(Number(abs(factor)), norm(inner))
        equation = search.draft.apply("antisymmetry", _both(whole, factor, inner, alone, search))
        step = with_other_side(equation, goal, search)
        return search.show("the norm of a multiple, or of a transpose", step)


def _multiples(formula: Term) -> Iterator[tuple[Term, Fraction, Term]]:
    """The multiples and transposes whose norms ``formula`` speaks of, each with its factor and the other matrix."""
    for part in dict.fromkeys(subterms(formula)):
        if isinstance(part, Node) and part.op == "norm" and is_closed(part):
            (whole,) = part.args
            factor, inner = _parted(whole)
            if factor and inner != whole:
                yield whole, factor, inner


def _parted(array: Term) -> tuple[Fraction, Term]:
    match array:
        case Node(op="neg", args=(inner,)):
            return Fraction(-1), inner
        case Node(op="mul", args=(Number(value=factor), inner)) if is_array(inner):
            return Fraction(factor), inner
        case Node(op="div", args=(inner, Number(value=divisor))) if divisor:
            return 1 / Fraction(divisor), inner
        case Node(op="transpose", args=(inner,)):
            return Fraction(1), inner
    return Fraction(1), array


def _both(whole: Term, factor: Fraction, inner: Term, alone: Term, search: Search) -> list[int]:
    """||c P|| <= |c| ||P||, and |c| ||P|| <= ||c P|| since P is a multiple of c P; likewise for a transpose."""
    if isinstance(whole, Node) and whole.op == "transpose":
        return [transposed(whole, inner, search), transposed(inner, whole, search)]
    most = homogeneous(whole, Number(factor), inner, search)
    least = homogeneous(inner, Number(1 / factor), whole, search)
    ends = ((most, le(norm(whole), alone)), (least, le(alone, norm(whole))))
    return [search.draft.apply("order", [step], [end]) for step, end in ends]
