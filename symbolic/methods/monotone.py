"""Order relations in one real variable, by the sign of a derivative to both sides of a point where both sides agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.reading import difference, facts_from, vanishes
from symbolic.methods.algebra import Algebra
from symbolic.methods.cases import Signs
from symbolic.methods.combination import Combination
from symbolic.methods.instances import Instances, indices_of, instances
from symbolic.methods.lettered import in_letters
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol, is_closed, relations
from symbolic.methods.structure import Given, Structure
from symbolic.terms import (
    REAL,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    forall,
    implies,
    instantiate,
    le,
    lt,
    neg,
    sub,
    substitute,
    subterms,
    symbols,
)

POINTS: Final = tuple(Number(value) for value in (0, 1, -1, 2, Fraction(1, 2)))
DEEPEST: Final = 3
_VARYING: Final = ("exp", "log", "tanh", "sigmoid", "sin", "cos", "pow", "apply")


@dataclass(frozen=True)
class Monotone(Method):
    """0 <= f(x) because f(c) = 0 and f grows to the right of c and falls to its left; f' is treated alike, and f''."""

    level: int = 0

    def attempt(self, goal: Goal, search: Search) -> int:
        if not isinstance(goal.conclusion, Node) or goal.conclusion.op not in ("le", "lt") or self.level >= DEEPEST:
            raise Failed("no order relation, or a third derivative")
        for variable in _variables(goal.conclusion):
            for anchor in _anchors(variable, goal):
                try:
                    step = self._around(Branch(goal, goal.conclusion, variable, anchor), search)
                except (Failed, Rejected):
                    continue
                return search.show(f"by the sign of the derivative by {variable.name}", step)
        return self._of_arguments(goal, search)

    def _of_arguments(self, goal: Goal, search: Search) -> int:
        """By a variable that stands for what a function is taken of: an element, or an entry of a matrix."""
        for argument in _arguments(goal.conclusion):
            try:
                return _at(argument, goal, search, self)
            except (Failed, Rejected):
                continue
        raise Failed("no point from which the difference of both sides grows")

    def _around(self, branch: Branch, search: Search) -> int:
        """To that side of the anchor which is known, or to both."""
        for one_side in (branch.right, branch.left):
            try:
                return self._along(
                    branch.under(branch.goal), search.prove(branch.goal.wanting(one_side), _SIMPLE), search
                )
            except Failed:
                continue
        rising = le(branch.anchor, branch.variable)
        ends = []
        for case in (rising, lt(branch.variable, branch.anchor)):
            inner = branch.under(branch.goal.wanting(branch.goal.conclusion, case))
            wanted = inner.right if case == rising else inner.left
            ends.append(self._along(inner, search.prove(inner.goal.wanting(wanted), _SIMPLE), search))
        return search.draft.apply("cases", [search.draft.apply("dichotomy", (), [rising]), *ends])

    def _along(self, branch: Branch, ends: int, search: Search) -> int:
        """The goal between the anchor and the variable, whose order ``ends`` concludes."""
        draft, (low, high) = search.draft, search.draft.sides(ends)
        function = branch.growing(low == branch.anchor)
        slope = search.prove_aside(branch.goal.wanting(_slope(function, low, high, branch.op)), self._methods())
        assumed = draft.assume_all(_known(branch.goal))
        grown = draft.apply("increasing", [ends, slope, *assumed], [function])
        known = draft.assume_all(relations(branch.goal.context))
        there = draft.apply("order", known, [le(ZERO, instantiate(branch.growing(True), branch.anchor))])
        try:
            return draft.apply("order", [grown, there], [branch.goal.conclusion])
        except Rejected:
            return draft.apply("order", [grown, there, *known], [branch.goal.conclusion])

    def _methods(self) -> Sequence[Method]:
        return Given(), Structure(), Algebra(), Instances(), Combination(), Signs(), Monotone(self.level + 1)


_SIMPLE: Final = (Given(), Algebra())


@dataclass(frozen=True)
class Branch:
    """A goal that is to be shown between ``anchor`` and ``variable``."""

    goal: Goal
    conclusion: Node
    variable: Symbol
    anchor: Term

    @property
    def op(self) -> str:
        return self.conclusion.op

    @property
    def right(self) -> Term:
        return Node(self.op, self.anchor, self.variable)

    @property
    def left(self) -> Term:
        return Node(self.op, self.variable, self.anchor)

    def under(self, goal: Goal) -> Branch:
        return Branch(goal, self.conclusion, self.variable, self.anchor)

    def growing(self, to_the_right: bool) -> Lambda:
        """What grows from the lower end to the upper one: the difference of both sides, or its negative."""
        low, high = self.conclusion.args
        gap = sub(high, low)
        return abstract(gap if to_the_right else neg(gap), self.variable)


def _slope(function: Lambda, low: Term, high: Term, op: str) -> Term:
    point = fresh_symbol(function.hint, REAL)
    change = Node(op, ZERO, Differentiation(point).derivative(instantiate(function, point)))
    return forall(abstract(implies(lt(low, point), implies(lt(point, high), change)), point, function.hint))


def _known(goal: Goal) -> list[Term]:
    """What the conditions of derivatives may need."""
    smooth = [formula for formula in goal.context if isinstance(formula, Node) and formula.op == "differentiable"]
    return [*relations(goal.context), *smooth]


def _arguments(conclusion: Term) -> list[Term]:
    """Elements and entries that functions are taken of."""
    inside = [part for part in subterms(conclusion) if isinstance(part, Node) and part.op in _VARYING[:-1]]
    found = (part.args[0] for part in inside)
    return [
        one for one in dict.fromkeys(found) if isinstance(one, Node) and one.op in ("apply", "entry") and is_closed(one)
    ]


def _at(argument: Term, goal: Goal, search: Search, method: Method) -> int:
    """The goal with a new variable for ``argument``, of which the same is known, and then for ``argument`` itself."""
    known = search.draft.assume_all(relations(goal.context))
    steps = [*known, *instances(indices_of(goal.conclusion), goal, search)]
    return in_letters(goal.conclusion, steps, {argument: fresh_symbol("y", REAL)}, search, (method,))


def _variables(conclusion: Term) -> list[Symbol]:
    """The real symbols in arguments of functions and in exponents, those that stand there first."""
    inside = [part for part in subterms(conclusion) if isinstance(part, Node) and part.op in _VARYING]
    found = {symbol for part in inside for symbol in symbols(part) if symbol.sort == REAL}
    return sorted(found, key=lambda symbol: symbol.name)


def _anchors(variable: Symbol, goal: Goal) -> Iterator[Term]:
    """Numbers and other symbols at which both sides agree, or the relation is known to hold."""
    if not isinstance(goal.conclusion, Node):
        return
    facts = facts_from(formula for formula in relations(goal.context) if variable not in symbols(formula))
    others = sorted((s for s in symbols(goal.conclusion) if s.sort == REAL and s != variable), key=lambda s: s.name)
    for place in (*others, *POINTS):
        low, high = (substitute(side, {variable: place}) for side in goal.conclusion.args)
        try:
            gap = difference(high, low, facts)
            if vanishes(gap, facts) or facts.positive(gap):
                yield place
        except ValueError:
            continue
