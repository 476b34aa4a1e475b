"""What every rule is made of: premises and arguments to a derived sequent, or a rejection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from symbolic.certificate import Sequent
from symbolic.terms import INTEGER, Node, Symbol, Term, is_limit, negation, symbols


class Rejected(Exception):
    """The kernel does not accept a step or a certificate; says which and why."""


@dataclass(frozen=True)
class Derived:
    """A sequent that follows from the premises, and the side conditions that were proved for it."""

    sequent: Sequent
    side_conditions: tuple[Term, ...] = ()


Rule = Callable[[Sequence[Sequent], Sequence[Term]], Derived]

_CONTRARY = {"eq": "ne", "ne": "eq", "le": "lt", "lt": "le"}


def derived(premises: Sequence[Sequent], conclusion: Term, *side_conditions: Term) -> Derived:
    """``conclusion`` under everything the premises assume."""
    return Derived(Sequent(frozenset().union(*(p.hypotheses for p in premises)), conclusion), side_conditions)


def expect(condition: bool, reason: str) -> None:
    """Reject the step for ``reason`` unless ``condition`` holds."""
    if not condition:
        raise Rejected(reason)


def parts(formula: Term, op: str) -> tuple[Term, ...]:
    """The arguments of ``formula``, which must be made by ``op``."""
    if not isinstance(formula, Node) or formula.op != op:
        raise Rejected(f"expected {op!r}, found {formula!r}")
    return formula.args


def contrary(formula: Term) -> Term:
    """The formula that holds exactly where ``formula``, a relation between reals or one about a limit, fails."""
    if is_limit(formula):
        return formula.args[0] if isinstance(formula, Node) and formula.op == "implies" else negation(formula)
    if not isinstance(formula, Node) or formula.op not in _CONTRARY:
        raise Rejected(f"expected a relation, found {formula!r}")
    left, right = formula.args
    swapped = (right, left) if formula.op in ("le", "lt") else (left, right)
    return Node(_CONTRARY[formula.op], *swapped)


def unused(name: str, *terms: Term) -> Symbol:
    """An integer symbol that occurs in none of ``terms``."""
    taken = {symbol.name for term in terms for symbol in symbols(term)}
    while name in taken:
        name += "'"
    return Symbol(name, INTEGER)
