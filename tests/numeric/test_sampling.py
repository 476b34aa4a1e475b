from fractions import Fraction
from itertools import islice

import pytest

from numeric.arithmetics import Exact
from numeric.drafts import Draft, model_of
from numeric.evaluate import evaluate
from numeric.forms import cost
from numeric.layout import Layout, arrange
from numeric.realise import polynomial
from numeric.sampling import Sampler, models, stream
from numeric.slots import slots
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    add,
    apply,
    eq,
    forall,
    function_sort,
    implies,
    le,
    lt,
    mul,
    sequence_sort,
    sub,
    summation,
)

beta, x, y = Symbol("beta"), Symbol("x"), Symbol("y")
n = Symbol("n", INTEGER)
g, v = Symbol("g", sequence_sort()), Symbol("v", sequence_sort())
INSIDE = (lt(ZERO, beta), lt(beta, ONE))


def claim(*assumptions: Term, domains: tuple[Term, ...] = ()) -> Claim:
    goal = eq(add(beta, x, y, n, apply(g, ONE), apply(v, ONE)), ZERO)
    return Claim("file/derivation/claim", "", "", domains, assumptions, (), goal)


def test_streams_depend_on_the_seed_and_on_the_claim_only() -> None:
    first = stream(0, "a/b/c").integers(10**9)
    assert first == stream(0, "a/b/c").integers(10**9)
    assert first != stream(1, "a/b/c").integers(10**9)
    assert first != stream(0, "a/b/d").integers(10**9)


def test_symbols_of_a_sort_may_be_drawn_all_the_same_within_their_domains() -> None:
    z = Symbol("z")
    layout = arrange(claim(lt(ZERO, z), lt(z, ONE)))
    drafts = list(filter(None, islice(Sampler(layout).coinciding(stream(0, "a/b/c")), 40)))
    assert len(drafts) == 40
    assert all(draft[x, 0] == draft[y, 0] == draft[beta, 0] for draft in drafts[::2])
    assert all(draft[g, 1] == draft[v, 1] for draft in drafts[::2])
    assert all(abs(draft[x, 0]) == abs(draft[y, 0]) for draft in drafts)
    assert any(draft[x, 0] == -draft[y, 0] != 0 for draft in drafts)
    assert all(0 < draft[z, 0] < 1 for draft in drafts)
    assert {draft[z, 0] == draft[x, 0] for draft in drafts} == {True, False}


def test_candidates_come_in_order_of_simplicity_and_within_the_domain() -> None:
    by_symbol = {slot.symbol: slot for slot in slots(arrange(claim(domains=(*INSIDE, le(ONE, n)))))}
    firsts = {symbol: [values[0] for values in slot.candidates[:4]] for symbol, slot in by_symbol.items()}
    assert firsts[beta] == [Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 4)]
    assert firsts[n] == [1, 2, 3, 4]
    assert firsts[x] == [0, 1, -1, 2]
    assert [tuple(map(int, shape)) for shape in by_symbol[g].candidates[:4]] == [
        (0, 0, 0, 0),
        (1, 0, 0, 0),
        (-1, 0, 0, 0),
        (0, 1, 0, 0),
    ]


def test_values_near_the_bounds_of_a_far_domain_are_candidates() -> None:
    (slot,) = (slot for slot in slots(arrange(claim(domains=(lt(Number(1000), x),)))) if slot.symbol == x)
    assert slot.candidates[0] == (Fraction(1001),)


def test_models_respect_the_domains_of_single_symbols() -> None:
    for model in models(claim(domains=(*INSIDE, le(ONE, n))), seed=3, amount=50):
        values = dict(model.values)
        assert evaluate(lt(mul(beta, beta), beta), model, Exact())
        assert isinstance(values[n], Number)
        assert values[n].value >= 1


@pytest.mark.parametrize(
    "equation",
    [
        eq(add(mul(Number(3), x), y), Number(7)),
        eq(summation(ONE, Number(4), Lambda(INTEGER, apply(g, Bound(0)))), ONE),
        eq(mul(beta, add(x, ONE)), mul(y, add(y, ONE))),
    ],
)
def test_equations_are_met_by_solving(equation: Term) -> None:
    found = claim(equation, domains=INSIDE)
    layout = arrange(found)
    drafts = list(islice(Sampler(layout).random(stream(0, found.id)), 40))
    met = [draft for draft in drafts if draft is not None]
    assert len(met) > 20
    assert all(evaluate(equation, model_of(draft, layout), Exact(), layout) for draft in met)


def test_constraints_between_recurrences_are_met_by_solving() -> None:
    step = eq(apply(v, add(Bound(0), ONE)), add(mul(beta, apply(v, Bound(0))), x))
    schema = forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), step)))
    target = eq(apply(v, Number(3)), Number(5))
    found = claim(schema, target, domains=INSIDE)
    layout = arrange(found)
    met = [draft for draft in islice(Sampler(layout).random(stream(0, found.id)), 20) if draft is not None]
    assert len(met) > 10
    assert all(evaluate(target, model_of(draft, layout), Exact(), layout) for draft in met)


def test_equations_without_solution_yield_no_draft() -> None:
    sampler = Sampler(arrange(claim(eq(sub(x, x), ONE))))
    assert all(draft is None for draft in islice(sampler.simplest(), 20))


def test_simplest_drafts_start_at_the_simplest_values() -> None:
    sampler = Sampler(arrange(claim(domains=(*INSIDE, le(ONE, n)))))
    first, second = (dict(draft or {}) for draft in islice(sampler.simplest(), 2))
    assert first[n, 0] == 1
    assert first[beta, 0] == Fraction(1, 2)
    assert sum(cost((value,))[0] for value in second.values()) > sum(cost((value,))[0] for value in first.values())


def test_simplest_drafts_are_finitely_many() -> None:
    layout = arrange(Claim("a/b/c", "", "", (), (), (), eq(ONE, ZERO)))
    assert list(Sampler(layout).simplest()) == [{}]


def test_functions_of_two_arguments_are_realised() -> None:
    value = polynomial(Symbol("f", function_sort(2)), tuple(Fraction(k) for k in (1, 0, -2, 3)))
    assert repr(value) == "(fun x (fun y (sub (add 1 (mul 3 #1 #0)) (mul 2 #0))))"


def test_some_matrices_are_positive_and_some_functions_bend() -> None:
    a, f = Symbol("A", sequence_sort(1, 2)), Symbol("f", function_sort())
    drafts = drawn(arrange(Claim("a/b/c", "", "", (), (), (), eq(apply(f, x), apply(a, ONE, ONE)))), 60)
    positive = [draft for draft in drafts if all(0 < draft[a, number] < 1 for number in range(9))]
    bent = [draft for draft in drafts if draft[f, 4] != 0]
    assert 5 <= len(positive) <= 30
    assert 5 <= len(bent) <= 30


def test_functions_that_equations_tie_do_not_bend() -> None:
    f = Symbol("f", function_sort())
    layout = arrange(Claim("a/b/c", "", "", (), (eq(apply(f, ONE), apply(f, ZERO)),), (), eq(apply(f, x), x)))
    assert {draft[f, 4] for draft in drawn(layout, 40)} == {0}


def drawn(layout: Layout, amount: int) -> list[Draft]:
    return [draft for draft in islice(Sampler(layout).random(stream(0, "a")), amount) if draft is not None]
