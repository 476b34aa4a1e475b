"""Polynomials over atoms with polynomial exponents: the arithmetic of the normal form.

A polynomial maps monomials to nonzero rationals, a monomial maps atoms to exponents, and an exponent is again a
polynomial.  Every value here means one real number for each value of the symbols, in total semantics
(``x^(-n) = 0`` at ``x = 0``), wherever it came from.

Invariant of a monomial, relative to the facts it was made under: a factor ``b^e`` whose exponent is not a natural
number has ``b`` nonzero (positive, unless ``e`` is an integer), or ``e`` a nonnegative integer, or ``b >= 0`` and ``e``
a positive number.  That is what makes adding exponents sound; what does not satisfy it is an opaque atom of kind
``power``.  A polynomial that leaves the scope of a binder must therefore be rebuilt under the facts outside (see
`rebuild` in `nets`).

Keys are injective strings: equal keys, equal values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property, reduce
from typing import Any, Final

from symbolic.terms import INTEGER, Bound, IllFormed, Lambda, Node, Number, Sort, Symbol, Term

INDEX: Final = Sort("index")  # opened bound variables; no term read from outside has this sort
LARGEST_POLYNOMIAL: Final = 3000
LARGEST_POWER: Final = 64
LARGEST_WORK: Final = 100_000  # products of monomials for one question
LARGEST_NUMBER: Final = 4000  # bits of a power of a number


class TooLarge(ValueError):
    """The normal form would grow beyond its bounds."""


class Atom:
    """An indivisible factor.  ``kind`` and ``parts`` are one of

    - symbol: (Symbol,)
    - prime: (int,), a prime, or -1, or a number too large to be factored
    - call: (Symbol, Poly, ...), an uninterpreted function or sequence at its arguments
    - poly: (Poly,), several terms, raised to something that is no natural number
    - power: (Poly, Poly), a base and an exponent that must not be split
    - net: (indices, constraints >= 0, Monomial), a sum over the integer points that satisfy the constraints
    - euler: (), the number e, which exponentials are powers of
    - log: (Poly,)
    - sin, cos: (Poly,), of which the negative has no larger key
    - abs: (Poly,), an absolute value
    - heaviside: (Poly,), 1 where the polynomial is at least 0, else 0
    - delta: (Poly,), 1 where the integer polynomial is 0, else 0
    - mean: (outcome, Poly), the expectation over the outcome
    - opaque: (Term, Poly, ...), a term with slots, and what fills them
    """

    def __init__(self, kind: str, *parts: Any) -> None:
        self.kind, self.parts = kind, parts
        self.key = f"{kind}({','.join(map(_key, parts))})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Atom) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    @cached_property
    def symbols(self) -> frozenset[Symbol]:
        """The free symbols, functions not included."""
        if self.kind == "symbol":
            return frozenset(self.parts)
        if self.kind == "net":
            indices, constraints, monomial = self.parts
            return _all_symbols((*constraints, monomial)) - frozenset(indices)
        if self.kind == "mean":
            outcome, body = self.parts
            return _all_symbols([body]) - {outcome}
        return _all_symbols(part for part in self.parts if isinstance(part, Poly))

    @cached_property
    def level(self) -> int:
        """How deep nets are nested in this atom."""
        if self.kind == "net":
            return 1 + deepest((*self.parts[1], self.parts[2]))
        inside = deepest(part for part in self.parts if isinstance(part, Poly))
        return inside + 1 if self.kind == "mean" else inside

    @cached_property
    def fixed(self) -> bool:
        """Whether its form is the same under any facts: a symbol, or elements and values at what is itself fixed."""
        inside = all(part.fixed for part in self.parts if isinstance(part, Poly))
        return self.kind in ("symbol", "call", "opaque") and inside


class Monomial:
    """A product of atoms raised to nonzero exponents."""

    def __init__(self, factors: Mapping[Atom, Poly]) -> None:
        self.factors = dict(factors)
        self.key = "*".join(sorted(f"{atom.key}^{exponent.key}" for atom, exponent in self.factors.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Monomial) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    @cached_property
    def symbols(self) -> frozenset[Symbol]:
        return _all_symbols((*self.factors, *self.factors.values()))

    @cached_property
    def level(self) -> int:
        return deepest((*self.factors, *self.factors.values()))

    @cached_property
    def fixed(self) -> bool:
        return all(atom.fixed and exponent.natural is not None for atom, exponent in self.factors.items())


class Poly:
    """A sum of monomials with rational coefficients."""

    def __init__(self, terms: Mapping[Monomial, Fraction]) -> None:
        if len(terms) > LARGEST_POLYNOMIAL:
            raise TooLarge(f"a polynomial of {len(terms)} terms")
        self.terms = {monomial: value for monomial, value in terms.items() if value}

    @cached_property
    def key(self) -> str:
        return "(" + "+".join(sorted(f"{value}[{monomial.key}]" for monomial, value in self.terms.items())) + ")"

    @cached_property
    def symbols(self) -> frozenset[Symbol]:
        return _all_symbols(self.terms)

    @cached_property
    def level(self) -> int:
        return deepest(self.terms)

    @cached_property
    def fixed(self) -> bool:
        """Whether its form is the same under any facts: nothing in it was split or kept whole by what is known."""
        return all(monomial.fixed for monomial in self.terms)

    @property
    def constant(self) -> Fraction | None:
        """The value, if this is a number."""
        if len(self.terms) == 1:
            return self.terms.get(UNIT)
        return None if self.terms else _NOTHING

    @property
    def natural(self) -> int | None:
        """The value, if this is a natural number."""
        value = self.constant
        return int(value) if value is not None and value >= 0 and value.denominator == 1 else None

    def __add__(self, other: Poly) -> Poly:
        return sum_of((self, other))

    def __neg__(self) -> Poly:
        return self.scaled(Fraction(-1))

    def __sub__(self, other: Poly) -> Poly:
        return self + -other

    def scaled(self, value: Fraction) -> Poly:
        return self if value == 1 else Poly({monomial: old * value for monomial, old in self.terms.items()})

    def __mul__(self, other: Poly) -> Poly:
        for one, rest in ((self, other), (other, self)):
            if one.constant is not None:
                return rest.scaled(one.constant)
        if len(self.terms) * len(other.terms) > LARGEST_POLYNOMIAL:
            raise TooLarge(f"a product of {len(self.terms)} by {len(other.terms)} terms")
        return sum_of(
            _merged(left, right).scaled(first * second)
            for left, first in self.terms.items()
            for right, second in other.terms.items()
        )

    def to_natural(self, exponent: int) -> Poly:
        """This polynomial multiplied with itself ``exponent`` times."""
        if not self.terms:
            return ZERO if exponent else ONE
        if exponent == 1:
            return self
        if exponent > LARGEST_POWER:
            if len(self.terms) > 1:
                raise TooLarge(f"a power of a sum with exponent {exponent}")
            return self._scaled_exponents(exponent)
        return reduce(Poly.__mul__, [self] * exponent, ONE)

    def _scaled_exponents(self, exponent: int) -> Poly:
        ((monomial, value),) = self.terms.items()
        factors = (raised(atom, old.scaled(Fraction(exponent))) for atom, old in monomial.factors.items())
        return reduce(Poly.__mul__, factors, constant(number_to(value, exponent)))


_NOTHING: Final = Fraction(0)
UNIT: Final = Monomial({})
ZERO: Final = Poly({})
ONE: Final = Poly({UNIT: Fraction(1)})


def sum_of(parts: Iterable[Poly]) -> Poly:
    """The sum of polynomials made under the same facts."""
    terms: dict[Monomial, Fraction] = {}
    for part in parts:
        for monomial, value in part.terms.items():
            terms[monomial] = terms[monomial] + value if monomial in terms else value
    return Poly(terms)


def constant(value: Fraction | int) -> Poly:
    return Poly({UNIT: Fraction(value)})


def atomic(atom: Atom, exponent: Poly = ONE) -> Poly:
    """One atom to a nonzero power."""
    return Poly({Monomial({atom: exponent}): Fraction(1)})


def constant_part(poly: Poly) -> Fraction:
    return poly.terms.get(UNIT, Fraction(0))


def variable(symbol: Symbol) -> Poly:
    return atomic(Atom("symbol", symbol))


def number_to(value: Fraction, exponent: int) -> Fraction:
    """A nonzero number to an integer power, if the result is not huge."""
    bits = max(value.numerator.bit_length(), value.denominator.bit_length())
    if bits * abs(exponent) > LARGEST_NUMBER:
        raise TooLarge(f"{value} to the power {exponent}")
    return value**exponent


def integral(poly: Poly) -> bool:
    """Whether the value is an integer for all integer values of the integer symbols."""
    return all(value.denominator == 1 and _integral_monomial(monomial) for monomial, value in poly.terms.items())


def _integral_monomial(monomial: Monomial) -> bool:
    return all(exponent.natural is not None and _integral_atom(atom) for atom, exponent in monomial.factors.items())


def _integral_atom(atom: Atom) -> bool:
    if atom.kind == "net":
        return _integral_monomial(atom.parts[2])
    return atom.kind in ("delta", "heaviside") or (atom.kind == "symbol" and atom.parts[0].sort in (INTEGER, INDEX))


def linear_in(poly: Poly, symbol: Symbol) -> tuple[int, Poly] | None:
    """``(c, rest)`` if ``poly`` is ``c * symbol + rest``, integer-valued, and ``rest`` is without ``symbol``."""
    (alone,) = variable(symbol).terms
    coefficient = poly.terms.get(alone, Fraction(0))
    rest = poly - variable(symbol).scaled(coefficient)
    if symbol in rest.symbols or not integral(poly):
        return None
    return int(coefficient), rest


def raised(atom: Atom, exponent: Poly) -> Poly:
    """``atom^exponent``, for a factor that satisfies the invariant: exponents that have become natural are used."""
    if not exponent.terms:
        return ONE
    if atom.kind == "prime":
        return _number_raised(atom, exponent)
    if atom.kind in ("delta", "heaviside") and exponent.natural is not None:
        return atomic(atom)
    if atom.kind == "abs" and exponent.natural is not None:
        return _squared(atom, exponent.natural)
    if atom.kind == "poly" and exponent.natural is not None:
        inner: Poly = atom.parts[0]
        return inner.to_natural(exponent.natural)
    return atomic(atom, exponent)


def _squared(atom: Atom, exponent: int) -> Poly:
    """|u|^k, where |u|^2 is u^2."""
    inner: Poly = atom.parts[0]
    return (inner * inner).to_natural(exponent // 2) * (atomic(atom) if exponent % 2 else ONE)


def _number_raised(atom: Atom, exponent: Poly) -> Poly:
    """Whole powers of a number join the coefficient; (-1)^e depends on e modulo 2 only."""
    value = Fraction(atom.parts[0])
    if value == -1:
        exponent = Poly({monomial: old % 2 for monomial, old in exponent.terms.items()})
    whole = exponent.terms.get(UNIT, Fraction(0)).__floor__()
    rest = exponent - constant(whole)
    coefficient = constant(number_to(value, whole))
    return coefficient * atomic(atom, rest) if rest.terms else coefficient


class Work:
    """How many products of monomials one question may still cost."""

    left = LARGEST_WORK

    @classmethod
    def renew(cls) -> None:
        cls.left = LARGEST_WORK

    @classmethod
    def spend(cls) -> None:
        cls.left -= 1
        if cls.left < 0:
            raise TooLarge(f"more than {LARGEST_WORK} products")


def _merged(left: Monomial, right: Monomial) -> Poly:
    """The product of two monomials made under the same facts."""
    Work.spend()
    factors = {**left.factors, **right.factors}
    shared = [atom for atom in left.factors if atom in right.factors]
    together = [raised(atom, left.factors[atom] + factors.pop(atom)) for atom in sorted(shared, key=lambda a: a.key)]
    return reduce(Poly.__mul__, together, Poly({Monomial(factors): Fraction(1)}))


def deepest(parts: Iterable[Any]) -> int:
    """The greatest level among polynomials, monomials and atoms."""
    return max((part.level for part in parts), default=0)


def _all_symbols(parts: Iterable[Any]) -> frozenset[Symbol]:
    return frozenset().union(*(part.symbols for part in parts))


def written(term: Term) -> str:
    """An injective text for a term, the names of bound variables left out."""
    match term:
        case Number(value=value):
            return str(value)
        case Symbol(name=name, sort=sort):
            return f"{name!r}:{sort.name}/{sort.arity}/{sort.start}"
        case Bound(index=index):
            return f"#{index}"
        case Lambda(sort=sort, body=body):
            return f"(fun {sort.name}/{sort.arity}/{sort.start} {written(body)})"
        case Node(op=op, args=args):
            return f"({op} {' '.join(map(written, args))})"
    raise IllFormed(f"no term: {term!r}")


def _key(part: Any) -> str:
    match part:
        case Term():
            return written(part)
        case tuple():
            return f"<{';'.join(map(_key, part))}>"
        case int():
            return str(part)
    key: str = part.key
    return key
