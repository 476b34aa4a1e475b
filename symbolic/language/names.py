"""What the names in a line of text mean."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final

import sympy

from symbolic.language.array_symbols import sort_of_named
from symbolic.language.arrays import is_array
from symbolic.language.expressions import Expressions
from symbolic.language.family import OMEGA
from symbolic.language.parsed import Parsed
from symbolic.language.scope import Scope
from symbolic.terms import INTEGER, OUTCOME, REAL, Bound, Sort, Symbol, Term, apply, random_sort, symbols
from symbolic.terms import is_array as is_matrix

# These stand among bound names; no text can name them.
OUTCOMES: Final = "the outcome"
PLACES: Final = ("the row", "the column")


class Letter(str):
    """A bound name that stands for what a script calls so, in expressions of the script as well."""

    meant: Any

    @classmethod
    def of(cls, name: str, meant: Any) -> Letter:
        letter = cls(name)
        letter.meant = meant
        return letter


def _binder(bound: Any) -> tuple[Any, Sort]:
    if bound == OUTCOMES:
        return OMEGA, OUTCOME
    if isinstance(bound, Letter):
        return bound.meant, INTEGER
    return (bound, INTEGER) if isinstance(bound, str) else (bound, sort_of_named(bound))


class Names:
    """The names of ``namespace``, and the bound ones around, innermost first."""

    def __init__(self, parsed: Parsed, namespace: Mapping[str, Any], scope: Scope, bound: tuple[Any, ...] = ()) -> None:
        self._parsed = parsed
        self._namespace = namespace
        self._scope = scope
        self._bound = bound

    def knows(self, name: str) -> bool:
        """Whether a script means something by ``name``."""
        return name in self._bound or name in self._namespace

    def under(self, *bound: Any) -> Names:
        """The names below binders of ``bound``, the last innermost: of indices by their names, or of matrices."""
        return Names(self._parsed, self._namespace, self._scope, (*bound[::-1], *self._bound))

    def meaning(self, name: str) -> Any:
        """The SymPy object or the term behind ``name``; None for bound and unknown names."""
        return None if name in self._bound else self._namespace.get(name)

    @property
    def reading(self) -> Expressions:
        """Reads SymPy objects where the same variables are bound."""
        return Expressions(self._scope, tuple(map(_binder, self._bound)))

    def scalar(self, node: ast.expr, name: str) -> Term:
        """The bound variable, the scalar symbol or the term that ``name`` stands for."""
        if name in self._bound:
            return Bound(self._bound.index(name))
        term = self._read(node, name)
        if isinstance(term, Symbol) and term.sort == random_sort():
            return apply(term, self.outcome)
        if isinstance(term, Symbol) and term.sort not in (REAL, INTEGER):
            raise self._parsed.refusal(node, f"the {term.sort.name} {name} alone", f"an argument: {name}(...)")
        return term

    def applied(self, node: ast.expr, name: str, args: list[Term]) -> Term:
        """The sequence or function ``name`` applied to ``args``."""
        if name in self._bound:
            raise self._parsed.refusal(node, f"the bound variable {name} applied", "a sequence or a function")
        function = self._read(node, name, len(args))
        if is_matrix(function):
            raise self._parsed.refusal(node, f"the matrix {name} applied", f"an entry: {name}[...]")
        if not isinstance(function, Symbol) or function.sort in (REAL, INTEGER):
            raise self._parsed.refusal(node, f"the scalar {name} applied", f"* between factors, as in {name}*(...)")
        outcome = [self.outcome] if function.sort.name == "random" else []
        if function.sort.arity != len(args) + len(outcome):
            raise self._parsed.refusal(
                node, f"{len(args)} arguments of {name}", f"{function.sort.arity - len(outcome)}"
            )
        return apply(function, *args, *outcome)

    @property
    def outcome(self) -> Term:
        """The nearest outcome, which text leaves out as scripts do."""
        return Bound(self._bound.index(OUTCOMES)) if OUTCOMES in self._bound else OMEGA

    def element(self, node: ast.expr, name: str, index: Term) -> Term:
        """The element of the sequence ``name`` at ``index``."""
        sequence = None if name in self._bound else self._read(node, name)
        if isinstance(sequence, Symbol) and sequence.sort.name == "function":
            raise self._parsed.refusal(node, f"an index on the function {name}", f"{name}(...)")
        return self.applied(node, name, [index])

    def _read(self, node: ast.expr, name: str, arity: int = 1) -> Term:
        if name not in self._namespace:
            raise self._unknown(node, name)
        meant = self._namespace[name]
        if isinstance(meant, Term) and not isinstance(meant, Symbol):
            return meant
        if is_array(meant):
            return self.reading.read(meant)
        if isinstance(meant, sympy.Expr) and not isinstance(meant, sympy.Symbol):
            return self._spelled_out(node, name, meant)
        bound = [place for place, one in enumerate(self._bound) if isinstance(one, Letter) and one.meant == meant]
        return Bound(bound[0]) if bound else self._scope.symbol(meant, arity)

    def _spelled_out(self, node: ast.expr, name: str, meant: sympy.Expr) -> Term:
        """The expression that ``name`` abbreviates.  It speaks of sizes that a class binds, and of nothing else that is
        bound, such as the outcome of an expectation around the name.
        """
        hidden = ((one if isinstance(one, Letter) else object(), _binder(one)) for one in self._bound)
        binders = tuple((meant if isinstance(one, Letter) else one, sort) for one, (meant, sort) in hidden)
        term = Expressions(self._scope, binders).read(meant)
        if OUTCOMES in self._bound and OMEGA in symbols(term):
            raise self._parsed.refusal(node, f"{name}, which is random, inside an expectation", "it written out")
        return term

    def _unknown(self, node: ast.expr, name: str) -> Exception:
        near = get_close_matches(name, self._namespace, n=3, cutoff=0.4) or sorted(self._namespace)[:8]
        return self._parsed.refusal(
            node, f"the unknown name {name!r}", f"one of {', '.join(near) or '(none is known)'}"
        )
