"""Points that meet what is assumed, whatever the goal says: where a limit is looked at by others."""

from numeric import points
from numeric.points import at_points, simplest_models, suspects
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    absolute,
    abstract,
    add,
    apply,
    div,
    eq,
    forall,
    function_sort,
    le,
    lt,
    mul,
    ne,
    power,
    sub,
    tends_to,
)

D, X = Symbol("d", INTEGER), Symbol("x")
LIMIT = tends_to(Lambda(INTEGER, add(D, X), "T"), ONE)


def claim(*assumed):
    return Claim("f/d/c", "", "", (le(Number(3), D),), assumed, (), LIMIT)


def test_models_meet_what_is_assumed():
    found = [dict(model.values) for model in simplest_models(claim(eq(X, add(D, ONE))), 2)]
    assert len(found) == 2
    assert all(values[D].value >= 3 and values[X].value == values[D].value + 1 for values in found)


def test_no_model_is_made_up_where_none_is_found():
    assert simplest_models(claim(le(D, Number(2))), 3) == []


def test_equations_that_cost_too_much_are_given_up(monkeypatch):
    on_a_circle = claim(eq(add(mul(X, X), mul(B, B)), ONE))
    assert len(simplest_models(on_a_circle, 3)) == 3
    monkeypatch.setattr(points, "MOST_SPENT", 0)
    assert simplest_models(on_a_circle, 3) == []


def test_numbers_do_not_decide_a_limit():
    assert at_points(claim()).points == 0


def test_a_model_that_is_not_among_the_simplest_tries_is_drawn_and_made_simple():
    p, q, r, s = map(Symbol, "pqrs")
    long = [le(Number(6), mul(one, other)) for one, other in ((p, q), (r, s))]
    (model,) = simplest_models(claim(*long), 3)
    values = dict(model.values)
    assert [values[one].value * values[other].value for one, other in ((p, q), (r, s))] == [6, 6]


PAIRS = [(Symbol(one), Symbol(other)) for one, other in ("ad", "be", "cf")]
SAME = eq(add(*(absolute(sub(one, other)) for one, other in PAIRS)), ZERO)
B, E = PAIRS[1]


def test_what_holds_only_where_symbols_are_the_same_is_met_there():
    """|a - d| + |b - e| + |c - f| = 0 is no equation that is solved by turning one of them."""
    found = at_points(Claim("f/d/c", "", "", (), (SAME,), (), eq(mul(B, B), E)))
    assert found.counterexample is not None
    values = dict(found.counterexample.values)
    assert all(values[one] == values[other] for one, other in PAIRS)


def test_a_domain_is_met_whose_bound_is_irrational():
    """0 < x and exp(x) <= 2 says nothing of any number of which exp is rational."""
    known = (lt(ZERO, X), le(Node("exp", X), Number(2)))
    assert at_points(Claim("f/d/c", "", "", (), known, (), le(X, ONE))).points > 100
    found = at_points(Claim("f/d/c", "", "", (), known, (), le(mul(Number(2), X), ONE))).counterexample
    assert dict(found.values)[X].value > 0.5


F = Symbol("f", function_sort())
NOWHERE_NEGATIVE = forall(abstract(le(ZERO, apply(F, X)), X))


def test_where_all_numbers_are_assumed_something_a_gap_is_only_a_suspect():
    hidden = Claim("f/d/c", "", "", (), (NOWHERE_NEGATIVE,), (), ne(apply(F, X), Number(7)))
    assert at_points(hidden).counterexample is None
    assert list(suspects(hidden, 3))


def slip(name):
    """p/w <= c^2 x/v fails for small c only, where what is assumed is met seldom."""
    c, p, v, w, y = map(Symbol, "cpvwy")
    known = (le(mul(p, v), mul(X, y)), le(div(y, c), w))
    domains = (lt(ZERO, c), lt(ZERO, v), lt(ZERO, w), le(ZERO, X))
    return Claim(f"f/d/{name}", "", "", domains, known, (), le(div(p, w), div(mul(power(c, Number(2)), X), v)))


def test_no_point_is_suspected_twice():
    hidden = Claim("f/d/c", "", "", (), (NOWHERE_NEGATIVE,), (), lt(apply(F, X), Number(7)))
    found = list(suspects(hidden, 4))
    assert len(found) == len(set(found)) == 4
    open_to_all = Claim("f/d/c", "", "", (), (), (), lt(X, ONE))
    assert at_points(open_to_all).counterexample not in list(suspects(open_to_all, 3))


def test_suspects_are_looked_for_where_symbols_are_the_same():
    hidden = Claim("f/d/c", "", "", (), (SAME, NOWHERE_NEGATIVE), (), eq(mul(B, B), E))
    assert list(suspects(hidden, 3))


def test_other_seeds_find_what_one_missed():
    missed = next(one for one in map(slip, range(20)) if at_points(one).counterexample is None)
    (found, *_) = suspects(missed, 10)
    assert dict(found.values)[Symbol("c")].value < 1


def test_nothing_is_suspected_of_what_is_true():
    assert list(suspects(Claim("f/d/c", "", "", (), (), (), le(ZERO, mul(X, X))), 3)) == []
