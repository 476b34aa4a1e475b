"""Products of sines and cosines as sums of them, until none is left: then what is equal looks the same.

cos a cos b = (cos(a + b) + cos(a - b))/2    sin a sin b = (cos(a - b) - cos(a + b))/2
sin a cos b = (sin(a + b) + sin(a - b))/2
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from symbolic.kernel.normal.polynomial import Atom, Monomial, Poly, constant
from symbolic.kernel.normal.powers import wave
from symbolic.methods.algebra import Algebra, by_facts, left_over
from symbolic.methods.combination import Combination
from symbolic.methods.instances import with_facts
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import ZERO, Node, Term, eq, sub

MOST_PRODUCTS: Final = 60


class Waves(Method):
    """A relation between sums of sines and cosines, once no two of these are multiplied."""

    def attempt(self, goal: Goal, search: Search) -> int:
        if not isinstance(goal.conclusion, Node) or goal.conclusion.op not in ("eq", "le", "lt"):
            raise Failed("not a relation")
        if goal.conclusion.op == "eq":
            spread = Spread(left_over(goal)[0], search)
            step = by_facts(goal, search, spread.coefficients, spread.equations)
            return search.show("products of sines and cosines as sums", step)
        _, step = without_products(sub(*goal.conclusion.args), goal, search)
        return with_facts(search.draft.both_ways(step), goal, search, (Algebra(), Combination()))


def without_products(term: Term, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term`` without products of waves, and the step that says so; raises `Failed` if it has none."""
    spread = Spread(left_over(goal.wanting(eq(term, ZERO)))[0], search)
    found = to_term(spread.rest)
    return found, by_facts(goal.wanting(eq(term, found)), search, spread.coefficients, spread.equations)


def waves(monomial: Monomial) -> list[Atom]:
    """The sines and cosines among the factors of ``monomial``, each as often as it is one; sines come first."""
    found = [
        atom
        for atom, exponent in monomial.factors.items()
        if atom.kind in ("sin", "cos")
        for _ in range(exponent.natural or 0)
    ]
    return sorted(found, key=lambda atom: (atom.kind == "cos", atom.key))


class Product(NamedTuple):
    """What two waves and ``beside`` make."""

    one: Atom
    other: Atom
    beside: Poly
    whole: Poly


class Spread:
    """A polynomial as ``rest``, which has no products of waves.

    The polynomial less ``rest`` is the sum of ``coefficients`` times the differences of both sides of ``equations``.
    """

    def __init__(self, poly: Poly, search: Search) -> None:
        self.rest, self._search = poly, search
        self.coefficients: list[Term] = []
        self.equations: list[int] = []
        while (found := _product(self.rest)) is not None:
            self._replace(found)
        if not self.equations:
            raise Failed("no product of sines and cosines")

    def _replace(self, found: Product) -> None:
        (one,), (other,) = found.one.parts, found.other.parts
        kind = "cos" if found.one.kind == found.other.kind else "sin"
        sign = -1 if found.other.kind == "sin" else 1
        self.rest -= found.whole
        for angle, share in ((other, Fraction(sign, 2)), (-other, Fraction(1, 2))):
            self.rest += (found.beside * wave(kind, one + angle)).scaled(share)
            value = Node(kind, to_term(one))
            self.equations.append(self._search.draft.apply("sum of angles", (), [value, to_term(angle)]))
            self.coefficients.append(to_term(found.beside.scaled(-share)))
        if len(self.equations) > MOST_PRODUCTS:
            raise Failed("too many products of sines and cosines")


def _product(poly: Poly) -> Product | None:
    for monomial, value in sorted(poly.terms.items(), key=lambda item: item[0].key):
        if len(found := waves(monomial)) > 1:
            one, other = found[0], found[-1]
            left = {atom: e - constant((atom == one) + (atom == other)) for atom, e in monomial.factors.items()}
            beside = Monomial({atom: exponent for atom, exponent in left.items() if exponent.terms})
            return Product(one, other, Poly({beside: value}), Poly({monomial: value}))
    return None
