"""Inert, binder-aware terms: the only language that the kernel and its certificates know.

A term is a tree of numbers, symbols, operators and binders.  Nothing is evaluated when one is built,
so ``x/x`` stays ``x/x`` and the author's order is kept.  Bound variables are de Bruijn indices: terms
that differ only in the names of bound variables are equal, and substitution cannot capture.

>>> from symbolic.terms import *
>>> t = Symbol("t", INTEGER)
>>> total = summation(Number(1), t, Lambda(INTEGER, apply(Symbol("g", sequence_sort()), Bound(0)), "i"))
>>> total == summation(Number(1), t, Lambda(INTEGER, apply(Symbol("g", sequence_sort()), Bound(0)), "j"))
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final


@dataclass(frozen=True, slots=True)
class Sort:
    """What kind of thing a term denotes.

    A sequence is a function of an integer from ``start`` on; one of arity 2 or 3 has for its elements vectors or
    matrices, whose entries are counted from 1: ``h(t, i)``.
    """

    name: str
    arity: int = 0
    start: int | None = None


REAL: Final = Sort("real")
INTEGER: Final = Sort("integer")
FORMULA: Final = Sort("formula")
MATRIX: Final = Sort("matrix")  # of real entries; its shape is seen from the term
OUTCOME: Final = Sort("outcome")  # of the random experiment; expectation binds a variable of this sort


def sequence_sort(start: int = 0, arity: int = 1) -> Sort:
    """Real sequences whose first index is ``start``; of vectors or matrices where ``arity`` is 2 or 3."""
    return Sort("sequence", arity, start)


def function_sort(arity: int = 1) -> Sort:
    """Real functions, defined everywhere, of ``arity`` real arguments."""
    return Sort("function", arity)


def random_sort(start: int | None = None) -> Sort:
    """Random variables (functions of the outcome), or random sequences whose first index is ``start``."""
    return Sort("random", 1 if start is None else 2, start)


FUNCTIONAL: Final = Sort("functional", 1)  # a real function of a vector, that is, of a sequence


def functional_sort(arity: int, start: int = 0) -> Sort:
    """Sequences, from ``start`` on, of vectors (for arity 3) that are functions of a vector: ``h(z, t, i)``."""
    return Sort("functional", arity, start)


LARGEST_TERM: Final = 1_000_000


class Term:
    """Base of the five kinds of term; equality is structural, the hash is computed once."""

    __slots__ = ("_hash", "_identity", "size")
    size: int  # nodes, those that are shared counted as often as they occur
    _hash: int
    _identity: tuple[object, ...]

    def _freeze(self, *identity: object, below: int = 0) -> None:
        if below >= LARGEST_TERM:
            raise ValueError(f"a term of more than {LARGEST_TERM} nodes")
        object.__setattr__(self, "size", below + 1)
        object.__setattr__(self, "_identity", (type(self).__name__, *identity))
        object.__setattr__(self, "_hash", hash(self._identity))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"terms are immutable: cannot set {name!r}")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Term) and self._hash == other._hash and self._identity == other._identity

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return _show(self)


class Number(Term):
    """An exact rational."""

    __slots__ = ("value",)
    value: Fraction

    def __init__(self, value: int | Fraction) -> None:
        object.__setattr__(self, "value", Fraction(value))
        self._freeze(self.value)


class Symbol(Term):
    """A free name; two symbols are the same when name and sort agree."""

    __slots__ = ("name", "sort")
    name: str
    sort: Sort

    def __init__(self, name: str, sort: Sort = REAL) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "sort", sort)
        self._freeze(name, sort)


class Bound(Term):
    """A bound variable: the number of binders between it and the one that binds it."""

    __slots__ = ("index",)
    index: int

    def __init__(self, index: int) -> None:
        object.__setattr__(self, "index", index)
        self._freeze(index)


class Lambda(Term):
    """The one binder: ``body`` with ``Bound(0)`` ranging over ``sort``; ``hint`` is for the reader's eyes."""

    __slots__ = ("body", "hint", "sort")
    sort: Sort
    body: Term
    hint: str

    def __init__(self, sort: Sort, body: Term, hint: str = "i") -> None:
        object.__setattr__(self, "sort", sort)
        object.__setattr__(self, "body", body)
        object.__setattr__(self, "hint", hint)
        self._freeze(sort, body, below=body.size)


