from fractions import Fraction

from numeric.batches import SIZE, compare
from numeric.decide import decide, decide_precisely
from numeric.layout import arrange
from numeric.sampling import Sampler, stream
from symbolic.claim import Claim
from symbolic.terms import INTEGER, ONE, ZERO, Number, Symbol, Term, add, div, eq, lt, mul, power

x, beta = Symbol("x"), Symbol("beta")
n = Symbol("n", INTEGER)
ROOT = power(Number(2), div(ONE, Number(2)))


def claim(goal: Term, *domains: Term) -> Claim:
    return Claim("a/b/c", "", "", domains, (), (), goal)


def agreement(found: Claim) -> object:
    layout = arrange(found)
    sampler = Sampler(layout)
    draft = next(sampler.simplest())
    return compare(found, layout, sampler.slots, draft or {}, stream(0, found.id))


def test_all_points_of_a_batch_lie_in_the_domain() -> None:
    found = agreement(claim(lt(mul(beta, beta), beta), lt(ZERO, beta), lt(beta, ONE)))
    assert (found.points, found.suspects) == (SIZE, ())


def test_rounding_shows_as_a_gap_and_not_as_a_suspect() -> None:
    found = agreement(claim(eq(div(mul(x, ROOT), ROOT), x)))
    assert 0 < found.largest < 1e-12
    assert found.suspects == ()


def test_suspects_are_near_by_rationals_and_the_very_floats() -> None:
    found = agreement(claim(eq(mul(x, x), add(x, ONE))))
    near, very = found.suspects[:2]
    assert near[x, 0].denominator <= 12
    assert near[x, 0] == very[x, 0].limit_denominator(12)
    assert float(very[x, 0]) == very[x, 0]


def test_without_reals_there_is_no_batch() -> None:
    assert agreement(claim(eq(mul(n, n), n))).tried == 0


def test_decisions_are_exact_where_they_can_be() -> None:
    rational, irrational = claim(eq(x, div(ONE, Number(3)))), claim(eq(mul(x, x), Number(2)))
    draft = {(x, 0): Fraction(1, 3)}
    assert decide(rational, arrange(rational), draft).exact
    root = Claim("a/b/c", "", "", (), (eq(x, ROOT),), (), irrational.goal)
    decision = decide(root, arrange(root), {})
    assert (decision.holds, decision.exact) == (True, False)
    assert 0 < decision.gap < 1e-25


def test_precise_decisions_owe_the_assumptions_too() -> None:
    found = claim(eq(x, x), lt(ROOT, x))
    layout = arrange(found)
    assert decide_precisely(found, layout, {(x, 0): Fraction(1)}).holds is None
    assert decide_precisely(found, layout, {(x, 0): Fraction(3, 2)}).holds is True
