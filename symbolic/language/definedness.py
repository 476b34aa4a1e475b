"""What makes a formula, as written, defined: the conditions that a claim is read under.

The kernel's operators are total (``x/0 = 0``), the author's are not.  These conditions say where both mean the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from symbolic.language.bounds import Bounds, linear
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    abstract,
    children,
    either,
    entry,
    forall,
    implies,
    instantiate,
    le,
    lt,
    ne,
    shape_of,
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
        case Node(op="sum" | "prod", args=(lower, upper, Lambda() as body)):
            yield from _range(lower, upper, known)
            yield from _under(body, known, (lower, upper))
        case Node(op="matrix", args=(rows, columns, Lambda() as body)):
            yield from _range(ONE, rows, known)
            yield from _range(ONE, columns, known)
            yield from _under(body, known, (ONE, rows), (ONE, columns))
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


def _range(lower: Term, upper: Term, known: Known) -> Iterator[Term]:
    yield from _owed(lower, known)
    yield from _owed(upper, known)
    yield from _unless(known, _at_least(_before(lower), upper))


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
            yield forall(abstract(_guarded(guards, owed), variable, body.hint))
        else:  # there is a value, so one may do without it
            yield owed


def _guarded(guards: Known, body: Term) -> Term:
    for guard in reversed(guards):
        body = implies(guard, body)
    return body


def _own(term: Term) -> tuple[Term, ...]:
    """What the outermost operator of ``term`` owes."""
    match term:
        case Node(op="div", args=(_, denominator)):
            return tuple(ne(factor, ZERO) for factor in _factors(denominator))
        case Node(op="pow", args=(base, exponent)):
            return _power(base, exponent)
        case Node(op="log", args=(argument,)):
            return (_everywhere(argument, lambda entry: lt(ZERO, entry)),)
        case Node(op="inverse", args=(Node(op="diag", args=(diagonal,)),)):
            return (_everywhere(diagonal, lambda entry: ne(entry, ZERO)),)
        case Node(op="inverse", args=(operand,)):
            return (Node("invertible", operand),)
        case Node(op="entry", args=(array, row, column)):
            return _inside(array, row, column)
        case Node(op="partial", args=(_, Symbol(sort=sort), *index)):
            return _started(sort, index)
        case Node(op="apply", args=(Symbol(sort=sort), *index)):
            return _started(sort, index)
    return ()


def _started(sort: Sort, index: Iterable[Term]) -> tuple[Term, ...]:
    """That no index of a sequence lies before its start; those of the entries of its elements start at 1."""
    if sort.start is None:
        return ()
    starts = (sort.start, *[1] * (sort.arity - 1)) if sort.name == "sequence" else (sort.start,)
    return tuple(_at_least(Number(start), place) for start, place in zip(starts, index, strict=False))


def _everywhere(operand: Term, relation: Callable[[Term], Term]) -> Term:
    """``relation`` of a scalar, or of every entry of a matrix."""
    shape = shape_of(operand)
    if shape is None:
        return relation(operand)
    rows, columns = shape
    if columns == ONE:
        return _for_all("i", rows, relation(entry(operand, Bound(0))))
    return _for_all("i", rows, _for_all("j", columns, relation(entry(operand, Bound(1), Bound(0)))))


def _for_all(name: str, size: Term, body: Term) -> Term:
    return forall(Lambda(INTEGER, _guarded((le(ONE, Bound(0)), le(Bound(0), size)), body), name))


def _inside(array: Term, *places: Term) -> tuple[Term, ...]:
    """That ``places`` are those of an entry."""
    sizes = shape_of(array) or ()
    bounds = ((_at_least(ONE, place), le(place, size)) for place, size in zip(places, sizes, strict=False))
    return tuple(bound for pair in bounds for bound in pair)


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
