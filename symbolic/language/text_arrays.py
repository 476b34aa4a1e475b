"""What text says of matrices: their entries, and calls that make one or a number of them."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, Final, Protocol

from symbolic.language import arrays
from symbolic.language.array_calculus import NAMED, by_entry, rows_of, slope_of
from symbolic.language.array_sums import sum_of_arrays
from symbolic.language.array_symbols import Family, named_array, places, sizes, sort_of_named
from symbolic.language.names import PLACES, Names
from symbolic.language.parsed import ELEMENTARY, OF_ARRAYS, Parsed
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Term,
    constant_matrix,
    entries,
    entry,
    identity,
    is_array,
    matrix,
)

_SHAPES: Final = {
    "array": "array(body, i, n) or array(body, i, n, j, m), with different indices",
    "gradient": "gradient(f, W)",
    "identity": "identity(n)",
    "jacobian": "jacobian(u, x)",
    "ones": "ones(n) or ones(n, m)",
    "slope": "slope(f, A)",
    "zeros": "zeros(n) or zeros(n, m)",
}


class Text(Protocol):
    """Reads the parts of one text; `symbolic.language.text` has the one there is."""

    parsed: Parsed
    names: Names

    def read(self, node: ast.expr) -> Term: ...

    def under(self, *bound: Any) -> Text: ...


def call(text: Text, node: ast.expr, name: str, args: list[ast.expr]) -> Term:
    """An operator of matrices, or what makes one, applied to ``args``."""
    if name in OF_ARRAYS:
        if len(args) != OF_ARRAYS[name]:
            raise text.parsed.refusal(node, f"{len(args)} arguments of {name}", str(OF_ARRAYS[name]))
        return Node(name, *map(text.read, args))
    made = _MAKERS[name](text, args)
    if made is None:
        raise text.parsed.refusal(node, f"{len(args)} arguments of {name}", _SHAPES[name])
    return made


def subscript(text: Text, node: ast.expr, whole: ast.expr, index: ast.expr) -> Term:
    """A member of a sequence of matrices, an entry of a matrix, or an element of a sequence of reals."""
    meant = text.names.meaning(whole.id) if isinstance(whole, ast.Name) else None
    if isinstance(meant, Family):
        return named_array(text.names.reading, meant, text.under(*PLACES).read(index))
    if isinstance(whole, ast.Name) and not (arrays.is_array(meant) or (isinstance(meant, Term) and is_array(meant))):
        return text.names.element(node, whole.id, text.read(index))
    array = text.read(whole)
    found = index.elts if isinstance(index, ast.Tuple) else [index]
    if not is_array(array):
        raise text.parsed.refusal(node, "an index on a scalar", "one on a matrix or a column")
    if not 1 <= len(found) <= 2:
        raise text.parsed.refusal(node, f"{len(found)} indices", "A[i, j] of a matrix, v[i] of a column")
    return arrays.entry_of(text.parsed.text, array, *map(text.read, found))


def summed(text: Text, index: str, one: Term, args: list[ast.expr]) -> Term:
    """A sum of matrices, of which ``one`` is read below its index."""
    body, _, lower, upper = args
    within = text.under(*PLACES)
    return sum_of_arrays(
        one, within.read(lower), within.read(upper), Lambda(INTEGER, within.under(index).read(body), index)
    )


def _identity(text: Text, args: list[ast.expr]) -> Term | None:
    return identity(text.read(args[0])) if len(args) == 1 else None


def _constant(value: Term) -> Maker:
    """Of one size a column."""

    def make(text: Text, args: list[ast.expr]) -> Term | None:
        sizes = [*map(text.read, args), ONE][:2]
        return constant_matrix(sizes[0], sizes[1], value) if len(args) in (1, 2) else None

    return make


def _comprehension(text: Text, args: list[ast.expr]) -> Term | None:
    match args:
        case [body, ast.Name(id=row), rows]:
            inner = Lambda(INTEGER, text.under(row, PLACES[1]).read(body), "j")
            return matrix(text.read(rows), ONE, Lambda(INTEGER, inner, row))
        case [body, ast.Name(id=row), rows, ast.Name(id=column), columns] if row != column:
            inner = Lambda(INTEGER, text.under(row, column).read(body), column)
            return matrix(text.read(rows), text.read(columns), Lambda(INTEGER, inner, row))
    return None


def _gradient(text: Text, args: list[ast.expr]) -> Term | None:
    if len(args) != 2:
        return None
    by = _variable(text, args[1])
    function = Lambda(sort_of_named(by), text.under(*PLACES, by).read(args[0]), by.name)
    derivative = by_entry(text.parsed.text, text.under(*PLACES).names.reading, by, function, *places(by))
    return matrix(*sizes(text.names.reading, by), entries(derivative))


def _jacobian(text: Text, args: list[ast.expr]) -> Term | None:
    if len(args) != 2:
        return None
    by, column = _variable(text, args[1]), text.read(args[0])
    if by.args[2] != 1:
        raise text.parsed.refusal(args[1], f"a jacobian by the matrix {by.name}", "one by a column")
    function = Lambda(sort_of_named(by), entry(text.under(*PLACES, by).read(args[0]), Bound(2), ONE), by.name)
    derivative = by_entry(text.parsed.text, text.under(*PLACES).names.reading, by, function, Bound(0))
    return matrix(rows_of(column), sizes(text.names.reading, by)[0], entries(derivative))


def _slope(text: Text, args: list[ast.expr]) -> Term | None:
    match args:
        case [ast.Name(id=name) as named, operand]:
            value = Node(name, Bound(0)) if name in ELEMENTARY else text.names.applied(named, name, [Bound(0)])
            return slope_of(Lambda(REAL, value, "x"), text.read(operand), text.under(*PLACES).read(operand))
    return None


def _variable(text: Text, node: ast.expr) -> Any:
    """The matrix that a derivative is taken by."""
    meant = text.names.meaning(node.id) if isinstance(node, ast.Name) else None
    if not isinstance(meant, NAMED):
        raise text.parsed.refusal(node, f"a derivative by {text.parsed.source(node)}", "one by a matrix or a column")
    return meant


Maker = Callable[[Text, list[ast.expr]], Term | None]
_MAKERS: Final[dict[str, Maker]] = {
    "array": _comprehension,
    "gradient": _gradient,
    "identity": _identity,
    "jacobian": _jacobian,
    "ones": _constant(ONE),
    "slope": _slope,
    "zeros": _constant(ZERO),
}
