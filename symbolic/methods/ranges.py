"""Sums opened at an index within its range, and closed again: what all methods that look below sums share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, fresh_symbol
from symbolic.terms import INTEGER, Lambda, Node, Symbol, Term, abstract, instantiate, le, summation


@dataclass(frozen=True)
class Range:
    """An index of summation and its ends."""

    index: Symbol
    lower: Term
    upper: Term

    @property
    def guards(self) -> tuple[Term, Term]:
        return le(self.lower, self.index), le(self.index, self.upper)

    def summed(self, body: Term) -> Term:
        return summation(self.lower, self.upper, abstract(body, self.index, self.index.name.split("\N{PRIME}")[0]))


def outermost_sums(term: Term) -> Iterator[Term]:
    """The sums in a term that stand in no other."""
    if isinstance(term, Node) and term.op == "sum":
        yield term
    elif isinstance(term, Node):
        for argument in term.args:
            yield from outermost_sums(argument)


def opened(total: Term) -> tuple[list[Range], Term]:
    """Nested sums at fresh indices: their ranges, the outermost first, and what is summed."""
    ranges: list[Range] = []
    while isinstance(total, Node) and total.op == "sum":
        lower, upper, body = total.args
        if not isinstance(body, Lambda):
            raise Failed("a sum binds an index")
        ranges.append(Range(fresh_symbol(body.hint.rstrip("\N{PRIME}"), INTEGER), lower, upper))
        total = instantiate(body, ranges[-1].index)
    return ranges, total


def under(outer: Range, step: int, draft: Draft) -> int:
    """From f(k) = g(k), for k in its range, to sum_k f(k) = sum_k g(k)."""
    left, right = draft.sides(step)
    for guard in reversed(outer.guards):
        step = draft.apply("discharge", [step], [guard])
    step = draft.apply("generalise", [step], [outer.index])
    return draft.apply("extensionality", [step], [outer.summed(left), outer.summed(right)])
