"""Terms and statements as readable text."""

from __future__ import annotations

from symbolic.terms.layout import Layout
from symbolic.terms.notation import Level
from symbolic.terms.statement import Stated, pieces
from symbolic.terms.tree import Term
from symbolic.terms.unicode import UNICODE


def show(term: Term, names: tuple[str, ...] = ()) -> str:
    """``term`` in Unicode, in the order given; ``names`` are those of its loose bound variables, innermost first.

    Raises `symbolic.terms.IllFormed` for what is no term of the language.

    >>> from symbolic.terms import *
    >>> beta, t, g = Symbol("beta"), Symbol("t", INTEGER), Symbol("g", sequence_sort(1))
    >>> body = mul(power(beta, sub(t, Bound(0))), apply(g, Bound(0)))
    >>> show(mul(sub(ONE, beta), summation(ONE, t, Lambda(INTEGER, body, "i"))))
    '(1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)'
    """
    return Layout(UNICODE, term).at(term, names, Level.FORMULA)


def statement(claim: Stated) -> str:
    """A claim as it was understood, fully quantified, on one line; `symbolic.terms.statement.pieces` has its parts.

    >>> from symbolic.claim import Claim
    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> claim = Claim("id", "title", "", (lt(ZERO, x),), (), (ne(x, ONE),), eq(div(x, x), ONE))
    >>> statement(claim)
    'for all real x > 0; where x ≠ 1; then x/x = 1'
    """
    return str(pieces(claim, UNICODE))
