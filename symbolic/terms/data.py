"""Terms as plain data: a table of rows, each naming earlier rows, so that shared parts are written once.

A row is a list of strings and row numbers: ``["number", "1/2"]``, ``["symbol", "v", "sequence", 1, 0]``,
``["bound", 0]``, ``["lambda", "integer", 0, null, "i", 3]``, ``["add", 0, 4]``.

>>> from symbolic.terms import *
>>> writer = TermWriter()
>>> row = writer.row(add(ONE, Symbol("x"), ONE))
>>> writer.rows
[['number', '1'], ['symbol', 'x', 'real', 0, None], ['add', 0, 1, 0]]
>>> TermReader(writer.rows).term(row)
(add 1 x 1)
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Final

from symbolic.terms.sorts import SIGNATURES, IllFormed
from symbolic.terms.tree import Bound, Lambda, Node, Number, Sort, Symbol, Term

# Hostile files must cost little: these bounds are far above what a derivation needs.
LARGEST_TABLE: Final = 200_000
LARGEST_DEPTH: Final = 150
LARGEST_TREE: Final = 100_000
_NUMBER: Final = re.compile(r"-?[0-9]{1,400}(/[0-9]{1,400})?")


class TermWriter:
    """Writes terms into one table of rows."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self._known: dict[tuple[Any, ...], int] = {}

    def row(self, term: Term) -> int:
        """The number of the row that holds ``term``."""
        return self._insert(self._entry(term))

    def _entry(self, term: Term) -> list[Any]:
        match term:
            case Number(value=value):
                return ["number", str(value)]
            case Symbol(name=name, sort=sort):
                return ["symbol", name, sort.name, sort.arity, sort.start]
            case Bound(index=index):
                return ["bound", index]
            case Lambda(sort=sort, body=body, hint=hint):
                return ["lambda", sort.name, sort.arity, sort.start, hint, self.row(body)]
            case Node(op=op, args=args):
                return [op, *(self.row(argument) for argument in args)]
        raise IllFormed(f"no term of the language: {term!r}")

    def _insert(self, entry: list[Any]) -> int:
        key = tuple(entry)
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append(entry)
        return self._known[key]


class TermReader:
    """Reads a table of rows back; raises `IllFormed` for anything that `TermWriter` could not have written."""

    def __init__(self, rows: object) -> None:
        if not isinstance(rows, list) or len(rows) > LARGEST_TABLE:
            raise IllFormed(f"a table of terms is a list of at most {LARGEST_TABLE} rows")
        self._terms: list[Term] = []
        self._sizes: list[tuple[int, int]] = []
        for row in rows:
            self._append(row)

    def term(self, row: object) -> Term:
        """The term that stands in ``row``."""
        return self._terms[self._known(row)]

    def _known(self, row: object) -> int:
        if type(row) is not int or not 0 <= row < len(self._terms):
            raise IllFormed(f"expected the number of an earlier row, found {row!r}")
        return row

    def _append(self, row: object) -> None:
        match row:
            case ["number", str(text)] if _NUMBER.fullmatch(text) and not re.search("/0*$", text):
                self._keep(Number(Fraction(text)), [])
            case ["symbol", str(name), str(kind), int(arity), (int() | None) as start]:
                self._keep(Symbol(name, _read_sort(kind, arity, start)), [])
            case ["bound", int(index)] if type(index) is int and 0 <= index < LARGEST_DEPTH:
                self._keep(Bound(index), [])
            case ["lambda", str(kind), int(arity), (int() | None) as start, str(hint), body]:
                self._keep(Lambda(_read_sort(kind, arity, start), self.term(body), hint), [body])
            case [str(op), *args] if op in SIGNATURES:
                self._keep(Node(op, *map(self.term, args)), args)
            case _:
                raise IllFormed(f"no row of a term table: {str(row)[:80]}")

    def _keep(self, term: Term, parts: list[object]) -> None:
        sizes = [self._sizes[self._known(part)] for part in parts]
        depth = 1 + max((below for below, _ in sizes), default=0)
        size = 1 + sum(count for _, count in sizes)
        if depth > LARGEST_DEPTH or size > LARGEST_TREE:
            raise IllFormed(f"a term of depth {depth} and size {size}; at most {LARGEST_DEPTH} and {LARGEST_TREE}")
        self._terms.append(term)
        self._sizes.append((depth, size))


def _read_sort(kind: str, arity: int, start: int | None) -> Sort:
    """A sort as written; booleans are not integers here."""
    if type(arity) is int and (start is None or type(start) is int):
        match kind:
            case "real" | "integer" | "outcome" | "matrix" if (arity, start) == (0, None):
                return Sort(kind)
            case "sequence" if 1 <= arity <= 3 and start is not None:
                return Sort(kind, arity, start)
            case "function" if 1 <= arity <= 8 and start is None:
                return Sort(kind, arity)
            case "functional" if (arity == 1 and start is None) or (2 <= arity <= 4 and start is not None):
                return Sort(kind, arity, start)
            case "random" if arity == (1 if start is None else 2):
                return Sort(kind, arity, start)
    raise IllFormed(f"no sort: {kind!r} of arity {arity!r} from {start!r}")
