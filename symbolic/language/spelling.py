"""What the spelling of a text says of sums, products and signs: ``a + b + c`` is one sum, ``-2`` is a number."""

from __future__ import annotations

import ast
from math import gcd

from symbolic.terms import Node, Number, Term, div, neg


def bare(left: ast.expr, node: ast.expr) -> bool:
    """Whether ``left`` begins ``node`` without a parenthesis of its own."""
    return (left.lineno, left.col_offset) == (node.lineno, node.col_offset)


def same(left: ast.expr, node: ast.expr, op: type[ast.operator], term: Term) -> tuple[Term, ...]:
    """The parts of ``term`` where it continues the same operation, as ``a + b`` does in ``a + b + c``."""
    alike = isinstance(left, ast.BinOp) and isinstance(left.op, op) and bare(left, node)
    if alike and isinstance(term, Node) and term.op == ("add" if op is ast.Add else "mul"):
        return term.args
    return (term,)


def quotient(left: ast.expr, right: ast.expr, above: Term, below: Term) -> Term:
    """A quotient; one of two integers in lowest terms is a fractional number."""
    literal = all(isinstance(side, ast.Constant | ast.UnaryOp) for side in (left, right))
    match above, below:
        case Number(value=p), Number(value=q) if literal and q > 1 and p.denominator == q.denominator == 1:
            return Number(p / q) if gcd(int(p), int(q)) == 1 else div(above, below)
    return div(above, below)


def with_sign(negative: bool, term: Term) -> Term:
    """``term``, which a minus sign stands before or not; that of a number belongs to it."""
    if negative:
        return Number(-term.value) if isinstance(term, Number) and term.value >= 0 else neg(term)
    return term
