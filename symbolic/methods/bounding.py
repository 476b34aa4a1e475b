"""That one polynomial is at most a constant times another, for sizes from 1 on in a regime: monomial by monomial.

A monomial is bounded by the sum S of those whose geometric mean is above it.  Were S smaller, then so were each of
them, hence their mean: but that is at least the monomial.  So a product of inequalities decides, and no root is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, prod

from symbolic.methods.costs import Guard, Problem, monomial, scaled
from symbolic.methods.dominance import Exponents, Mean, mean_above
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed
from symbolic.terms import ONE, ZERO, Symbol, Term, add, le, lt, mul, sub


@dataclass(frozen=True)
class Bounded:
    """``monomial <= factor * sum of bounds``, the conclusion of ``step``."""

    step: int
    factor: Fraction
    bounds: tuple[Exponents, ...]


class Sizes:
    """Monomials in symbols that are at least 1."""

    def __init__(self, symbols: Sequence[Symbol], draft: Draft) -> None:
        self.symbols = tuple(symbols)
        self.draft = draft
        self.sizes = [draft.assume(le(ONE, symbol)) for symbol in symbols]

    def term(self, exponents: Exponents) -> Term:
        return monomial(exponents, self.symbols)

    def raised(self, low: Exponents, high: Exponents) -> int:
        """low <= high, where each size stands in ``high`` at least as often: size by size."""
        draft, steps, here = self.draft, list[int](), low
        for place, size in enumerate(self.symbols):
            while here[place] < high[place]:
                gap = le(ZERO, mul(sub(size, ONE), self.term(here)))
                steps.append(draft.apply("order", self.sizes, [gap]))
                here = (*here[:place], here[place] + 1, *here[place + 1 :])
        return draft.apply("order", steps or self.sizes, [le(self.term(low), self.term(high))])


class Bounding(Sizes):
    """Writes the proof for one problem, from what is assumed in ``context``, into a draft."""

    def __init__(self, problem: Problem, context: Sequence[Term], draft: Draft) -> None:
        super().__init__(problem.sizes, draft)
        self.problem = problem
        self.context = context
        self.others = sorted(problem.other)

    def constant(self, found: dict[Exponents, Bounded]) -> Fraction:
        """The constant that the bounds of all monomials of the function lead to."""
        total = dict.fromkeys(self.others, Fraction(0))
        for exponents, bounded in found.items():
            for other in bounded.bounds:
                total[other] += self.problem.function[exponents] * bounded.factor
        return max((total[other] / self.problem.other[other] for other in self.others), default=Fraction(0))

    def positive(self) -> list[int]:
        """That the monomials of the other side are not negative."""
        return [self.draft.apply("order", self.sizes, [le(ZERO, self.term(other))]) for other in self.others]

    def bounds(self) -> dict[Exponents, Bounded]:
        """A bound for each monomial of the function; raises `Failed` for one that has none."""
        return {exponents: self._bounded(exponents) for exponents in sorted(self.problem.function)}

    def _bounded(self, exponents: Exponents) -> Bounded:
        mean = mean_above(exponents, self.others, self.problem.slopes)
        if mean is None:
            raise Failed(f"nothing bounds the monomial {self.term(exponents)!r}")
        used = [other for other, weight in zip(self.others, mean.powers, strict=True) if weight]
        if not any(mean.regime) and mean.root == 1:
            return Bounded(self.raised(exponents, used[0]), Fraction(1), tuple(used))
        factor = self._factor(mean)
        total = scaled(factor, add(*map(self.term, used)))
        return Bounded(self._by_contradiction(exponents, mean, factor, total), factor, tuple(used))

    def _factor(self, mean: Mean) -> Fraction:
        """What the relations of the regime cost: B/A is at least a number, which may be below 1."""
        times = [ceil(Fraction(used, mean.root)) for used in mean.regime]
        dear = [max(1 / guard.ratio, Fraction(1)) for guard in self.problem.guards]
        return prod((one**often for one, often in zip(dear, times, strict=True)), start=Fraction(1))

    def _by_contradiction(self, exponents: Exponents, mean: Mean, factor: Fraction, total: Term) -> int:
        draft, small = self.draft, self.term(exponents)
        goal = le(small, total)
        uppers = combined(zip(mean.regime, (guard.upper for guard in self.problem.guards), strict=True), exponents)
        below = self._product_below(exponents, mean, factor, uppers, draft.assume(lt(total, small)))
        above = self._product_above(exponents, mean, factor, uppers)
        absurd = draft.apply("absurdity", [above, below], [goal])
        return draft.apply("cases", [draft.apply("dichotomy", (), [goal]), draft.assume(goal), absurd])

    def _product_below(
        self, exponents: Exponents, mean: Mean, factor: Fraction, uppers: Exponents, supposed: int
    ) -> int:
        """(factor p_1) ... (factor p_N) B^t < m^N B^t, one factor after the other, if the sum of all is below m."""
        draft, small, known = self.draft, self.term(exponents), list[int]()
        here, scale = plus(uppers, exponents, mean.root), Fraction(1)
        top = self.term(here)
        for part in self._parts(mean):
            bound = scaled(factor, self.term(part))
            less = draft.apply("order", [supposed, *self.sizes], [lt(bound, small)])
            rest = scaled(scale, self.term(plus(here, exponents, -1)))
            gap = draft.apply("order", [less, *self.sizes], [lt(ZERO, mul(sub(small, bound), rest))])
            here, scale = plus(plus(here, exponents, -1), part), scale * factor
            known = [draft.apply("order", [gap, *known], [lt(scaled(scale, self.term(here)), top)])]
        return known[0]

    def _product_above(self, exponents: Exponents, mean: Mean, factor: Fraction, uppers: Exponents) -> int:
        """m^N B^t <= (factor p_1) ... (factor p_N) B^t, by the sizes and then by the regime."""
        draft = self.draft
        start = plus(uppers, exponents, mean.root)
        top, here, scale = self.term(start), plus(start, mean.sizes), Fraction(1)
        known = self.raised(start, here)
        for guard, used in zip(self.problem.guards, mean.regime, strict=True):
            for _ in range(used):
                rest = plus(here, guard.lower, -1)
                here, scale = plus(rest, guard.upper), scale / guard.ratio
                gap = sub(self.term(guard.upper), scaled(guard.ratio, self.term(guard.lower)))
                more = draft.apply("order", [self._guard(guard), *self.sizes], [le(ZERO, mul(gap, self.term(rest)))])
                known = draft.apply("order", [known, more], [le(top, scaled(scale, self.term(here)))])
        positive = draft.apply("order", self.sizes, [lt(ZERO, self.term(here))])
        goal = le(top, scaled(factor**mean.root, self.term(here)))
        return draft.apply("order", [known, positive], [goal])

    def _guard(self, guard: Guard) -> int:
        """ratio A <= B, from the relation of the regime, whose other terms are positive."""
        assumed, fixed = self.draft.assume(guard.source), [symbol for symbol, _ in guard.fixed]
        if any(le(ONE, symbol) not in self.context for symbol in fixed):
            raise Failed(f"not all of {fixed} are known to be at least 1")
        every = Sizes((*self.symbols, *fixed), self.draft)
        powers = tuple(power for _, power in guard.fixed)
        dropped = every.raised((*guard.lower, *(0 for _ in fixed)), (*guard.lower, *powers))
        goal = le(scaled(guard.ratio, self.term(guard.lower)), self.term(guard.upper))
        return self.draft.apply("order", [assumed, dropped, *every.sizes], [goal])

    def _parts(self, mean: Mean) -> list[Exponents]:
        return [other for other, often in zip(self.others, mean.powers, strict=True) for _ in range(often)]


def plus(one: Exponents, other: Exponents, times: int = 1) -> Exponents:
    return tuple(left + times * right for left, right in zip(one, other, strict=True))


def combined(weighted: Iterable[tuple[int, Exponents]], like: Exponents) -> Exponents:
    """The sum of vectors, each as often as it says; as long as ``like``."""
    total = (0,) * len(like)
    for often, vector in weighted:
        total = plus(total, vector, often)
    return total
