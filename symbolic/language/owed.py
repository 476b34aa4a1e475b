"""What single operators owe: where the kernel's total operators mean what the author's partial ones do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from symbolic.language.bounds import linear
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
    either,
    entry,
    eq,
    forall,
    implies,
    le,
    lt,
    ne,
    shape_of,
    sort_of,
    tends_to,
)


def own(term: Term) -> tuple[Term, ...]:
    """The conditions of the outermost operator of ``term``, a term without loose bound variables.

    >>> from symbolic.terms import *
    >>> own(div(ONE, Symbol("x")))
    ((ne x 0),)
    """
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
    return _of_analysis(term)


def _of_analysis(term: Term) -> tuple[Term, ...]:
    match term:
        case Node(op="eigenmax", args=(operand,)):
            return () if _is_gram(operand) else (eq(operand, Node("transpose", operand)),)
        case Node(op="max", args=(lower, upper, _)):
            return (le(lower, upper),)
        case Node(op="lim", args=(Lambda() as sequence,)):
            return (tends_to(sequence, term),)
    return ()


def _started(sort: Sort, index: Iterable[Term]) -> tuple[Term, ...]:
    """That no index of a sequence lies before its start; those of the entries of its elements start at 1."""
    if sort.start is None:
        return ()
    places = tuple(index)[1:] if sort.name == "functional" else tuple(index)  # the first is the vector
    starts = (sort.start,) if sort.name == "random" else (sort.start, *[1] * (len(places) - 1))
    return tuple(at_least(Number(start), place) for start, place in zip(starts, places, strict=False))


def _is_gram(operand: Term) -> bool:
    """Whether a matrix is symmetric at sight: A^T A or A A^T."""
    match operand:
        case Node(op="matmul", args=(left, right)):
            return right == Node("transpose", left) or left == Node("transpose", right)
    return False


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
    return forall(Lambda(INTEGER, guarded((le(ONE, Bound(0)), le(Bound(0), size)), body), name))


def _inside(array: Term, *places: Term) -> tuple[Term, ...]:
    """That ``places`` are those of an entry."""
    sizes = shape_of(array) or ()
    bounds = ((at_least(ONE, place), le(place, size)) for place, size in zip(places, sizes, strict=False))
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


def at_least(bound: Term, term: Term) -> Term:
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


def guarded(guards: Sequence[Term], body: Term) -> Term:
    """``body`` under premises, the first outermost."""
    for guard in reversed(guards):
        body = implies(guard, body)
    return body
