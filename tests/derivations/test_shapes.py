"""Which sizes a text takes for one."""

from __future__ import annotations

import pytest

from derivations.shapes import Shapes
from symbolic.language import column, integer, matrix, real, size
from symbolic.terms import INTEGER, ONE, Symbol

n, d = size("n d")
Q, K = matrix("Q K", n, d)
NAMES = {"Q": Q, "K": K, "b": column("b", n), "s": real("s"), "i": integer("i"), "n": n, "d": d}
N, D = Symbol("n", INTEGER), Symbol("d", INTEGER)


@pytest.mark.parametrize(
    ("text", "sizes", "words"),
    [
        ("Q*K == 0", (D, N), ("columns of Q", "rows of K")),
        ("Q @ K == 0", (D, N), ("columns of Q", "rows of K")),
        ("trace(Q*(K*Q)) == 0", (D, N), ("columns of K", "rows of Q")),
        ("s*(Q + K.T) == Q", (N, D), ("rows of Q", "rows of K.T")),
        ("Q == K.T", (N, D), ("rows of Q", "rows of K.T")),
        ("Q.T*b == b", (D, N), ("rows of Q.T*b", "rows of b")),
        ("dot(Q, b) == s", (D, ONE), ("columns of Q", "columns of b")),
        ("trace(Q) == s", (N, D), ("rows of Q", "columns of Q")),
        ("Q.I == K", (N, D), ("rows of Q", "columns of Q")),
        ("Q[i, 1] == Q*K.T", (ONE, N), ("rows of Q[i, 1]", "rows of Q*K.T")),
        ("sum(dot(Q, K.T), i, 1, n) == 1", (N, D), ("rows of Q", "rows of K.T")),
    ],
)
def test_the_innermost_misfit_is_named(text: str, sizes: tuple[object, object], words: tuple[str, str]) -> None:
    misfit = Shapes(text, NAMES).misfit()
    assert misfit is not None
    assert ((misfit.one, misfit.other), misfit.words) == (sizes, words)


@pytest.mark.parametrize("text", ["Q*K.T == K*Q.T", "s*Q + K == Q", "Q**2 == 1", "exp(Q) == K", "s*s == 1 + s"])
def test_what_fits_or_is_no_shape_is_no_misfit(text: str) -> None:
    assert Shapes(text, NAMES).misfit() is None
