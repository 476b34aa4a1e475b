"""Derivatives by an initial state, through a recurrence that holds for each of its values.

    h(z, t + 1) = F(h(z, t)) for all z   gives   d/dz h(z, t + 1) = F'(h(z, t)) d/dz h(z, t)

That h(z, t) is differentiable by z is shown by induction over t.
"""

from __future__ import annotations

from typing import Protocol

from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.rules.calculus import for_each
from symbolic.methods.induction import start_of
from symbolic.methods.instances import schema_of
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, relations
from symbolic.terms import (
    ONE,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    add,
    instantiate,
    le,
    subterms,
)


class Rewriting(Protocol):
    """Rewrites terms by the equations of a goal's context; `symbolic.methods.rewriting.Rewriter` is one."""

    goal: Goal
    search: Search

    def rewritten(self, term: Term) -> tuple[Term, int]: ...
    def at(self, goal: Goal) -> Rewriting: ...


def is_flow(term: Term) -> bool:
    """Whether a derivative is one of a sequence of vectors that are functions of a vector."""
    return any(isinstance(part, Symbol) and _depends(part) for part in subterms(term))


def _depends(symbol: Symbol) -> bool:
    return symbol.sort.name == "functional" and symbol.sort.arity > 1


def through(term: Node, rewriting: Rewriting) -> tuple[Term, int]:
    """``term``, a partial derivative, once the recurrence is put in below it; raises `Failed` where nothing is."""
    draft, (body, at, *index) = rewriting.search.draft, term.args
    new, same = _below(body, rewriting)
    straight = Node("partial", new, at, *index)
    if new == body:
        raise Failed("no recurrence says more")
    step = draft.apply("same derivative", [same], [term, straight])
    if _is_plain(new):
        return straight, step
    slope = _differentiated(straight, rewriting)
    return draft.sides(slope)[1], draft.chained(step, slope)


def _below(function: Term, rewriting: Rewriting) -> tuple[Lambda, int]:
    """A function of a vector with its value rewritten, and the step that says that they agree everywhere."""
    if not isinstance(function, Lambda):
        raise Failed("no function of a vector")
    point = fresh_symbol(function.hint, function.sort)
    new, step = rewriting.rewritten(instantiate(function, point))
    return abstract(new, point, function.hint), rewriting.search.draft.apply("generalise", [step], [point])


def _is_plain(function: Lambda) -> bool:
    """Whether a function is an entry of a vector of the sequence, of which the table of derivatives says nothing."""
    match function.body:
        case Node(op="apply", args=(Symbol() as head, *_)):
            return _depends(head)
    return False


def _differentiated(term: Node, rewriting: Rewriting) -> int:
    """The step that the table of derivatives yields, all of whose conditions are known or shown."""
    body, _, *index = term.args
    known = _known(rewriting)
    return rewriting.search.draft.apply("derivative", [*known, *_smooth_parts(body, tuple(index), rewriting)], [term])


def _known(rewriting: Rewriting) -> list[int]:
    context = rewriting.goal.context
    smooth = [formula for formula in context if isinstance(formula, Node) and formula.op == "differentiable"]
    return rewriting.search.draft.assume_all([*relations(context), *smooth])


def _smooth_parts(function: Term, index: tuple[Term, ...], rewriting: Rewriting) -> list[int]:
    """That the vectors in ``function`` are differentiable, as the table asks for it."""
    if not isinstance(function, Lambda):
        raise Failed("no function of a vector")
    work = Differentiation(fresh_symbol(function.hint, function.sort), index)
    work.derivative(instantiate(function, work.variable))
    wanted = dict.fromkeys(
        for_each(condition) for condition in work.conditions if _is_flow_condition(condition.formula)
    )
    return [smooth(formula, rewriting) for formula in wanted]


def _is_flow_condition(formula: Term) -> bool:
    return isinstance(formula, Node) and formula.op == "differentiable" and isinstance(formula.args[0], Lambda)


def smooth(formula: Term, rewriting: Rewriting) -> int:
    """That vectors of a sequence are differentiable, for all entries in a range: put in or by induction over time."""
    draft = rewriting.search.draft
    if formula in rewriting.goal.context:
        return draft.assume(formula)
    places, guards, target = schema_of(formula)
    if not isinstance(target, Node) or target.op != "differentiable":
        raise Failed(f"nothing about derivatives: {formula!r}")
    here = rewriting.at(rewriting.goal.wanting(rewriting.goal.conclusion, *guards))
    new, same = _below(target.args[0], here)
    if new == target.args[0]:
        return _by_induction(formula, target, rewriting)
    sort = new.sort
    inner = _smooth_parts(new, tuple(fresh() for _ in range(sort.arity)), here)
    step = draft.apply("differentiable", [*_known(here), *inner], [new])
    step = draft.apply("same differentiable", [same, step], [target.args[0]])
    for guard in reversed(guards):
        step = draft.apply("discharge", [step], [guard])
    for place in reversed(places):
        step = draft.apply("generalise", [step], [place])
    return step


def _by_induction(formula: Term, target: Node, rewriting: Rewriting) -> int:
    draft, goal, time = rewriting.search.draft, rewriting.goal, _time(target)
    start = start_of(time, goal)
    body, rest, domain = abstract(formula, time), goal.without(time), le(start, time)
    base = smooth(instantiate(body, start), rewriting.at(rest))
    ahead = instantiate(body, add(time, ONE))
    step = smooth(ahead, rewriting.at(rest.wanting(goal.conclusion, formula, domain)))
    step = draft.apply("discharge", [step], [formula])
    step = draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [time])
    every = draft.apply("induction", [base, step], [start, body])
    return draft.apply("detach", [draft.apply("instance", [every], [time]), draft.assume(domain)])


def _time(target: Node) -> Symbol:
    match target.args[0]:
        case Lambda(body=Node(op="apply", args=(_, _, Symbol() as time, *_))):
            return time
    raise Failed("no time to induct over")
