"""Values of normal forms by brute force: every power in total semantics, every net by listing its integer points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import ceil, floor, prod

from symbolic.kernel.normal.polynomial import INDEX, Atom, Monomial, Poly
from symbolic.terms import Symbol
from tests.symbolic.kernel.brute import Skipped, Values, total_power, value
from tests.symbolic.kernel.brute_arithmetic import ARITHMETIC

FARTHEST = 40
MOST_POINTS = 20_000
Interval = tuple[int, int]


def value_of(poly: Poly, values: Values) -> Fraction:
    return sum((number * _product(monomial, values) for monomial, number in poly.terms.items()), Fraction(0))


def _product(monomial: Monomial, values: Values) -> Fraction:
    factors = monomial.factors.items()
    return prod((total_power(_atom(a, values), value_of(e, values)) for a, e in factors), start=Fraction(1))


def _atom(atom: Atom, values: Values) -> Fraction:
    match atom.kind, atom.parts:
        case "symbol", (symbol,):
            return Fraction(values[symbol])
        case "prime", (number,):
            return Fraction(number)
        case "call", (function, *args):
            return Fraction(values[function](*(value_of(argument, values) for argument in args)))
        case "euler", ():
            return Fraction(2)
        case "log" | "sin" | "cos" | "abs" | "heaviside" as function, (inner,):
            return ARITHMETIC[function]([value_of(inner, values)])
        case "delta", (inner,):
            return Fraction(value_of(inner, values) == 0)
        case "poly", (inner,):
            return value_of(inner, values)
        case "power", (base, exponent):
            return total_power(value_of(base, values), value_of(exponent, values))
    return _scoped(atom, values)


def _scoped(atom: Atom, values: Values) -> Fraction:
    """The atoms with names of their own: the indices of a net, the slots of an opaque term."""
    match atom.kind, atom.parts:
        case "net", (indices, constraints, monomial):
            points = _points(indices, constraints, values)
            return sum((_product(monomial, point) for point in points), Fraction(0))
        case "opaque", (shape, *filling):
            slots = {Symbol(str(number), INDEX): value_of(part, values) for number, part in enumerate(filling)}
            return value(shape, {**values, **slots})
    raise TypeError(f"no atom: {atom.key}")


def _points(indices: Sequence[Symbol], rows: Sequence[Poly], values: Values) -> Iterator[Values]:
    """The assignments that satisfy all rows, found by listing a box that surely contains them."""
    box = _box(indices, rows, values)
    if prod(max(0, upper - lower + 1) for lower, upper in box.values()) > MOST_POINTS:
        raise Skipped("a large range")
    for point in product(*(range(lower, upper + 1) for lower, upper in box.values())):
        assigned = {**values, **dict(zip(box, point, strict=True))}
        if all(value_of(row, assigned) >= 0 for row in rows):
            yield assigned


def _box(indices: Sequence[Symbol], rows: Sequence[Poly], values: Values) -> dict[Symbol, Interval]:
    """Bounds of every index, narrowed by the rows until nothing changes; a range without an end is an error."""
    box = dict.fromkeys(indices, (-FARTHEST, FARTHEST))
    linear = [read for row in rows if (read := _linear(row, indices, values)) is not None]
    for _ in range(4 * len(indices)):
        for coefficients, rest in linear:
            _narrow(box, coefficients, rest)
    if any(FARTHEST in (-lower, upper) and lower <= upper for lower, upper in box.values()):
        raise Skipped("a range that this listing cannot bound")
    return box


def _linear(row: Poly, indices: Sequence[Symbol], values: Values) -> tuple[dict[Symbol, Fraction], Fraction] | None:
    """The coefficients of the indices in ``row`` and the rest, if it is linear in them."""
    coefficients: dict[Symbol, Fraction] = {}
    rest = Fraction(0)
    for monomial, number in row.terms.items():
        found = [index for index in indices if index in monomial.symbols]
        if not found:
            rest += number * _product(monomial, values)
        elif monomial.key == f"{Atom('symbol', found[0]).key}^(1[])":
            coefficients[found[0]] = number
        else:
            return None
    return coefficients, rest


def _narrow(box: dict[Symbol, Interval], coefficients: dict[Symbol, Fraction], rest: Fraction) -> None:
    for index, own in coefficients.items():
        others = (c * box[other][1 if c > 0 else 0] for other, c in coefficients.items() if other != index)
        limit = -(rest + sum(others, Fraction(0))) / own
        lower, upper = box[index]
        box[index] = (max(lower, ceil(limit)), upper) if own > 0 else (lower, min(upper, floor(limit)))
