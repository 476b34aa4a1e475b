"""Which part of a line has shapes that do not fit, and what would have to be one size."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from symbolic.claim import Claim
from symbolic.language.domains import domains
from symbolic.language.parsed import Parsed
from symbolic.language.scope import Scope
from symbolic.language.statements import Statements
from symbolic.language.unreadable import Unreadable
from symbolic.terms import ONE, Term, eq, is_array, shape_of

Size = tuple[Term, str]


@dataclass(frozen=True)
class Misfit:
    """Two sizes that the text takes for one, and what each is a size of."""

    one: Term
    other: Term
    words: tuple[str, str]


class Shapes:
    """Reads the parts of one line of text whose whole may mean nothing."""

    def __init__(self, text: str, names: Mapping[str, Any]) -> None:
        self.parsed = Parsed(text)
        self._scope = Scope()
        self._statements = Statements(self._scope, names)
        self._read: dict[str, Term | None] = {}

    def read(self, node: ast.expr) -> Term | None:
        """What a part means; None where it has no meaning by itself."""
        source = self.parsed.source(node)
        if source not in self._read:
            try:
                self._read[source] = self._statements.term(source)
            except Unreadable:
                self._read[source] = None
        return self._read[source]

    def misfit(self) -> Misfit | None:
        """The innermost and leftmost two sizes that are taken for one; None where what is wrong is no shape."""
        return next(self._misfits(self.parsed.tree), None)

    def claim(self, misfit: Misfit, given: Claim) -> Claim:
        """That both sizes are one, wherever all that ``given`` assumes holds."""
        goal = eq(misfit.one, misfit.other)
        bounds = (*given.domains, *domains((goal,), self._scope))
        return Claim(given.id, given.title, given.source, tuple(dict.fromkeys(bounds)), given.assumptions, (), goal)

    def _misfits(self, node: ast.AST) -> Iterator[Misfit]:
        for part in ast.iter_child_nodes(node):
            yield from self._misfits(part)
        for (one, its), (other, their) in self._taken_for_one(node):
            if one != other:
                yield Misfit(one, other, (its, their))

    def _taken_for_one(self, node: ast.AST) -> Iterator[tuple[Size, Size]]:
        """The sizes that ``node`` takes for one."""
        match node:
            case ast.BinOp(left=left, op=ast.Mult() | ast.MatMult(), right=right):
                if self._is_array(left) and self._is_array(right):
                    yield self._sizes(left)[1], self._sizes(right)[0]
            case (
                ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right)
                | ast.Compare(left=left, comparators=[right, *_])
                | ast.Call(func=ast.Name(id="dot" | "hadamard"), args=[left, right])
            ):
                yield from zip(self._sizes(left), self._sizes(right), strict=False)
            case (
                ast.Call(func=ast.Name(id="inverse" | "trace" | "invertible"), args=[whole])
                | ast.Attribute(value=whole, attr="I")
            ):
                yield from zip(self._sizes(whole)[:1], self._sizes(whole)[1:], strict=True)

    def _is_array(self, node: ast.expr) -> bool:
        term = self.read(node)
        return term is not None and is_array(term)

    def _sizes(self, node: ast.expr) -> tuple[Size, ...]:
        """How many rows and columns a part has, a number one of each; nothing of what means nothing by itself."""
        term, source = self.read(node), self.parsed.source(node)
        if term is None:
            return ()
        rows, columns = shape_of(term) or (ONE, ONE)
        return (rows, f"rows of {source}"), (columns, f"columns of {source}")
