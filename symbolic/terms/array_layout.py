"""How matrices are laid out: a named one by its name, everything else by its operators or entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from symbolic.terms.arrays import shape_of
from symbolic.terms.families import family_of, sum_of_matrices
from symbolic.terms.notation import Level
from symbolic.terms.operators import bound_body, mentions
from symbolic.terms.piece import Names, Piece, Setting
from symbolic.terms.tree import ONE, ZERO, Bound, Node, Symbol, Term, delta

Args = tuple[Term, ...]
Lay = Callable[[Setting, Args, Names], Piece]


def _matrix(setting: Setting, args: Args, names: Names) -> Piece:
    rows, columns, body = args
    if (family := family_of(args)) is not None:
        shown = [setting.at(index, names, Level.TERMS) for index in family.indices]
        return Piece(setting.notation.element(setting.at(family.head, names, Level.ATOM), True, shown), Level.ATOM)
    entry = bound_body(bound_body(body).body).body
    if (summed := sum_of_matrices(args)) is not None:
        return _total(setting, summed, names)
    sizes = [setting.at(size, names, Level.TERMS) for size in ((rows,) if columns == ONE else (rows, columns))]
    if entry == delta(Bound(1), Bound(0)) and rows == columns:
        return Piece(setting.notation.constant("identity", sizes[:1]), Level.ATOM)
    if entry in (ZERO, ONE):
        return Piece(setting.notation.constant("zeros" if entry == ZERO else "ones", sizes), Level.ATOM)
    return _by_entries(setting, args, names)


def _total(setting: Setting, args: Args, names: Names) -> Piece:
    """``Σ_{k=1}^{n} A(k)`` of matrices."""
    lower, upper = (setting.at(limit, names, Level.TERMS) for limit in args[:2])
    binder = bound_body(args[2])
    variable, inner = setting.enter(binder, names)
    return Piece(
        setting.notation.total("sum", variable, lower, upper, setting.at(binder.body, inner, Level.OPEN)), Level.OPEN
    )


def _by_entries(setting: Setting, args: Args, names: Names) -> Piece:
    """``[body]_{i≤n, j≤m}``; of a column, without the ``j`` that its entries do not speak of."""
    rows, columns, body = args
    row = bound_body(body)
    column = bound_body(row.body)
    first, within = setting.enter(row, names)
    second, inside = setting.enter(column, within)
    ranges = [(first, setting.at(rows, names, Level.TERMS)), (second, setting.at(columns, names, Level.TERMS))]
    shown = ranges[:1] if columns == ONE and not mentions(column.body, Bound(0)) else ranges
    entry = setting.at(column.body, inside, Level.TERMS)
    return Piece(setting.notation.comprehension(entry, shown), Level.ATOM)


def _entry(setting: Setting, args: Args, names: Names) -> Piece:
    """``v[i]`` of a column, ``A[i, j]`` of any other matrix."""
    whole, *places = args
    shape = shape_of(whole)
    if shape and shape[1] == ONE == places[1]:
        places = places[:1]
    shown = [setting.at(place, names, Level.TERMS) for place in places]
    return Piece(setting.notation.entry(setting.at(whole, names, setting.notation.whole), shown), Level.ATOM)


def _product(setting: Setting, args: Args, names: Names) -> Piece:
    """``A·B·C`` is ``(A·B)·C``; a scaled factor stands in parentheses."""
    chained = isinstance(args[0], Node) and args[0].op == "matmul"
    left = setting.at(args[0], names, Level.PRODUCT if chained else Level.POWER)
    return Piece(setting.notation.product([left, setting.at(args[1], names, Level.POWER)]), Level.PRODUCT)


def _hadamard(setting: Setting, args: Args, names: Names) -> Piece:
    sides = [setting.at(side, names, Level.POWER) for side in args]
    return Piece(f" {setting.notation.signs['hadamard']} ".join(sides), Level.PRODUCT)


def _marked(mark: str) -> Lay:
    """What is written as a mark where an exponent would stand."""

    def lay(setting: Setting, args: Args, names: Names) -> Piece:
        return Piece(setting.notation.marked(mark, setting.at(args[0], names, Level.ATOM)), Level.POWER)

    return lay


def _named(op: str) -> Lay:
    def lay(setting: Setting, args: Args, names: Names) -> Piece:
        shown = [setting.at(argument, names, Level.FORMULA) for argument in args]
        return Piece(setting.notation.operator(op, shown), Level.ATOM)

    return lay


def _invertible(setting: Setting, args: Args, names: Names) -> Piece:
    shown = setting.at(args[0], names, Level.ATOM if isinstance(args[0], Symbol) else Level.TERMS)
    return Piece(setting.notation.prose("", shown, " is invertible"), Level.FORMULA)


ARRAYS: Final[dict[str, Lay]] = {
    **{op: _named(op) for op in ("diag", "softmax_row", "softmax_col", "trace", "dot", "norm", "eigenmax")},
    **{op: _marked(op) for op in ("transpose", "inverse")},
    "matrix": _matrix,
    "entry": _entry,
    "matmul": _product,
    "hadamard": _hadamard,
    "invertible": _invertible,
}
