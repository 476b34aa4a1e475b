"""Single edits of a line of text about matrices that hold where the line itself means nothing: shapes may not fit."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from symbolic.language.parsed import Parsed
from symbolic.terms import Term, is_array

Read = Callable[[ast.expr], Term | None]
Respelled = tuple[str, str]


def respelled(parsed: Parsed, read: Read) -> list[Respelled]:
    """What was changed, and the text with that change: a transpose too many or too few, factors in the other order, an
    entry for its matrix.  ``read`` says what a part means, None for one that means nothing by itself.

    The changes that are least in characters come first.
    """
    found = {text: words for node in ast.walk(parsed.tree) for words, text in _edits(parsed, node, read)}
    length = len(parsed.text)
    return sorted(((words, text) for text, words in found.items()), key=lambda edit: abs(len(edit[1]) - length))


def _edits(parsed: Parsed, node: ast.AST, read: Read) -> Iterator[Respelled]:
    match node:
        case ast.Attribute(value=whole, attr="T"):
            yield f"without the transpose of {parsed.source(whole)}", _put(parsed, node, _firm(parsed, whole))
        case ast.BinOp(left=left, op=ast.Mult() | ast.MatMult() as op, right=right) if _arrays(read, left, right):
            sign = "@" if isinstance(op, ast.MatMult) else "*"
            swapped = f"{_firm(parsed, right)}{sign}{_firm(parsed, left)}"
            yield f"{parsed.source(left)} and {parsed.source(right)} exchanged", _put(parsed, node, swapped)
        case ast.Compare(left=left, comparators=[right]):
            for side, other in ((left, right), (right, left)):
                if _is_array(read, side) and not _is_array(read, other):
                    yield from _entries(parsed, side, other)
    if isinstance(node, ast.expr) and _is_array(read, node):
        yield f"the transpose of {parsed.source(node)}", _put(parsed, node, f"{_firm(parsed, node)}.T")


def _entries(parsed: Parsed, side: ast.expr, other: ast.expr) -> Iterator[Respelled]:
    """The entry of ``side`` at the place that ``other`` speaks of."""
    places = [parsed.source(node.slice) for node in ast.walk(other) if isinstance(node, ast.Subscript)]
    for place in dict.fromkeys(place for place in places if place):
        entry = f"{_firm(parsed, side)}[{place}]"
        yield f"the entry [{place}] of {parsed.source(side)}", _put(parsed, side, entry)


def _arrays(read: Read, *nodes: ast.expr) -> bool:
    return all(_is_array(read, node) for node in nodes)


def _is_array(read: Read, node: ast.expr) -> bool:
    term = read(node)
    return term is not None and is_array(term)


def _firm(parsed: Parsed, node: ast.expr) -> str:
    """``node`` as it was written, in parentheses unless it binds as a name does."""
    source = parsed.source(node)
    return source if isinstance(node, ast.Name | ast.Call | ast.Subscript | ast.Attribute) else f"({source})"


def _put(parsed: Parsed, node: ast.expr, new: str) -> str:
    """The text with ``new`` for ``node``; Python counts columns in bytes."""
    lines = [line.encode() for line in parsed.text.splitlines(keepends=True)]
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    last = node.end_lineno or node.lineno
    after = lines[last - 1][node.end_col_offset :] + b"".join(lines[last:])
    return f"{before.decode()}{new}{after.decode()}"
