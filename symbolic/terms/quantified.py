"""The parts of a quantified formula as a reader sees them: guards in groups that print as one chain, and the rest."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.terms.tree import Bound, Node, Number, Symbol, Term


def guarded(body: Term) -> tuple[list[Term], Term]:
    """The premises that stand before ``body``, outermost first, and what they lead to."""
    guards = []
    while isinstance(body, Node) and body.op == "implies":
        premise, body = body.args
        guards.append(premise)
    return guards, body


def chained(relations: Sequence[Term]) -> list[tuple[Term, ...]]:
    """``relations`` in the order given, a bound from below and the bound from above that follows it in one group."""
    groups: list[tuple[Term, ...]] = []
    for relation in relations:
        if groups and len(groups[-1]) == 1 and _meet(groups[-1][0], relation):
            groups[-1] = (*groups[-1], relation)
        else:
            groups.append((relation,))
    return groups


def names_its_variable(group: tuple[Term, ...]) -> bool:
    """Whether a first guard, as printed, shows that ``Bound(0)`` is what is quantified: ``1 ≤ i ≤ t``, ``t ≥ 0``."""
    match group:
        case (Node(args=(_, Bound(index=0))), Node()):
            return True
        case (Node(op="le" | "lt", args=(Number(), Bound(index=0))),):
            return True
    return False


def _meet(below: Term, above: Term) -> bool:
    match below, above:
        case Node(op="le" | "lt", args=(_, (Symbol() | Bound()) as first)), Node(op="le" | "lt", args=(second, _)):
            return first == second
    return False
