"""A line of text read into a term: a small grammar on Python's syntax, in which nothing is evaluated.

::

    + - * / ** and unary minus, integers, exact decimals (0.1 is 1/10), fractions of integers
    v(t)  v[t]  f(x, y)  sum(body, i, lower, upper)  exp(x)  log(x)  sqrt(x)  tanh(x)  sigmoid(x)
    sin(x)  cos(x)  abs(x)
    E(x)  Var(x)  E(f, x)  Var(f, x)  integral(f, x)  pi  prod(body, i, lower, upper)
    indicator(a <= b)  P(a <= b)  P(a <= b, x)
    A*B  A @ B  A.T  A.I  A[i, j]  h[t][i]  inverse(A)  trace(A)  diag(v)  dot(u, v)  hadamard(A, B)  softmax_row(A)
    softmax_col(A)  identity(n)  ones(n)  ones(n, m)  zeros(n)  array(body, i, n)  array(body, i, n, j, m)
    gradient(f, W)  jacobian(u, x)  slope(f, A)
    norm(A)  lambda1(S)  max(body, i, lower, upper)  lim(body, T)  tends(body, T, value)  tends(body, T, oo)
    big_o(f, g, n, d)  big_omega(f, g, n)  big_theta(f, g, n, d, d <= n)
    ==  !=  <=  <  >=  >

The author's order, ``x/x`` and parentheses stay: ``a + (b + c)`` and ``a + b + c`` are different terms.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from symbolic.language import text_arrays
from symbolic.language.array_symbols import Family, sizes, sort_of_named
from symbolic.language.elementary import square_root
from symbolic.language.growth import class_below
from symbolic.language.indicators import indicator_of
from symbolic.language.names import OUTCOMES, Letter, Names
from symbolic.language.normals import NAMED, variance_of
from symbolic.language.parsed import (
    ELEMENTARY,
    EXPECTED,
    FOLDED,
    LIMITS,
    MAKERS,
    OF_ARRAYS,
    OVER_VECTORS,
    RELATIONS,
    RESERVED,
    Parsed,
)
from symbolic.language.scope import Scope
from symbolic.language.shapes import misfit
from symbolic.language.spelling import bare, quotient, same, with_sign
from symbolic.language.unreadable import Unreadable
from symbolic.terms import (
    CLASSES,
    FORMULA,
    INTEGER,
    MATRIX,
    OUTCOME,
    PI,
    REAL,
    IllFormed,
    Lambda,
    Node,
    Number,
    Sort,
    Term,
    add,
    expect,
    grows,
    integral,
    is_array,
    limit_of,
    matmul,
    mul,
    power,
    sort_of,
    sub,
    tends_to,
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
        self.parsed = parsed
        self.names = names

    def rows(self, node: ast.expr) -> list[Term]:
        if not isinstance(node, ast.Compare):
            return [self.read(node)]
        sides = [self.read(side) for side in (node.left, *node.comparators)]
        return [self._relation(node, op, *pair) for op, pair in zip(node.ops, pairwise(sides), strict=True)]

    def _relation(self, node: ast.expr, op: ast.cmpop, left: Term, right: Term) -> Term:
        if type(op) not in RELATIONS:
            raise self.parsed.refusal(node, f"the comparison {type(op).__name__}", "==, !=, <=, <, >= or >")
        return RELATIONS[type(op)](left, right)

    def checked(self, term: Term) -> Term:
        """``term``, which means something."""
        try:
            kind = sort_of(term)
        except IllFormed as error:
            reason = IllFormed(misfit(term) or str(error))
            raise Unreadable(self.parsed.original, str(reason), "a well-formed line") from reason
        if kind not in (REAL, INTEGER, MATRIX, FORMULA):
            raise Unreadable(
                self.parsed.original, f"a {kind.name} without an argument", "a scalar, a matrix or a relation"
            )
        return term

    def read(self, node: ast.expr) -> Term:
        match node:
            case ast.Constant(value=value):
                return self._number(node, value)
            case ast.Name(id="pi") if not self.names.knows("pi"):
                return PI
            case ast.Name(id=name):
                return self.names.scalar(node, name)
            case ast.Call(func=ast.Name(id=name) as called, args=[*args], keywords=[]) if args:
                return self._call(node, called, name, args)
            case ast.Subscript(value=whole, slice=index):
                return text_arrays.subscript(self, node, whole, index)
            case ast.Attribute(value=whole, attr="T" | "I" as attribute):
                return Node({"T": "transpose", "I": "inverse"}[attribute], self.read(whole))
            case ast.UnaryOp(op=ast.USub()) | ast.BinOp(op=ast.Mult() | ast.MatMult() | ast.Div()):
                return with_sign(*self._signed(node))
            case ast.BinOp(left=left, op=op, right=right):
                return self._operation(node, left, op, right)
        raise self._refusal(node)

    def _refusal(self, node: ast.expr) -> Unreadable:
        return self.parsed.refusal(node, f"the syntax {type(node).__name__}", self.parsed.expected(node))

    def _call(self, node: ast.expr, called: ast.expr, name: str, args: list[ast.expr]) -> Term:
        match args:
            case [body, ast.Name(id=index), *value] if name in LIMITS:
                return self._limit(node, name, Lambda(INTEGER, self.under(index).read(body), index), value)
            case [_, _, ast.Name(), *_] if name in CLASSES:
                return self._class(name, args)
            case [argument] if name == "lambda1":
                return Node("eigenmax", self.read(argument))
            case [_, ast.Name(id=index), _, _] if name in FOLDED:
                return self._folded(name, index, args)
            case [argument] if self._is_operator(name):
                return self._applied(name, argument)
            case [argument, ast.Name(id=vector)] if self._binds_vectors(name):
                return self._over_vectors(node, name, argument, vector)
            case [argument] if isinstance(self.names.meaning(name), Family):
                return text_arrays.subscript(self, node, called, argument)
        if name in (*OF_ARRAYS, *MAKERS):
            return text_arrays.call(self, node, name, args)
        if name in RESERVED:
            raise self._refusal(node)
        return self.names.applied(node, name, [self.read(argument) for argument in args])

    def under(self, *bound: Any) -> _Reader:
        """Reads what stands below binders of ``bound``, the last innermost."""
        return _Reader(self.parsed, self.names.under(*bound))

    def _folded(self, op: str, index: str, args: list[ast.expr]) -> Term:
        body, _, *limits = args
        binder = Lambda(INTEGER, self.under(index).read(body), index)
        if op == "sum" and is_array(binder.body):
            return text_arrays.summed(self, index, binder.body, args)
        lower, upper = map(self.read, limits)
        return FOLDED[op](lower, upper, binder)

    def _limit(self, node: ast.expr, name: str, sequence: Lambda, value: list[ast.expr]) -> Term:
        match name, value:
            case "lim", []:
                return limit_of(sequence)
            case "tends", [ast.Name(id="oo")]:
                return grows(sequence)
            case "tends", [number]:
                return tends_to(sequence, self.read(number))
        raise self.parsed.refusal(node, f"{len(value) + 2} arguments of {name}", "lim(f, T) or tends(f, T, value)")

    def _class(self, name: str, args: list[ast.expr]) -> Term:
        """Both functions and the regime below the sizes, which are what they are outside, but bound."""
        sizes = [one.id for one in args[2:] if isinstance(one, ast.Name)]
        regime = args[2 + len(sizes) :]
        if any(isinstance(one, ast.Name) for one in regime) or len(set(sizes)) < len(sizes):
            raise self.parsed.refusal(args[2], "these sizes", "different sizes, and then what is supposed of them")
        below = _Reader(self.parsed, self.names.under(*(Letter.of(one, self.names.meaning(one)) for one in sizes)))
        supposed = [row for one in regime for row in below.rows(one)]
        return class_below(name, sizes, [*map(below.read, args[:2]), *supposed])

    def _is_operator(self, name: str) -> bool:
        return name in ("sqrt", "indicator", *ELEMENTARY) or (name in EXPECTED and not self.names.knows(name))

    def _binds_vectors(self, name: str) -> bool:
        return name in OVER_VECTORS or (name in EXPECTED and not self.names.knows(name))

    def _applied(self, name: str, argument: ast.expr) -> Term:
        if name == "indicator":
            return self._indicator(argument)
        if name not in EXPECTED:
            operand = self.read(argument)
            return square_root(operand) if name == "sqrt" else Node(name, operand)
        return self.under(OUTCOMES)._averaged(name, argument, OUTCOME, "ω")

    def _over_vectors(self, node: ast.expr, name: str, argument: ast.expr, vector: str) -> Term:
        """An expectation over a normal vector or matrix, or an integral, which bind it."""
        meant = self.names.meaning(vector)
        if not isinstance(meant, NAMED):
            raise self.parsed.refusal(node, f"{name} over {vector}", "a matrix or a column that the script declares")
        below, sort = self.under(meant), sort_of_named(meant)
        if name in OVER_VECTORS:
            return integral(sizes(self.names.reading, meant)[0], Lambda(sort, below.read(argument), vector))
        return below._averaged(name, argument, sort, vector)

    def _averaged(self, name: str, argument: ast.expr, sort: Sort, hint: str) -> Term:
        """An expectation, a variance or a probability, of what is read below its binder."""
        function = Lambda(sort, self._indicator(argument) if name == "P" else self.read(argument), hint)
        return variance_of(function) if name == "Var" else expect(function)

    def _indicator(self, event: ast.expr) -> Term:
        found = self.rows(event)
        made = indicator_of(found[0]) if len(found) == 1 else None
        if made is None:
            raise self.parsed.refusal(event, "this event", "one relation with <=, <, >= or >")
        return made

    def _number(self, node: ast.expr, value: object) -> Term:
        source = self.parsed.source(node)
        if len(source) > _LONGEST_NUMBER:
            raise self.parsed.refusal(node, f"a number of {len(source)} digits", f"at most {_LONGEST_NUMBER}")
        if type(value) is int:
            return Number(value)
        if type(value) is float and _DECIMAL.fullmatch(source):
            return Number(Fraction(source))
        raise self.parsed.refusal(node, f"{source}", "an integer or a decimal such as 0.1")

    def _operation(self, node: ast.expr, left: ast.expr, op: ast.operator, right: ast.expr) -> Term:
        first, second = self.read(left), self.read(right)
        match op:
            case ast.Add():
                return add(*same(left, node, ast.Add, first), second)
            case ast.Sub():
                return sub(first, second)
            case ast.Pow():
                return power(first, second)
        raise self.parsed.refusal(node, f"the operator {type(op).__name__}", self.parsed.expected(op))

    def _signed(self, node: ast.expr) -> tuple[bool, Term]:
        """A leading minus belongs to the whole product, as authors mean it: ``-x*y`` is ``-(x*y)``."""
        match node:
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return True, self.read(operand)
            case ast.BinOp(left=left, op=(ast.Mult() | ast.MatMult() | ast.Div()) as op, right=right):
                negative, first = self._signed(left) if bare(left, node) else (False, self.read(left))
                second = self.read(right)
                if isinstance(op, ast.MatMult) or (isinstance(op, ast.Mult) and is_array(first) and is_array(second)):
                    return negative, matmul(first, second)
                if isinstance(op, ast.Mult):
                    return negative, mul(*same(left, node, ast.Mult, first), second)
                return negative, quotient(left, right, first, second)
        return False, self.read(node)
