"""Limits of real sequences f(T) as the integer T grows: ``f -> v`` and ``f -> oo``."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Number,
    Term,
    add,
    div,
    eq,
    forall,
    grows,
    implies,
    instantiate,
    le,
    limit_of,
    lt,
    mul,
    ne,
    negation,
    power,
    sort_of,
    tends_to,
)


def constant_limit(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ---------   c without T
    |- c -> c
    """
    () = premises
    (value,) = arguments
    sort_of(value)
    return derived([], tends_to(_sequence(value), value))


def geometric_limit(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- -1 < r    H |- r < 1
    -------------------------   r without T
    G, H |- r^T -> 0

    The argument is r.
    """
    below, above = premises
    (ratio,) = arguments
    expect(below.conclusion == lt(Number(-1), ratio), f"expected {lt(Number(-1), ratio)!r}")
    expect(above.conclusion == lt(ratio, ONE), f"expected {lt(ratio, ONE)!r}")
    return derived(premises, tends_to(_sequence(power(ratio, Bound(0))), ZERO))


def geometric_growth(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- 1 < r
    --------------   r without T
    G |- r^T -> oo

    The argument is r.
    """
    (above,) = premises
    (ratio,) = arguments
    expect(above.conclusion == lt(ONE, ratio), f"expected {lt(ONE, ratio)!r}")
    return derived(premises, grows(_sequence(power(ratio, Bound(0)))))


def index_growth(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ----------
    |- T -> oo
    """
    () = premises
    () = arguments
    return derived([], grows(_sequence(Bound(0))))


def squeeze(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> v    H |- h -> v    K |- forall T. s <= T => f <= g    L |- forall T. s <= T => g <= h
    ------------------------------------------------------------------------------------------------
    G, H, K, L |- g -> v

    The arguments are g and s, an integer without T.
    """
    low, high, below, above = premises
    middle, start = arguments
    first, value = _tending(low)
    last, other = _tending(high)
    expect(value == other, "the bounds tend to different values")
    between = _lambda(middle)
    for premise, smaller, larger in ((below, first, between), (above, between, last)):
        wanted = _eventually(start, smaller, larger)
        expect(premise.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, tends_to(between, value))


def limit_sum(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> u    H |- g -> v
    --------------------------
    G, H |- f + g -> u + v
    """
    () = arguments
    (first, one), (second, other) = map(_tending, premises)
    return derived(premises, tends_to(_sequence(add(first.body, second.body)), add(one, other)))


def limit_product(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> u    H |- g -> v
    --------------------------
    G, H |- f g -> u v
    """
    () = arguments
    (first, one), (second, other) = map(_tending, premises)
    return derived(premises, tends_to(_sequence(mul(first.body, second.body)), mul(one, other)))


def limit_quotient(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> u    H |- g -> v    K |- v != 0
    -----------------------------------------
    G, H, K |- f/g -> u/v

    g is nonzero from some T on, and what a quotient is before that does not matter.
    """
    () = arguments
    above, below, nonzero = premises
    (first, one), (second, other) = _tending(above), _tending(below)
    expect(nonzero.conclusion == ne(other, ZERO), f"expected {ne(other, ZERO)!r}")
    return derived(premises, tends_to(_sequence(div(first.body, second.body)), div(one, other)))


def reciprocal_limit(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> oo
    --------------
    G |- 1/f -> 0
    """
    () = arguments
    (premise,) = premises
    return derived(premises, tends_to(_sequence(div(ONE, _growing(premise).body)), ZERO))


def subsequence(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f(T) -> v
    -------------------   k and m natural numbers, k >= 1
    G |- f(k T + m) -> v

    The arguments are k and m.
    """
    (premise,) = premises
    step, offset = arguments
    sequence, value = _tending(premise)
    natural = isinstance(step, Number) and isinstance(offset, Number) and step.value >= 1 and offset.value >= 0
    expect(natural and sort_of(step) == sort_of(offset) == INTEGER, "expected two natural numbers, the first not 0")
    place = mul(step, Bound(0)) if offset == ZERO else add(mul(step, Bound(0)), offset)
    return derived(premises, tends_to(_sequence(instantiate(sequence, place)), value))


def unique_limit(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> u    H |- f -> v
    --------------------------
    G, H |- u = v
    """
    () = arguments
    (first, one), (second, other) = map(_tending, premises)
    expect(first == second, "two different sequences")
    return derived(premises, eq(one, other))


def value_of_limit(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> v
    --------------
    G |- lim f = v
    """
    () = arguments
    (premise,) = premises
    sequence, value = _tending(premise)
    return derived(premises, eq(limit_of(sequence), value))


def growth(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- f -> oo    H |- 0 < c    K |- forall T. s <= T => c f <= g
    ---------------------------------------------------------------
    G, H, K |- g -> oo

    The arguments are g, c and s, an integer; c and s are without T.
    """
    growing, positive, above = premises
    larger, factor, start = arguments
    sort_of(factor)
    expect(positive.conclusion == lt(ZERO, factor), f"expected {lt(ZERO, factor)!r}")
    scaled = _sequence(mul(factor, _growing(growing).body))
    wanted = _eventually(start, scaled, _lambda(larger))
    expect(above.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, grows(_lambda(larger)))


def bounded(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall T. s <= T => f <= b
    -------------------------------   b and s, an integer, without T
    G |- not f -> oo

    The arguments are f, b and s.
    """
    (premise,) = premises
    sequence, bound, start = arguments
    sort_of(bound)
    wanted = _eventually(start, _lambda(sequence), _sequence(bound))
    expect(premise.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, negation(grows(_lambda(sequence))))


def _sequence(body: Term) -> Lambda:
    return Lambda(INTEGER, body, "T")


def _lambda(term: Term) -> Lambda:
    if not isinstance(term, Lambda) or term.sort != INTEGER:
        raise Rejected(f"expected a sequence, found {term!r}")
    return term


def _tending(premise: Sequent) -> tuple[Lambda, Term]:
    sequence, value = parts(premise.conclusion, "tends")
    return _lambda(sequence), value


def _growing(premise: Sequent) -> Lambda:
    (sequence,) = parts(premise.conclusion, "grows")
    return _lambda(sequence)


def _eventually(start: Term, smaller: Lambda, larger: Lambda) -> Term:
    """``forall T. start <= T => smaller(T) <= larger(T)``, for a start without loose bound variables."""
    expect(sort_of(start) == INTEGER, f"no integer to start at: {start!r}")
    return forall(Lambda(INTEGER, implies(le(start, Bound(0)), le(smaller.body, larger.body)), "T"))
