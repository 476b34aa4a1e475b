"""Powers of polynomials, split only where the facts allow it.

    (x y)^e = x^e y^e         for integers e, or x, y > 0, or x, y >= 0 < e
    (x^a)^e = x^(a e)         for integers a, e, or x > 0, or x >= 0 < a, e, or x >= 0 < a and integers e, a e
    x^a x^b = x^(a + b)       for x nonzero and integers a, b; for x > 0; for integers a, b >= 0; for x >= 0 < a, b

(In total semantics the first two hold at x = 0 too.)  Exponentials are powers of the positive number e.  What none of
these covers is kept whole, as an opaque atom.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Final

from symbolic.kernel.normal.content import content, parted
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import (
    ONE,
    ZERO,
    Atom,
    Monomial,
    Poly,
    atomic,
    constant,
    constant_part,
    integral,
    number_to,
    raised,
)

LARGEST_FACTORED: Final = 10**6
EULER: Final = atomic(Atom("euler"))


def power(base: Poly, exponent: Poly, facts: Facts) -> Poly:
    """``base^exponent`` under ``facts``."""
    if exponent.natural is not None and not _is_power(base):
        return base.to_natural(exponent.natural)
    if not base.terms:
        return _zero_to(exponent, facts)
    if integral(exponent):
        return _integer_power(base, exponent, facts)
    return _real_power(base, exponent, facts)


def factor(atom: Atom, exponent: Poly, facts: Facts) -> Poly:
    """``atom^exponent`` under ``facts``: as a factor if the invariant of monomials allows it, opaque if not."""
    if atom.kind == "euler":
        return exponential(exponent, facts)
    if atom.kind == "power" and _multiplies(atom.parts[0], atom.parts[1], exponent, facts):
        return power(atom.parts[0], atom.parts[1] * exponent, facts)
    if exponent.natural is not None:
        return raised(atom, exponent)
    if _splits(atom, exponent, facts):
        whole = _whole_part(atom, exponent, facts)
        return raised(atom, exponent - constant(whole)) * _poly(atom).to_natural(whole)
    return _kept(_poly(atom), exponent)


def _is_power(base: Poly) -> bool:
    """Whether ``base`` is a single power, whose exponent may meet the one outside."""
    atoms = [atom for monomial in base.terms for atom in monomial.factors]
    return len(base.terms) == len(atoms) == 1 and atoms[0].kind in ("euler", "power")


def _multiplies(base: Poly, inner: Poly, outer: Poly, facts: Facts) -> bool:
    """Whether (base^inner)^outer is base^(inner outer)."""
    if integral(inner) and integral(outer):
        return inner.constant != -1 or outer.natural is None
    value = outer.constant
    return value is not None and value > 0 and _has_real_power(base, inner, facts)


def _whole_part(atom: Atom, exponent: Poly, facts: Facts) -> int:
    """How often a sum is multiplied out of its power: (1 - b)^(t + 1) = (1 - b)^t (1 - b), for b != 1 or t >= 0."""
    whole = constant_part(exponent)
    if atom.kind != "poly" or not integral(exponent) or whole < 1:
        return 0
    apart = facts.nonzero(atom.parts[0]) or facts.nonnegative(exponent - constant(whole))
    return int(whole) if apart else 0


def exponential(exponent: Poly, facts: Facts) -> Poly:
    """e^exponent, where e^(a log x) is x^a for positive x, and e^(a d) is 1 + d (e^a - 1) for a delta d."""
    rest, parts = ZERO, []
    for monomial, value in exponent.terms.items():
        deltas = [a for a, e in monomial.factors.items() if a.kind == "delta" and e.constant == 1]
        logarithms = [a for a, e in monomial.factors.items() if a.kind == "log" and e.constant == 1]
        if deltas:
            others = Monomial({a: e for a, e in monomial.factors.items() if a != deltas[0]})
            parts.append(ONE + atomic(deltas[0]) * (exponential(Poly({others: value}), facts) - ONE))
        elif len(logarithms) == 1 and facts.positive(logarithms[0].parts[0]):
            others = Monomial({a: e for a, e in monomial.factors.items() if a != logarithms[0]})
            parts.append(power(logarithms[0].parts[0], Poly({others: value}), facts))
        else:
            rest += Poly({monomial: value})
    return reduce(Poly.__mul__, parts, atomic(Atom("euler"), rest) if rest.terms else ONE)


def logarithm(argument: Poly, facts: Facts) -> Poly:
    """log(argument), split into those of its factors if all of them are positive."""
    if not argument.terms or not facts.positive(argument):
        return atomic(Atom("log", argument))
    number, monomial, rest = parted(argument)
    factors = [(_poly(atom), exponent) for atom, exponent in monomial.factors.items()]
    if number < 0 or not all(facts.positive(part) for part in (rest, *(base for base, _ in factors))):
        return atomic(Atom("log", argument))
    numbers = [(constant(prime), constant(count)) for prime, count in _factored(number)]
    whole = [(rest, ONE)] if rest.constant != 1 else []
    return reduce(Poly.__add__, (exponent * _log(base) for base, exponent in (*numbers, *factors, *whole)), ZERO)


def wave(kind: str, argument: Poly) -> Poly:
    """sin or cos of ``argument``: sin is odd, cos is even; sin(0) = 0 and cos(0) = 1."""
    if not argument.terms:
        return ZERO if kind == "sin" else ONE
    inner = max(argument, -argument, key=lambda poly: poly.key)
    odd = kind == "sin" and inner.key != argument.key
    return atomic(Atom(kind, inner)).scaled(Fraction(-1 if odd else 1))


def absolute(argument: Poly, facts: Facts) -> Poly:
    """|argument|, factor by factor: one whose sign is known is itself or its negative, |u^2| is u^2."""
    if not argument.terms:
        return ZERO
    number, monomial, rest = parted(argument)
    factors = [_absolute_power(atom, exponent, facts) for atom, exponent in monomial.factors.items()]
    return reduce(Poly.__mul__, factors, _absolute(rest, facts)).scaled(abs(number))


def _absolute_power(atom: Atom, exponent: Poly, facts: Facts) -> Poly:
    whole = exponent.natural
    if whole is None:
        return _absolute(atomic(atom, exponent), facts)
    once = _absolute(_poly(atom), facts) if whole % 2 else ONE
    return once * raised(atom, constant(whole - whole % 2))


def _absolute(value: Poly, facts: Facts) -> Poly:
    for one in (value, -value):
        if facts.nonnegative(one):
            return one
    return atomic(Atom("abs", min(value, -value, key=lambda poly: poly.key)))


def heaviside(argument: Poly, facts: Facts) -> Poly:
    """1 where ``argument`` is at least 0, else 0; a positive number in front of it changes nothing."""
    if facts.nonnegative(argument):
        return ONE
    if facts.positive(-argument):
        return ZERO
    return atomic(Atom("heaviside", argument.scaled(1 / content(argument))))


def _log(base: Poly) -> Poly:
    return ONE if base.key == EULER.key else atomic(Atom("log", base))


def _poly(atom: Atom) -> Poly:
    poly: Poly = atom.parts[0] if atom.kind == "poly" else atomic(atom)
    return poly


def _splits(atom: Atom, exponent: Poly, facts: Facts) -> bool:
    base = _poly(atom)
    if (atom.kind == "prime" and atom.parts[0] > 0) or atom.kind == "euler":
        return True
    if not integral(exponent):
        return _has_real_power(base, exponent, facts)
    return facts.nonzero(base) or facts.nonnegative(exponent)


def _has_real_power(base: Poly, exponent: Poly, facts: Facts) -> bool:
    """Whether base^exponent obeys the laws of real powers: base > 0, or base >= 0 and a positive number on top."""
    value = exponent.constant
    return facts.positive(base) or (value is not None and value > 0 and facts.nonnegative(base))


def _zero_to(exponent: Poly, facts: Facts) -> Poly:
    if facts.positive(exponent) or (integral(exponent) and facts.nonzero(exponent)):
        return ZERO
    return atomic(Atom("power", ZERO, exponent))


def _integer_power(base: Poly, exponent: Poly, facts: Facts) -> Poly:
    coefficient, monomial, rest = parted(base)
    parts = [_whole_power(atom, old, exponent, facts) for atom, old in monomial.factors.items()]
    if rest.constant != 1:
        parts.append(factor(Atom("poly", rest), exponent, facts))
    return reduce(Poly.__mul__, parts, _number_power(coefficient, exponent))


def _whole_power(atom: Atom, old: Poly, exponent: Poly, facts: Facts) -> Poly:
    """(atom^old)^exponent for an integer exponent: (0^(1/2))^(-1) is 0, but what 0^(-1/2) is, nothing says."""
    together = old * exponent
    if integral(old) or integral(together) or _has_real_power(_poly(atom), together, facts):
        return factor(atom, together, facts)
    return _kept(atomic(atom, old), exponent)


def _kept(base: Poly, exponent: Poly) -> Poly:
    """A power that is not split; one of a negative number on top is that of the reciprocal."""
    value = exponent.constant
    if value is not None and value.denominator == 1:
        return atomic(Atom("power", base, constant(-1)), constant(-value))
    return atomic(Atom("power", base, exponent))


def _real_power(base: Poly, exponent: Poly, facts: Facts) -> Poly:
    """Every factor must be positive, or not negative under positive exponents, before anything is split off."""
    number = content(base)
    rest = base.scaled(1 / number)
    if not _has_real_power(rest, exponent, facts):
        return atomic(Atom("power", base, exponent))
    if len(rest.terms) > 1:
        return _number_power(number, exponent) * factor(Atom("poly", rest), exponent, facts)
    ((monomial, value),) = rest.terms.items()
    bases = {atom: _root_base(atom, old, facts) for atom, old in monomial.factors.items()}
    if value < 0 or not all(_has_real_power(bases[a], old * exponent, facts) for a, old in monomial.factors.items()):
        return _number_power(number, exponent) * atomic(Atom("power", rest, exponent))
    parts = [_power_of(bases[atom], atom, old * exponent, facts) for atom, old in monomial.factors.items()]
    return reduce(Poly.__mul__, parts, _number_power(number * value, exponent))


def _root_base(atom: Atom, exponent: Poly, facts: Facts) -> Poly:
    """What may stand for the base of ``atom^exponent`` below a root: x^2 is |x|^2."""
    whole = exponent.natural
    return absolute(atomic(atom), facts) if whole and whole % 2 == 0 else _poly(atom)


def _power_of(base: Poly, atom: Atom, exponent: Poly, facts: Facts) -> Poly:
    return factor(atom, exponent, facts) if base.key == _poly(atom).key else power(base, exponent, facts)


def _number_power(value: Fraction, exponent: Poly) -> Poly:
    """A nonzero number to a power; negative numbers meet integer exponents only."""
    whole = exponent.constant
    if whole is not None and whole.denominator == 1:
        return constant(number_to(value, int(whole)))
    sign = raised(Atom("prime", -1), exponent) if value < 0 else ONE
    above = [raised(Atom("prime", prime), exponent.scaled(Fraction(count))) for prime, count in _factored(abs(value))]
    return reduce(Poly.__mul__, above, sign)


def _factored(value: Fraction) -> list[tuple[int, int]]:
    found = [(prime, count) for prime, count in _factors(value.numerator)]
    return found + [(prime, -count) for prime, count in _factors(value.denominator)]


def _factors(number: int) -> list[tuple[int, int]]:
    """Prime factors by trial division; a number that is too large stays whole."""
    if number > LARGEST_FACTORED:
        return [(number, 1)]
    found: dict[int, int] = {}
    divisor = 2
    while number > 1:
        if divisor * divisor > number:
            divisor = number
        while number % divisor == 0:
            found[divisor] = found.get(divisor, 0) + 1
            number //= divisor
        divisor += 1
    return list(found.items())
