"""What a script states, read into relations: a SymPy relation, two sides, or a line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import BooleanFalse, BooleanTrue

from symbolic.language.analysis import Tends, read_tends
from symbolic.language.array_symbols import Family, NamedArray
from symbolic.language.entrywise import ARGUMENT
from symbolic.language.expressions import FLOAT_HINT, Expressions
from symbolic.language.growth import Growth, read_growth
from symbolic.language.properties import Invertible, Property
from symbolic.language.scope import Scope
from symbolic.language.sequences import Sequence
from symbolic.language.shapes import misfit
from symbolic.language.text import read_rows, read_text
from symbolic.language.unreadable import Unreadable
from symbolic.terms import RELATIONS, IllFormed, Node, Number, Term, eq, is_array, is_limit, le, lt, ne, sort_of

NAMED: Final = (sympy.Symbol, Sequence, NamedArray, Family, sympy.MatrixSymbol)
_EVALUATED: Final = (bool, BooleanTrue, BooleanFalse)
_READERS: Final[dict[Any, Callable[..., Term]]] = {
    sympy.Eq: eq,
    sympy.Ne: ne,
    sympy.Lt: lt,
    sympy.Le: le,
    sympy.Gt: lambda left, right: lt(right, left),
    sympy.Ge: lambda left, right: le(right, left),
    Invertible: lambda operand: Node("invertible", operand),
}


@dataclass(frozen=True, eq=False)
class Statement:
    """A relation as a script states it.

    Attributes:
        relation: a SymPy relation, a line of text, or a tuple: one of these, or the two sides of an equation.
        forall: the symbols (or their names) that it is a schema in; a single one may stand for itself.
    """

    relation: Any
    forall: Any = ()

    @property
    def parts(self) -> tuple[Any, ...]:
        """One relation, or two sides."""
        return self.relation if isinstance(self.relation, tuple) else (self.relation,)

    @property
    def schematic(self) -> tuple[Any, ...]:
        """The symbols of the schema, outermost first."""
        return tuple(self.forall) if isinstance(self.forall, tuple | list) else (self.forall,)


class Statements:
    """Reads statements with one scope; ``namespace`` says what names in text mean."""

    def __init__(self, scope: Scope, namespace: Mapping[str, Any]) -> None:
        self.scope = scope
        self.namespace = namespace

    def relations(self, parts: tuple[Any, ...]) -> tuple[Term, ...]:
        """The relations that ``parts`` state: several only for a chain in text.  Raises `Unreadable`."""
        match parts:
            case (str() as text,):
                return tuple(_relation(text, row) for row in read_rows(text, self.namespace, self.scope))
            case (Property() as stated,):
                return (self._property(stated),)
            case (relation,):
                return (_relation(relation, self._relation(relation)),)
            case (left, right):
                return (_relation(parts, eq(self.term(left), self.term(right))),)
        raise Unreadable(parts, f"{len(parts)} parts", "a relation, two sides, or a line of text")

    def term(self, side: Any) -> Term:
        """A scalar or a matrix, from SymPy, a Python integer, or text."""
        if isinstance(side, str):
            return read_text(side, self.namespace, self.scope)
        if isinstance(side, bool | float):
            raise Unreadable(side, f"the {type(side).__name__} {side}", FLOAT_HINT)
        try:
            expression = sympy.sympify(side, strict=True)
        except sympy.SympifyError:
            raise Unreadable(side, f"a {type(side).__name__}", "a SymPy expression, a number or text") from None
        return well_formed(side, Expressions(self.scope).read(expression))

    def _property(self, stated: Property) -> Term:
        """What is said of a symbol; one that no formula applies has one argument."""
        return well_formed(
            stated, Node(stated.op, self.scope.symbol(stated.named, stated.arity), *map(Number, stated.order))
        )

    def _relation(self, relation: Any) -> Term:
        if isinstance(relation, _EVALUATED):
            found = "a truth value: SymPy has decided the relation, or == compared two objects"
            raise Unreadable(relation, found, "the two sides, separately: (left, right), or a line of text")
        if type(relation) is Tends:
            return read_tends(Expressions(self.scope), relation)
        if type(relation) is Growth:
            return read_growth(Expressions(self.scope), relation)
        reader = _READERS.get(type(relation))
        if reader is None:
            raise Unreadable(
                relation, f"a {type(relation).__name__}", "a relation: Eq, Ne, Lt, Le, Gt, Ge or two sides"
            )
        return reader(*map(self.term, relation.args))


def well_formed(expression: Any, term: Term) -> Term:
    """``term``, which was read from ``expression`` and means something."""
    try:
        sort_of(term)
    except IllFormed as error:
        reason = IllFormed(misfit(term) or str(error))
        raise Unreadable(expression, str(reason), "a well-formed expression") from reason
    return term


def names_of(statements: Iterable[Statement]) -> dict[str, Any]:
    """The SymPy symbols, sequences and functions in ``statements``, by name, for the text among them."""
    named: dict[str, Any] = {}
    for statement in statements:
        for part in (*statement.parts, *statement.schematic):
            if isinstance(part, Property):
                named[str(part.named)] = part.named
            if isinstance(part, sympy.Basic):
                named |= {one.name: one for one in part.atoms(*NAMED) - {ARGUMENT}}
                named |= {one.func.__name__: one.func for one in part.atoms(AppliedUndef)}
    return named


def _relation(expression: Any, term: Term) -> Term:
    if not isinstance(term, Node) or not (term.op in (*RELATIONS, "invertible") or is_limit(term)):
        found = "a matrix" if is_array(term) else "a scalar"
        raise Unreadable(expression, found, "a relation, such as one with ==, < or <=")
    return well_formed(expression, term)
