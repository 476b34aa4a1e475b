"""What names mean that nobody declared, by the usual conventions."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any, Final

from symbolic.language.parsed import EXPECTED, RESERVED, Parsed
from symbolic.language.symbols import function, integer, real, sequence, size, time
from symbolic.terms import CLASSES

_INTEGERS: Final = {**dict.fromkeys("t", time), **dict.fromkeys("nmd", size), **dict.fromkeys("ijk", integer)}


def declare(*texts: str, names: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A namespace for the lines ``texts``: ``names``, and every other name in them by convention.

    ``t`` is a time (an integer from 0 on), ``n``, ``m`` and ``d`` are sizes (from 1 on), ``i``, ``j`` and ``k``
    integers; a name whose arguments all look like integers is a sequence from 0 on, with any other a function; the
    rest are real.  Raises `Unreadable` for a text that is no expression.

    >>> made = declare("v(t + 1) == b*v(t) + f(x)")
    >>> {name: type(made[name]).__name__ for name in sorted(made)}
    {'b': 'Variable', 'f': 'DeclaredFunction', 't': 'Variable', 'v': 'Sequence', 'x': 'Variable'}
    """
    namespace = dict(names or {})
    nodes = [node for text in texts for node in ast.walk(Parsed(text).tree)]
    integers = {*_INTEGERS, *_indices(nodes), *(name for name, meant in namespace.items() if _is_integer(meant))}
    applications = list(_applications(nodes))
    operators = {*RESERVED, *(name for name in EXPECTED if name not in namespace)}
    for name in dict.fromkeys(name for name, _ in applications if name not in operators):
        uses = [args for applied, args in applications if applied == name]
        namespace.setdefault(name, _applied(name, uses, integers))
    for name in sorted(_scalars(nodes, operators)):
        namespace.setdefault(name, _INTEGERS.get(name, real)(name))
    return namespace


def _scalars(nodes: list[ast.AST], operators: set[str]) -> Iterator[str]:
    """The names that stand for something, not for an operator that is applied."""
    applied = [node.func for node in nodes if isinstance(node, ast.Call)]
    for node in nodes:
        if isinstance(node, ast.Name) and not (node.id in operators and node in applied) and node.id not in RESERVED:
            yield node.id


def _indices(nodes: list[ast.AST]) -> Iterator[str]:
    """The bound names of sums, products and matrices."""
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id="sum" | "prod"), args=[_, ast.Name(id=index), _, _]):
                yield index
            case ast.Call(func=ast.Name(id=name), args=[_, _, *sizes]) if name in CLASSES:
                yield from (one.id for one in sizes if isinstance(one, ast.Name))
            case ast.Call(func=ast.Name(id="array"), args=[_, *ranges]):
                yield from (one.id for one in ranges[::2] if isinstance(one, ast.Name))


def _applications(nodes: list[ast.AST]) -> Iterator[tuple[str, list[ast.expr]]]:
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=name), args=[*args]) if args:
                yield name, args
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                yield name, [index]


def _applied(name: str, uses: list[list[ast.expr]], integers: set[str]) -> Any:
    if all(len(args) == 1 and _looks_integer(args[0], integers) for args in uses):
        return sequence(name)
    return function(name, arity=len(uses[0]))


def _looks_integer(node: ast.expr, integers: set[str]) -> bool:
    match node:
        case ast.Constant(value=value):
            return type(value) is int
        case ast.Name(id=name):
            return name in integers
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _looks_integer(operand, integers)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult(), right=right):
            return _looks_integer(left, integers) and _looks_integer(right, integers)
    return False


def _is_integer(meant: Any) -> bool:
    return getattr(meant, "is_integer", None) is True
