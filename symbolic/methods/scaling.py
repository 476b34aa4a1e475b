"""That f <= K g where coefficients hold symbols that are fixed and at least 1: then the constant K may hold them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symbolic.methods.bounding import Bounded, Bounding, Sizes
from symbolic.methods.costs import Problem, cost, guards, scaled
from symbolic.methods.dominance import Exponents
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed
from symbolic.terms import ONE, ZERO, Compared, Symbol, Term, add, le, mul, sub, symbols


def fixed_symbols(compared: Compared) -> tuple[Symbol, ...]:
    """What both functions speak of besides the sizes, by name."""
    found = (symbols(compared.function) | symbols(compared.other)) - set(compared.sizes)
    return tuple(sorted(found, key=lambda one: one.name))


class Scaling:
    """Writes the proof into a draft: monomials of sizes bound each other, and fixed factors are multiplied on."""

    def __init__(self, compared: Compared, context: Sequence[Term], draft: Draft) -> None:
        fixed = fixed_symbols(compared)
        if any(le(ONE, symbol) not in context for symbol in fixed):
            raise Failed(f"not all of {fixed} are known to be at least 1")
        self.draft, self.other = draft, compared.other
        self.every = Sizes((*compared.sizes, *fixed), draft)
        self._count = len(compared.sizes)
        self._function = cost(compared.function, self.every.symbols)
        # Of the terms that are alike in the sizes, one is as good as all.
        self._bounds = {
            self._sizes(term): (term, value) for term, value in cost(self.other, self.every.symbols).items()
        }
        plain = dict.fromkeys(map(self._sizes, self._function), Fraction(1))
        posed = Problem(
            compared.sizes, plain, dict.fromkeys(self._bounds, Fraction(1)), guards(compared.regime, compared.sizes)
        )
        self._writing = Bounding(posed, context, draft)

    def bounded(self) -> tuple[Term, list[int]]:
        """K, and steps from which f <= K g follows by addition."""
        found = self._writing.bounds()
        parts, steps = list[Term](), list[int]()
        for term, value in sorted(self._function.items()):
            bound = found[self._sizes(term)]
            factor = bound.factor * max(1 / self._bounds[one][1] for one in bound.bounds)
            steps.append(self._multiplied(term, factor, self._below(bound, self._sizes(term), factor)))
            parts.append(scaled(value * factor, self._fixed(term)))
        return add(*parts), steps

    def _below(self, bound: Bounded, sizes: Exponents, factor: Fraction) -> int:
        """m <= factor g, for a monomial m of sizes: each monomial that bounds it is part of a term of g."""
        larger = [self.every.raised(self._padded(one), self._bounds[one][0]) for one in bound.bounds]
        goal = le(self.every.term(self._padded(sizes)), scaled(factor, self.other))
        return self.draft.apply("order", [bound.step, *larger, *self.every.sizes], [goal])

    def _multiplied(self, term: Exponents, factor: Fraction, below: int) -> int:
        """0 <= F (factor g - m), where F holds the fixed symbols of a term F m."""
        gap = sub(scaled(factor, self.other), self.every.term(self._padded(self._sizes(term))))
        return self.draft.apply("order", [below, *self.every.sizes], [le(ZERO, mul(self._fixed(term), gap))])

    def _sizes(self, term: Exponents) -> Exponents:
        return term[: self._count]

    def _padded(self, sizes: Exponents) -> Exponents:
        return (*sizes, *(0 for _ in self.every.symbols[self._count :]))

    def _fixed(self, term: Exponents) -> Term:
        return self.every.term((*(0 for _ in range(self._count)), *term[self._count :]))
