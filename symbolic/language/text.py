"""A line of text read into a term: a small grammar on Python's syntax, in which nothing is evaluated.

::

    + - * / ** and unary minus, integers, exact decimals (0.1 is 1/10), fractions of integers
    v(t)  v[t]  f(x, y)  sum(body, i, lower, upper)  exp(x)  log(x)  sqrt(x)  tanh(x)  sigmoid(x)
    E(x)  Var(x)
    ==  !=  <=  <  >=  >

The author's order, ``x/x`` and parentheses stay: ``a + (b + c)`` and ``a + b + c`` are different terms.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from math import gcd
from typing import Any, Final

from symbolic.language.elementary import square_root
from symbolic.language.names import OUTCOMES, Names
from symbolic.language.parsed import ELEMENTARY, EXPECTED, RELATIONS, RESERVED, Parsed
from symbolic.language.probability import variance_of
from symbolic.language.scope import Scope
from symbolic.language.shapes import misfit
from symbolic.language.unreadable import Unreadable
from symbolic.terms import (
    FORMULA,
    INTEGER,
    OUTCOME,
    IllFormed,
    Lambda,
    Node,
    Number,
    Term,
    add,
    div,
    expect,
    mul,
    neg,
    power,
    sort_of,
    sub,
    summation,
)

_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]*|\.[0-9]+")
_LONGEST_NUMBER: Final = 400


def read_text(text: str, namespace: Mapping[str, Any], scope: Scope | None = None) -> Term:
    """The term or the relation that ``text`` says, with the names of ``namespace``.

    A name stands for a SymPy symbol, a sequence, a function or a `Term`; ``scope`` is that of the claim.
    Raises `Unreadable` for anything outside the grammar, unknown names, and what is ill-sorted.

    >>> from symbolic.language import real
    >>> read_text("x/x - 0.1", {"x": real("x")})
    (sub (div x x) 1/10)
    """
    rows = read_rows(text, namespace, scope)
    if len(rows) > 1:
        raise Unreadable(text, "a chain of relations", "one relation; give a chain row by row")
    return rows[0]


def read_rows(text: str, namespace: Mapping[str, Any], scope: Scope | None = None) -> tuple[Term, ...]:
    """As `read_text`; a chain such as ``0 < b < 1`` is read into its relations.

    >>> from symbolic.language import real
    >>> read_rows("0 < b < 1", {"b": real("b")})
    ((lt 0 b), (lt b 1))
    """
    parsed = Parsed(text)
    reader = _Reader(parsed, Names(parsed, namespace, scope or Scope()))
    try:
        return tuple(reader.checked(row) for row in reader.rows(parsed.tree))
    except RecursionError:
        raise Unreadable(text, "an expression nested too deeply", "a shallower one") from None


class _Reader:
    """Reads the parts of one text; ``names`` knows what its names mean."""

    def __init__(self, parsed: Parsed, names: Names) -> None:
        self._parsed = parsed
        self._names = names

    def rows(self, node: ast.expr) -> list[Term]:
        if not isinstance(node, ast.Compare):
            return [self.read(node)]
        sides = [self.read(side) for side in (node.left, *node.comparators)]
        return [self._relation(node, op, *pair) for op, pair in zip(node.ops, pairwise(sides), strict=True)]

    def _relation(self, node: ast.expr, op: ast.cmpop, left: Term, right: Term) -> Term:
        if type(op) not in RELATIONS:
            raise self._parsed.refusal(node, f"the comparison {type(op).__name__}", "==, !=, <=, <, >= or >")
        return RELATIONS[type(op)](left, right)

    def checked(self, term: Term) -> Term:
        """``term``, which means something."""
        try:
            kind = sort_of(term)
        except IllFormed as error:
            raise Unreadable(self._parsed.original, misfit(term) or str(error), "a well-formed line") from error
        if kind.name not in ("real", "integer", FORMULA.name):
            raise Unreadable(self._parsed.original, f"a {kind.name} without an argument", "a scalar or a relation")
        return term

    def read(self, node: ast.expr) -> Term:
        match node:
            case ast.Constant(value=value):
                return self._number(node, value)
            case ast.Name(id=name):
                return self._names.scalar(node, name)
            case ast.Call(func=ast.Name(id="sum"), args=[body, ast.Name(id=index), lower, upper], keywords=[]):
                return self._sum(body, index, lower, upper)
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if self._is_operator(name):
                return self._applied(name, argument)
            case ast.Call(func=ast.Name(id=name), args=[*args], keywords=[]) if args and name not in RESERVED:
                return self._names.applied(node, name, [self.read(argument) for argument in args])
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                return self._names.element(node, name, self.read(index))
            case ast.UnaryOp(op=ast.USub()) | ast.BinOp(op=ast.Mult() | ast.Div()):
                return _with_sign(*self._signed(node))
            case ast.BinOp(left=left, op=op, right=right):
                return self._operation(node, left, op, right)
        raise self._parsed.refusal(node, f"the syntax {type(node).__name__}", self._parsed.expected(node))

    def _sum(self, body: ast.expr, index: str, lower: ast.expr, upper: ast.expr) -> Term:
        limits = self.read(lower), self.read(upper)
        within = _Reader(self._parsed, self._names.under(index))
        return summation(*limits, Lambda(INTEGER, within.read(body), index))

    def _is_operator(self, name: str) -> bool:
        return name in ("sqrt", *ELEMENTARY) or (name in EXPECTED and not self._names.knows(name))

    def _applied(self, name: str, argument: ast.expr) -> Term:
        if name not in EXPECTED:
            operand = self.read(argument)
            return square_root(operand) if name == "sqrt" else Node(name, operand)
        function = Lambda(OUTCOME, _Reader(self._parsed, self._names.under(OUTCOMES)).read(argument), "ω")
        return expect(function) if name == "E" else variance_of(function)

    def _number(self, node: ast.expr, value: object) -> Term:
        source = self._parsed.source(node)
        if len(source) > _LONGEST_NUMBER:
            raise self._parsed.refusal(node, f"a number of {len(source)} digits", f"at most {_LONGEST_NUMBER}")
        if type(value) is int:
            return Number(value)
        if type(value) is float and _DECIMAL.fullmatch(source):
            return Number(Fraction(source))
        raise self._parsed.refusal(node, f"{source}", "an integer or a decimal such as 0.1")

    def _operation(self, node: ast.expr, left: ast.expr, op: ast.operator, right: ast.expr) -> Term:
        first, second = self.read(left), self.read(right)
        match op:
            case ast.Add():
                return add(*_same(left, node, ast.Add, first), second)
            case ast.Sub():
                return sub(first, second)
            case ast.Pow():
                return power(first, second)
        raise self._parsed.refusal(node, f"the operator {type(op).__name__}", self._parsed.expected(op))

    def _signed(self, node: ast.expr) -> tuple[bool, Term]:
        """A leading minus belongs to the whole product, as authors mean it: ``-x*y`` is ``-(x*y)``."""
        match node:
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return True, self.read(operand)
            case ast.BinOp(left=left, op=(ast.Mult() | ast.Div()) as op, right=right):
                negative, first = self._signed(left) if _bare(left, node) else (False, self.read(left))
                second = self.read(right)
                if isinstance(op, ast.Mult):
                    return negative, mul(*_same(left, node, ast.Mult, first), second)
                return negative, _quotient(left, right, first, second)
        return False, self.read(node)


def _bare(left: ast.expr, node: ast.expr) -> bool:
    """Whether ``left`` begins ``node`` without a parenthesis of its own."""
    return (left.lineno, left.col_offset) == (node.lineno, node.col_offset)


def _same(left: ast.expr, node: ast.expr, op: type[ast.operator], term: Term) -> tuple[Term, ...]:
    """The parts of ``term`` where it continues the same operation, as ``a + b`` does in ``a + b + c``."""
    if isinstance(left, ast.BinOp) and isinstance(left.op, op) and _bare(left, node) and isinstance(term, Node):
        return term.args
    return (term,)


def _quotient(left: ast.expr, right: ast.expr, above: Term, below: Term) -> Term:
    """A quotient; one of two integers in lowest terms is a fractional number."""
    literal = all(isinstance(side, ast.Constant | ast.UnaryOp) for side in (left, right))
    match above, below:
        case Number(value=p), Number(value=q) if literal and q > 1 and p.denominator == q.denominator == 1:
            return Number(p / q) if gcd(int(p), int(q)) == 1 else div(above, below)
    return div(above, below)


def _with_sign(negative: bool, term: Term) -> Term:
    if negative:
        return Number(-term.value) if isinstance(term, Number) and term.value >= 0 else neg(term)
    return term
