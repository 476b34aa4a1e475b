"""Lines that introduce a name: which one, and what for."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial, reduce
from operator import add, mul, sub
from typing import Any, Final

from derivations.said import meaningful, relations, schematic, statements
from derivations.transcript import Line
from symbolic.language.array_symbols import matrix
from symbolic.language.parsed import Parsed
from symbolic.language.scope import Scope
from symbolic.language.statements import Statements
from symbolic.language.symbols import Variable
from symbolic.terms import INTEGER, Node, Number, Symbol, Term, shape_of, sort_of, symbols
from symbolic.terms.families import family_of

_OF_SIZES: Final[dict[str, Callable[[Any, Any], Any]]] = {"add": add, "sub": sub, "mul": mul}


def is_fresh(line: Line, names: dict[str, Any]) -> bool:
    """Whether a let-line defines a name that neither a formula nor a domain speaks of yet."""
    return defined(line, names) is not None


def defined(line: Line, names: dict[str, Any]) -> Symbol | None:
    """The symbol that a let-line defines, if neither a formula nor a domain speaks of it yet."""
    name, right = definition(line, names) if line.kind == "let" else (None, None)
    meant = names.get(name.name) if name else None
    if name is None or right is None or (isinstance(meant, Variable) and meant.domain):
        return None
    if name.sort == INTEGER and sort_of(right) != INTEGER:
        return None
    said = [one.statement for one in line.assumptions] + [part for one in line.earlier for part in statements(one)]
    # What is ill-formed says nothing, and so nothing of the name.
    formulas = [formula for part in said for formula in meaningful(partial(relations, part, names)) or ()]
    spoken = {symbol for formula in formulas for symbol in symbols(formula)}
    return name if name not in spoken | symbols(right) else None


def definition(line: Line, names: dict[str, Any]) -> tuple[Symbol | None, Term]:
    """The symbol that a let-line defines, if its shape defines one, and what it is defined to be."""
    relation = relations(line.statement, names)[0]
    left, right = relation.args
    match left:
        case Symbol() if relation.op == "eq":
            return left, right
        case Node(op="apply", args=(Symbol() as head, *arguments)) if relation.op == "eq":
            return head if _tells_apart(head, arguments, schematic(line)) else None, right
        case Node(op="matrix", args=args) if relation.op == "eq" and (family := family_of(args)):
            named, indices = family
            if isinstance(named, Symbol) and _tells_apart(named, list(indices), schematic(line)):
                return named, right
    return None, right


def _tells_apart(head: Symbol, arguments: list[Term], bound: set[str]) -> bool:
    """For all t, w(t) may be defined, but w(t - t) may not: it would have many values at one place."""
    if any(head in symbols(argument) for argument in arguments):
        return False
    variables = [argument.name for argument in arguments if isinstance(argument, Symbol) and argument.name in bound]
    return sorted(variables) == sorted(bound)


def new_matrix(line: Line, known: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    """A new name on the left of a matrix, as a matrix of its shape."""
    parsed = Parsed(line.statement[0]) if len(line.statement) == 1 and isinstance(line.statement[0], str) else None
    match parsed.tree if parsed else None:
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq()], comparators=[right]) if parsed and name not in known:
            scope = Scope()
            value = meaningful(partial(Statements(scope, names).term, parsed.source(right)))
            shape = shape_of(value) if value is not None else None
            sizes = [_size(one, scope) for one in shape or ()]
            if sizes and None not in sizes:
                return {name: matrix(name, *sizes)}
    return {}


def _size(term: Term, scope: Scope) -> Any:
    """A size as a script writes it; None where it is more than a sum or a product."""
    match term:
        case Number(value=value):
            return int(value)
        case Symbol():
            return scope.origin(term)
        case Node(op=op, args=args) if op in _OF_SIZES:
            parts = [_size(one, scope) for one in args]
            return None if None in parts else reduce(_OF_SIZES[op], parts)
    return None