class Node(Term):
    """An operator of `SIGNATURES` and its arguments."""

    __slots__ = ("args", "op")
    op: str
    args: tuple[Term, ...]

    def __init__(self, op: str, *args: Term) -> None:
        object.__setattr__(self, "op", op)
        object.__setattr__(self, "args", args)
        self._freeze(op, args, below=sum(argument.size for argument in args))


# -- building -----------------------------------------------------------------------------------------

ZERO: Final = Number(0)
ONE: Final = Number(1)
FALSE: Final = Node("false")
PI: Final = Node("pi")


def add(*args: Term) -> Term:
    """The sum of the arguments, in the order given; one argument stands for itself, none for 0."""
    return Node("add", *args) if len(args) > 1 else args[0] if args else ZERO


def mul(*args: Term) -> Term:
    """The product of the arguments, in the order given; one argument stands for itself, none for 1."""
    return Node("mul", *args) if len(args) > 1 else args[0] if args else ONE


def sub(left: Term, right: Term) -> Term:
    return Node("sub", left, right)


def neg(operand: Term) -> Term:
    return Node("neg", operand)


def div(left: Term, right: Term) -> Term:
    return Node("div", left, right)


def power(base: Term, exponent: Term) -> Term:
    return Node("pow", base, exponent)


def apply(function: Term, *args: Term) -> Term:
    return Node("apply", function, *args)


def summation(lower: Term, upper: Term, body: Lambda) -> Term:
    """The sum of ``body`` over the integers from ``lower`` to ``upper``."""
    return Node("sum", lower, upper, body)


def product(lower: Term, upper: Term, body: Lambda) -> Term:
    """The product of ``body`` over the integers from ``lower`` to ``upper``."""
    return Node("prod", lower, upper, body)


def delta(left: Term, right: Term) -> Term:
    """The Kronecker delta of two integers: 1 if they are equal, else 0."""
    return Node("delta", left, right)


def expect(body: Lambda) -> Term:
    """The expectation of ``body``, a function of the outcome, or of a vector or a matrix of independent standard
    normal entries.
    """
    return Node("expect", body)


def integral(size: Term, body: Lambda) -> Term:
    """The integral of ``body``, a function of a vector, over the vectors of ``size`` entries."""
    return Node("integral", size, body)


def diff(body: Lambda, at: Term) -> Term:
    """The derivative of a function of one real variable, at a point."""
    return Node("diff", body, at)


def partial(body: Lambda, at: Term, *index: Term) -> Term:
    """The derivative of a function of a vector (or a matrix) by the entry ``index``, at ``at``."""
    return Node("partial", body, at, *index)


def eq(left: Term, right: Term) -> Term:
    return Node("eq", left, right)


def ne(left: Term, right: Term) -> Term:
    return Node("ne", left, right)


def le(left: Term, right: Term) -> Term:
    return Node("le", left, right)


def lt(left: Term, right: Term) -> Term:
    return Node("lt", left, right)


def implies(premise: Term, conclusion: Term) -> Term:
    return Node("implies", premise, conclusion)


def either(left: Term, right: Term) -> Term:
    return Node("or", left, right)


def forall(body: Lambda) -> Term:
    return Node("forall", body)


# -- walking -----------------------------------------------------------------------------------------


def children(term: Term) -> tuple[Term, ...]:
    match term:
        case Node(args=args):
            return args
        case Lambda(body=body):
            return (body,)
    return ()


def subterms(term: Term) -> Iterator[Term]:
    """``term`` and everything below it, outermost first."""
    yield term
    for child in children(term):
        yield from subterms(child)


def symbols(term: Term) -> frozenset[Symbol]:
    """The free symbols of a term, functions and sequences included."""
    return frozenset(part for part in subterms(term) if isinstance(part, Symbol))


def _show(term: Term) -> str:
    match term:
        case Number(value=value):
            return str(value)
        case Symbol(name=name):
            return name if name.isidentifier() else ascii(name)
        case Bound(index=index):
            return f"#{index}"
        case Lambda(body=body, hint=hint):
            return f"(fun {hint if hint.isidentifier() else ascii(hint)} {body!r})"
        case Node(op=op, args=args):
            return f"({' '.join([op, *map(repr, args)])})"
    return object.__repr__(term)
