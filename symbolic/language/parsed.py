"""A line of text as Python's syntax tree, and refusals that point into it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Final

from symbolic.language.unreadable import Unreadable
from symbolic.terms import CLASSES, Term, eq, le, lt, maximum_of, ne, product, summation

_LONGEST: Final = 10_000
_HINTS: Final = {
    ast.BitXor: "** for a power",
    ast.BoolOp: "one relation; state each of several on its own",
    ast.Attribute: "names without dots, but for A.T and A.I",
    ast.Tuple: "one index",
}
RELATIONS: Final[dict[type, Callable[[Term, Term], Term]]] = {
    ast.Eq: eq,
    ast.NotEq: ne,
    ast.Lt: lt,
    ast.LtE: le,
    ast.Gt: lambda left, right: lt(right, left),
    ast.GtE: lambda left, right: le(right, left),
}


ELEMENTARY: Final = ("exp", "log", "tanh", "sigmoid", "sin", "cos", "abs")
OF_ARRAYS: Final = {
    **dict.fromkeys(("softmax_row", "softmax_col", "diag", "inverse", "trace", "invertible", "norm"), 1),
    **dict.fromkeys(("dot", "hadamard"), 2),
}  # operators of terms, by how many matrices they take
OVER_VECTORS: Final = ("integral",)
MAKERS: Final = ("array", "gradient", "identity", "jacobian", "ones", "slope", "zeros")  # of matrices
FOLDED: Final = {"sum": summation, "prod": product, "max": maximum_of}
LIMITS: Final = ("lim", "tends")
RESERVED: Final = (
    *FOLDED,
    *LIMITS,
    *CLASSES,
    "sqrt",
    "indicator",
    "lambda1",
    "oo",
    "pi",
    "π",
    *OVER_VECTORS,
    *ELEMENTARY,
    *OF_ARRAYS,
    *MAKERS,
)
EXPECTED: Final = ("E", "Var", "P")  # of the outcome, unless a script has a symbol of that name


class Parsed:
    """The tree of one expression; raises `Unreadable` where ``text`` has none."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.text = text.strip()
        if len(text) > _LONGEST:
            raise Unreadable(text, f"{len(text)} characters", f"at most {_LONGEST}")
        try:
            self.tree = ast.parse(self.text, mode="eval").body
        except SyntaxError as error:
            found = f"{error.msg}, at column {error.offset}"
            raise Unreadable(text, found, "an expression such as 'x + 2*y == z', with * and ==") from None
        except (ValueError, RecursionError, MemoryError) as error:
            raise Unreadable(text, f"what Python cannot parse ({error})", "a shorter, shallower expression") from None

    def source(self, node: ast.expr) -> str:
        """The characters that ``node`` was written with."""
        return ast.get_source_segment(self.text, node) or ""

    def refusal(self, node: ast.expr, found: str, expected: str) -> Unreadable:
        """What to raise for ``node``."""
        return Unreadable(self.original, f"{found}, at column {self._column(node)}", expected)

    def expected(self, node: ast.AST) -> str:
        """What an author who wrote ``node`` probably wants."""
        return _HINTS.get(type(node), "numbers, names, + - * / **, v(t), sum(v(i), i, 1, n), exp(x), relations")

    def _column(self, node: ast.expr) -> int:
        """Counted in characters from 1; Python counts bytes."""
        line = self.text.splitlines()[node.lineno - 1]
        return len(line.encode()[: node.col_offset].decode()) + 1
