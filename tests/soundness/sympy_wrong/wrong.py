"""What a wrong answer of SymPy is here, and the names that calls and claims speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy
from sympy import IndexedBase, MatrixSymbol, stats
from sympy.concrete.delta import deltaproduct, deltasummation
from sympy.concrete.gosper import gosper_sum

from symbolic.claim import Claim
from symbolic.language import (
    column,
    derivative,
    function,
    integer,
    matrix,
    random_variable,
    real,
    sequence,
    size,
    time,
)
from symbolic.language.reading import Statement, read_claim

REFUTED: Final = "refuted"
VACUOUS: Final = "vacuous"  # it speaks of nothing: no values make its terms defined, which the kernel derives
UNKNOWN: Final = "unknown"

Goal = str | tuple[Any, Any]


@dataclass(frozen=True)
class Wrong:
    """One wrong answer: SymPy gives ``answer`` for ``call``; a claim that believes it is ``believed``.

    Attributes:
        subject: what the call asks for.
        source: the issue of SymPy's tracker, or how it was found.
        call: Python on the names of `SYMPY`.
        answer: what SymPy prints.
        believed: the same as a claim of this language, or as near to it as the language comes.
        outcome: what the checker says of it: `REFUTED`, `VACUOUS`, `UNKNOWN`, or the words with which it is refused.
        assume: what ``believed`` and ``true`` suppose.
        true: what holds instead, and is proved.
    """

    subject: str
    source: str
    call: str
    answer: str
    believed: Goal
    outcome: str
    assume: tuple[str | Statement, ...] = ()
    true: Goal | None = None

    def claim(self, goal: Goal) -> Claim:
        """``goal`` under what is supposed, read with `NAMES`."""
        given = [one if isinstance(one, Statement) else Statement((one,)) for one in self.assume]
        stated = Statement(goal if isinstance(goal, tuple) else (goal,))
        return read_claim("sympy/wrong/answer", self.subject, self.source, given, stated, names=NAMES)


def issue(number: int) -> str:
    return f"[#{number}](https://github.com/sympy/sympy/issues/{number})"


FOUND: Final = "found here"

_n, _m = size("n m")
NAMES: Final[dict[str, Any]] = {
    **{name: real(name) for name in "abxyz"},
    **{name: integer(name) for name in "ijk"},
    **{name: sequence(name) for name in "uv"},
    "n": _n,
    "m": _m,
    "t": time("t"),
    "T": time("T"),
    "p": real("p", above=0),
    "q": real("q", at_least=0),
    "e": sequence("e", start=1),
    "f": function("f"),
    "Z": random_variable("Z"),
    "D": derivative,
    "A": matrix("A", _n, _n),
    "B": matrix("B", _n, _n),
    "R": matrix("R", _n, _m),
    "K": matrix("K", _n, _m),
    "w": column("w", _m),
    "c": column("c", _n),
}


def _symbols() -> dict[str, Any]:
    """Names for calls, with the assumptions that SymPy has words for."""
    kinds = {"integer": "ijkn", "real": "abxyz"}
    return {
        **{name: sympy.Symbol(name, **{kind: True}) for kind, names in kinds.items() for name in names},
        **{name: sympy.Function(name) for name in "fguv"},
        "r": sympy.Symbol("r"),
        "o": sympy.Symbol("o", zero=True),
        "p": sympy.Symbol("p", positive=True),
        "q": sympy.Symbol("q", nonnegative=True),
        "m": sympy.Symbol("m", integer=True, positive=True),
        "t": sympy.Symbol("t", integer=True, nonnegative=True),
        "T": sympy.Symbol("T", integer=True, positive=True),
    }


def _arrays() -> dict[str, Any]:
    n, m = _symbols()["T"], _symbols()["m"]
    return {
        "X": IndexedBase("X"),
        "A": MatrixSymbol("A", n, n),
        "B": MatrixSymbol("B", n, n),
        "R": MatrixSymbol("R", n, m),
        "K": MatrixSymbol("K", n, m),
        "w": MatrixSymbol("w", m, 1),
        "c": MatrixSymbol("c", n, 1),
        "W": stats.Normal("W", 0, 1),
    }


SYMPY: Final[dict[str, Any]] = {
    **vars(sympy),
    "gosper_sum": gosper_sum,
    "deltasummation": deltasummation,
    "deltaproduct": deltaproduct,
    "stats": stats,
    **_symbols(),
    **_arrays(),
}
