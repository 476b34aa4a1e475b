"""Equations that the context offers: which rewrite a term, and which only constrain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import linear_in
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Goal, Search, fresh_symbol
from symbolic.terms import (
    Lambda,
    Node,
    Symbol,
    Term,
    instantiate,
    sort_of,
    subterms,
    symbols,
)


@dataclass(frozen=True)
class Equation:
    """``forall variables: guards => left = right``, concluded by a step, read from left to right."""

    step: int
    variables: tuple[Symbol, ...]
    guards: tuple[Term, ...]
    left: Term
    right: Term
    flipped: bool

    @property
    def head(self) -> Term | None:
        """The function whose elements the left side describes, or the symbol it is."""
        return self.left.args[0] if isinstance(self.left, Node) and self.left.op == "apply" else self.left

    def matching(self, term: Term) -> dict[Symbol, Term] | None:
        """Values for the variables under which the left side is ``term``; each argument holds at most one of them."""
        if not self.variables:
            return {} if _same(self.left, term) else None
        if not isinstance(term, Node) or not isinstance(self.left, Node):
            return None
        if term.op != "apply" or term.args[0] != self.head:
            return None
        values: dict[Symbol, Term] = {}
        for pattern, argument in zip(self.left.args[1:], term.args[1:], strict=True):
            if not _match(pattern, argument, self.variables, values):
                return None
        return values if len(values) == len(self.variables) else None


def equations(goal: Goal, search: Search) -> tuple[list[Equation], list[Equation]]:
    """The equations of context and lemmas: those that define something, and the others.

    The first schema about a function defines it; so does every equation for a single element or symbol.
    """
    steps = [*goal.lemmas, *(search.draft.assume(formula) for formula in goal.context)]
    found = [equation for step in steps if (equation := _read(step, search.draft.conclusion(step)))]
    rules: list[Equation] = []
    others: list[Equation] = []
    for equation in found:
        clash = any(_overlap(equation, rule) for rule in rules)
        (others if clash or equation.head is None or not _defines(equation) else rules).append(equation)
    return rules, others


def _read(step: int, formula: Term) -> Equation | None:
    variables: list[Symbol] = []
    guards: list[Term] = []
    while isinstance(formula, Node) and formula.op in ("forall", "implies"):
        if formula.op == "implies":
            guards.append(formula.args[0])
            formula = formula.args[1]
        elif isinstance(body := formula.args[0], Lambda):
            variables.append(fresh_symbol(body.hint, body.sort))
            formula = instantiate(body, variables[-1])
    if not isinstance(formula, Node) or formula.op != "eq":
        return None
    left, right = formula.args
    flipped = not _describes(left, right) and _describes(right, left)
    ends = (right, left) if flipped else (left, right)
    return Equation(step, tuple(variables), tuple(guards), *ends, flipped)


def _describes(left: Term, right: Term) -> bool:
    """Whether ``left`` is an element or a symbol that ``right`` does not mention."""
    atomic = isinstance(left, Symbol) or (isinstance(left, Node) and left.op == "apply")
    return atomic and left not in subterms(right)


def _defines(equation: Equation) -> bool:
    return _describes(equation.left, equation.right)


def _overlap(equation: Equation, rule: Equation) -> bool:
    if equation.variables and rule.variables:
        return equation.head == rule.head
    return not equation.variables and not rule.variables and _same(equation.left, rule.left)


def _same(left: Term, right: Term) -> bool:
    """Equal up to arithmetic in the arguments."""
    if left == right:
        return True
    if not (isinstance(left, Node) and isinstance(right, Node) and left.op == right.op == "apply"):
        return False
    if left.args[0] != right.args[0]:
        return False
    return all(_difference_vanishes(a, b) for a, b in zip(left.args[1:], right.args[1:], strict=True))


def _difference_vanishes(left: Term, right: Term) -> bool:
    return not (normalise(left, Facts()) - normalise(right, Facts())).terms


def _match(pattern: Term, argument: Term, variables: Sequence[Symbol], values: dict[Symbol, Term]) -> bool:
    """Solve ``pattern = argument`` for the variable in ``pattern``, which stands there with coefficient 1."""
    mine = [variable for variable in variables if variable in symbols(pattern)]
    if not mine:
        return _difference_vanishes(pattern, argument)
    if len(mine) > 1:
        return False
    (variable,) = mine
    found = linear_in(normalise(pattern, Facts()), variable)
    if found is None:
        solved = argument if pattern == variable else None
    else:
        solved = to_term(normalise(argument, Facts()) - found[1]) if found[0] == 1 else None
    if solved is None or (variable in values and not _difference_vanishes(values[variable], solved)):
        return False
    values.setdefault(variable, solved)
    return sort_of(solved) in (variable.sort, sort_of(variable)) or variable.sort.name == "real"
