"""From terms to polynomials, under facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from symbolic.kernel.arrays import total, unfolded, within
from symbolic.kernel.normal.content import without_denominator
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.finish import finish
from symbolic.kernel.normal.growth import normal_entries
from symbolic.kernel.normal.linear import Constraint
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.normal.nets import average, gather, kronecker, product_of, sum_of, takes_apart
from symbolic.kernel.normal.polynomial import (
    INDEX,
    ONE,
    Atom,
    Poly,
    Work,
    atomic,
    constant,
    constant_part,
    integral,
    variable,
)
from symbolic.kernel.normal.powers import absolute, exponential, heaviside, logarithm, power, wave
from symbolic.kernel.normals import at_entries, over_density
from symbolic.terms import (
    INTEGER,
    OUTCOME,
    PI,
    REAL,
    RELATIONS,
    IllFormed,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    instantiate,
    is_array,
    substitute,
    subterms,
)
from symbolic.terms import apply as element

MOST_CLEARED: Final = 8

Reading = tuple[tuple[Constraint, ...], tuple[tuple[Poly, Term], ...], tuple[tuple[Symbol, int, Term], ...]]


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
    above, below = args
    return normalise(above, facts) * _reciprocal(below, facts)


def _reciprocal(term: Term, facts: Facts) -> Poly:
    """1/term, factor by factor as written, before powers of sums are multiplied out: 1/u^e is u^(-e) for integers e."""
    match term:
        case Node(op="mul", args=args):
            return product_of(_reciprocal(argument, facts) for argument in args)
        case Node(op="pow", args=(base, exponent)) if integral(degree := normalise(exponent, facts)):
            return power(normalise(base, facts), -degree, facts)
    return power(normalise(term, facts), constant(-1), facts)


def _application(args: tuple[Term, ...], facts: Facts) -> Poly:
    function, *arguments = args
    if isinstance(function, Symbol) and function.sort.name == "functional":
        return _opaque("apply", args, range(2, len(args)), facts)
    return atomic(Atom("call", function, *(normalise(argument, facts) for argument in arguments)))


def _total(args: tuple[Term, ...], facts: Facts) -> Poly:
    lower, upper = (normalise(limit, facts) for limit in args[:2])
    body, index = args[2], fresh()
    if not isinstance(body, Lambda):
        raise IllFormed(f"a sum binds an index, found {body!r}")
    rows = [variable(index) - lower, upper - variable(index)]
    return gather([index], rows, normalise(instantiate(body, index), facts.within(rows)), facts)


def _elementary(args: tuple[Term, ...], facts: Facts) -> Poly:
    return exponential(normalise(args[0], facts), facts)


def _logarithm(args: tuple[Term, ...], facts: Facts) -> Poly:
    return logarithm(normalise(args[0], facts), facts)


def _sigmoid(args: tuple[Term, ...], facts: Facts) -> Poly:
    """1 / (1 + e^(-x))"""
    below = ONE + exponential(-normalise(args[0], facts), facts)
    return power(below, constant(-1), facts)


def _tanh(args: tuple[Term, ...], facts: Facts) -> Poly:
    """(e^(2 x) - 1) / (e^(2 x) + 1)"""
    square = exponential(normalise(args[0], facts).scaled(Fraction(2)), facts)
    return (square - ONE) * power(square + ONE, constant(-1), facts)


def _wave(kind: str) -> Callable[[tuple[Term, ...], Facts], Poly]:
    return lambda args, facts: wave(kind, normalise(args[0], facts))


def _delta(args: tuple[Term, ...], facts: Facts) -> Poly:
    left, right = (normalise(argument, facts) for argument in args)
    return kronecker(left - right, facts)


def _expectation(args: tuple[Term, ...], facts: Facts) -> Poly:
    """Over the outcome; over normal variables, whose entries are functions of an outcome that nothing else knows."""
    body, outcome = args[0], fresh()
    if not isinstance(body, Lambda):
        raise IllFormed(f"an expectation binds a variable, found {body!r}")
    opened = random_at(body, outcome)
    return _opaque("expect", args, (), facts) if opened is None else average(outcome, normalise(opened, facts), facts)


def random_at(body: Lambda, outcome: Symbol) -> Term | None:
    """What an expectation is taken of, at ``outcome``; None for a function of more than the entries of a vector."""
    if body.sort == OUTCOME:
        return instantiate(body, outcome)
    return at_entries(body, lambda *places: element(normal_entries(len(places)), *places, outcome))


def is_integrable(body: Lambda, facts: Facts) -> bool:
    """Whether ``body``, which an expectation may bind, is known to have one under ``facts``."""
    outcome = fresh()
    opened = random_at(body, outcome)
    return opened is not None and takes_apart(outcome, normalise(opened, facts), facts)


def _integral(args: tuple[Term, ...], facts: Facts) -> Poly:
    """By definition, the expectation of the integrand over the standard normal density."""
    size, body = args
    if not isinstance(body, Lambda):
        raise IllFormed(f"an integral binds a vector, found {body!r}")
    return normalise(over_density(size, body), facts)


def _derivative(args: tuple[Term, ...], facts: Facts) -> Poly:
    """Derivatives have a rule of their own."""
    if len(args) == 2:
        return _opaque("diff", args, (1,), facts)
    return _opaque("partial", args, range(2, len(args)), facts)


def _ranged(op: str) -> Callable[[tuple[Term, ...], Facts], Poly]:
    """Products, and greatest values, have rules of their own."""
    return lambda args, facts: _opaque(op, args, (0, 1), facts)


def _whole(op: str) -> Callable[[tuple[Term, ...], Facts], Poly]:
    """Norms, eigenvalues and limits have rules of their own."""
    return lambda args, facts: _opaque(op, args, (), facts)


def _entry(args: tuple[Term, ...], facts: Facts) -> Poly:
    """By the definition of the matrix, at places within its shape; what has no definition is told by its shape."""
    array, row, column = args
    found = unfolded(array, row, column)
    if found is None or not all(_is_between(place, facts) for place in within(array, row, column)):
        return _opaque("entry", args, (1, 2), facts)
    return normalise(found, facts)


def _is_between(relation: Term, facts: Facts) -> bool:
    match relation:
        case Node(op="le", args=(low, high)):
            return facts.nonnegative(normalise(high, facts) - normalise(low, facts))
    raise IllFormed(f"no bound of an index: {relation!r}")


def _opaque(op: str, args: Sequence[Term], scalars: Sequence[int], facts: Facts) -> Poly:
    """A term that is told from others by its shape, with numbered slots for its scalars, and by what fills them.

    The arguments at the places ``scalars`` are scalars as a whole.
    """
    fixed = [term for place, term in enumerate(args) if place not in scalars]
    inside = [part for part in dict.fromkeys(part for term in fixed for part in subterms(term)) if _is_scalar(part)]
    filling = [*inside, *(args[place] for place in scalars)]
    slots = [Symbol(str(number), INDEX) for number in range(len(filling))]
    names = {symbol: slot for symbol, slot in zip(inside, slots, strict=False) if isinstance(symbol, Symbol)}
    whole = dict(zip(scalars, slots[len(inside) :], strict=True))
    shape = Node(op, *(whole.get(place) or substitute(term, names) for place, term in enumerate(args)))
    return atomic(Atom("opaque", shape, *(normalise(term, facts) for term in filling)))


def _is_scalar(term: Term) -> bool:
    return isinstance(term, Symbol) and term.sort in (REAL, INTEGER, OUTCOME, INDEX)


_READERS: Final[dict[str, Callable[[tuple[Term, ...], Facts], Poly]]] = {
    "add": lambda args, facts: sum_of(normalise(argument, facts) for argument in args),
    "mul": lambda args, facts: product_of(normalise(argument, facts) for argument in args),
    "sub": lambda args, facts: normalise(args[0], facts) - normalise(args[1], facts),
    "neg": lambda args, facts: -normalise(args[0], facts),
    "div": _quotient,
    "pow": _power,
    "apply": _application,
    "sum": _total,
    "exp": _elementary,
    "log": _logarithm,
    "sigmoid": _sigmoid,
    "tanh": _tanh,
    "sin": _wave("sin"),
    "cos": _wave("cos"),
    "delta": _delta,
    "expect": _expectation,
    "integral": _integral,
    "pi": lambda args, facts: atomic(Atom("opaque", PI)),
    "diff": _derivative,
    "partial": _derivative,
    "abs": lambda args, facts: absolute(normalise(args[0], facts), facts),
    "heaviside": lambda args, facts: heaviside(normalise(args[0], facts), facts),
    **{op: _ranged(op) for op in ("prod", "max")},
    **{op: _whole(op) for op in ("norm", "eigenmax", "lim")},
    "entry": _entry,
    "trace": lambda args, facts: normalise(total("trace", args), facts),
    "dot": lambda args, facts: normalise(total("dot", args), facts),
}


# -- facts and equality -------------------------------------------------------------------------------


def facts_from(formulas: Iterable[Term]) -> Facts:
    """What the relations among ``formulas`` say of scalars; anything else, and equations about sums, say nothing here.

    Every rule that computes begins here, so the work it may cost is renewed here, whatever ran before.
    """
    known = _read_twice(frozenset(formula for formula in formulas if _is_fact(formula)))
    Work.renew()
    return Facts(*known)


@lru_cache(maxsize=512)
def _read_twice(formulas: frozenset[Node]) -> Reading:
    """Relations are read under what a first reading found, so that powers split in them as where they are used."""
    ordered = sorted(formulas, key=repr)
    return _read(ordered, Facts(*_read(ordered, Facts())))


def _is_fact(formula: Term) -> bool:
    if not isinstance(formula, Node) or formula.op not in (*RELATIONS, "moments"):
        return False
    if is_array(formula.args[0]):
        return False
    return formula.op != "eq" or not any(isinstance(part, Lambda) for part in subterms(formula))


def _read(formulas: Iterable[Node], facts: Facts) -> Reading:
    constraints: list[Constraint] = []
    nonzero: list[tuple[Poly, Term]] = []
    moments = tuple(_read_moments(formula) for formula in formulas if formula.op == "moments")
    for formula in formulas:
        if formula.op == "moments":
            continue
        poly = difference(formula.args[1], formula.args[0], facts)
        source = frozenset([formula])
        if formula.op == "ne":
            nonzero += ((part, formula) for part in _nonzero_parts(poly))
        elif formula.op == "eq":
            constraints += [Constraint(poly, False, source), Constraint(-poly, False, source)]
        elif formula.op == "lt" and integral(poly):
            constraints.append(Constraint(poly - ONE, False, source))
        else:
            constraints.append(Constraint(poly, formula.op == "lt", source))
    return tuple(constraints), tuple(nonzero), moments


def _nonzero_parts(poly: Poly) -> Iterator[Poly]:
    """What is not 0 because ``poly`` is not: itself, and the factors of a single product, whose powers are natural."""
    yield poly
    if len(poly.terms) == 1:
        for atom, exponent in next(iter(poly.terms)).factors.items():
            if exponent.natural:
                yield atom.parts[0] if atom.kind == "poly" else atomic(atom)


def _read_moments(formula: Node) -> tuple[Symbol, int, Term]:
    match formula.args:
        case (Symbol() as random, Number(value=order)):
            return random, int(order), formula
    raise IllFormed(f"no statement about moments: {formula!r}")


def difference(left: Term, right: Term, facts: Facts) -> Poly:
    """left - right in normal form: 0 only if they are equal wherever the facts hold."""
    Work.renew()
    return finish(normalise(left, facts) - normalise(right, facts), facts)


@dataclass(frozen=True)
class Comparison:
    """What is left of left - right in normal form, whether that is 0, and by which relations."""

    rest: Poly
    equal: bool
    used: frozenset[Term]


@lru_cache(maxsize=512)
def compared(left: Term, right: Term, known: frozenset[Term]) -> Comparison:
    """``left`` and ``right`` under the relations among ``known``, from which alone everything here is computed."""
    facts = facts_from(known)
    rest = difference(left, right, facts)
    equal = vanishes(rest, facts)
    return Comparison(rest, equal, frozenset(facts.used))


def vanishes(poly: Poly, facts: Facts) -> bool:
    """Whether a normal form is 0 under ``facts``, after multiplying with denominators that are nonzero."""
    for _ in range(MOST_CLEARED):
        if not poly.terms:
            return True
        atom = _denominator(poly, facts)
        if atom is None:
            return False
        poly = finish(without_denominator(poly, atom), facts)
    return False


def _denominator(poly: Poly, facts: Facts) -> Atom | None:
    """An atom, known to be nonzero, that some term divides by."""
    found = {
        atom
        for monomial in poly.terms
        for atom, exponent in monomial.factors.items()
        if constant_part(exponent) < 0 and facts.nonzero(atom.parts[0] if atom.kind == "poly" else atomic(atom))
    }
    return min(found, key=lambda atom: atom.key, default=None)
