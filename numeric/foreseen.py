"""What is assumed of the long run, as something that numbers can test: a guess, by which suspects are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from symbolic.claim import Claim
from symbolic.terms import ONE, Lambda, Node, Number, Term, absolute, add, instantiate, le, mul, sub

EARLY: Final = Number(4)
LATE: Final = (Number(16), Number(17))  # signs may alternate
_TWO: Final = Number(2)


def foreseen(claim: Claim) -> Claim:
    """``claim`` with signs of the limits that it assumes: from ``EARLY`` to ``LATE``, what grows has doubled, and what
    tends to a number has halved its distance.

    >>> from symbolic.terms import *
    >>> v = Symbol("v", sequence_sort(1))
    >>> halved = tends_to(Lambda(INTEGER, apply(v, Bound(0)), "T"), ZERO)
    >>> foreseen(Claim("f/d/c", "", "", (), (halved,), (), lt(ZERO, apply(v, ONE)))).assumptions[0]
    (le (mul 2 (abs (sub (apply v 16) 0))) (abs (sub (apply v 4) 0)))
    """
    return replace(claim, assumptions=tuple(sign for formula in claim.assumptions for sign in _signs(formula)))


def _signs(formula: Term) -> Iterator[Term]:
    match formula:
        case Node(op="grows", args=(Lambda() as sequence,)):
            early = mul(_TWO, add(ONE, absolute(instantiate(sequence, EARLY))))
            yield from (le(early, instantiate(sequence, late)) for late in LATE)
        case Node(op="tends", args=(Lambda() as sequence, value)):
            early, *late = (absolute(sub(instantiate(sequence, at), value)) for at in (EARLY, *LATE))
            yield from (le(mul(_TWO, distance), early) for distance in late)
        case _:
            yield formula
