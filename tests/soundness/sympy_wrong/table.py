"""All wrong answers, and the page that shows them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sympy

from symbolic.language.unreadable import Unreadable
from symbolic.terms.text import show
from tests.soundness.sympy_wrong.calculus import CALCULUS
from tests.soundness.sympy_wrong.others import OTHERS
from tests.soundness.sympy_wrong.sums import SUMS
from tests.soundness.sympy_wrong.wrong import REFUTED, UNKNOWN, VACUOUS, Goal, Wrong

WRONG: Final = (*SUMS, *CALCULUS, *OTHERS)
PAGE: Final = Path(__file__).parents[3] / "docs" / "sympy-wrong-answers.md"
_TITLE: Final = f"""# Wrong answers of SymPy {sympy.__version__}, and what is said of them here

Each call gives the answer beside it (a test asks SymPy again), and each answer is wrong for some value of its letters.
It is restated as a claim, which must never be proved; where something near to it holds, that is proved.
*Vacuous*: no values make the claim's terms defined, and the kernel derives it. *Unknown*: neither proved nor refuted.
Written by `python -m tests.soundness.sympy_wrong`.

| asked of SymPy | its answer | as a claim | verdict | what holds instead | source |
| --- | --- | --- | --- | --- | --- |
"""


def page() -> str:
    """The table as Markdown."""
    return _TITLE + "".join(f"| {' | '.join(_row(wrong))} |\n" for wrong in WRONG)


def _row(wrong: Wrong) -> list[str]:
    known = wrong.outcome in (REFUTED, VACUOUS, UNKNOWN)
    true = "" if wrong.true is None else _code(_shown(wrong, wrong.true))
    return [
        f"{wrong.subject}: {_code(wrong.call)}",
        _code(wrong.answer),
        _code(_given(wrong) + _shown(wrong, wrong.believed)),
        wrong.outcome if known else f"refused: {wrong.outcome}",
        true,
        wrong.source,
    ]


def _given(wrong: Wrong) -> str:
    supposed = [one if isinstance(one, str) else f"{one.relation[0]} for all {one.forall}" for one in wrong.assume]
    return f"{', '.join(supposed)} ⊢ " if supposed else ""


def _shown(wrong: Wrong, goal: Goal) -> str:
    if isinstance(goal, str):
        return goal
    try:
        return show(wrong.claim(goal).goal)
    except Unreadable:
        return " == ".join(map(str, goal))


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")
