"""Tangents of exp and log, at the arguments that a goal speaks of: 1 + x <= exp(x) and log(x) <= x - 1."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.polynomial import Atom, Poly
from symbolic.methods.algebra import Algebra, left_over
from symbolic.methods.combination import Combination
from symbolic.methods.instances import with_facts
from symbolic.methods.monotone import Monotone
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import ONE, REAL, ZERO, Node, Symbol, Term, add, div, le, lt, mul, sub

MOST_TANGENTS: Final = 6
POINT: Final = Symbol("x\N{PRIME}", REAL)  # no script can write it


class Tangents(Method):
    """The goal with tangents: e^v (1 + u - v) <= e^u, and log u - log v <= u/v - 1, for any two arguments u and v."""

    def attempt(self, goal: Goal, search: Search) -> int:
        steps = list(_tangents(goal, search))
        if not steps:
            raise Failed("no exponential and no logarithm")
        return with_facts(steps, goal, search, (Algebra(), Combination()))


def _tangents(goal: Goal, search: Search) -> Iterator[int]:
    rest, _ = left_over(goal)
    for kind, tangent in (("exp", _below_exponential), ("log", _above_logarithm)):
        arguments = list(_arguments(rest, kind))
        for one, other in list(permutations(arguments, 2))[:MOST_TANGENTS] if len(arguments) > 1 else ():
            try:
                yield tangent(one, other, goal, search)
            except (Failed, Rejected):
                continue


def _arguments(rest: Poly, kind: str) -> Iterator[Term]:
    """What the exponentials, or logarithms, of a residual are taken of; and of 0, or 1, whose value is a number."""
    found = {_argument(atom, exponent, kind) for m in rest.terms for atom, exponent in m.factors.items()}
    polys = {poly.key: poly for poly in found if poly is not None}
    if not polys:
        return
    yield ZERO if kind == "exp" else ONE
    for key in sorted(polys):
        try:
            yield to_term(polys[key])
        except Unprintable:
            continue


def _argument(atom: Atom, exponent: Poly, kind: str) -> Poly | None:
    if kind == "exp":
        return exponent if atom.kind == "euler" else None
    argument: Poly | None = atom.parts[0] if atom.kind == "log" else None
    return argument


def _below_exponential(one: Term, other: Term, goal: Goal, search: Search) -> int:
    """e^v (1 + u - v) <= e^u"""
    lemma = search.lemma(Goal(le(add(ONE, POINT), Node("exp", POINT)), ()), (Monotone(),))
    gap = sub(one, other)
    step = search.draft.apply("instance", [search.draft.apply("generalise", [lemma], [POINT])], [gap])
    scaled = le(ZERO, mul(Node("exp", other), sub(Node("exp", gap), add(ONE, gap))))
    return search.draft.apply("order", [step], [scaled])


def _above_logarithm(one: Term, other: Term, goal: Goal, search: Search) -> int:
    """log u - log v <= u/v - 1, for positive u and v"""
    draft, positive = search.draft, lt(ZERO, POINT)
    lemma = search.lemma(Goal(le(Node("log", POINT), sub(POINT, ONE)), (positive,)), (Monotone(),))
    every = draft.apply("generalise", [draft.apply("discharge", [lemma], [positive])], [POINT])
    signs = [search.prove_aside(goal.wanting(lt(ZERO, side)), (Algebra(),)) for side in (one, other)]
    ratio = div(one, other)
    ratio_sign = draft.apply("order", signs, [lt(ZERO, ratio)])
    step = draft.apply("detach", [draft.apply("instance", [every], [ratio]), ratio_sign])
    apart = le(sub(Node("log", one), Node("log", other)), sub(ratio, ONE))
    return draft.apply("order", [step, *signs], [apart])
