"""What makes a formula, as written, defined: the conditions that a claim is read under.

The kernel's operators are total (``x/0 = 0``), the author's are not.  These conditions say where both mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from symbolic.language.bounds import Bounds, linear
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    children,
    either,
    forall,
    implies,
    instantiate,
    le,
    lt,
    ne,
    sort_of,
    sub,
    symbols,
)

Known = tuple[Term, ...]


def conditions(formula: Term, known: Iterable[Term] = ()) -> tuple[Term, ...]:
    """The conditions under which ``formula``, a well-formed term, is defined, innermost first.

    Left out are those that plainly follow from ``known`` (relations such as the claim's domains) or, below a binder,
    from the range of the bound variable.

    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> conditions(eq(div(x, x), ONE))
    ((ne x 0),)
    >>> conditions(eq(div(x, x), ONE), [lt(ZERO, x)])
    ()
    """
    return tuple(dict.fromkeys(_owed(formula, tuple(known))))


def without_implied(owed: Iterable[Term], known: Iterable[Term] = ()) -> tuple[Term, ...]:
    """``owed`` without repetitions and without those that plainly follow from the others and ``known``.

    >>> from symbolic.terms import *
    >>> t = Symbol("t", INTEGER)
    >>> without_implied([le(ONE, t), le(Number(3), t)])
    ((le 3 t),)
    """
    facts, kept = tuple(known), list(dict.fromkeys(owed))
    for condition in tuple(kept):
        others = [other for other in kept if other != condition]
        kept = others if Bounds((*facts, *others)).entail(condition) else kept
    return tuple(kept)


def _owed(term: Term, known: Known) -> Iterator[Term]:
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            yield from _owed(lower, known)
            yield from _owed(upper, known)
            yield from _unless(known, _at_least(_before(lower), upper))
            yield from _under(body, known, lower, upper)
        case Node(op="forall", args=(Lambda() as body,)):
            yield from _under(body, known)
        case Node(op="implies", args=(premise, conclusion)):
            yield from _owed(premise, known)
            yield from (implies(premise, owed) for owed in _owed(conclusion, (*known, premise)))
        case Node(op="expect", args=(Lambda() as body,)):
            yield from _under(body, known)
        case Node(op="diff" | "partial", args=(Lambda() as body, at, *_)):
            yield from _owed(at, known)
            yield from _owed(instantiate(body, at), known)
            yield from _unless(known, *_own(term))
        case _:
            for part in children(term):
                yield from _owed(part, known)
            yield from _unless(known, *_own(term))


def _under(body: Lambda, known: Known, *limits: Term) -> Iterator[Term]:
    """What the body owes, for every value of its variable, in the range where there is one."""
    variable = _new(body, known)
    guards = (le(limits[0], variable), le(variable, limits[1])) if limits else ()
    for owed in _owed(instantiate(body, variable), (*known, *guards)):
        guarded = owed
        for guard in reversed(guards):
            guarded = implies(guard, guarded)
        speaks = variable in symbols(guarded)  # without a range there is a value, so that one may do without it
        yield forall(abstract(guarded, variable, body.hint)) if limits or speaks else guarded


def _own(term: Term) -> tuple[Term, ...]:
    """What the outermost operator of ``term`` owes."""
    match term:
        case Node(op="div", args=(_, denominator)):
            return tuple(ne(factor, ZERO) for factor in _factors(denominator))
        case Node(op="pow", args=(base, exponent)):
            return _power(base, exponent)
        case Node(op="log", args=(argument,)):
            return (lt(ZERO, argument),)
        case Node(op="partial", args=(_, Symbol(sort=sort), index)) if sort.start is not None:
            return (_at_least(Number(sort.start), index),)
        case Node(op="apply", args=(Symbol(sort=sort), index, *_)) if sort.start is not None:
            return (_at_least(Number(sort.start), index),)
    return ()


def _factors(denominator: Term) -> tuple[Term, ...]:
    """Terms that are all nonzero exactly where ``denominator`` is."""
    match denominator:
        case Node(op="mul", args=factors):
            return tuple(part for factor in factors for part in _factors(factor))
        case Node(op="neg", args=(operand,)):
            return _factors(operand)
        case Node(op="pow", args=(base, Number(value=value))) if value > 0:
            return _factors(base)
    return (denominator,)


def _at_least(bound: Term, term: Term) -> Term:
    """``bound <= term``, with the numbers on one side: ``t >= 3`` rather than ``t - 3 >= 0``."""
    shift = linear(term)
    match bound, shift.coefficients:
        case Number(value=value), ((atom, coefficient),) if coefficient == 1:
            return le(Number(value - shift.constant), atom)
    return le(bound, term)


def _power(base: Term, exponent: Term) -> tuple[Term, ...]:
    integral = sort_of(exponent) == INTEGER
    match exponent:
        case Number(value=value) if integral:
            return () if value >= 0 else (ne(base, ZERO),)
        case Number(value=value) if value > 0:
            return (le(ZERO, base),)
    return (either(ne(base, ZERO), le(ZERO, exponent)),) if integral else (lt(ZERO, base),)


def _unless(known: Known, *owed: Term) -> Iterator[Term]:
    bounds = Bounds(known)
    return (condition for condition in owed if not bounds.entail(condition))


def _before(lower: Term) -> Term:
    """The least upper end that a range from ``lower`` may have."""
    return Number(lower.value - 1) if isinstance(lower, Number) else sub(lower, ONE)


def _new(body: Lambda, known: Known) -> Symbol:
    """A symbol that nothing here speaks of; it is bound again before anybody sees it."""
    taken = {symbol.name for term in (body, *known) for symbol in symbols(term)}
    return Symbol("#" * (1 + max((len(name) for name in taken), default=0)), body.sort)
