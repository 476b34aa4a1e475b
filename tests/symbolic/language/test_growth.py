"""Claims about classes: as scripts and lines of text say them, as they are read, and as they are echoed."""

import pytest

from symbolic.language import Eq, Le, big_o, big_omega, big_theta, integer, outside, real, size
from symbolic.language.latex import latex
from symbolic.language.reading import Statement, read_claim, read_formula
from symbolic.language.text import read_text
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, Number, Symbol, class_of, compared, hints, le, mul, negation, power, symbols
from symbolic.terms.text import show

n, d, k, x = *size("n d k"), real("x")
NAMES = {"n": n, "d": d, "k": k, "x": x, "cost": 3 * n * d}
N, D, K = (Symbol(name, INTEGER) for name in "ndk")


def test_scripts_and_text_say_the_same():
    formula = class_of("big_o", [N, D], mul(N, D), power(N, Number(2)), [le(mul(K, D), N)])
    assert read_text("big_o(n*d, n**2, n, d, k*d <= n)", NAMES) == formula
    assert read_formula(big_o(d * n, n**2, n, d, k * d <= n)) == class_of(
        "big_o", [N, D], mul(D, N), power(N, Number(2)), [le(mul(D, K), N)]
    )
    assert read_formula(outside(big_o(n, n, n))) == negation(class_of("big_o", [N], N, N))


def test_sizes_are_bound_and_other_letters_are_free():
    assert symbols(read_text("big_theta(k*n, n, n)", NAMES)) == {K}
    assert symbols(read_text("big_theta(k*n, n, n, k)", NAMES)) == set()


def test_an_abbreviation_speaks_of_the_sizes_that_are_bound():
    assert read_text("big_theta(cost, n*d, n, d)", NAMES) == class_of(
        "big_theta", [N, D], mul(Number(3), D, N), mul(N, D)
    )


def test_the_parts_are_found_again():
    formula = read_text("big_omega(n*d, n, n, d, d <= n)", NAMES)
    parts = compared(formula, [N, D, K])
    assert (hints(formula), parts.sizes) == (("n", "d"), (N, D))
    assert (parts.function, parts.other, parts.regime) == (mul(N, D), N, (le(D, N),))


@pytest.mark.parametrize(
    ("text", "shown", "written"),
    [
        ("big_o(n*d, n**2, n, d)", "n·d = O(n^2) uniformly in n, d ≥ 1",
         r"n \, d = O\left(n^{2}\right) \text{ uniformly in } n, d \geq 1"),
        ("big_omega(n*d, n, n, d, d <= n, k*d < n)", "n·d = Ω(n) uniformly in n, d ≥ 1 with d ≤ n, k·d < n",
         r"n \, d = \Omega\left(n\right) \text{ uniformly in } n, d \geq 1 \text{ with } d \leq n, k \, d < n"),
        ("big_theta(n, x, n)", "n = Θ(x) uniformly in n ≥ 1",
         r"n = \Theta\left(x\right) \text{ uniformly in } n \geq 1"),
    ],
)  # fmt: skip
def test_the_echo_has_all_quantifiers(text, shown, written):
    term = read_text(text, NAMES)
    assert show(term) == shown
    assert latex(term) == written


def test_a_bound_size_is_primed_where_it_is_also_free():
    taken = class_of("big_o", [Symbol("m", INTEGER)], mul(Symbol("m", INTEGER), N), N)
    renamed = type(taken)(taken.op, *(type(part)(part.sort, part.body, "n") for part in taken.args))
    assert show(renamed) == "n′·n = O(n) uniformly in n′ ≥ 1"


def test_what_is_not_defined_at_all_sizes_is_a_condition():
    claim = read_claim("f/d/c", "", "", [], Statement((big_o(n / (n - k), n, n),)))
    assert [show(one) for one in claim.conditions] == ["∀ n ≥ 1: n − k ≠ 0"]
    within = read_claim("f/d/c", "", "", [], Statement((big_o(n / (n - k), n, n, k <= n),)))
    assert [show(one) for one in within.conditions] == ["∀ n ≥ 1, k ≤ n: n − k ≠ 0"]
    inside = read_claim("f/d/c", "", "", [], Statement((big_o(n / (n - k), n, n, k < n),)))
    assert inside.conditions == ()


@pytest.mark.parametrize("make", [big_o, big_omega, big_theta])
@pytest.mark.parametrize(
    "sizes", [(), (n, n), (k <= n,), (n, k <= n, d), (integer("i"),), (x,), (size("s", at_least=2),), (n, Eq(n, d))]
)
def test_sizes_are_sizes(make, sizes):
    with pytest.raises(Unreadable, match="sizes"):
        make(n, d, *sizes)


@pytest.mark.parametrize("text", ["big_o(n, n)", "big_o(n, n, n, n)", "big_o(n, n, n, d <= n, d)", "big_o(n)"])
def test_so_they_are_in_text(text):
    with pytest.raises(Unreadable):
        read_text(text, NAMES)


def test_a_regime_in_a_script_may_be_turned():
    assert read_formula(big_o(d, n, n, d, n >= d)) == read_formula(big_o(d, n, n, d, Le(d, n)))
