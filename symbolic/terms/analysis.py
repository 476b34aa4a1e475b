"""What analysis speaks of: absolute values, norms, largest eigenvalues, maxima, and limits as an integer grows."""

from __future__ import annotations

from typing import Final

from symbolic.terms.classes import CLASSES
from symbolic.terms.tree import FALSE, Lambda, Node, Term, implies

LIMITS: Final = ("tends", "grows")


def absolute(operand: Term) -> Term:
    return Node("abs", operand)


def norm(array: Term) -> Term:
    """The operator norm: the least c >= 0 with |Ax| <= c |x| for all vectors x.  That of a vector is its length."""
    return Node("norm", array)


def eigenmax(array: Term) -> Term:
    """The greatest value of <x, S x> on the unit sphere: the largest eigenvalue, if the matrix S is symmetric."""
    return Node("eigenmax", array)


def maximum_of(lower: Term, upper: Term, body: Lambda) -> Term:
    """The greatest value of ``body`` over the integers from ``lower`` to ``upper``."""
    return Node("max", lower, upper, body)


def limit_of(body: Lambda) -> Term:
    """The real number that a sequence tends to; what it denotes if there is none, nothing says."""
    return Node("lim", body)


def tends_to(body: Lambda, value: Term) -> Term:
    """A sequence converges to ``value`` as its index grows."""
    return Node("tends", body, value)


def grows(body: Lambda) -> Term:
    """A sequence tends to plus infinity as its index grows."""
    return Node("grows", body)


def negation(formula: Term) -> Term:
    return implies(formula, FALSE)


def is_limit(formula: Term) -> bool:
    """Whether a formula is about the long run: a sequence tends to something, a function is in a class, or is not."""
    match formula:
        case Node(op="implies", args=(denied, consequence)) if consequence == FALSE:
            formula = denied
    return isinstance(formula, Node) and formula.op in (*LIMITS, *CLASSES)
