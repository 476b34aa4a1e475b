"""Rewriting by what is assumed: recurrences unfold, definitions and induction hypotheses are put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.algebra import by_facts
from symbolic.methods.equations import Equation
from symbolic.methods.flows import is_flow, through
from symbolic.methods.instances import at_sight, instance, integers_of
from symbolic.methods.products import multiplied_out
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.methods.unfolding import differentiated, entry_unfolded, of_expectation, over_normals, without_logarithm
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    Bound,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    eq,
    expect,
    instantiate,
    le,
    neg,
    sort_of,
    substitute,
    subterms,
)

MOST_REWRITES: Final = 150
_TABLE: Final = {
    "diff": differentiated,
    "partial": differentiated,
    "expect": of_expectation,
    "integral": over_normals,
    "entry": entry_unfolded,
    "exp": without_logarithm,
    "prod": multiplied_out,
    "trace": entry_unfolded,
    "dot": entry_unfolded,
}
_BELOW_ENTRIES: Final = ("diff", "partial", "expect", "log", "prod")


class Rewriter:
    """Rewrites terms by equations, innermost first; every rewrite is a step of the draft."""

    def __init__(self, goal: Goal, search: Search, rules: Sequence[Equation], fuel: list[int] | None = None) -> None:
        self.goal, self.search, self.rules = goal, search, rules
        self._fuel = [MOST_REWRITES] if fuel is None else fuel

    def at(self, goal: Goal) -> Rewriter:
        """Rewrites by the same equations where something else is assumed."""
        return Rewriter(goal, self.search, self.rules, self._fuel)

    def rewritten(self, term: Term) -> tuple[Term, int]:
        """``term`` rewritten to the end, and the step that says they are equal."""
        whole = self._whole(term)
        inside, step = self._below(term) if whole is None else self._unchanged(term)
        found = whole or self._unfolded(inside)
        if found is None:
            return inside, step
        again, rest = self.rewritten(found[0])
        draft = self.search.draft
        return again, draft.chained(step, draft.chained(found[1], rest))

    def _whole(self, term: Term) -> tuple[Term, int] | None:
        """What is known of an expectation as a whole comes before what could be put in below it."""
        return self._unfolded(term) if isinstance(term, Node) and term.op == "expect" else None

    def _unchanged(self, term: Term) -> tuple[Term, int]:
        return term, self.search.draft.apply("reflexive", (), (term,))

    def _below(self, term: Term) -> tuple[Term, int]:
        match term:
            case Node(op="sum" | "prod" as op, args=(lower, upper, Lambda() as body)):
                return self._under_sum(term, op, lower, upper, body)
            case Node(op="expect", args=(Lambda() as body,)):
                return self._under_expectation(term, body)
            case Node(op="partial" | "entry" | "trace" | "dot" | "integral"):
                return self._unchanged(term)
            case Node(op=op, args=args):
                first = 1 if op in ("apply", "diff") else 0
                return self._inside(term, op, list(args), range(first, len(args)))
        return self._unchanged(term)

    def _inside(self, term: Term, op: str, args: list[Term], positions: range) -> tuple[Term, int]:
        draft = self.search.draft
        step = draft.apply("reflexive", (), (term,))
        for position in positions:
            args[position], equation = self.rewritten(args[position])
            if draft.steps[equation].rule != "reflexive":
                hole = Node(op, *args[:position], Bound(0), *args[position + 1 :])
                step = draft.apply("replace", [equation, step], [Lambda(sort_of(args[position]), eq(term, hole))])
        return Node(op, *args), step

    def _under_sum(self, term: Term, op: str, lower: Term, upper: Term, body: Lambda) -> tuple[Term, int]:
        """The body is rewritten for an index within the range; then the sums, or products, are equal."""
        draft, index = self.search.draft, fresh_symbol(body.hint, INTEGER)
        ends = (le(lower, index), le(index, upper))
        inner = Rewriter(self.goal.wanting(self.goal.conclusion, *ends), self.search, self.rules, self._fuel)
        new, step = inner.rewritten(instantiate(body, index))
        if draft.steps[step].rule == "reflexive":
            return self._unchanged(term)
        for end in reversed(ends):
            step = draft.apply("discharge", [step], [end])
        result = Node(op, lower, upper, abstract(new, index, body.hint))
        step = draft.apply("generalise", [step], [index])
        return result, draft.apply("extensionality", [step], [term, result])

    def _under_expectation(self, term: Term, body: Lambda) -> tuple[Term, int]:
        draft, outcome = self.search.draft, fresh_symbol(body.hint, body.sort)
        new, step = self.rewritten(instantiate(body, outcome))
        if draft.steps[step].rule == "reflexive":
            return self._unchanged(term)
        result = expect(abstract(new, outcome, body.hint))
        return result, draft.apply("pathwise", [draft.apply("generalise", [step], [outcome])], [term, result])

    def _unfolded(self, term: Term) -> tuple[Term, int] | None:
        """``term`` by the first equation whose left side it is and whose guards can be proved, or by the table."""
        for rule in self.rules:
            values = rule.matching(term)
            if values is None or self._fuel[0] <= 0 or term in subterms(substitute(rule.right, values)):
                continue
            try:
                step = self._instance(rule, values, term)
            except (Failed, Rejected):
                continue
            self._fuel[0] -= 1
            return substitute(rule.right, values), step
        return self._by_table(term)

    def _by_table(self, term: Term) -> tuple[Term, int] | None:
        """``term`` by a rule of its own, where there is one for its operator."""
        own = _TABLE.get(term.op) if isinstance(term, Node) and self._gains(term) else None
        try:
            if isinstance(term, Node) and term.op == "partial" and is_flow(term):
                return through(term, self)
            found = own(term, self.goal, self.search) if own and isinstance(term, Node) else None
        except (Failed, Rejected):
            return None
        return None if found is None or term in subterms(found[0]) else found

    def _gains(self, term: Node) -> bool:
        """Whether writing entries out shows anything that could be rewritten; equations of normal forms do without."""
        goal = self.goal.conclusion
        return (
            term.op not in ("entry", "trace", "dot")
            or (isinstance(goal, Node) and goal.op != "eq")
            or bool(self.rules)
            or any(isinstance(part, Node) and part.op in _BELOW_ENTRIES for part in subterms(term))
        )

    def _instance(self, rule: Equation, values: dict[Symbol, Term], term: Term) -> int:
        chosen = [values[variable] for variable in rule.variables]
        step = instance(rule.step, chosen, self.goal, self.search, self._guarded)
        sign = neg(ONE) if rule.flipped else ONE
        return self.search.draft.apply("linear", [step], [eq(term, substitute(rule.right, values)), sign])

    def _guarded(self, goal: Goal) -> int:
        try:
            return at_sight(goal, self.search)
        except Failed:
            return self._computed(goal)

    def _computed(self, goal: Goal) -> int:
        """A guard that speaks of fixed times, by computing what it compares: 0 <= v(1) where v(0) is known."""
        guard = goal.conclusion
        if not isinstance(guard, Node) or guard.op not in ("le", "lt", "ne") or integers_of(guard):
            raise Failed("a guard that is not of numbers")
        inner = Rewriter(goal, self.search, self.rules)
        left, right = (inner.rewritten(side)[1] for side in guard.args)
        return compared(goal, self.search, left, right)


def compared(goal: Goal, search: Search, left: int, right: int) -> int:
    """An order relation between the rewritten sides, carried back to the sides as they stand in the goal."""
    conclusion, draft = goal.conclusion, search.draft
    if not isinstance(conclusion, Node):
        raise Failed("not a relation")
    sides = [draft.sides(step)[1] for step in (left, right)]
    step = by_facts(goal.wanting(Node(conclusion.op, *sides)), search, [], [])
    holes = (Node(conclusion.op, Bound(0), sides[1]), Node(conclusion.op, conclusion.args[0], Bound(0)))
    for equation, hole in zip((left, right), holes, strict=True):
        step = draft.apply("replace", [draft.flipped(equation), step], [Lambda(REAL, hole)])
    return step
