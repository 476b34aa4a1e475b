"""The last pass over sums, once per outermost sum: one form for each range, wherever the author began to count.

Implied constraints are dropped, lower bounds shifted to 0, ranges cut or filled up at the top until no integer
constant is left, and of an index and its reversal the one with the smaller key is kept.  Each of these is an
equation between sums, so none of them can do harm; they only decide which equal sums are seen to be equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations
from typing import Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.naming import opened
from symbolic.kernel.normal.nets import gather, rebuild, sum_of
from symbolic.kernel.normal.polynomial import ONE, UNIT, ZERO, Atom, Poly, constant, constant_part, linear_in, variable
from symbolic.terms import Symbol

MOST_SLICES: Final = 40
MOST_REVERSED: Final = 3


@dataclass(frozen=True)
class Range:
    """A sum in the making: ``body`` over the points with all ``rows`` >= 0."""

    indices: tuple[Symbol, ...]
    rows: tuple[Poly, ...]
    body: Poly

    def moved(self, index: Symbol, value: Poly, facts: Facts) -> Range:
        """The same sum after the substitution ``index := value``, which permutes the integer points."""
        rows = tuple(rebuild(row, facts, {index: value}) for row in self.rows)
        return Range(self.indices, rows, rebuild(self.body, facts.within(rows), {index: value}))

    def total(self, facts: Facts) -> Poly:
        return gather(self.indices, self.rows, self.body, facts)


def finish(poly: Poly, facts: Facts) -> Poly:
    """``poly`` with every sum in it in its one form, under the facts of the outermost scope."""
    return rebuild(poly, facts, net_rule=_finished)


def _finished(net: Atom, facts: Facts) -> Poly:
    return facts.once(_in_one_form, net)


def _in_one_form(net: Atom, facts: Facts) -> Poly:
    indices, constraints, monomial = opened(net)
    if facts.within(constraints).impossible():
        return ZERO
    rows = _irredundant(constraints, facts)
    body = rebuild(Poly({monomial: Fraction(1)}), facts.within(rows))
    return _cut(_shifted(Range(tuple(indices), tuple(rows), body), facts), facts)


def _irredundant(constraints: Sequence[Poly], facts: Facts) -> list[Poly]:
    kept = sorted({row.key: row for row in constraints}.values(), key=lambda row: row.key)
    for row in list(kept):
        others = [other for other in kept if other is not row]
        if facts.within(others).nonnegative(row):
            kept = others
    return kept


def _shifted(area: Range, facts: Facts) -> Range:
    """Every index counts from its lower bound, those that others are bounded by first."""
    for index in area.indices * len(area.indices):
        offset = _offset(area, index)
        if offset.terms:
            area = area.moved(index, variable(index) - offset, facts)
    return area


def _offset(area: Range, index: Symbol) -> Poly:
    """What stands beside ``index`` in its lower bound, as far as it depends on no other index."""
    bounds = (linear_in(row, index) for row in area.rows)
    offsets = [_free_part(bound[1], area.indices) for bound in bounds if bound and bound[0] == 1]
    return min(offsets, key=lambda poly: poly.key, default=ZERO)


def _free_part(poly: Poly, indices: Sequence[Symbol]) -> Poly:
    return Poly({m: value for m, value in poly.terms.items() if not m.symbols & set(indices)})


# -- cutting at the top -------------------------------------------------------------------------------


def _cut(area: Range, facts: Facts) -> Poly:
    """The sum as one over ranges whose upper ends hold the constant -1, plus slices of lower dimension."""
    for position, row in enumerate(area.rows):
        excess = int(constant_part(row)) + 1
        if excess and abs(excess) <= MOST_SLICES and not _is_lower_end(row, area.indices):
            slices = list(_slices(area, position, excess, facts))
            if None not in slices:
                rows = (*area.rows[:position], row - constant(excess), *area.rows[position + 1 :])
                main = Range(area.indices, rows, rebuild(area.body, facts.within(rows)))
                sign = Fraction(1 if excess > 0 else -1)
                return _cut(main, facts) + sum_of(part for part in slices if part).scaled(sign)
    return _settled(area, facts)


def _is_lower_end(row: Poly, indices: Sequence[Symbol]) -> bool:
    """Ends among the indices alone (``i >= 0``, ``i >= j``) were normalised by shifting."""
    return row.symbols <= set(indices) and any(row.terms.get(m, 0) > 0 for m in row.terms) and UNIT not in row.terms


def _slices(area: Range, position: int, excess: int, facts: Facts) -> Iterator[Poly | None]:
    """The points between ``row >= 0`` and ``row - excess >= 0``, one hyperplane at a time; None if that is unclear."""
    levels = range(excess) if excess > 0 else range(excess, 0)
    for level in levels:
        yield _slice(area, area.rows[position] - constant(level), facts, position)


def _slice(area: Range, plane: Poly, facts: Facts, position: int) -> Poly | None:
    """The part of the sum on ``plane = 0``, which is solved for an index with coefficient 1 or -1."""
    for index in area.indices:
        found = linear_in(plane, index)
        if found and abs(found[0]) == 1:
            value = found[1].scaled(Fraction(-found[0]))
            break
    else:
        return None
    rows = [rebuild(row, facts, {index: value}) for at, row in enumerate(area.rows) if at != position]
    rest = tuple(other for other in area.indices if other != index)
    if any(facts.nonnegative(-row - ONE) for row in rows):
        return ZERO
    rows = [row for row in rows if row.symbols & set(rest) or not facts.nonnegative(row)]
    if any(not row.symbols & set(rest) for row in rows):
        return None
    body = rebuild(area.body, facts.within(rows), {index: value})
    return finish(gather(rest, rows, body, facts), facts)


# -- reversing ----------------------------------------------------------------------------------------


def _settled(area: Range, facts: Facts) -> Poly:
    """The least of the forms that come from reversing indices that run over intervals of their own."""
    intervals = [(index, upper) for index in area.indices if (upper := _interval(area, index)) is not None]
    chosen = chain.from_iterable(
        combinations(intervals, size) for size in range(min(len(intervals), MOST_REVERSED) + 1)
    )
    forms = (_reversed(area, ends, facts) for ends in chosen)
    return min(forms, key=_rank)


def _rank(poly: Poly) -> tuple[int, str]:
    """Forms are told apart by their sums alone: the factors outside depend on which form came in.

    Of forms with the same sums the first is kept, the one that came in, so that finishing twice changes nothing.
    """
    nets = "+".join(sorted({atom.key for m in poly.terms for atom in m.factors if atom.kind == "net"}))
    return len(nets), nets


def _reversed(area: Range, ends: Sequence[tuple[Symbol, Poly]], facts: Facts) -> Poly:
    for index, upper in ends:
        area = area.moved(index, upper - variable(index), facts)
    body = rebuild(area.body, facts.within(area.rows), net_rule=_finished)
    return Range(area.indices, area.rows, body).total(facts)


def _interval(area: Range, index: Symbol) -> Poly | None:
    """The upper end u, free of indices, if the only rows with ``index`` are ``index >= 0`` and ``u - index >= 0``."""
    rows = [row for row in area.rows if index in row.symbols]
    ends = {bound[0]: bound[1] for row in rows if (bound := linear_in(row, index))}
    if len(rows) != 2 or ends.keys() != {1, -1} or ends[1].terms or ends[-1].symbols & set(area.indices):
        return None
    return ends[-1]
