"""Equations that the context offers: which rewrite a term, and which only constrain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symbolic.kernel import Rejected
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import integral, linear_in
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.entries import by_entries
from symbolic.methods.instances import instance, schema_of
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Search, relations
from symbolic.terms import (
    INTEGER,
    REAL,
    RELATIONS,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    children,
    mul,
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

    def matching(self, term: Term) -> dict[Symbol, Term] | None:
        """Values for the variables under which the left side is ``term``."""
        values: dict[Symbol, Term] = {}
        found = self._may_match(term) and _match(self.left, term, self.variables, values)
        return values if found and len(values) == len(self.variables) else None

    def _may_match(self, term: Term) -> bool:
        """Whether ``term`` speaks of the sequence or function of which the left side is an element."""
        match self.left:
            case Node(op="apply", args=(Symbol() as head, *_)) if head not in self.variables:
                return head in symbols(term)
        return True


def equations(goal: Goal, search: Search) -> tuple[list[Equation], list[Equation]]:
    """The equations of context and lemmas: those that define something, and the others.

    The first schema about a function defines it; so does every equation for a single element or symbol.
    """
    known = (*goal.lemmas, *(search.draft.assume(formula) for formula in goal.context))
    facts = search.draft.assume_all(relations(goal.context))
    steps = [by_entries(step, search.draft, facts) for step in known]
    found = [equation for step in steps if (equation := _read(step, search.draft.conclusion(step)))]
    rules: list[Equation] = []
    others: list[Equation] = []
    for equation in found:
        clash = any(_alike(equation.left, rule.left, (*equation.variables, *rule.variables)) for rule in rules)
        (others if clash or not _describes(equation.left, equation.right, equation.variables) else rules).append(
            equation
        )
    rules.sort(key=lambda rule: len(rule.variables))  # what is known of one element goes before what is of all
    return rules, others


def about(term: Term, goal: Goal, search: Search) -> Iterator[int]:
    """What assumptions and earlier claims say of ``term``: relations with it for one side, at the values that fit."""
    for step in (*goal.lemmas, *(search.draft.assume(formula) for formula in goal.context)):
        variables, _, relation = schema_of(search.draft.conclusion(step))
        if not isinstance(relation, Node) or relation.op not in RELATIONS:
            continue
        for side in relation.args:
            values: dict[Symbol, Term] = {}
            if _match(side, term, variables, values) and len(values) == len(variables):
                try:
                    yield instance(step, [values[one] for one in variables], goal, search)
                except (Failed, Rejected):
                    continue


def _read(step: int, formula: Term) -> Equation | None:
    variables, guards, relation = schema_of(formula)
    if not isinstance(relation, Node) or relation.op != "eq":
        return None
    left, right = relation.args
    flipped = not _describes(left, right, variables) and _describes(right, left, variables)
    ends = (right, left) if flipped else (left, right)
    return Equation(step, tuple(variables), tuple(guards), *ends, flipped)


def _describes(left: Term, right: Term, variables: Sequence[Symbol]) -> bool:
    """Whether ``left`` is an element, an expectation, a sum or a symbol that ``right`` does not mention, for each
    value of the variables another one: nu is not what E[g(i)^2] = nu defines.
    """
    return _atomic(left, right) and symbols(left) >= set(variables) and _described(left) not in subterms(right)


def _described(left: Term) -> Term:
    """What may not be in the definition: an element comes from others, the entries of an inverse do not."""
    match left:
        case Node(op="entry", args=(array, _, _)):
            return array
    return left


def _atomic(left: Term, right: Term) -> bool:
    """Whether ``left`` is of a kind that an equation can define: so is a sum whose value is a number."""
    match left:
        case Symbol() | Node(op="apply" | "expect") | Node(op="entry", args=(Node(op="inverse"), _, _)):
            return True
        case Node(op="sum"):
            return isinstance(right, Number)
    return False


def _alike(left: Term, right: Term, variables: Sequence[Symbol]) -> bool:
    """Whether two left sides describe the same things, for all values of their variables or for fixed ones alike."""
    mine, other = (any(v in symbols(side) for v in variables) for side in (left, right))
    if isinstance(left, Lambda) and isinstance(right, Lambda):
        return _alike(left.body, right.body, variables)
    shapes = [side.op for side in (left, right) if isinstance(side, Node) and side.op in _MATCHED]
    if shapes:
        pairs = zip(children(left), children(right), strict=False)
        same = len(shapes) == 2 and shapes[0] == shapes[1] and len(children(left)) == len(children(right))
        return same and all(_alike(one, two, variables) for one, two in pairs)
    return mine == other and (mine or _equal(left, right))


def _equal(left: Term, right: Term) -> bool:
    """Equal up to arithmetic, also in what stands below binders and speaks of none: P(0 + 1)[i, j] is P(1)[i, j]."""
    if left == right:
        return True
    if isinstance(left, Lambda) and isinstance(right, Lambda):
        return left.sort == right.sort and _equal(left.body, right.body)
    if any(isinstance(part, Bound) for side in (left, right) for part in subterms(side)):
        return _same_shape(left, right) and all(map(_equal, children(left), children(right)))
    scalars = all(sort_of(side) in (REAL, INTEGER) for side in (left, right))
    return scalars and not (normalise(left, Facts()) - normalise(right, Facts())).terms


_MATCHED = ("apply", "expect", "entry", "sum", "mul", "pow")


def _match(pattern: Term, term: Term, variables: Sequence[Symbol], values: dict[Symbol, Term]) -> bool:
    """Extend ``values`` so that ``pattern`` becomes ``term``; indices are solved for the variable they hold."""
    if not any(variable in symbols(pattern) for variable in variables):
        return _equal(pattern, term)
    if isinstance(pattern, Lambda) and isinstance(term, Lambda):
        return _match(pattern.body, term.body, variables, values)
    if isinstance(pattern, Node) and (pattern.op in _MATCHED or not _is_index(pattern)):
        one, two = (pattern, term) if _same_shape(pattern, term) else (_multiplied(pattern), _multiplied(term))
        return _same_shape(one, two) and all(
            _match(first, second, variables, values) for first, second in zip(children(one), children(two), strict=True)
        )
    return _solve(pattern, term, variables, values)


def _is_index(pattern: Term) -> bool:
    """Whether a pattern is an integer to be solved for what it holds: t of t + 1."""
    return not any(isinstance(part, Bound) for part in subterms(pattern)) and sort_of(pattern) == INTEGER


def _same_shape(one: Term, other: Term) -> bool:
    nodes = isinstance(one, Node) and isinstance(other, Node) and one.op == other.op
    return nodes and len(children(one)) == len(children(other))


def _multiplied(term: Term) -> Term:
    """A square as a product: what is known of X Y is known of X^2."""
    match term:
        case Node(op="pow", args=(base, Number(value=value))) if value in (2, 3, 4):
            return mul(*[base] * int(value))
    return term


def _solve(pattern: Term, term: Term, variables: Sequence[Symbol], values: dict[Symbol, Term]) -> bool:
    """Solve ``pattern = term`` for the one variable in ``pattern``, if the solution is an integer at sight."""
    mine = [variable for variable in variables if variable in symbols(pattern)]
    if len(mine) != 1 or any(isinstance(part, Bound) for part in subterms(term)):
        return False
    (variable,) = mine
    solved = term if pattern == variable else _solution(pattern, term, variable)
    if solved is None or (variable in values and not _equal(values[variable], solved)):
        return False
    values.setdefault(variable, solved)
    return sort_of(solved) == variable.sort or (variable.sort == REAL and sort_of(solved) == INTEGER)


def _solution(pattern: Term, term: Term, variable: Symbol) -> Term | None:
    if sort_of(term) != INTEGER or sort_of(pattern) != INTEGER:
        return None
    found = linear_in(normalise(pattern, Facts()), variable)
    if not found or found[0] == 0:
        return None
    solved = (normalise(term, Facts()) - found[1]).scaled(Fraction(1, found[0]))
    return to_term(solved) if integral(solved) else None
