"""Letters that are bound in a formula and free in it as well, or bound twice, and where it matters which is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from symbolic.claim import Claim
from symbolic.mutate import restated
from symbolic.terms import INTEGER, Bound, Lambda, Node, Symbol, Term, entries, eq, matrix, subterms, symbols


def clashing(formula: Term) -> set[str]:
    """Letters that are bound and free; those for the rows and columns of a matrix are none that the author wrote."""
    return {binder.hint for binder in _binders(formula)} & {symbol.name for symbol in symbols(formula)}


def shadowed(formula: Term) -> set[str]:
    """Letters that are bound again where they are bound already: what stands there no longer means the outer one."""
    binders = _binders(formula)
    return {outer.hint for outer in binders if outer.hint in {inner.hint for inner in _binders(outer.body)}}


def readings(claim: Claim, letters: tuple[str, ...]) -> Iterator[Claim]:
    """For each side of the goal of ``claim`` that binds one of ``letters``, which the goal has free, too: that it is
    the same if the free letter is meant where the bound one stands.

    >>> from symbolic.terms import *
    >>> n, j, a = Symbol("n", INTEGER), Symbol("j", INTEGER), Symbol("a", sequence_sort(1))
    >>> total = summation(ONE, n, Lambda(INTEGER, apply(a, Bound(0)), "j"))
    >>> claim = Claim("f/d/c", "", "", (), (), (), eq(total, apply(a, j)))
    >>> [one.goal for one in readings(claim, ("j",))]
    [(eq (sum 1 n (fun j (apply a #0))) (sum 1 n (fun j (apply a j))))]
    """
    free = [symbol for symbol in symbols(claim.goal) if symbol.name in letters]
    for symbol in sorted(free, key=lambda one: one.name):
        for side in claim.goal.args if isinstance(claim.goal, Node) else ():
            other = _freed(side, symbol)
            if other != side:
                yield restated(replace(claim, title=f"{claim.title}, {symbol.name} free"), eq(side, other))


def _freed(term: Term, letter: Symbol, freed: tuple[bool, ...] = ()) -> Term:
    """``term`` with the free ``letter`` wherever a bound one of that name stands; ``freed`` says of the binders around,
    innermost first, which are such.
    """
    match term:
        case Bound(index=index) if index < len(freed) and freed[index]:
            return letter
        case Lambda(sort=sort, body=body, hint=hint):
            return Lambda(sort, _freed(body, letter, (hint == letter.name and sort == letter.sort, *freed)), hint)
        case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=entry)))):
            # The places of its entries are nobody's letters.
            inside = _freed(entry, letter, (False, False, *freed))
            return matrix(_freed(rows, letter, freed), _freed(columns, letter, freed), entries(inside))
        case Node(op=op, args=args):
            return Node(op, *(_freed(argument, letter, freed) for argument in args))
    return term


def _binders(formula: Term) -> list[Lambda]:
    """What binds an integer, but for the rows and columns of matrices."""
    binders = [part for part in subterms(formula) if isinstance(part, Lambda) and part.sort == INTEGER]
    places = [body for part in subterms(formula) for body in _places(part)]
    return [part for part in binders if not any(part is body for body in places)]


def _places(term: Term) -> Iterator[Term]:
    match term:
        case Node(op="matrix", args=(_, _, Lambda(body=column) as row)):
            yield from (row, column)
