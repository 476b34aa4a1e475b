"""What makes a formula, as written, defined: the conditions that a claim is read under.

The kernel's operators are total (``x/0 = 0``), the author's are not.  These conditions say where both mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from symbolic.language.bounds import Bounds
from symbolic.language.owed import at_least, guarded, own
from symbolic.terms import (
    CLASSES,
    INTEGER,
    ONE,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    children,
    compared,
    eq,
    forall,
    hints,
    implies,
    instantiate,
    le,
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
        case Node(op="sum" | "prod", args=(lower, upper, Lambda() as body)):
            yield from _range(lower, upper, known)
            yield from _under(body, known, (lower, upper))
        case Node(op="max" | "lim" | "tends" | "grows"):
            yield from _in_the_long_run(term, known)
        case Node(op=op) if op in CLASSES:
            yield from _for_all_sizes(term, known)
        case Node(op="matrix", args=(rows, columns, Lambda() as body)):
            yield from _range(ONE, rows, known)
            yield from _range(ONE, columns, known)
            yield from _under(body, known, (ONE, rows), (ONE, columns))
        case Node(op="implies", args=(premise, conclusion)):
            yield from _owed(premise, known)
            yield from (implies(premise, owed) for owed in _owed(conclusion, (*known, premise)))
        case Lambda():
            yield from _under(term, known)
        case Node(op="diff" | "partial", args=(Lambda() as body, at, *_)):
            yield from _owed(at, known)
            yield from _owed(instantiate(body, at), known)
            yield from _unless(known, *own(term))
        case _:
            for part in children(term):
                yield from _owed(part, known)
            yield from _unless(known, *own(term))


def _in_the_long_run(term: Node, known: Known) -> Iterator[Term]:
    """What greatest values and limits owe."""
    match term.args:
        case (lower, upper, Lambda() as body):
            yield from _owed(lower, known)
            yield from _owed(upper, known)
            yield from _under(body, known, (lower, upper))
        case (Lambda() as body, *values):
            yield from _from_the_start(body, known)
            for value in values:
                yield from _owed(value, known)
    yield from _unless(known, *own(term))


def _from_the_start(body: Lambda, known: Known) -> Iterator[Term]:
    """What a sequence owes at each index from 1 on: no single element matters to a limit, and sizes start at 1."""
    variable = _new(body, known)
    guard = le(ONE, variable)
    for owed in _owed(instantiate(body, variable), (*known, guard)):
        yield forall(abstract(implies(guard, owed), variable, body.hint)) if variable in symbols(owed) else owed


def _for_all_sizes(term: Node, known: Known) -> Iterator[Term]:
    """What both functions owe at all sizes of the regime."""
    names: list[Symbol] = []
    for hint in hints(term):
        variable = _new(Lambda(INTEGER, term, hint), (*known, *names))
        names.append(variable)
    sizes, function, other, regime = compared(term, names)
    body = guarded(regime, eq(function, other))
    for one, hint in reversed(list(zip(sizes, hints(term), strict=True))):
        body = forall(abstract(implies(le(ONE, one), body), one, hint))
    yield from _owed(body, known)


def _range(lower: Term, upper: Term, known: Known) -> Iterator[Term]:
    yield from _owed(lower, known)
    yield from _owed(upper, known)
    yield from _unless(known, at_least(_before(lower), upper))


def _under(body: Lambda, known: Known, *ranges: tuple[Term, Term]) -> Iterator[Term]:
    """What the body owes, for every value of its variable, in the first range where there is one; the others are
    those of the variables that the body binds.
    """
    variable = _new(body, known)
    limits, *inner = ranges or ((),)
    guards = (le(limits[0], variable), le(variable, limits[1])) if limits else ()
    beneath, facts = instantiate(body, variable), (*known, *guards)
    nested = _under(beneath, facts, *inner) if inner and isinstance(beneath, Lambda) else _owed(beneath, facts)
    for owed in nested:
        if variable in symbols(owed) or (limits and not Bounds(known).entail(le(*limits))):
            yield forall(abstract(guarded(guards, owed), variable, body.hint))
        else:  # there is a value, so one may do without it
            yield owed


def _unless(known: Known, *owed: Term) -> Iterator[Term]:
    return (condition for condition in owed if not Bounds(known).entail(condition))


def _before(lower: Term) -> Term:
    """The least upper end that a range from ``lower`` may have."""
    return Number(lower.value - 1) if isinstance(lower, Number) else sub(lower, ONE)


def _new(body: Lambda, known: Known) -> Symbol:
    """A symbol that nothing here speaks of; it is bound again before anybody sees it."""
    taken = {symbol.name for term in (body, *known) for symbol in symbols(term)}
    return Symbol("#" * (1 + max((len(name) for name in taken), default=0)), body.sort)
