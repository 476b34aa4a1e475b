"""Where a part of a formula stands, and what may stand in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from symbolic.terms import Bound, Lambda, Node, Symbol, Term, shape_of
from symbolic.terms.families import family_of
from symbolic.terms.text import show

FACTORS: Final = ("mul", "neg", "div", "matmul", "hadamard", "dot", "transpose", "trace", "inverse")
_OWN_TERMS: Final = {"pow": (1,), "sum": (2,), "prod": (2,), "matrix": (2,), "entry": (0,)}  # by position


@dataclass(frozen=True)
class Place:
    """Where a part stands: as which argument of which operator, under which binders, innermost first.

    ``letters`` and ``arrays`` are what else a name may have been meant for.
    """

    letters: tuple[Symbol, ...]
    arrays: tuple[Term, ...] = ()
    parent: str = ""
    position: int = 0
    binders: tuple[Lambda, ...] = ()

    def below(self, term: Term, position: int) -> Place:
        """The place of the argument of ``term`` at ``position``; what a binder binds into takes the binder's place."""
        match term:
            case Lambda():
                return replace(self, binders=(term, *self.binders))
            case Node(op=op):
                return replace(self, parent=op, position=position)
        return self

    @property
    def is_term(self) -> bool:
        """Whether a sign or a factor of the part is its own: not one of a product, nor of an index or a range."""
        if self.parent in _OWN_TERMS:
            return self.position in _OWN_TERMS[self.parent]
        return self.parent not in ("", "apply", "delta", *FACTORS)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(binder.hint for binder in self.binders)

    def show(self, term: Term) -> str:
        return show(term, self.names)

    def kind(self, letter: Term) -> tuple[str, int] | None:
        """What a symbol or a bound variable stands for, wherever a sequence starts."""
        match letter:
            case Symbol(sort=sort):
                return sort.name, sort.arity
            case Bound(index=index):
                return self.binders[index].sort.name, self.binders[index].sort.arity
        return None

    def others(self, part: Term) -> list[Term]:
        """What else the letter or the named matrix ``part`` may have been meant for."""
        if is_named(part):
            return [other for other in self.arrays if other != part and shape_of(other) == shape_of(part)]
        kind = self.kind(part)
        letters = (*self.letters, *map(Bound, range(len(self.binders)))) if kind else ()
        return [other for other in letters if other != part and self.kind(other) == kind]


def is_named(term: Term) -> bool:
    """Whether ``term`` is a matrix that an author writes as a name, or as a member of a named sequence."""
    return isinstance(term, Node) and term.op == "matrix" and family_of(term.args) is not None
