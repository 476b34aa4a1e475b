"""Single edits of text: made where they make sense, without touching anything else."""

from __future__ import annotations

import pytest

from derivations.respelled import respelled
from derivations.shapes import Shapes
from symbolic.language import integer, matrix, size

n, d = size("n d")
Q, K = matrix("Q K", n, d)
NAMES = {"Q": Q, "K": K, "i": integer("i"), "j": integer("j")}


def _edits(text: str) -> dict[str, str]:
    shapes = Shapes(text, NAMES)
    return dict(respelled(shapes.parsed, shapes.read))


@pytest.mark.parametrize(
    ("text", "words", "edited"),
    [
        ("Q*K == Q", "the transpose of K", "Q*K.T == Q"),
        ("(Q + K)*K.T == Q", "the transpose of Q + K", "((Q + K).T)*K.T == Q"),
        ("Q*K.T == Q", "without the transpose of K", "Q*K == Q"),
        ("(Q - K).T*Q == Q", "without the transpose of Q - K", "(Q - K)*Q == Q"),
        ("2*(Q @ K.T) == Q", "Q and K.T exchanged", "2*(K.T@Q) == Q"),
        ("Q[i, j] == 0.5*K", "the entry [i, j] of 0.5*K", "Q[i, j] == (0.5*K)[i, j]"),
    ],
)
def test_an_edit_changes_one_part(text: str, words: str, edited: str) -> None:
    assert _edits(text)[words] == edited


def test_numbers_are_not_transposed() -> None:
    assert "the transpose of 2" not in _edits("2*Q*K == Q")
    assert _edits("2*3 == 6") == {}


def test_the_least_change_comes_first_and_the_order_is_the_same_every_time() -> None:
    shapes = Shapes("Q*K == Q", NAMES)
    found = respelled(shapes.parsed, shapes.read)
    assert found == respelled(shapes.parsed, shapes.read)
    assert found[0] == ("Q and K exchanged", "K*Q == Q")
