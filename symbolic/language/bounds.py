"""What plainly follows from bounds: enough linear reasoning to leave trivial conditions out of a statement.

Everything here is sound and nothing is complete: what is not seen stays a condition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from symbolic.language.signs import positive, unused
from symbolic.terms import INTEGER, ZERO, Lambda, Node, Number, Term, instantiate, is_array, lt, sort_of, sub

_DEPTH: Final = 4
_MOST_FACTS: Final = 24


@dataclass(frozen=True)
class Linear:
    """A constant and the coefficients of terms that are not looked into."""

    constant: Fraction
    coefficients: tuple[tuple[Term, Fraction], ...] = ()

    def of(self, atom: Term) -> Fraction:
        return dict(self.coefficients).get(atom, Fraction(0))

    def plus(self, other: Linear, factor: Fraction) -> Linear:
        """``self + factor*other``, without the terms that cancel."""
        total = dict(self.coefficients)
        for atom, coefficient in other.coefficients:
            total[atom] = total.get(atom, Fraction(0)) + factor * coefficient
        kept = tuple((atom, coefficient) for atom, coefficient in total.items() if coefficient)
        return Linear(self.constant + factor * other.constant, kept)


@dataclass(frozen=True)
class Fact:
    """``linear >= 0``, or ``> 0`` where ``strict``."""

    linear: Linear
    strict: bool


def linear(term: Term) -> Linear:
    """``term`` as a linear combination of the largest parts that are not linear."""
    match term:
        case Number(value=value):
            return Linear(value)
        case Node(op="add", args=args):
            return _total([(Fraction(1), argument) for argument in args])
        case Node(op="sub", args=(left, right)):
            return _total([(Fraction(1), left), (Fraction(-1), right)])
        case Node(op="neg", args=(operand,)):
            return _total([(Fraction(-1), operand)])
        case Node(op="div", args=(above, Number(value=value))) if value:
            return _total([(1 / value, above)])
        case Node(op="mul", args=(Number(value=value), factor)):
            return _total([(value, factor)])
    return Linear(Fraction(0), ((term, Fraction(1)),))


def _total(parts: Iterable[tuple[Fraction, Term]]) -> Linear:
    result = Linear(Fraction(0))
    for factor, term in parts:
        result = result.plus(linear(term), factor)
    return result


@lru_cache(maxsize=4096)
def fact(relation: Term) -> Fact | None:
    """An inequality between scalars without loose bound variables as a `Fact`; among integers none is strict."""
    match relation:
        case Node(op=("le" | "lt") as op, args=(left, right)):
            difference = linear(sub(right, left))
            integral = sort_of(left) == INTEGER == sort_of(right)
            if op == "lt" and integral:
                return Fact(difference.plus(Linear(Fraction(1)), Fraction(-1)), strict=False)
            return Fact(difference, strict=op == "lt")
    return None


class Bounds:
    """What is known: inequalities, and any relation word for word."""

    def __init__(self, known: Iterable[Term]) -> None:
        self._known = tuple(known)
        facts = [
            fact(relation) for relation in self._known if isinstance(relation, Node) and relation.op in ("le", "lt")
        ]
        self._facts = [one for one in facts if one is not None][-_MOST_FACTS:]
        apart = [relation.args for relation in self._known if isinstance(relation, Node) and relation.op == "ne"]
        self._differences = [linear(sub(*sides)) for sides in apart if not is_array(sides[0])]

    def entail(self, condition: Term) -> bool:
        """Whether ``condition`` plainly holds; False says nothing."""
        match condition:
            case _ if condition in self._known:
                return True
            case Node(op="or", args=(left, right)):
                return self.entail(left) or self.entail(right)
            case Node(op="ne", args=(term, Number(value=value))) if value == 0:
                return self._nonzero(term)
            case Node(op="le" | "lt", args=(left, right)):
                wanted = fact(condition)
                return wanted is not None and (
                    self._follows(wanted, _DEPTH) or (left == ZERO and positive(right, self))
                )
            case Node(op="forall", args=(Lambda(sort=sort) as body,)) if sort == INTEGER:
                return self.entail(instantiate(body, unused(condition, *self._known)))
            case Node(op="implies", args=(premise, conclusion)):
                return self.within(premise).entail(conclusion)
        return False

    def within(self, *more: Term) -> Bounds:
        """What is known where ``more`` holds besides."""
        return Bounds((*self._known, *more))

    def _follows(self, wanted: Fact, depth: int) -> bool:
        """Whether ``wanted`` is a constant that holds, once known facts are subtracted to remove its terms."""
        if not wanted.linear.coefficients:
            return wanted.linear.constant > 0 or (wanted.linear.constant == 0 and not wanted.strict)
        atom, coefficient = wanted.linear.coefficients[0]
        usable = [known for known in self._facts if known.linear.of(atom) * coefficient > 0]
        return depth > 0 and any(self._follows(_without(wanted, known, atom), depth - 1) for known in usable)

    def _nonzero(self, term: Term) -> bool:
        match term:
            case Number(value=value):
                return value != 0
            case Node(op="mul", args=factors):
                return all(map(self._nonzero, factors))
            case Node(op="neg", args=(operand,)):
                return self._nonzero(operand)
            case Node(op="div", args=(above, below)):
                return self._nonzero(above) and self._nonzero(below)
            case Node(op="pow", args=(base, exponent)):
                return self.entail(lt(ZERO, base)) or (sort_of(exponent) == INTEGER and self._nonzero(base))
        if any(_proportional(linear(term), difference) for difference in self._differences):
            return True
        return self.entail(lt(ZERO, term)) or self.entail(lt(term, ZERO))


def _without(wanted: Fact, known: Fact, atom: Term) -> Fact:
    """What is left to show when as much of ``known`` is subtracted as removes ``atom``; strictness carries over."""
    share = wanted.linear.of(atom) / known.linear.of(atom)
    return Fact(wanted.linear.plus(known.linear, -share), wanted.strict and not known.strict)


def _proportional(one: Linear, other: Linear) -> bool:
    """Whether one is a multiple of the other, so that both are zero or neither."""
    if not one.coefficients:
        return False
    atom, coefficient = one.coefficients[0]
    share = other.of(atom) / coefficient
    return share != 0 and other.plus(one, -share) == Linear(Fraction(0))
