from fractions import Fraction

from numeric.display import display
from numeric.layout import arrange
from numeric.sampling import Sampler
from numeric.shrink import shrink, weight
from symbolic.claim import Claim
from symbolic.terms import INTEGER, ONE, Number, Symbol, add, apply, eq, function_sort, le, sequence_sort

x, y = Symbol("x"), Symbol("y")
n = Symbol("n", INTEGER)
g = Symbol("g", sequence_sort())
f = Symbol("f", function_sort(2))
CLAIM = Claim("a/b/c", "", "", (le(ONE, n),), (eq(add(x, y), Number(10)),), (), eq(apply(g, n), x))


def test_shrinking_reaches_the_smallest_of_its_kind() -> None:
    layout = arrange(Claim("a/b/c", "", "", (le(ONE, n),), (), (), eq(apply(g, n), x)))
    sampler = Sampler(layout)
    start = {knob: Fraction(7, 3) for knob in sampler.order} | {(n, 0): Fraction(6)}
    found = shrink(start, sampler, lambda draft: draft[n, 0] >= 1 and draft[x, 0] >= 2)
    assert found == {knob: Fraction(0) for knob in sampler.order} | {(n, 0): 1, (x, 0): 2}


def test_a_rare_failure_is_shrunk_from_where_it_was_found() -> None:
    sampler = Sampler(arrange(Claim("a/b/c", "", "", (), (), (), eq(x, y))))
    start = {(x, 0): Fraction(317, 10), (y, 0): Fraction(5)}
    found = shrink(start, sampler, lambda draft: draft[x, 0] > 30)
    assert found == {(x, 0): Fraction(317, 10), (y, 0): 0}


def test_shrinking_keeps_the_equations() -> None:
    sampler = Sampler(arrange(CLAIM))
    start = next(draft for draft in sampler.simplest() if draft is not None)
    found = shrink(start, sampler, lambda draft: draft[x, 0] + draft[y, 0] == 10 and draft[n, 0] >= 1)
    assert found[x, 0] + found[y, 0] == 10


def test_sizes_weigh_before_numbers_and_numbers_before_sequences() -> None:
    sampler = Sampler(arrange(CLAIM))
    zero = {knob: Fraction(0) for knob in sampler.order}
    size, number, shape = ({**zero, knob: Fraction(1)} for knob in ((n, 0), (x, 0), (g, 0)))
    assert weight(size, sampler.slots) > weight(number, sampler.slots) > weight(shape, sampler.slots)


def test_display_names_the_arguments_of_functions() -> None:
    claim = Claim("a/b/c", "", "", (), (), (), eq(apply(f, x, y), ONE))
    layout = arrange(claim)
    draft = {knob: Fraction(2) for knob in Sampler(layout).order} | {(f, 1): Fraction(-1, 2)}
    assert display(claim, layout, draft) == (
        ("x", "2"),
        ("y", "2"),
        ("f(x, y)", "2 + 2·y + 2·x·y − (1/2)·x"),
        ("left side", "13"),
        ("right side", "1"),
    )


def test_entries_of_a_matrix_are_shrunk_one_by_one() -> None:
    a = Symbol("A", sequence_sort(1, 2))
    sampler = Sampler(arrange(Claim("a/b/c", "", "", (le(ONE, n),), (), (), eq(apply(a, n, n), x))))
    start = {knob: Fraction(7, 3) for knob in sampler.order} | {(a, 8): Fraction(22, 3)}
    found = shrink(start, sampler, lambda draft: draft[a, 8] > 7 and draft[a, 3] > 0)
    assert {number for symbol, number in found if symbol == a and found[a, number]} == {3, 8}
    assert (found[a, 3], found[a, 8]) == (1, Fraction(22, 3))
