"""A letter that is bound in a line and stands free in it as well: where it matters which of the two is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from symbolic.claim import Claim
from symbolic.mutate import restated
from symbolic.terms import Bound, Lambda, Node, Symbol, Term, entries, eq, matrix, symbols


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
        case Node(
            op="matrix", args=(rows, columns, Lambda(body=Lambda(body=entry)))
        ):  # its places are nobody's letters
            inside = _freed(entry, letter, (False, False, *freed))
            return matrix(_freed(rows, letter, freed), _freed(columns, letter, freed), entries(inside))
        case Node(op=op, args=args):
            return Node(op, *(_freed(argument, letter, freed) for argument in args))
    return term
