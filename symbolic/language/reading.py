"""Reading: from what a script states to terms and claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from symbolic.claim import Claim
from symbolic.language.conventions import declare
from symbolic.language.definedness import conditions, without_implied
from symbolic.language.domains import domains
from symbolic.language.family import OMEGA
from symbolic.language.schemas import schema
from symbolic.language.scope import Scope
from symbolic.language.statements import Statement, Statements, names_of
from symbolic.language.ties import refuse_ties
from symbolic.language.unreadable import Unreadable
from symbolic.terms import RELATIONS, Node, Symbol, Term, eq, is_limit, symbols
from symbolic.terms.families import family_of

__all__ = ["Statement", "Unreadable", "read_claim", "read_formula", "read_relation", "read_schema", "read_term"]


def read_term(expression: Any, scope: Scope | None = None) -> Term:
    """A scalar, from a SymPy expression or a number.  Raises `Unreadable`.

    >>> from sympy import symbols
    >>> x, y = symbols("x y")
    >>> read_term((x - y) / 2)
    (sub (div x 2) (div y 2))
    """
    return Statements(scope or Scope(), {}).term(expression)


def read_relation(left: Any, right: Any, scope: Scope | None = None) -> Term:
    """The equation of two sides, each read as it stands.  Raises `Unreadable`."""
    statements = Statements(scope or Scope(), {})
    return eq(statements.term(left), statements.term(right))


def read_formula(relation: Any, scope: Scope | None = None) -> Term:
    """A SymPy relation.  Raises `Unreadable`, also for one that SymPy has already decided.

    >>> from sympy import Gt, Symbol
    >>> read_formula(Gt(Symbol("x"), 1))
    (lt 1 x)
    """
    return Statements(scope or Scope(), {}).relations((relation,))[0]


def read_schema(relation: Any, forall: Any, scope: Scope | None = None) -> Term:
    """``relation`` (or a pair of sides) for all values in the domains of ``forall``, where it is defined.

    >>> from symbolic.language import sequence, time
    >>> v, t = sequence("v"), time("t")
    >>> read_schema((v(t + 1), v(t)), t)
    (forall (fun t (implies (le 0 #0) (eq (apply v (add #0 1)) (apply v #0)))))
    """
    stated = Statement(relation, forall)
    statements = Statements(scope or Scope(), names_of([stated]))
    (read,) = statements.relations(stated.parts)
    return schema(read, _variables(stated, statements), statements.scope)


def read_claim(
    id: str,  # noqa: A002 (the name that reports and files use)
    title: str,
    source: str,
    assumptions: Sequence[Statement],
    goal: Statement,
    declared: str = "claim",
    names: Mapping[str, Any] | None = None,
) -> Claim:
    """A claim, with the domains of its symbols and the conditions under which all of it is defined.

    ``names`` says what names in text mean; those it lacks mean what SymPy objects of that name in the same claim do,
    or are declared by convention.  Raises `Unreadable`.
    """
    every = (*assumptions, goal)
    texts = [part for one in every for part in one.parts if isinstance(part, str)]
    statements = Statements(Scope(), declare(*texts, names={**names_of(every), **(names or {})}))
    if goal.schematic:
        raise Unreadable(goal.relation, "a goal with forall=", "a goal without; its symbols are quantified anyway")
    plain = [relation for one in assumptions if not one.schematic for relation in statements.relations(one.parts)]
    fixed = [relation for relation in plain if OMEGA not in symbols(relation)]
    defined = _defined(fixed, _defined(domains(fixed, statements.scope)))
    assumed = [formula for one in assumptions for formula in _formulas(one, statements, defined)]
    sought = _goal(goal, statements)
    refuse_ties((*assumed, sought), assumed)
    bounds = domains((*assumed, sought), statements.scope)
    schemas = [formula for formula in assumed if formula not in fixed]
    owed = _owed(bounds, fixed, schemas, sought)
    return Claim(id, title, source, bounds, tuple(assumed), owed, sought, declared)


def _formulas(stated: Statement, statements: Statements, defined: Sequence[Term]) -> list[Term]:
    relations = statements.relations(stated.parts)
    variables = _variables(stated, statements)
    # What speaks of an outcome holds for every one, so it is a schema too.
    return [
        schema(relation, variables, statements.scope, defined) if variables or OMEGA in symbols(relation) else relation
        for relation in relations
    ]


def _variables(stated: Statement, statements: Statements) -> tuple[Symbol, ...]:
    named = [_named(statements.term(one)) for one in stated.schematic]
    for one in named:
        if not isinstance(one, Symbol):
            raise Unreadable(stated.forall, f"forall over {one}", "symbols")
    return tuple(one for one in named if isinstance(one, Symbol))


def _named(variable: Term) -> Term:
    """The symbol that a schema is in: for a column, that of its entries."""
    match variable:
        case Node(op="matrix") if (family := family_of(variable.args)) is not None and not family.indices:
            return family.head
    return variable


def _goal(goal: Statement, statements: Statements) -> Term:
    relations = statements.relations(goal.parts)
    if len(relations) > 1:
        raise Unreadable(goal.relation, "a chain of relations", "one relation; claim a chain row by row")
    if not isinstance(relations[0], Node) or not (relations[0].op in RELATIONS or is_limit(relations[0])):
        raise Unreadable(goal.relation, f"{goal.parts[0]} as a goal", "a relation; properties are assumed")
    return relations[0]


def _defined(relations: Sequence[Term], known: Sequence[Term] = ()) -> list[Term]:
    """Those that are defined wherever ``known`` holds: only they may excuse a condition."""
    return [relation for relation in relations if not conditions(relation, known)]


def _owed(bounds: Sequence[Term], fixed: Sequence[Term], schemas: Sequence[Term], goal: Term) -> tuple[Term, ...]:
    """The conditions of everything that speaks of fixed values; schemas carry their own, and so are always defined."""
    certain = _defined(bounds)
    known = (*certain, *_defined(fixed, certain), *schemas)
    owed = [condition for formula in (*bounds, *fixed, goal) for condition in conditions(formula, known)]
    return without_implied(owed, known)
