"""That no constant bounds one polynomial by another: along a ray x = k N^a, the ratio grows at least as fast as N."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil

from symbolic.methods.costs import Problem, scaled
from symbolic.methods.dominance import Exponents, along, ray_above, scale_within
from symbolic.methods.search import Failed, Search
from symbolic.terms import ONE, ZERO, Number, Symbol, Term, le, lt, mul, neg, power, sub


@dataclass(frozen=True)
class Ray:
    """Sizes ``factors[i] * N^powers[i]``, along which the monomial ``top`` of the function outgrows the other side."""

    factors: tuple[int, ...]
    powers: Exponents
    top: Exponents

    def at(self, number: Term) -> list[Term]:
        """The sizes, for N a term."""
        return [_size(factor, number, exponent) for factor, exponent in zip(self.factors, self.powers, strict=True)]

    def degree(self, exponents: Exponents) -> int:
        return along(exponents, self.powers)

    def ratio(self, problem: Problem, number: int) -> Fraction | None:
        """The function by the other side, at one N; None where that is 0."""
        above, below = (
            sum((self.coefficient(*term) * number ** self.degree(term[0]) for term in side.items()), Fraction(0))
            for side in (problem.function, problem.other)
        )
        return above / below if below else None

    def coefficient(self, exponents: Exponents, value: Fraction) -> Fraction:
        """That of N^degree, for a monomial with the coefficient ``value``."""
        for factor, exponent in zip(self.factors, exponents, strict=True):
            value *= factor**exponent
        return value


def ray(problem: Problem) -> Ray:
    """Raises `Failed` where every monomial is bounded, or no sizes lie within the regime."""
    for top in sorted(problem.function, key=sum, reverse=True):
        powers = ray_above(top, list(problem.other), problem.slopes)
        if powers is not None:
            return Ray(_factors(problem), powers, top)
    raise Failed("no ray along which the ratio grows")


def _factors(problem: Problem) -> tuple[int, ...]:
    """Multiples of the powers of N that satisfy the regime: its monomials are at most a share of their bound each."""
    needed = sum((guard.ratio for guard in problem.guards), Fraction(0))
    if all(_total(problem, guard.source) <= 1 for guard in problem.guards):
        return (1,) * len(problem.sizes)
    scale = scale_within(problem.slopes, len(problem.sizes))
    if scale is None:
        raise Failed("no sizes are known to lie within the regime")
    return tuple((1 + ceil(needed)) ** exponent for exponent in scale)


def _total(problem: Problem, source: Term) -> Fraction:
    return sum((guard.ratio for guard in problem.guards if guard.source == source), Fraction(0))


def _size(factor: int, number: Term, exponent: int) -> Term:
    raised = [number] if exponent == 1 else [power(number, Number(exponent))] if exponent else []
    return mul(*([Number(factor)] if factor != 1 or not raised else []), *raised)


class Outgrowing:
    """Writes the proof that N is bounded, from |f| <= C |g| along a ray, into the draft of ``search``."""

    def __init__(self, problem: Problem, found: Ray, number: Symbol, search: Search) -> None:
        self.problem, self.ray, self.number = problem, found, number
        self.draft = search.draft
        self.start = self.draft.assume(le(ONE, number))
        self.low = max(map(found.degree, problem.other), default=-1)  # the degree of 0 is -1
        bounds = [degree for guard in problem.guards for degree in map(found.degree, (guard.lower, guard.upper))]
        degrees = {found.degree(one) for one in (*problem.function, *problem.other)} | {self.low + 1, *bounds}
        self.ladder = [self._rung(*pair) for pair in pairwise(sorted(degrees | {0, *found.powers}))]

    def bound(self, constant: Term) -> Term:
        """What N is at most."""
        return mul(constant, Number(self._whole / self._top))

    @property
    def _top(self) -> Fraction:
        return self.ray.coefficient(self.ray.top, self.problem.function[self.ray.top])

    @property
    def _whole(self) -> Fraction:
        """The sum of all coefficients of the other side."""
        return sum((self.ray.coefficient(*term) for term in self.problem.other.items()), Fraction(0))

    def bounded(self, step: int, function: Term, other: Term, constant: Term) -> int:
        """N <= C G/c from ``step``, which is |f| <= C |g|, for f and g along the ray: ``function`` and ``other``."""
        draft = self.draft
        signs = [draft.apply("order", [self.start], [le(ZERO, side)]) for side in (function, other)]
        plain = draft.apply("order", [step, *signs, self.start], [le(function, mul(constant, other))])
        positive = self._constant_is_positive(plain, function, other, constant)
        highest = self._power(self.low)
        above = draft.apply("order", self.ladder, [le(other, scaled(self._whole, highest))])
        gap = mul(constant, sub(scaled(self._whole, highest), other))
        most = draft.apply("order", [above, positive], [le(ZERO, gap)])
        least = draft.apply(
            "order", [self.start, *self.ladder], [le(scaled(self._top, self._power(self.low + 1)), function)]
        )
        return self._divided(draft.apply("order", [plain, most, least], [self._growth(constant)]), constant)

    def _growth(self, constant: Term) -> Term:
        """N^(E + 1) <= (C G/c) N^E"""
        return le(self._power(self.low + 1), mul(self.bound(constant), self._power(self.low)))

    def _divided(self, step: int, constant: Term) -> int:
        draft, goal = self.draft, le(self.number, self.bound(constant))
        beyond = lt(self.bound(constant), self.number)
        gap = lt(ZERO, mul(sub(self.number, self.bound(constant)), self._power(self.low)))
        more = draft.apply("order", [draft.assume(beyond), self.start], [gap])
        low, high = draft.sides(step)
        absurd = draft.apply("absurdity", [step, draft.apply("order", [more], [lt(high, low)])], [goal])
        return draft.apply("cases", [draft.apply("dichotomy", (), [goal]), draft.assume(goal), absurd])

    def _constant_is_positive(self, plain: int, function: Term, other: Term, constant: Term) -> int:
        draft, goal, supposed = self.draft, le(ZERO, constant), lt(constant, ZERO)
        gap = draft.apply("order", [draft.assume(supposed), self.start], [le(ZERO, mul(neg(constant), other))])
        sign = draft.apply("order", [self.start], [lt(ZERO, function)])
        small = draft.apply("order", [gap, sign], [lt(mul(constant, other), function)])
        absurd = draft.apply("absurdity", [plain, small], [goal])
        return draft.apply("cases", [draft.apply("dichotomy", (), [goal]), draft.assume(goal), absurd])

    def _power(self, exponent: int) -> Term:
        return _size(1, self.number, exponent)

    def _rung(self, low: int, high: int) -> int:
        """N^low <= N^high"""
        gap = mul(sub(self._power(high - low), ONE), self._power(low))
        step = self.draft.apply("order", [self._at_least_one(high - low), self.start], [le(ZERO, gap)])
        return self.draft.apply("order", [step], [le(self._power(low), self._power(high))])

    def _at_least_one(self, exponent: int) -> int:
        """1 <= N^e, from both halves of e."""
        if exponent == 1:
            return self.start
        half, rest = exponent // 2, exponent - exponent // 2
        known = [self._at_least_one(half), self._at_least_one(rest)]
        gap = mul(sub(self._power(half), ONE), self._power(rest))
        step = self.draft.apply("order", [*known, self.start], [le(ZERO, gap)])
        return self.draft.apply("order", [step, known[1]], [le(ONE, self._power(exponent))])
