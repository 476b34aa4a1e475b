"""Slips that take more of a line than one part: letters never introduced, parts exchanged, a factor lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations, product
from typing import Final

from symbolic.claim import Claim
from symbolic.mutate import Mutant, is_named, means_something, restated
from symbolic.terms import (
    INTEGER,
    MATRIX,
    REAL,
    IllFormed,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    children,
    div,
    mul,
    sort_of,
    substitute,
)
from symbolic.terms.text import show

MOST_LETTERS: Final = 3
Path = tuple[int, ...]


def slips(claim: Claim, undeclared: Collection[str] = ()) -> Iterator[Mutant]:
    """The goal with declared letters for all that is undeclared, or with two parts exchanged.

    >>> from symbolic.terms import *
    >>> x, y = Symbol("x"), Symbol("y")
    >>> [slip.description for slip in slips(Claim("f/d/c", "", "", (), (), (), eq(x, y)))]
    ['x and y exchanged']
    """
    for found in (_letters(claim, undeclared), _exchanges(claim.goal)):
        yield from _mutants(claim, found)


def oversights(claim: Claim) -> Iterator[Mutant]:
    """The goal with a number that is one off, or with a factor on one side that stands in the line already.

    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> for slip in oversights(Claim("f/d/c", "", "", (), (), (), eq(x, ONE))):
    ...     print(slip.description)
    2 for 1
    0 for 1
    the factor x on the left
    the divisor x on the left
    the factor x on the right
    the divisor x on the right
    """
    for found in (_numbers(claim.goal), _factors(claim.goal)):
        yield from _mutants(claim, found)


def _mutants(claim: Claim, found: Iterator[tuple[str, Term]]) -> Iterator[Mutant]:
    for description, goal in found:
        if means_something(goal):
            yield Mutant(description, restated(claim, goal))


def _letters(claim: Claim, undeclared: Collection[str]) -> Iterator[tuple[str, Term]]:
    """Declared letters for the undeclared ones, jointly and everywhere; the same one for all of them first."""
    unknown = [symbol for symbol in claim.symbols if symbol.name in undeclared and symbol.sort == REAL]
    known = [one for one in claim.symbols if one.name not in undeclared and one.sort in (REAL, INTEGER)]
    if not unknown or len(unknown) > MOST_LETTERS:
        return
    choices = sorted(product(known, repeat=len(unknown)), key=lambda choice: len(set(choice)))
    for choice in choices:
        values = dict(zip(unknown, choice, strict=True))
        words = ", ".join(f"{show(new)} for {show(old)}" for old, new in values.items())
        yield words, substitute(claim.goal, values)


def _exchanges(goal: Term) -> Iterator[tuple[str, Term]]:
    """Two letters, elements such as v(t) and v(t - 1), or named matrices, in each other's place."""
    parts = list(_parts(goal))
    for (here, one), (there, other) in combinations(parts, 2):
        if one != other and type(one) is type(other) and _sort(one) == _sort(other) and not _within(there, here):
            yield f"{show(one)} and {show(other)} exchanged", _put(_put(goal, here, other), there, one)


def _numbers(goal: Term) -> Iterator[tuple[str, Term]]:
    """A number that is one too large or too small."""
    for path, part in _closed(goal):
        for value in (part.value + 1, part.value - 1) if isinstance(part, Number) else ():
            # Nobody writes 1*x or x + 0: that a factor or a term is too many is an edit of its own.
            if len(path) == 1 or value not in (0, 1):
                yield f"{show(Number(value))} for {show(part)}", _put(goal, path, Number(value))


def _factors(goal: Term) -> Iterator[tuple[str, Term]]:
    """One side times, or divided by, something that stands in the line already."""
    if not isinstance(goal, Node):
        return
    present = dict.fromkeys(part for _, part in _closed(goal) if part not in goal.args)
    small = [part for part in (*goal.args, *present) if _is_small(part) and not isinstance(part, Number)]
    for position, word in enumerate(("left", "right")):
        side = goal.args[position]
        for part in dict.fromkeys(small):
            times = mul(part, *(side.args if isinstance(side, Node) and side.op == "mul" else (side,)))
            yield f"the factor {show(part)} on the {word}", _put(goal, (position,), times)
            yield f"the divisor {show(part)} on the {word}", _put(goal, (position,), div(side, part))


def _is_small(part: Term) -> bool:
    return len(list(_closed(part))) <= 5


def _parts(goal: Term) -> Iterator[tuple[Path, Term]]:
    """Letters, elements of sequences, values of functions, and named matrices, that hold no bound variable."""
    for path, part in _closed(goal):
        if isinstance(part, Symbol) or (isinstance(part, Node) and part.op == "apply") or is_named(part):
            yield path, part


def _closed(term: Term, path: Path = ()) -> Iterator[tuple[Path, Term]]:
    """The scalars and matrices in ``term`` that hold no bound variable, and where they stand; a name has no parts."""
    if _sort(term) in (REAL, INTEGER, MATRIX):
        yield path, term
    for position, child in enumerate(() if is_named(term) else children(term)):
        yield from _closed(child, (*path, position))


def _sort(term: Term) -> Sort | None:
    try:
        return sort_of(term)
    except IllFormed:
        return None


def _within(there: Path, here: Path) -> bool:
    return there[: len(here)] == here


def _put(term: Term, path: Path, new: Term) -> Term:
    """``term`` with ``new`` at ``path``."""
    if not path:
        return new
    match term:
        case Lambda(sort=sort, body=body, hint=hint):
            return Lambda(sort, _put(body, path[1:], new), hint)
        case Node(op=op, args=args):
            at = path[0]
            return Node(op, *args[:at], _put(args[at], path[1:], new), *args[at + 1 :])
    return term
