"""Names of indices: two sums that differ in names alone have one key, and different sums never do."""

from itertools import permutations
from random import Random

import pytest

from symbolic.kernel.normal.naming import canonical, fresh, opened, renamed
from symbolic.kernel.normal.polynomial import Atom, Monomial, Poly, atomic, variable
from symbolic.kernel.normal.reading import difference
from symbolic.terms import ONE, ZERO, Symbol, Term, apply, mul
from tests.symbolic.kernel.building import facts, g, i, j, n, total, u, v, x


def cycle(size: int, order: list[int], sequence: Symbol = g) -> tuple[list[Symbol], list[Poly], Monomial]:
    """sum of g(i_1 - i_2) g(i_2 - i_3) ... g(i_k - i_1), with the indices given in some order."""
    indices = [fresh() for _ in range(size)]
    rows = [row for index in indices for row in (variable(index), variable(n) - variable(index))]
    calls = [Atom("call", sequence, variable(indices[k]) - variable(indices[(k + 1) % size])) for k in range(size)]
    factors: dict[Atom, Poly] = {call: variable_one() for call in calls}
    return [indices[k] for k in order], rows, Monomial(factors)


def variable_one() -> Poly:
    return atomic(Atom("prime", 2)) - atomic(Atom("prime", 2)) + Poly({Monomial({}): 1})


@pytest.mark.parametrize("size", [2, 3, 4])
def test_the_order_of_indices_does_not_matter(size: int) -> None:
    keys = {canonical(*cycle(size, list(order))).key for order in permutations(range(size))}
    assert len(keys) == 1


def test_other_sums_have_other_keys() -> None:
    assert canonical(*cycle(3, [0, 1, 2])).key != canonical(*cycle(3, [0, 1, 2], u)).key


def test_opening_gives_new_names_each_time() -> None:
    net = canonical(*cycle(2, [0, 1]))
    first, second = opened(net)[0], opened(net)[0]
    assert not set(first) & set(second)
    assert canonical(*opened(net)).key == net.key


def test_renaming_leaves_bound_indices_alone() -> None:
    poly = difference(total(ONE, n, lambda k: mul(x, apply(g, k))), ZERO, facts())
    assert renamed(poly, {x: Symbol("y")}).symbols == {Symbol("y"), n}
    (net,) = (atom for monomial in poly.terms for atom in monomial.factors if atom.kind == "net")
    bound = net.parts[0][0]
    assert renamed(poly, {bound: i}).key == poly.key


def nested(first: Symbol, second: Symbol) -> Term:
    return total(
        ONE, n, lambda a: mul(apply(v, a), apply(first, total_index(a)), total(ONE, a, lambda b: apply(second, b)))
    )


def total_index(index: Term) -> Term:
    return mul(index, index)


def test_inner_sums_keep_their_own_names() -> None:
    assert difference(nested(g, u), nested(u, g), facts()).terms
    assert not difference(nested(g, u), nested(g, u), facts()).terms


@pytest.mark.parametrize("power", [8, 12])
def test_many_alike_indices_are_named_in_time(power: int) -> None:
    """All orders of twelve alike indices are half a thousand million: they must not be listed before some are taken."""
    random = Random(power)
    indices = [fresh() for _ in range(power)]
    rows = [row for index in indices for row in (variable(index), variable(j) - variable(index))]
    factors = Monomial({Atom("call", g, variable(index)): variable_one() for index in indices})
    shuffled = random.sample(indices, power)
    assert canonical(indices, rows, factors).key == canonical(shuffled, rows, factors).key
