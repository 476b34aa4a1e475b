"""From normal forms back to terms: for residuals, and for the coefficients that a search finds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from symbolic.kernel.normal.growth import NORMAL
from symbolic.kernel.normal.polynomial import INDEX, Atom, Monomial, Poly, linear_in
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    delta,
    div,
    expect,
    mul,
    neg,
    power,
    sequence_sort,
    sub,
    substitute,
    summation,
)

Names = Mapping[Symbol, Symbol]
_LETTERS = "ijkl"


class Unprintable(ValueError):
    """A range that is no nest of sums."""


def to_term(poly: Poly, names: Names | None = None) -> Term:
    """A term with the value of ``poly``; raises `Unprintable` for ranges without explicit ends."""
    known = {} if names is None else names
    ordered = sorted(poly.terms.items(), key=lambda item: (len(item[0].key), item[0].key))
    positive = [(monomial, value) for monomial, value in ordered if value > 0]
    negative = [(monomial, value) for monomial, value in ordered if value < 0]
    if not positive:
        return _negative([_product(m, -value, known) for m, value in negative])
    result = add(*(_product(monomial, value, known) for monomial, value in positive))
    for monomial, value in negative:
        result = sub(result, _product(monomial, -value, known))
    return result


def _negative(terms: list[Term]) -> Term:
    if not terms:
        return Number(0)
    result = neg(terms[0])
    for term in terms[1:]:
        result = sub(result, term)
    return result


def _product(monomial: Monomial, value: Fraction, names: Names) -> Term:
    above: list[Term] = [] if abs(value.numerator) == 1 and monomial.factors else [Number(value.numerator)]
    below: list[Term] = [] if value.denominator == 1 else [Number(value.denominator)]
    for atom, exponent in sorted(monomial.factors.items(), key=lambda item: item[0].key):
        constant = exponent.constant
        divides = constant is not None and constant < 0 and atom.kind != "euler"
        shown = _factor(atom, -exponent if divides else exponent, names)
        (below if divides else above).append(shown)
    return div(mul(*above), mul(*below)) if below else mul(*above)


def _factor(atom: Atom, exponent: Poly, names: Names) -> Term:
    if atom.kind == "euler":
        return Node("exp", to_term(exponent, names))
    base = _base(atom, names)
    return base if exponent.constant == 1 else power(base, to_term(exponent, names))


def _base(atom: Atom, names: Names) -> Term:
    match atom.kind, atom.parts:
        case "symbol", (symbol,):
            return _named(symbol, names)
        case "prime", (number,):
            return Number(number)
        case "log" | "abs" | "heaviside" | "sin" | "cos" as function, (inner,):
            return Node(function, to_term(inner, names))
        case "delta", (inner,):
            return delta(to_term(inner, names), ZERO)
        case "mean", (outcome, body):
            return _mean(outcome, body, atom.level, names)
        case "opaque", (shape, *arguments):
            return substitute(shape, {Symbol(str(at), INDEX): to_term(a, names) for at, a in enumerate(arguments)})
        case "call", (function, *arguments):
            return _application(function, arguments, names)
        case "poly", (inner,):
            return to_term(inner, names)
        case "power", (inner, exponent):
            return power(to_term(inner, names), to_term(exponent, names))
    return _sum(atom, names)


def _mean(outcome: Symbol, body: Poly, level: int, names: Names) -> Term:
    """Over the outcome, or over the normal variables that the body looks at there."""
    arity = _normal_arity(outcome, body)
    hint, sort = ("ω", OUTCOME) if arity is None else ("w", sequence_sort(1, arity))
    variable = Symbol(hint + "~" * level, sort)
    return expect(abstract(to_term(body, {**names, outcome: variable}), variable, hint))


def _application(function: Symbol, arguments: list[Poly], names: Names) -> Term:
    """An element, or the value of a function; an entry of a normal vector by the name that its outcome has got."""
    shown = [to_term(argument, names) for argument in arguments]
    return apply(shown.pop(), *shown) if function.sort.name == NORMAL.name else apply(function, *shown)


def _normal_arity(outcome: Symbol, part: Poly | Monomial | Atom) -> int | None:
    """How many places an entry of the normal vector or matrix at ``outcome`` has; None if there is none."""
    match part:
        case Atom(kind="call", parts=(function, *places, last)) if function.sort.name == NORMAL.name:
            return len(places) if outcome in last.symbols else None
        case Atom(parts=parts):
            inside = [one for one in parts if isinstance(one, Poly | Monomial | Atom)]
        case Monomial(factors=factors):
            inside = [*factors, *factors.values()]
        case Poly(terms=terms):
            inside = list(terms)
    return next((arity for one in inside if (arity := _normal_arity(outcome, one)) is not None), None)


def _named(symbol: Symbol, names: Names) -> Term:
    return names.get(symbol, symbol)


def _sum(net: Atom, names: Names) -> Term:
    """Nested sums, each index bounded by one row below and one above that hold only the indices outside it."""
    indices, rows, monomial = net.parts
    letters = {index: Symbol(f"{_LETTERS[at % 4]}{'~' * net.level}", INTEGER) for at, index in enumerate(indices)}
    inside = _product(monomial, Fraction(1), {**names, **letters}) if monomial.factors else ONE
    for index in _inner_first(list(indices), list(rows)):
        lower, upper, rows = ends_of(index, rows)
        known = {**names, **letters}
        body = abstract(inside, letters[index], letters[index].name.rstrip("~"))
        inside = summation(to_term(lower, known), to_term(upper, known), body)
    if rows:
        raise Unprintable(f"conditions without an index: {net.key}")
    return inside


def _inner_first(indices: list[Symbol], rows: list[Poly]) -> list[Symbol]:
    """An order in which each index, after those before it are gone, has exactly two ends."""
    if not indices:
        return []
    for index in indices:
        try:
            _, _, rest = ends_of(index, rows)
            return [index, *_inner_first([other for other in indices if other != index], list(rest))]
        except Unprintable:
            continue
    raise Unprintable("no order of summation has explicit ends")


def ends_of(index: Symbol, rows: list[Poly] | tuple[Poly, ...]) -> tuple[Poly, Poly, list[Poly]]:
    """The lower and the upper end of ``index``, and the rows for the others, the shadow of both ends among them."""
    mine = [row for row in rows if index in row.symbols]
    found = [linear_in(row, index) for row in mine]
    lower = [-end[1] for end in found if end and end[0] == 1]
    upper = [end[1] for end in found if end and end[0] == -1]
    if len(lower) != 1 or len(upper) != 1 or len(mine) != 2:
        raise Unprintable(f"the ends of {index.name} are not explicit")
    rest = [row for row in rows if index not in row.symbols]
    shadow = upper[0] - lower[0]
    if any(symbol.sort == INDEX for symbol in shadow.symbols):
        rest.append(shadow)
    return lower[0], upper[0], rest
