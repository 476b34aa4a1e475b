"""Asymptotic classes: that a function of sizes grows at most, at least or exactly as fast as another, up to constants.

``Node("big_o", f, g, *regime)``: each argument is a function of the same sizes, which are the integers from 1 on;
f and g are real, and the regime says where they are compared.  What a class says is defined in
`symbolic.kernel.rules.classes`: one constant, for all sizes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from symbolic.terms.substitution import abstract, instantiate
from symbolic.terms.tree import INTEGER, Lambda, Node, Symbol, Term

CLASSES: Final = ("big_o", "big_omega", "big_theta")


class Compared(NamedTuple):
    """A formula about a class, its sizes named: ``function`` is in the class of ``other`` where ``regime`` holds."""

    sizes: tuple[Symbol, ...]
    function: Term
    other: Term
    regime: tuple[Term, ...]


def class_of(op: str, sizes: Sequence[Symbol], function: Term, other: Term, regime: Sequence[Term] = ()) -> Term:
    """The formula that ``function`` is in the class ``op`` of ``other``; ``sizes`` are bound, the first outermost.

    >>> n = Symbol("n", INTEGER)
    >>> class_of("big_o", [n], n, n)
    (big_o (fun n #0) (fun n #0))
    """
    return Node(op, *(_bound(sizes, part) for part in (function, other, *regime)))


def compared(formula: Node, sizes: Sequence[Symbol]) -> Compared:
    """The parts of ``formula`` as they are at ``sizes``, of which there are enough."""
    count = depth(formula)
    function, other, *regime = (_opened(part, sizes[:count]) for part in formula.args)
    return Compared(tuple(sizes[:count]), function, other, tuple(regime))


def depth(formula: Node) -> int:
    """How many sizes a formula about a class binds."""
    return len(hints(formula))


def hints(formula: Node) -> tuple[str, ...]:
    """The author's names for the sizes, the outermost first."""
    return below_sizes(formula.args[0])[0]


def below_sizes(function: Term) -> tuple[tuple[str, ...], Term]:
    """The names of the integers that ``function`` is a function of, the outermost first, and its body."""
    names: list[str] = []
    while isinstance(function, Lambda) and function.sort == INTEGER:
        names.append(function.hint)
        function = function.body
    return tuple(names), function


def _bound(sizes: Sequence[Symbol], part: Term) -> Term:
    for one in reversed(sizes):
        part = abstract(part, one)
    return part


def _opened(part: Term, sizes: Sequence[Symbol]) -> Term:
    for one in sizes:
        if not isinstance(part, Lambda) or part.sort != INTEGER:
            raise ValueError(f"expected a function of {len(sizes)} sizes, found {part!r}")
        part = instantiate(part, one)
    return part
