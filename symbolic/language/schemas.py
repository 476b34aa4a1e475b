"""Schemas: relations that hold for every value of some symbols, guarded by what they are stated for."""

from __future__ import annotations

from collections.abc import Iterable

from symbolic.language.definedness import conditions, without_implied
from symbolic.language.domains import domain, domains
from symbolic.language.family import OMEGA
from symbolic.language.scope import Scope
from symbolic.language.unreadable import Unreadable
from symbolic.terms import Symbol, Term, abstract, forall, implies, symbols


def schema(relation: Term, variables: tuple[Symbol, ...], scope: Scope, known: Iterable[Term] = ()) -> Term:
    """``relation`` for all ``variables``, the first outermost, wherever their domains hold and it is defined.

    ``known`` are relations that the claim assumes besides its domains.  Raises `Unreadable` for a variable that does
    not occur, and for a domain that speaks of a variable that is not quantified yet.

    >>> from symbolic.language import sequence, time
    >>> from symbolic.terms import ZERO, apply, eq
    >>> scope = Scope()
    >>> v, t = scope.symbol(sequence("v")), scope.symbol(time("t"))
    >>> schema(eq(apply(v, t), ZERO), (t,), scope)
    (forall (fun t (implies (le 0 #0) (eq (apply v #0) 0))))
    """
    _refuse_unquantified(relation, variables, scope)
    fixed = [fact for fact in known if not symbols(fact) & set(variables)]
    facts = (*domains([relation, *variables], scope), *fixed)
    guards = without_implied(conditions(relation, facts), facts)
    innermost = len(variables) - 1
    body = _pathwise(tuple(guard for guard in guards if _last(guard, variables) == innermost), relation)
    for position, variable in reversed(list(enumerate(variables))):
        here = (guard for guard in guards if _last(guard, variables) == position != innermost)
        body = forall(abstract(_guarded((*domain(variable, scope), *here), body), variable))
    return body


def _last(guard: Term, variables: tuple[Symbol, ...]) -> int:
    """The place of the last variable that ``guard`` speaks of, behind which it stands; the innermost for all others."""
    places = [place for place, variable in enumerate(variables) if variable in symbols(guard)]
    return len(variables) - 1 if OMEGA in symbols(guard) else max(places, default=len(variables) - 1)


def _pathwise(guards: tuple[Term, ...], relation: Term) -> Term:
    """``relation`` under ``guards``, for all outcomes where it speaks of one; guards that do not stand before that."""
    fixed = tuple(guard for guard in guards if OMEGA not in symbols(guard))
    random = _guarded(tuple(guard for guard in guards if guard not in fixed), relation)
    return _guarded(fixed, forall(abstract(random, OMEGA, "ω")) if OMEGA in symbols(random) else random)


def _guarded(guards: tuple[Term, ...], body: Term) -> Term:
    for guard in reversed(guards):
        body = implies(guard, body)
    return body


def _refuse_unquantified(relation: Term, variables: tuple[Symbol, ...], scope: Scope) -> None:
    for position, variable in enumerate(variables):
        if variables.count(variable) > 1:
            raise Unreadable(variable.name, f"a schema in {variable.name} twice", "different symbols")
        if variable not in symbols(relation):
            raise Unreadable(relation, f"a schema in {variable.name}, which does not occur", "a symbol that occurs")
        _refuse_later(variable, variables[position + 1 :], scope)
    for other in symbols(relation) - set(variables):
        _refuse_later(other, variables, scope)


def _refuse_later(symbol: Symbol, later: tuple[Symbol, ...], scope: Scope) -> None:
    """The domain of ``symbol`` would speak of another ``t`` than the one that ``forall=t`` binds below it."""
    spoken = {named for part in domain(symbol, scope) for named in symbols(part)} & set(later)
    for named in sorted(spoken, key=lambda one: one.name):
        found = f"a schema in {named.name}, which the domain of {symbol.name} speaks of"
        raise Unreadable(symbol.name, found, f"forall=({named.name}, {symbol.name})")
