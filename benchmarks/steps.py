"""The elementary steps of ``tests/strength/steps.py``: the checker beside SymPy; then growth with their indices.

Usage: ``python benchmarks/steps.py [TITLE ...]``, where a title may be a part of one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from sys import argv, path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
path[:0] = [str(ROOT), str(Path(__file__).parent)]

import growth  # noqa: E402 (the checker may not be installed)
from asking import SECONDS, Answer, ask, decided, equal, simplified, word  # noqa: E402

from tests.strength.steps import STEPS, Step  # noqa: E402
from tests.strength.steps_in_sympy import DIFFERENCES  # noqa: E402


def main(names: Sequence[str]) -> None:
    chosen = [step for step in STEPS if not names or any(name in step.title for name in names)]
    print(f"{'step':45}" + "".join(f"{way:>10} {'s':>6}" for way in WAYS), flush=True)
    rows = [_row(step) for step in chosen]
    print(f"{f'closed, of {len(chosen)}':45}" + "".join(_total(column) for column in zip(*rows, strict=True)))
    print(f"each stopped after {SECONDS:.0f} s; {sum(bool(step.waits) for step in chosen)} not stated to the checker")
    if not names:
        print()
        growth.main()


def _row(step: Step) -> list[Answer]:
    answers = [way(step) for way in WAYS.values()]
    shown = "".join(f"{_word(says):>10} {seconds:6.2f}" for says, seconds in answers)
    print(f"{step.title:45}{shown}  {step.waits and f'waits for {step.waits}'}".rstrip(), flush=True)
    return answers


def _word(says: bool | None) -> str:
    return {"right": "closed", "undecided": "—"}.get(word(says, True), "wrong")


def _total(answers: Sequence[Answer]) -> str:
    return f"{sum(says is True for says, _ in answers):10} {sum(seconds for _, seconds in answers):6.1f}"


def _checker(step: Step) -> Answer:
    return (None, 0.0) if step.waits else ask(decided, step.claim())


def _sympy(way: Callable[[Any], bool | None]) -> Callable[[Step], Answer]:
    """SymPy differentiates and integrates while the difference is made: that is timed as well."""
    return lambda step: ask(lambda made: way(made()), DIFFERENCES[step.title])


WAYS: Final[Mapping[str, Callable[[Step], Answer]]] = {
    "checker": _checker,
    "simplify": _sympy(simplified),
    "equals": _sympy(equal),
}

if __name__ == "__main__":
    main(argv[1:])
