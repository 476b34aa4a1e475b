"""From terms to polynomials, under facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.finish import finish
from symbolic.kernel.normal.linear import Constraint
from symbolic.kernel.normal.nets import fresh, gather, product_of, sum_of
from symbolic.kernel.normal.polynomial import (
    ONE,
    ZERO,
    Atom,
    Poly,
    atomic,
    constant,
    integral,
    raised,
    variable,
)
from symbolic.kernel.normal.powers import power
from symbolic.terms import RELATIONS, IllFormed, Lambda, Node, Number, Symbol, Term, instantiate, subterms

MOST_CLEARED: Final = 8

Reading = tuple[tuple[Constraint, ...], tuple[tuple[Poly, Term], ...]]


def normalise(term: Term, facts: Facts) -> Poly:
    """The value of a scalar term as a polynomial; sums in it are not finished."""
    match term:
        case Number(value=value):
            return constant(value)
        case Symbol():
            return variable(term)
        case Node(op=op, args=args) if op in _READERS:
            return _READERS[op](args, facts)
    raise IllFormed(f"not a scalar term: {term!r}")


def _power(args: tuple[Term, ...], facts: Facts) -> Poly:
    base, exponent = (normalise(argument, facts) for argument in args)
    return power(base, exponent, facts)


def _quotient(args: tuple[Term, ...], facts: Facts) -> Poly:
    above, below = (normalise(argument, facts) for argument in args)
    return above * power(below, constant(-1), facts)


def _application(args: tuple[Term, ...], facts: Facts) -> Poly:
    function, *arguments = args
    return atomic(Atom("call", function, *(normalise(argument, facts) for argument in arguments)))


def _total(args: tuple[Term, ...], facts: Facts) -> Poly:
    lower, upper = (normalise(limit, facts) for limit in args[:2])
    body, index = args[2], fresh()
    if not isinstance(body, Lambda):
        raise IllFormed(f"a sum binds an index, found {body!r}")
    rows = [variable(index) - lower, upper - variable(index)]
    return gather([index], rows, normalise(instantiate(body, index), facts.within(rows)), facts)


_READERS: Final[dict[str, Callable[[tuple[Term, ...], Facts], Poly]]] = {
    "add": lambda args, facts: sum_of(normalise(argument, facts) for argument in args),
    "mul": lambda args, facts: product_of(normalise(argument, facts) for argument in args),
    "sub": lambda args, facts: normalise(args[0], facts) - normalise(args[1], facts),
    "neg": lambda args, facts: -normalise(args[0], facts),
    "div": _quotient,
    "pow": _power,
    "apply": _application,
    "sum": _total,
}


# -- facts and equality -------------------------------------------------------------------------------


def facts_from(formulas: Iterable[Term]) -> Facts:
    """What the relations among ``formulas`` say; anything else, and equations about sums, say nothing here."""
    return Facts(*_read_twice(frozenset(formula for formula in formulas if _is_fact(formula))))


@lru_cache(maxsize=512)
def _read_twice(formulas: frozenset[Node]) -> Reading:
    """Relations are read under what a first reading found, so that powers split in them as where they are used."""
    ordered = sorted(formulas, key=repr)
    return _read(ordered, Facts(*_read(ordered, Facts())))


def _is_fact(formula: Term) -> bool:
    if not isinstance(formula, Node) or formula.op not in RELATIONS:
        return False
    return formula.op != "eq" or not any(isinstance(part, Lambda) for part in subterms(formula))


def _read(formulas: Iterable[Node], facts: Facts) -> Reading:
    constraints: list[Constraint] = []
    nonzero: list[tuple[Poly, Term]] = []
    for formula in formulas:
        poly = difference(formula.args[1], formula.args[0], facts)
        source = frozenset([formula])
        if formula.op == "ne":
            nonzero.append((poly, formula))
        elif formula.op == "eq":
            constraints += [Constraint(poly, False, source), Constraint(-poly, False, source)]
        elif formula.op == "lt" and integral(poly):
            constraints.append(Constraint(poly - ONE, False, source))
        else:
            constraints.append(Constraint(poly, formula.op == "lt", source))
    return tuple(constraints), tuple(nonzero)


def difference(left: Term, right: Term, facts: Facts) -> Poly:
    """left - right in normal form: 0 only if they are equal wherever the facts hold."""
    return finish(normalise(left, facts) - normalise(right, facts), facts)


def vanishes(poly: Poly, facts: Facts) -> bool:
    """Whether a normal form is 0 under ``facts``, after multiplying with denominators that are nonzero."""
    for _ in range(MOST_CLEARED):
        if not poly.terms:
            return True
        atom = _denominator(poly, facts)
        if atom is None:
            return False
        poly = finish(_cleared(poly, atom), facts)
    return False


def _denominator(poly: Poly, facts: Facts) -> Atom | None:
    """An atom, known to be nonzero, that some term divides by."""
    found = {
        atom
        for monomial in poly.terms
        for atom, exponent in monomial.factors.items()
        if _constant_part(exponent) < 0 and facts.nonzero(atom.parts[0] if atom.kind == "poly" else atomic(atom))
    }
    return min(found, key=lambda atom: atom.key, default=None)


def _cleared(poly: Poly, atom: Atom) -> Poly:
    """``poly`` times the power of ``atom`` that leaves no negative constant in its exponents."""
    exponents = [monomial.factors.get(atom, ZERO) for monomial in poly.terms]
    missing = constant(-min(_constant_part(exponent) for exponent in exponents).__floor__())
    parts = []
    for monomial, value in poly.terms.items():
        rest = type(monomial)({other: e for other, e in monomial.factors.items() if other != atom})
        parts.append(Poly({rest: value}) * raised(atom, monomial.factors.get(atom, ZERO) + missing))
    return sum_of(parts)


def _constant_part(exponent: Poly) -> Fraction:
    return sum((value for monomial, value in exponent.terms.items() if not monomial.factors), Fraction(0))
