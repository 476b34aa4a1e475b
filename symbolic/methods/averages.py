"""Order relations between expectations over normal variables, because they hold for every value of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.cases import Signs
from symbolic.methods.combination import Combination
from symbolic.methods.lettered import in_letters
from symbolic.methods.monotone import Monotone
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol, is_closed, relations
from symbolic.methods.structure import Given
from symbolic.terms import (
    INTEGER,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    children,
    eq,
    expect,
    instantiate,
    le,
    lt,
    sort_of,
    subterms,
    symbols,
)

OF_NUMBERS: Final = (Given(), Algebra(), Signs(), Combination(), Squaring(), Monotone())
_ARITHMETIC: Final = ("le", "add", "sub", "neg", "mul", "div", "pow", "abs", "heaviside")


class Averages(Method):
    """a <= b, in which expectations E[X] stand linearly, from the same relation between the X, for all values."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion, list(_averaged(goal.conclusion)):
            case Node(op="le", args=(low, high)), [body, *_]:
                _expect_unknown(goal, search)
                variable = fresh_symbol(body.hint, body.sort)
                return _for_every(variable, _within(low, variable), _within(high, variable), goal, search)
        raise Failed("no expectations that are compared")


def _averaged(formula: Term) -> Iterator[Lambda]:
    """What expectations over vectors and matrices of normal variables in ``formula`` are taken of."""
    for part in subterms(formula):
        match part:
            case Node(op="expect", args=(Lambda() as body,)) if body.sort.name == "sequence" and is_closed(part):
                yield body


def _expect_unknown(goal: Goal, search: Search) -> None:
    """Leave it to others where expectations were spoken of before: what was shown of them is there to be used."""
    parts = (part for lemma in goal.lemmas for part in subterms(search.draft.conclusion(lemma)))
    if any(isinstance(part, Node) and part.op == "expect" for part in parts):
        raise Failed("something was shown of expectations")


def _for_every(variable: Symbol, low: Term, high: Term, goal: Goal, search: Search) -> int:
    draft, rows, sizes = search.draft, len(search.outline), search.draft.assume_all(filter(_about_sizes, goal.context))
    pointwise = _of_numbers(goal.wanting(le(low, high)), search)
    everywhere = draft.apply("generalise", [pointwise], [variable])
    means = [expect(abstract(side, variable, _hint(variable))) for side in (low, high)]
    step = draft.apply("expectation order", [everywhere, *sizes], means)
    sides = children(goal.conclusion)
    holes = le(Bound(0), means[1]), le(sides[0], Bound(0))
    for mean, side, hole in zip(means, sides, holes, strict=True):
        if mean != side:
            step = draft.apply("replace", [draft.apply("linear", sizes, [eq(mean, side)]), step], [Lambda(REAL, hole)])
    return search.show("for every value of what is averaged over", step, rows)


def _about_sizes(fact: Term) -> bool:
    """What places within shapes are told by, and nothing that is dear to read."""
    return fact in relations([fact]) and all(symbol.sort == INTEGER for symbol in symbols(fact))


def _of_numbers(goal: Goal, search: Search) -> int:
    """The goal, for any numbers in place of all that is no polynomial, absolute value or indicator; or as it stands."""
    letters = {part: fresh_symbol("u", REAL) for part in dict.fromkeys(_opaque(goal.conclusion))}
    known = [*search.draft.assume_all(relations(goal.context)), *_signs(letters, search)]
    try:
        return in_letters(goal.conclusion, known, letters, search, OF_NUMBERS)
    except (Failed, Rejected):
        return search.prove(goal, OF_NUMBERS)


def _signs(parts: Iterable[Term], search: Search) -> Iterator[int]:
    """That some are positive, which their letters do not show."""
    for part in parts:
        with suppress(Rejected):
            yield search.draft.apply("order", (), [lt(ZERO, part)])


def _opaque(term: Term) -> Iterator[Term]:
    """The outermost parts that are reals and neither symbols nor made by arithmetic from others."""
    match term:
        case Node(op=op, args=args) if op in _ARITHMETIC:
            for argument in args:
                yield from _opaque(argument)
        case Node() if sort_of(term) == REAL:
            yield term


def _hint(variable: Symbol) -> str:
    return variable.name.split("\N{PRIME}")[0]


def _within(term: Term, variable: Symbol) -> Term:
    """``term`` with what expectations are taken of, at ``variable``, in their place, where they stand linearly."""
    match term:
        case Node(op="expect", args=(Lambda(sort=sort) as body,)) if sort == variable.sort:
            return instantiate(body, variable)
        case Node(op="add" | "sub" | "neg" as op, args=args):
            return Node(op, *(_within(argument, variable) for argument in args))
        case Node(op="div", args=(above, below)):
            return Node("div", _within(above, variable), below)
        case Node(op="mul", args=args):
            return _within_a_factor(args, variable)
    return term


def _within_a_factor(factors: tuple[Term, ...], variable: Symbol) -> Term:
    """The same in the first factor in which there is something."""
    for place, factor in enumerate(factors):
        found = _within(factor, variable)
        if found != factor:
            return Node("mul", *factors[:place], found, *factors[place + 1 :])
    return Node("mul", *factors)
