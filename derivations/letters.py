"""What the letters of a transcript's line mean: the question's, those that earlier lines introduce, and the rest."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from operator import add, mul, sub
from typing import Any, Final, TypeVar

from derivations.transcript import Line
from symbolic.language.array_symbols import matrix
from symbolic.language.conventions import declare
from symbolic.language.parsed import Parsed
from symbolic.language.scope import Scope
from symbolic.language.statements import Statements
from symbolic.language.symbols import Variable, integer, real
from symbolic.language.unreadable import Unreadable
from symbolic.terms import (
    INTEGER,
    OUTCOME,
    REAL,
    ZERO,
    IllFormed,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    shape_of,
    sort_of,
    subterms,
    symbols,
)
from symbolic.terms.families import family_of

Read = TypeVar("Read")
_OF_SIZES: Final[dict[str, Callable[[Any, Any], Any]]] = {"add": add, "sub": sub, "mul": mul}


@dataclass(frozen=True)
class Letters:
    """The letters of one line.

    Attributes:
        names: what each stands for.
        undeclared: those that nothing has introduced; each is taken as a fresh real, or integer where only one fits.
        clashing: those that are bound in a formula of the line and also stand free in it.
        shadowed: those that are bound again where they are bound already.
    """

    names: dict[str, Any]
    undeclared: tuple[str, ...]
    clashing: tuple[str, ...]
    shadowed: tuple[str, ...] = ()


def letters(line: Line) -> Letters:
    """The letters of ``line``; raises `Unreadable` for text that says nothing."""
    known = _known(line)
    introduced = _introduced(line, known)
    found = meaningful(lambda: _letters(line, {**_every(line, known), **introduced}, {*known, *introduced}))
    # Where a real has no meaning, as the end of a range, the letter can only be meant for an integer.
    return found or _letters(line, {**_every(line, known, integer), **introduced}, {*known, *introduced})


def names_in(line: Line) -> dict[str, Any]:
    """What the names in ``line`` stand for, whether or not it means something as a whole."""
    known = _known(line)
    return {**_every(line, known, integer), **_introduced(line, known)}


def meaningful(read: Callable[[], Read]) -> Read | None:
    """What is read, None where it is ill-formed; raises `Unreadable` for text that says nothing."""
    try:
        return read()
    except Unreadable as error:
        if not isinstance(error.__cause__, IllFormed):
            raise
    return None


def _letters(line: Line, names: dict[str, Any], known: set[str]) -> Letters:
    formulas = [formula for statement in _stated(line, names) for formula in relations(statement, names)]
    free = {symbol.name for formula in formulas for symbol in symbols(formula) if symbol.sort != OUTCOME}
    clashing = {name for formula in formulas for name in _clashing(formula)}
    shadowed = {name for formula in formulas for name in _shadowed(formula)}
    return Letters(names, tuple(sorted(free - known)), tuple(sorted(clashing)), tuple(sorted(shadowed)))


def is_fresh(line: Line, names: dict[str, Any]) -> bool:
    """Whether a let-line defines a name that neither a formula nor a domain speaks of yet."""
    return defined(line, names) is not None


def defined(line: Line, names: dict[str, Any]) -> Symbol | None:
    """The symbol that a let-line defines, if neither a formula nor a domain speaks of it yet."""
    name, right = _definition(line, names) if line.kind == "let" else (None, None)
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


def statements(line: Line) -> Iterator[tuple[Any, ...]]:
    """Every relation that a line states: itself, its step in a chain, and what it supposes."""
    yield line.statement
    yield line.step
    yield from map(parts, line.said.get("when", ()))


def _stated(line: Line, names: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """`statements`, without the step from a row that has no meaning itself."""
    relations(line.statement, names)
    for statement in statements(line):
        if statement is not line.step or meaningful(partial(relations, statement, names)) is not None:
            yield statement


def parts(statement: Any) -> tuple[Any, ...]:
    """A relation, a line of text or two sides, as a tuple."""
    return statement if isinstance(statement, tuple) else (statement,)


def relations(statement: tuple[Any, ...], names: dict[str, Any]) -> list[Node]:
    """``statement``, read; raises `Unreadable`."""
    return [one for one in Statements(Scope(), names).relations(statement) if isinstance(one, Node)]


def schematic(line: Line) -> set[str]:
    """The names that the line holds for all values of."""
    forall = line.said.get("forall") or ()
    return {str(one) for one in (forall if isinstance(forall, tuple | list) else (forall,))}


def _known(line: Line) -> dict[str, Any]:
    """The names of the script, those in the assumptions, and those that earlier lines introduce."""
    names = declare(*_texts(one.statement for one in line.assumptions), names=line.names)
    names |= line.notation
    for one in line.earlier:
        names |= _introduced(one, names)
    return names


def _every(line: Line, known: dict[str, Any], scalar: Callable[[str], Any] = real) -> dict[str, Any]:
    """Besides what is ``known``: a scalar for every letter up to here, a sequence or function for what is applied."""
    texts = _texts(statement for one in (*line.earlier, line) for statement in statements(one))
    every = declare(*texts, names=known)
    scalars = {name for name, meant in every.items() if name not in known and isinstance(meant, Variable)}
    return {name: scalar(name) if name in scalars else meant for name, meant in every.items()}


def _texts(stated: Iterable[tuple[Any, ...]]) -> list[str]:
    return [part for statement in stated for part in statement if isinstance(part, str)]


def _introduced(line: Line, known: dict[str, Any]) -> dict[str, Any]:
    """The name that a let-line gives its right side, unless it is known already."""
    if line.kind != "let":
        return {}
    names = _every(line, known)
    names |= _matrix_introduced(line, known, names)
    name, right = meaningful(partial(_definition, line, names)) or (None, ZERO)
    if name is None or name.name in known:
        return {}
    scalar = integer if sort_of(right) == INTEGER else real
    return {name.name: names[name.name] if name.sort != REAL else scalar(name.name)}


def _matrix_introduced(line: Line, known: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
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


def _definition(line: Line, names: dict[str, Any]) -> tuple[Symbol | None, Term]:
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


def _clashing(formula: Term) -> set[str]:
    """Letters that are bound and free; those for the rows and columns of a matrix are none that the author wrote."""
    return {binder.hint for binder in _binders(formula)} & {symbol.name for symbol in symbols(formula)}


def _shadowed(formula: Term) -> set[str]:
    """Letters that are bound again where they are bound already: what stands there no longer means the outer one."""
    binders = _binders(formula)
    return {outer.hint for outer in binders if outer.hint in {inner.hint for inner in _binders(outer.body)}}


def _binders(formula: Term) -> list[Lambda]:
    """What binds an integer, but for the rows and columns of matrices."""
    binders = [part for part in subterms(formula) if isinstance(part, Lambda) and part.sort == INTEGER]
    places = [body for part in subterms(formula) for body in _places(part)]
    return [part for part in binders if not any(part is body for body in places)]


def _places(term: Term) -> Iterator[Term]:
    match term:
        case Node(op="matrix", args=(_, _, Lambda(body=column) as row)):
            yield from (row, column)
