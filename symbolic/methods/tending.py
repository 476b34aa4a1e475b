"""Limits that are numbers: by what a sequence is made of, and between bounds."""

from __future__ import annotations

from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.constants import limit_of_a_constant
from symbolic.methods.elimination import Rewriting
from symbolic.methods.eventually import ARITHMETIC, STARTS, eventually, known_bounds, same_limit
from symbolic.methods.extremal import Extremal
from symbolic.methods.growing import Growing
from symbolic.methods.ratios import Unbounded, is_constant, limit_of_ratio
from symbolic.methods.search import Failed, Goal, Search
from symbolic.methods.spectra import Spectra
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Term,
    add,
    eq,
    grows,
    lt,
    mul,
    ne,
    power,
)

SMALL: Final = (2, 3, 4)  # exponents that are written out as products


def tends(sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    """By what it is made of, which tells the one limit that it has; else between bounds."""
    try:
        made = limit_of_body(sequence.body, goal, search)
    except Unbounded:
        raise
    except (Failed, Rejected):
        return _squeezed(sequence, value, goal, search)
    return carried(made, sequence, value, goal, search)


def _by_parts(sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    return carried(limit_of_body(sequence.body, goal, search), sequence, value, goal, search)


def limit_of_body(body: Term, goal: Goal, search: Search) -> int:
    """A step ``f -> v`` for an f that is the sequence of ``body``, by its parts or as a quotient of polynomials."""
    try:
        return _of_parts(body, goal, search)
    except (Failed, Rejected):
        found = limit_of_ratio(body, goal, search)
        return same_limit(found, Lambda(INTEGER, body, "T"), STARTS[1:], goal, search)


def _of_parts(body: Term, goal: Goal, search: Search) -> int:
    draft = search.draft
    if is_constant(body):
        return draft.apply("constant limit", (), [body])
    match body:
        case Node(op="pow", args=(ratio, Bound(index=0))) if is_constant(ratio):
            ends = lt(Number(-1), ratio), lt(ratio, ONE)
            signs = [search.prove_aside(goal.wanting(end), ARITHMETIC) for end in ends]
            return draft.apply("geometric limit", signs, [ratio])
        case Node(op="pow", args=(base, Number(value=exponent))) if exponent in SMALL:
            return _power(base, int(exponent), goal, search)
        case Node(op="div", args=(above, below)):
            return _quotient(above, below, goal, search)
        case Node(op="neg", args=(inner,)):
            return limit_of_body(mul(Number(-1), inner), goal, search)
        case Node(op="sub", args=(left, right)):
            return limit_of_body(add(left, mul(Number(-1), right)), goal, search)
        case Node(op="add" | "mul" as op, args=(first, *others)):
            rest = others[0] if len(others) == 1 else Node(op, *others)
            rule = "limit of a sum" if op == "add" else "limit of a product"
            return draft.apply(rule, [limit_of_body(first, goal, search), limit_of_body(rest, goal, search)])
    return _as_known(body, goal, search)


def _as_known(body: Term, goal: Goal, search: Search) -> int:
    """By what is assumed, or was shown, of the limit or of all elements."""
    for formula in goal.context:
        match formula:
            case Node(op="tends", args=(Lambda(body=known), _)) if known == body:
                return search.draft.assume(formula)
    try:
        return limit_of_a_constant(body, goal, search)
    except Failed:
        return _by_a_known_bound(body, goal, search)


def _by_a_known_bound(body: Term, goal: Goal, search: Search) -> int:
    """f -> v where f is known to be an expression in T that tends to v, or at most one, and is at least v."""
    sequence = Lambda(INTEGER, body, "T")
    least = list(known_bounds(sequence, goal, search, upper=False))
    for bound in filter(_is_an_expression, known_bounds(sequence, goal, search)):
        try:
            made = limit_of_body(bound.body, goal, search)
            if bound in least:
                return same_limit(made, sequence, STARTS[-1:], goal, search)
            return _squeezed(sequence, search.draft.sides(made)[1], goal, search)
        except (Failed, Rejected):
            continue
    raise Failed(f"no rule for the limit of {body!r}")


def _is_an_expression(sequence: Lambda) -> bool:
    """Whether the index stands in sums, products, quotients and powers only: so no other sequence is asked for."""
    waiting: list[Term] = [sequence.body]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Bound) or is_constant(part):
            continue
        if not isinstance(part, Node) or part.op not in ("add", "sub", "mul", "div", "pow", "neg"):
            return False
        waiting += part.args
    return True


def _power(base: Term, exponent: int, goal: Goal, search: Search) -> int:
    """A small power as a product."""
    product = limit_of_body(mul(*[base] * exponent), goal, search)
    return same_limit(product, Lambda(INTEGER, power(base, Number(exponent)), "T"), STARTS[:1], goal, search)


def _quotient(above: Term, below: Term, goal: Goal, search: Search) -> int:
    draft = search.draft
    try:
        bottom = limit_of_body(below, goal, search)
    except (Failed, Rejected):
        growing = search.prove(goal.wanting(grows(Lambda(INTEGER, below, "T"))), (Growing(),))
        inverse = draft.apply("limit of a reciprocal", [growing])
        return draft.apply("limit of a product", [limit_of_body(above, goal, search), inverse])
    nonzero = search.prove_aside(goal.wanting(ne(draft.sides(bottom)[1], ZERO)), ARITHMETIC)
    return draft.apply("limit of a quotient", [limit_of_body(above, goal, search), bottom, nonzero])


def carried(made: int, sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    """From g -> u to f -> v, where f = g from the start on, and u = v."""
    draft = search.draft
    known, found = draft.sides(made)
    if found != value:
        same = search.prove_aside(goal.wanting(eq(found, value)), (*ARITHMETIC, Rewriting(), Spectra(), Extremal()))
        made = draft.apply("replace", [same, made], [Lambda(REAL, Node("tends", known, Bound(0)))])
    return made if known == sequence else same_limit(made, sequence, STARTS[:1], goal, search)


def _squeezed(sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    """Between its limit and a bound that is known for all T and has the same limit."""
    draft = search.draft
    constant = draft.apply("constant limit", (), [value])
    bottom = Lambda(INTEGER, value, "T")
    for start in STARTS:
        for bound in (bottom, *known_bounds(sequence, goal, search)):
            try:
                top = constant if bound == bottom else _by_parts(bound, value, goal, search)
                above = eventually(start, sequence, bound, goal, search)
                below = eventually(start, bottom, sequence, goal, search)
            except (Failed, Rejected):
                continue
            return draft.apply("squeeze", [constant, top, below, above], [sequence, start])
    raise Failed("no bound with that limit is known")
