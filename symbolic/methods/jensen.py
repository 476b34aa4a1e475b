"""Differences of a sum and a value at a mean as one sum: of the gaps between a function and its tangent there.

    sum_i w(i) g(u(i)) - g(m)  =  sum_i w(i) (g(u(i)) - g(m) - g'(m) (u(i) - m))

where the weights add up to 1 and m is the mean of u; Jensen's inequality says that each term has the sign of g''.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from symbolic.kernel import Rejected
from symbolic.kernel.derivative import Differentiation
from symbolic.methods.ranges import Range, opened, outermost_sums
from symbolic.methods.search import Failed, fresh_symbol, is_closed
from symbolic.terms import REAL, Node, Term, mul, sub, substitute, subterms

_CURVED = ("exp", "log", "apply", "pow", "tanh", "sigmoid", "sin", "cos")


@dataclass(frozen=True)
class Gap:
    """Summands w(i) (g(u(i)) - g(m) - g'(m) (u(i) - m)), and the sum of w(i) g(u(i)) that they come from."""

    range: Range
    body: Term
    origin: Term


def gaps(goal: Term) -> Iterator[Gap]:
    """All gaps between functions in sums of ``goal`` and their tangents at what they are taken of outside of sums."""
    means = [part for part in dict.fromkeys(subterms(goal)) if isinstance(part, Node) and _at_a_mean(part)]
    for total in dict.fromkeys(filter(is_closed, outermost_sums(goal))):
        for mean in means:
            try:
                yield from _between(total, mean)
            except (Failed, Rejected, ValueError):
                continue


def _at_a_mean(part: Node) -> bool:
    """A function of something that holds a sum."""
    if part.op not in _CURVED or not is_closed(part):
        return False
    argument = _argument(part)
    return any(isinstance(inner, Node) and inner.op == "sum" for inner in subterms(argument))


def _argument(value: Node) -> Term:
    return value.args[1] if value.op == "apply" else value.args[0]


def _with(value: Node, argument: Term) -> Node:
    """The same function at another argument."""
    if value.op == "apply":
        return Node("apply", value.args[0], argument)
    return Node(value.op, argument, *value.args[1:])


def _between(total: Term, mean: Node) -> Iterator[Gap]:
    (one, *others), body = opened(total)
    if others:
        return
    factors = body.args if isinstance(body, Node) and body.op == "mul" else (body,)
    for place, factor in enumerate(factors):
        if isinstance(factor, Node) and factor.op == mean.op and _with(factor, _argument(mean)) == mean:
            weight = mul(*factors[:place], *factors[place + 1 :])
            yield Gap(one, mul(weight, _gap(factor, mean)), total)


def _gap(value: Node, mean: Node) -> Term:
    """g(u) - g(m) - g'(m) (u - m)"""
    point = fresh_symbol("x", REAL)
    slope = Differentiation(point).derivative(_with(value, point))
    at = substitute(slope, {point: _argument(mean)})
    return sub(sub(value, mean), mul(at, sub(_argument(value), _argument(mean))))
