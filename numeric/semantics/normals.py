"""Expectations over standard normal variables, and the integrals that these are; each arithmetic has its own way."""

from __future__ import annotations

from fractions import Fraction
from functools import partial, reduce
from typing import Final

from numeric.arithmetics import Value
from numeric.arithmetics.protocol import Family
from numeric.binders import body_of
from numeric.semantics.meaning import Context, Environment, Meaning, indices_alone, kept
from symbolic.terms import Lambda, Node, Term, subterms


def over_normals(binder: Term) -> bool:
    """Whether what an expectation binds is a vector or a matrix of standard normal variables."""
    return isinstance(binder, Lambda) and binder.sort.name == "sequence"


def speaks_of_normals(term: Term) -> bool:
    """Whether ``term`` holds an expectation over normal variables, or an integral."""
    nodes = (part for part in subterms(term) if isinstance(part, Node))
    return any(node.op == "integral" or (node.op == "expect" and over_normals(node.args[0])) for node in nodes)


def mean_over_normals(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    """An expectation of an expectation of something is one over all that both of them bind."""
    body, depth = body_of(args[0]), 1
    while isinstance(body, Node) and body.op == "expect" and over_normals(body.args[0]):
        body, depth = body_of(body.args[0]), depth + 1

    def value(family: Family) -> Value:
        return context.value(body, (*(partial(family, level) for level in range(depth)), *environment))

    return context.arithmetic.mean(value, indices_alone(args, environment))


def _integral(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    """The expectation of what is integrated, divided by the density."""
    size, body = int(context.value(args[0], environment)), body_of(args[1])

    def value(family: Family) -> Value:
        vector = partial(family, 0)
        return context.arithmetic.divide(context.value(body, (vector, *environment)), _density(context, size, vector))

    return kept(context, args, environment, lambda: context.arithmetic.mean(value, indices_alone(args, environment)))


def _density(context: Context, size: int, vector: Family) -> Value:
    """Of a standard normal vector of so many entries."""
    arithmetic = context.arithmetic
    squares = [arithmetic.multiply(entry, entry) for entry in map(vector, range(1, size + 1))]
    exponent = arithmetic.multiply(arithmetic.number(Fraction(-1, 2)), reduce(arithmetic.add, squares, 0))
    scale = arithmetic.power(arithmetic.multiply(2, arithmetic.pi()), arithmetic.number(Fraction(-size, 2)))
    return arithmetic.multiply(scale, arithmetic.elementary("exp", exponent))


MEANINGS: Final[dict[str, Meaning]] = {"integral": _integral}
