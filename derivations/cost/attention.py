"""Attention as programs, one a variant: what its cost is derived from, and what is run and measured."""

from __future__ import annotations

from typing import Final

from derivations.cost.program import (
    FREED,
    Exponentials,
    Free,
    How,
    Multiply,
    New,
    Program,
    Repeat,
    Scale,
    Shape,
    Shift,
    SoftmaxColumns,
    SoftmaxRows,
    SquareRows,
    Step,
    SumColumns,
    block,
    of,
    t,
)
from symbolic.language import size

n, d, h, m = size("n d h m")
GIVEN: Final[dict[str, Shape]] = {"Q": (n, d), "K": (n, d), "V": (n, d)}

# softmax_row(Q K^T) V, of what is projected already
standard: Final = Program(
    "standard attention",
    GIVEN,
    (Multiply("S", "Q", t("K")), SoftmaxRows("S"), Multiply("O", "S", "V")),
)

# The same with the projections before and after: one head of multi-head attention
single_head: Final = Program(
    "a single head with its projections",
    {**GIVEN, "WQ": (d, d), "WK": (d, d), "WV": (d, d), "WO": (d, d)},
    (
        Multiply("q", "Q", "WQ"),
        Multiply("k", "K", "WK"),
        Multiply("v", "V", "WV"),
        Multiply("S", "q", t("k")),
        SoftmaxRows("S"),
        Multiply("H", "S", "v"),
        Free("q", "k", "v", "S"),
        Multiply("O", "H", "WO"),
    ),
)


def multi_head(how: How = FREED) -> Program:
    """h heads, each with weights of its own, concatenated block by block, and the projection of the whole."""
    head: tuple[Step, ...] = (
        Multiply("q", "Q", of("WQ")),
        Multiply("k", "K", of("WK")),
        Multiply("v", "V", of("WV")),
        Multiply("S", "q", t("k")),
        SoftmaxRows("S"),
        Multiply(block("H"), "S", "v"),
    )
    weights = dict.fromkeys(("WQ", "WK", "WV", "WO"), (h * d, d))
    steps = (New("H", (n, h * d)), Repeat(h, head, how), Multiply("O", "H", "WO"))
    return Program(f"multi-head attention, buffers freed {how.value}", {**GIVEN, **weights}, steps)


# softmax_row(Q) (softmax_col(K)^T V), with the cheap order of products and with the costly one
separable: Final = Program(
    "separable attention",
    GIVEN,
    (SoftmaxRows("Q"), SoftmaxColumns("K"), Multiply("C", t("K"), "V"), Multiply("O", "Q", "C")),
)
separable_costly: Final = Program(
    "separable attention, in the costly order",
    GIVEN,
    (SoftmaxRows("Q"), SoftmaxColumns("K"), Multiply("A", "Q", t("K")), Multiply("O", "A", "V")),
)


def features(target: str, operand: str) -> tuple[Step, ...]:
    """f(y) = exp(X y - |y|^2/2) of each row y, for the m samples that are the rows of X; a factor of all cancels."""
    squares = f"{target}2"
    return (
        Multiply(target, operand, t("X")),
        SquareRows(squares, operand),
        Shift(target, squares),
        Free(squares),
        Exponentials(target),
    )


# D^-1 (Q' (K'^T V)), where D is the diagonal of Q' (K'^T 1)
approximate: Final = Program(
    "feature attention",
    {**GIVEN, "X": (m, d)},
    (
        *features("F", "Q"),
        *features("G", "K"),
        Multiply("C", t("G"), "V"),
        SumColumns("s", "G"),
        Multiply("D", "F", "s"),
        Multiply("O", "F", "C"),
        Scale("O", "D"),
    ),
)
approximate_costly: Final = Program(
    "feature attention, in the costly order",
    {**GIVEN, "X": (m, d)},
    (
        *features("F", "Q"),
        *features("G", "K"),
        Multiply("A", "F", t("G")),
        SumColumns("s", "G"),
        Multiply("D", "F", "s"),
        Multiply("O", "A", "V"),
        Scale("O", "D"),
    ),
)
