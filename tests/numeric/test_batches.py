from fractions import Fraction

from numeric.batches import SIZE, compare
from numeric.decide import decide, decide_precisely
from numeric.layout import arrange
from numeric.sampling import Sampler, stream
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    forall,
    implies,
    le,
    lt,
    matmul,
    mul,
    named_matrix,
    power,
    sequence_sort,
    transpose,
)

beta, x, y, z = (Symbol(name) for name in ("beta", "x", "y", "z"))
v = Symbol("v", sequence_sort())
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


def test_reals_that_equations_tie_are_not_drawn_anew() -> None:
    tied = Claim("a/b/c", "", "", (), (eq(mul(x, beta), ONE), eq(y, mul(Number(2), x))), (), le(mul(z, z), y))
    layout = arrange(tied)
    draft = {(x, 0): Fraction(2), (beta, 0): Fraction(1, 2), (z, 0): Fraction(0)}
    found = compare(tied, layout, Sampler(layout).slots, draft, stream(0, tied.id))
    assert found.tried == SIZE
    assert 0 < found.points < SIZE
    assert all(suspect[x, 0] == 2 for suspect in found.suspects)


def test_tied_first_elements_keep_their_values() -> None:
    step = eq(apply(v, add(n, ONE)), mul(x, apply(v, n)))
    recurrence = forall(abstract(implies(le(ZERO, n), step), n))
    tied = Claim("a/b/c", "", "", (), (recurrence, eq(apply(v, ONE), ONE)), (), le(mul(z, z), apply(v, ONE)))
    layout = arrange(tied)
    draft = {(x, 0): Fraction(1, 3), (v, 0): Fraction(3), (z, 0): Fraction(0)}
    assert compare(tied, layout, Sampler(layout).slots, draft, stream(0, tied.id)).points > 0


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


# -- matrices -----------------------------------------------------------------------------------------

A = named_matrix(Symbol("A", sequence_sort(1, 2)), n, n)


def test_the_entries_of_matrices_are_random_too() -> None:
    trace = Node("trace", matmul(A, A))
    found = agreement(claim(eq(trace, Node("trace", matmul(transpose(A), transpose(A)))), le(Number(3), n)))
    assert (found.points, found.suspects) == (SIZE, ())
    failing = agreement(claim(eq(trace, Node("dot", A, A)), le(Number(3), n)))
    assert failing.points == 0
    assert len({value for knob, value in failing.suspects[1].items() if knob[0].name == "A"}) == 9


def test_matrices_of_which_equations_speak_keep_their_entries() -> None:
    found = Claim("a/b/c", "", "", (le(ONE, n),), (eq(A, transpose(A)),), (), eq(mul(x, A), mul(A, x)))
    layout = arrange(found)
    sampler = Sampler(layout)
    draft = next(sampler.simplest()) or {}
    assert compare(found, layout, sampler.slots, draft, stream(0, found.id)).points == SIZE
