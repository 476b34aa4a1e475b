"""What is known where a term stands: signs, nonzero values and linear facts, asked as yes-or-don't-know questions.

Every "yes" is entailed by the relations the facts were made from, together with the ranges of the binders that have
been opened on the way (`Facts.within`).  Answers say nothing outside that scope.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from symbolic.kernel.normal.content import parted
from symbolic.kernel.normal.enclosure import enclosed_sign
from symbolic.kernel.normal.linear import Constraint, contradiction
from symbolic.kernel.normal.naming import opened
from symbolic.kernel.normal.polynomial import ONE, UNIT, Atom, Monomial, Poly, atomic, integral, linear_in
from symbolic.terms import PI, Node, Symbol, Term

# A sign is a direction (+1, -1, or 0 for unknown) and whether the value is known to differ from 0.
Sign = tuple[int, bool]
UNKNOWN: Final[Sign] = (0, False)
POSITIVE: Final[Sign] = (1, True)

Form: TypeAlias = "Callable[[Atom, Facts], Poly]"  # how an atom is written under facts


class Facts:
    """Relations between polynomials, and what follows from them.

    ``used`` collects the formulas that answers rested on; it is shared with all scopes within.
    """

    def __init__(
        self,
        constraints: Sequence[Constraint] = (),
        nonzero: Sequence[tuple[Poly, Term]] = (),
        moments: Sequence[tuple[Symbol, int, Term]] = (),
        used: set[Term] | None = None,
    ) -> None:
        self._constraints = tuple(constraints)
        self._nonzero = tuple(nonzero)
        self._moments = tuple(moments)
        self.used: set[Term] = set() if used is None else used
        self._answers: dict[tuple[str, str], bool] = {}
        self._forms: dict[tuple[Form, str], Poly] = {}

    def within(self, nonnegative: Iterable[Poly]) -> Facts:
        """These facts inside a binder whose range makes all of ``nonnegative`` at least 0."""
        inner = tuple(Constraint(poly, strict=False) for poly in nonnegative)
        return Facts((*self._constraints, *inner), self._nonzero, self._moments, self.used)

    def once(self, form: Form, atom: Atom) -> Poly:
        """``form(atom, self)``, which nothing else may bear on, made once for all places where ``atom`` stands."""
        key = (form, atom.key)
        if key not in self._forms:
            self._forms[key] = form(atom, self)
        return self._forms[key]

    def has_moments(self, random: Symbol, order: int) -> bool:
        """Whether all elements of a random symbol have finite absolute moments up to ``order``."""
        for symbol, known, source in self._moments:
            if symbol == random and known >= order:
                self.used.add(source)
                return True
        return False

    def impossible(self) -> bool:
        """Whether the facts contradict each other, as they do in an empty range."""
        return self._ask("impossible", ONE, lambda _: self._contradict(self._constraints))

    def nonnegative(self, poly: Poly) -> bool:
        return self._ask("nonnegative", poly, lambda p: self._sign(p)[0] == 1 or self._follows(p, strict=False))

    def positive(self, poly: Poly) -> bool:
        return self._ask("positive", poly, lambda p: self._sign(p) == POSITIVE or self._follows(p, strict=True))

    def nonzero(self, poly: Poly) -> bool:
        return self._ask("nonzero", poly, self._is_nonzero)

    def enclosed(self, poly: Poly) -> int:
        """1 or -1 if rational bounds of single terms confine ``poly`` to positive or to negative numbers, else 0."""
        return enclosed_sign(poly, self._boxes())

    def _boxes(self) -> dict[str, tuple[Fraction, Fraction]]:
        """The terms that are known to lie between two rationals."""
        below: dict[str, Fraction] = {}
        above: dict[str, Fraction] = {}
        for row in self._constraints:
            if (bound := _bound(row.poly)) is not None:
                atom, slope, end = bound
                ends, closer = (below, max) if slope > 0 else (above, min)
                ends[atom.key] = closer(end, ends.get(atom.key, end))
                self.used |= row.sources
        return {key: (below[key], above[key]) for key in below.keys() & above.keys()}

    def _ask(self, question: str, poly: Poly, answer: Callable[[Poly], bool]) -> bool:
        key = (question, poly.key)
        if key not in self._answers:
            self._answers[key] = False  # a question that comes back to itself is no answer
            self._answers[key] = answer(poly)
        return self._answers[key]

    # -- nonzero --------------------------------------------------------------------------------------

    def _is_nonzero(self, poly: Poly) -> bool:
        if poly.constant is not None:
            return poly.constant != 0
        if self._stated_nonzero(poly) or self.positive(poly) or self.positive(-poly):
            return True
        _, common, rest = parted(poly)
        if len(poly.terms) > 1 and not common.factors:
            return False
        return all(self._nonzero_atom(atom, poly) for atom in common.factors) and self.nonzero(rest)

    def _nonzero_atom(self, atom: Atom, whole: Poly) -> bool:
        """Whether a factor of ``whole`` is nonzero; then so is each of its powers that a monomial may hold."""
        match atom.kind:
            case "prime" | "euler":
                return True
            case "poly":
                return self.nonzero(atom.parts[0])
            case "power":
                base, exponent = atom.parts
                return self.nonzero(base) if integral(exponent) else self.positive(base)
        return atomic(atom).key != whole.key and self.nonzero(atomic(atom))

    def _stated_nonzero(self, poly: Poly) -> bool:
        for stated, source in self._nonzero:
            if _proportional(stated, poly):
                self.used.add(source)
                return True
        return False

    # -- signs read off the shape ---------------------------------------------------------------------

    def _sign(self, poly: Poly) -> Sign:
        """The sign of a sum whose terms all point the same way, or of a number that can be enclosed."""
        enclosed = enclosed_sign(poly)
        if enclosed:
            return enclosed, True
        signs = [_scaled(self._sign_of_monomial(monomial), value > 0) for monomial, value in poly.terms.items()]
        directions = {direction for direction, _ in signs}
        if len(directions) == 1:
            return directions.pop(), any(strict for _, strict in signs)
        return self._sign_of_product(poly) if signs else (1, False)

    def _sign_of_product(self, poly: Poly) -> Sign:
        """The sign of common factors and of what they leave, as in b - b^2 = b (1 - b)."""
        number, common, rest = parted(poly)
        if not common.factors:
            return UNKNOWN
        direction, strict = self._sign_of_monomial(common)
        inner = self._compared(rest, self.positive, self.nonnegative)
        return _scaled((direction * inner[0], strict and inner[1]), number > 0)

    def _sign_of_monomial(self, monomial: Monomial) -> Sign:
        direction, strict = POSITIVE
        for atom, exponent in monomial.factors.items():
            sign = self._sign_of_factor(atom, exponent)
            direction, strict = direction * sign[0], strict and sign[1]
        return direction, strict

    def _sign_of_factor(self, atom: Atom, exponent: Poly) -> Sign:
        """The sign of ``atom^exponent``, which satisfies the invariant of monomials."""
        direction, strict = self._sign_of_atom(atom)
        if direction == 1:
            return 1, strict
        value = exponent.constant
        if value is None or value.denominator != 1:
            return UNKNOWN
        if value % 2 == 0:
            return 1, strict or self._nonzero_atom(atom, ONE)
        return direction, strict

    def _sign_of_atom(self, atom: Atom) -> Sign:
        match atom.kind:
            case "prime":
                return (1 if atom.parts[0] > 0 else -1), True
            case "euler":
                return POSITIVE
            case "delta" | "heaviside":
                return 1, False
            case "abs":
                return 1, self.nonzero(atom.parts[0])
            case "opaque" if atom.parts[0] == PI:
                return POSITIVE
            case "opaque" if _is_norm(atom):
                return 1, self._linear_positive(atomic(atom))
            case "poly":
                return self._compared(atom.parts[0], self.positive, self.nonnegative)
            case "power":
                return self._sign_of_power(*atom.parts)
            case "net":
                return self._sign_of_net(atom)
        return self._compared(atomic(atom), self._linear_positive, self._linear_nonnegative)

    def _compared(self, poly: Poly, above: Callable[[Poly], bool], least: Callable[[Poly], bool]) -> Sign:
        for direction, value in ((1, poly), (-1, -poly)):
            if above(value):
                return direction, True
            if least(value):
                return direction, False
        return UNKNOWN

    def _sign_of_power(self, base: Poly, exponent: Poly) -> Sign:
        if self.positive(base):
            return POSITIVE
        value = exponent.constant
        real = integral(exponent) or (value is not None and value > 0)
        return (1, False) if real and self.nonnegative(base) else UNKNOWN

    def _sign_of_net(self, net: Atom) -> Sign:
        """The sign of what is summed, in the range of the sum, whose indices must be no other sum's.

        What is known about sums is left out, since it could lead back here without end.
        """
        indices, constraints, monomial = opened(net)
        simple = [row for row in self._constraints if not row.poly.level]
        inner = Facts(simple, self._nonzero, self._moments, self.used).within(constraints)
        direction, strict = inner._sign_of_monomial(monomial)
        return direction, strict and self._inhabited(indices, constraints)

    def _inhabited(self, indices: Sequence[Symbol], constraints: Sequence[Poly]) -> bool:
        """Whether the range of one index is nonempty: both ends are explicit, and the upper is not below the lower."""
        if len(indices) != 1 or len(constraints) != 2:
            return False
        first, second = (linear_in(constraint, indices[0]) for constraint in constraints)
        if first is None or second is None or {first[0], second[0]} != {1, -1}:
            return False
        return self.nonnegative(first[1] + second[1])

    # -- linear arithmetic ----------------------------------------------------------------------------

    def _linear_positive(self, poly: Poly) -> bool:
        return self._ask("linear positive", poly, lambda p: self._entails(p, True, self._relevant(p)))

    def _linear_nonnegative(self, poly: Poly) -> bool:
        return self._ask("linear nonnegative", poly, lambda p: self._entails(p, False, self._relevant(p)))

    def _follows(self, poly: Poly, strict: bool) -> bool:
        rows = self._relevant(poly)
        monomials = {monomial for row in (*rows, Constraint(poly, strict)) for monomial in row.poly.terms}
        return self._entails(poly, strict, [*rows, *self._signs(monomials)])

    def _signs(self, monomials: Iterable[Monomial]) -> Iterable[Constraint]:
        """Products and powers are variables to linear arithmetic, but their signs are known to it."""
        for monomial in sorted(monomials, key=lambda m: m.key):
            if monomial != UNIT and not _plain(monomial):
                alone = Poly({monomial: Fraction(1)})
                direction, strict = self._sign_of_monomial(monomial)
                if direction:
                    yield Constraint(alone.scaled(Fraction(direction)), strict)
                if len(monomial.factors) == 1:
                    yield from self._beside(alone, *next(iter(monomial.factors.items())))

    def _beside(self, whole: Poly, atom: Atom, exponent: Poly) -> Iterable[Constraint]:
        """What bounds a power: 1, as below; |u| by u and -u; sines and cosines by 1 and -1; an indicator by 1."""
        if atom.kind == "abs" and exponent.constant == 1:
            yield from (Constraint(whole - side, strict=False) for side in (atom.parts[0], -atom.parts[0]))
        if atom.kind in ("sin", "cos") and exponent.constant == 1:
            yield from (Constraint(ONE + side, strict=False) for side in (whole, -whole))
        if atom.kind == "heaviside" and exponent.constant == 1:
            yield Constraint(ONE - whole, strict=False)
        yield from self._beside_one(whole, atom, exponent)

    def _beside_one(self, whole: Poly, atom: Atom, exponent: Poly) -> Iterable[Constraint]:
        """On which side of 1 the power b^e of a positive b lies: 1 <= b and 0 <= e give 1 <= b^e, and so on.

        Of 0, it is 0 or, for e = 0, 1: so that holds for 0 <= b and 0 <= e, too.
        """
        base: Poly = atom.parts[0] if atom.kind == "poly" else atomic(atom)
        if atom.kind == "net" or exponent.constant == 1 or not self.nonnegative(base):
            return
        side, off = self._compared(base - ONE, self.positive, self.nonnegative)
        up, moving = self._compared(exponent, self.positive, self.nonnegative)
        if side * up and (self.positive(base) or up == 1):
            yield Constraint((whole - ONE).scaled(Fraction(side * up)), strict=off and moving)

    def _entails(self, poly: Poly, strict: bool, rows: Sequence[Constraint]) -> bool:
        """Whether ``poly > 0`` (or >= 0) cannot fail under ``rows``; between integers, p < 0 means p <= -1."""
        if strict:
            return self._contradict([*rows, Constraint(-poly, strict=False)])
        if integral(poly):
            return self._contradict([*rows, Constraint(-poly - ONE, strict=False)])
        return self._contradict([*rows, Constraint(-poly, strict=True)])

    def _contradict(self, rows: Sequence[Constraint]) -> bool:
        sources = contradiction(rows)
        if sources is None:
            return False
        self.used |= sources
        return True

    def _relevant(self, poly: Poly) -> list[Constraint]:
        """The constraints that share variables with ``poly``, directly or through each other; all, for a number."""
        if poly.constant is not None:
            return list(self._constraints)
        reached, rest = set(poly.terms), list(self._constraints)
        chosen: list[Constraint] = []
        while touching := [row for row in rest if not row.unknowns.isdisjoint(reached)]:
            chosen += touching
            rest = [row for row in rest if row.unknowns.isdisjoint(reached)]
            reached.update(*(row.unknowns for row in touching))
        return chosen


def _plain(monomial: Monomial) -> bool:
    """A single symbol or element: what is known of its sign is already among the constraints."""
    return all(atom.kind in ("symbol", "call", "log", "mean", "opaque") for atom in monomial.factors) and (
        not any(map(_is_norm, monomial.factors))
        and len(monomial.factors) == 1
        and next(iter(monomial.factors.values())).constant == 1
    )


def _bound(poly: Poly) -> tuple[Atom, Fraction, Fraction] | None:
    """An atom, the sign of its coefficient and its bound, where ``poly >= 0`` bounds a single one by a number."""
    monomials = [monomial for monomial in poly.terms if monomial != UNIT]
    if len(monomials) != 1 or len(monomials[0].factors) != 1:
        return None
    ((atom, exponent),) = monomials[0].factors.items()
    slope = poly.terms[monomials[0]]
    return (atom, slope, -poly.terms.get(UNIT, Fraction(0)) / slope) if exponent.constant == 1 else None


def _is_norm(atom: Atom) -> bool:
    shape = atom.parts[0]
    return atom.kind == "opaque" and isinstance(shape, Node) and shape.op == "norm"


def _scaled(sign: Sign, positive: bool) -> Sign:
    return sign if positive else (-sign[0], sign[1])


def _proportional(left: Poly, right: Poly) -> bool:
    if left.terms.keys() != right.terms.keys():
        return False
    ratios = {right.terms[monomial] / value for monomial, value in left.terms.items()}
    return len(ratios) == 1
