"""Single edits of a term, some that keep its value and some that do not, at any place, also under binders."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    div,
    instantiate,
    mul,
    neg,
    power,
    sub,
    summation,
)
from tests.symbolic.kernel.generation import Pick, h, scalar, t, total, x, y

_numbers = count()
Edit = Callable[[Pick, Term], Term]


def mutated(pick: Pick, term: Term) -> Term:
    """``term`` with one edit somewhere in it."""
    match term:
        case Node(op=op, args=args) if pick(range(3)) and not (op == "apply" and len(args) < 2):
            place = pick(range(1 if op == "apply" else 0, len(args)))
            return Node(op, *args[:place], mutated(pick, args[place]), *args[place + 1 :])
        case Lambda():
            index = Symbol(f"i{next(_numbers)}", INTEGER)
            return abstract(mutated(pick, instantiate(term, index)), index)
    return pick(EDITS)(pick, term)


def times_ratio(pick: Pick, term: Term) -> Term:
    """The worst of all leaks: a quotient of sums that may be empty."""
    part = total(pick, 1)
    return mul(term, div(part, part))


def plus_nothing(pick: Pick, term: Term) -> Term:
    part = scalar(pick, 1)
    return add(term, sub(part, part))


def shifted(pick: Pick, term: Term) -> Term:
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            index, by = Symbol("k", INTEGER), pick((ONE, t, Number(-1)))
            return summation(add(lower, by), add(upper, by), abstract(instantiate(body, sub(index, by)), index))
    return mul(ONE, term)


def reversed_order(pick: Pick, term: Term) -> Term:
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            index = Symbol("k", INTEGER)
            return summation(lower, upper, abstract(instantiate(body, sub(add(lower, upper), index)), index))
        case Node(op=("add" | "mul") as op, args=args):
            return Node(op, *reversed(args))
    return neg(neg(term))


def cut_last(pick: Pick, term: Term) -> Term:
    """The last term split off, whether there is one or not."""
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            return add(summation(lower, sub(upper, ONE), body), instantiate(body, upper))
    return add(term, ZERO)


def cut_first(pick: Pick, term: Term) -> Term:
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            return add(instantiate(body, lower), summation(add(lower, ONE), upper, body))
    return sub(term, ZERO)


def filled_up(pick: Pick, term: Term) -> Term:
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            more = add(upper, ONE)
            return sub(summation(lower, more, body), instantiate(body, more))
    return div(term, ONE)


def exchanged(pick: Pick, term: Term) -> Term:
    """Two nested sums exchanged as if the inner range did not depend on the outer index, or was ``lower..i``."""
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            i, j = Symbol("k", INTEGER), Symbol("l", INTEGER)
            match instantiate(body, i):
                case Node(op="sum", args=(low, high, Lambda() as inner)) if high == i and low == lower:
                    return summation(lower, upper, abstract(summation(j, upper, abstract(instantiate(inner, j), i)), j))
                case Node(op="sum", args=(low, high, Lambda() as inner)) if not {i} & set(_symbols(low, high)):
                    return summation(
                        low, high, abstract(summation(lower, upper, abstract(instantiate(inner, j), i)), j)
                    )
    return power(term, ONE)


def _symbols(*terms: Term) -> list[Symbol]:
    found: list[Symbol] = []
    for term in terms:
        match term:
            case Symbol():
                found.append(term)
            case Node(args=args):
                found += _symbols(*args)
    return found


def spread(pick: Pick, term: Term) -> Term:
    """Distributed, split or merged as in a textbook, whatever the side conditions."""
    match term:
        case Node(op="mul", args=(left, Node(op=("add" | "sub") as op, args=args))):
            return Node(op, *(mul(left, part) for part in args))
        case Node(op="pow", args=(base, Node(op=("add" | "sub") as op, args=(first, second)))):
            return (mul if op == "add" else div)(power(base, first), power(base, second))
        case Node(op="pow", args=(Node(op="mul", args=(left, right)), exponent)):
            return mul(power(left, exponent), power(right, exponent))
        case Node(op="pow", args=(Node(op="pow", args=(base, first)), second)):
            return power(base, mul(first, second))
        case Node(op="div", args=(above, below)):
            return mul(above, power(below, Number(-1)))
        case Node(op="pow", args=(base, exponent)):
            return mul(power(base, sub(exponent, ONE)), base)
    return div(mul(term, x), x)


def pulled_out(pick: Pick, term: Term) -> Term:
    """A factor multiplied with a sum, moved between the inside and the outside."""
    match term:
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            i, factor = Symbol("k", INTEGER), pick((x, power(h, t), Number(2), div(x, x), power(y, Number(-1))))
            inside = mul(factor, instantiate(body, i), power(factor, Number(-1)))
            return summation(lower, upper, abstract(inside, i))
    return mul(term, power(x, Number(0)))


def nudged(pick: Pick, term: Term) -> Term:
    """Something else."""
    return pick((add(term, ONE), mul(Number(2), term), neg(term), pick((x, y, t, ONE, ZERO)), sub(term, ONE)))


EDITS: tuple[Edit, ...] = (
    times_ratio, plus_nothing, shifted, shifted, reversed_order, reversed_order, cut_last, cut_first, filled_up,
    exchanged, exchanged, spread, spread, spread, pulled_out, pulled_out, nudged,
)  # fmt: skip
