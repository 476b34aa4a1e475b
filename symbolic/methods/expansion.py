"""Entries of matrices written out by what they are defined to be."""

from __future__ import annotations

from typing import Final

from symbolic.kernel.arrays import total, unfolded
from symbolic.methods.search import fresh_symbol
from symbolic.terms import ONE, Lambda, Node, Number, Term, abstract, add, instantiate, mul

MOST_TERMS: Final = 12  # of a sum that is written out


def written_out(term: Term) -> Term:
    """A scalar with all entries, traces and inner products written out, except below derivatives.

    That the places lie within the shapes is left to whoever proves that this changes nothing.
    """
    match term:
        case Node(op="entry", args=(array, row, column)):
            found = unfolded(array, row, column)
            return term if found is None else written_out(found)
        case Node(op="trace" | "dot", args=args):
            return written_out(total(term.op, args))
        case Node(op="sum", args=(lower, upper, Lambda() as body)) if lower == upper:  # such as over one column
            return written_out(instantiate(body, lower))
        case Lambda(sort=sort, hint=hint):
            symbol = fresh_symbol(hint, sort)
            return abstract(written_out(instantiate(term, symbol)), symbol, hint)
        case Node(op="mul", args=args):
            return mul(*(factor for factor in map(written_out, args) if factor != ONE))
        case Node(op=op, args=args) if op not in ("diff", "partial"):
            return Node(op, *map(written_out, args))
    return term


def term_by_term(term: Term) -> Term:
    """``term`` with each sum over a few numbers written as the sum of its terms.

    >>> from symbolic.terms import *
    >>> term_by_term(summation(ONE, Number(3), Lambda(INTEGER, power(Symbol("x"), Bound(0)))))
    (add (pow x 1) (pow x 2) (pow x 3))
    """
    match term:
        case Node(op="sum", args=(Number(value=first), Number(value=last), Lambda() as body)):
            if last - first < MOST_TERMS:
                return add(*(term_by_term(instantiate(body, Number(at))) for at in range(int(first), int(last) + 1)))
        case Lambda(sort=sort, body=body, hint=hint):
            return Lambda(sort, term_by_term(body), hint)
    return Node(term.op, *map(term_by_term, term.args)) if isinstance(term, Node) else term
