"""What became of the mutants of a claim, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from rich.text import Text

from derivations.mutation import Fate, Mutation, Tried, counted
from symbolic.terms.text import show

WEAK: Final = "WEAK: no mutant is refuted; as far as can be seen, the claim says nothing"
ALARM: Final = "SOUNDNESS ALARM: proved, yet false. This is a bug of the checker; please report it."
_INDENT: Final = " " * 12


def mutation_lines(mutation: Mutation) -> Iterator[Text]:
    """How many mutants there were, and what is remarkable about them."""
    yield Text(f"{_INDENT}{_counts([mutation])}", style="dim")
    if mutation.weak:
        yield Text(f"{_INDENT}{WEAK}", style="yellow")
    for one in mutation.of(Fate.WRONGLY_PROVED):
        yield Text(f"{_INDENT}{ALARM} {one.mutant.description}: {show(one.mutant.claim.goal)}", style="bold red")


def mutation_summary(mutations: Sequence[Mutation]) -> Text:
    """One line for the mutants of a whole run."""
    weak = sum(mutation.weak for mutation in mutations)
    said = f"; {weak} weak" if weak else ""
    return Text(f"{_counts(mutations)}{said}", style="bold red" if any(one.alarm for one in mutations) else "bold")


def mutation_data(mutation: Mutation) -> dict[str, Any]:
    """The counts, and every mutant."""
    return {**counted([mutation]), "weak": mutation.weak, "tried": [_tried(one) for one in mutation.tried]}


def _tried(one: Tried) -> dict[str, Any]:
    return {
        "edit": one.mutant.description,
        "goal": show(one.mutant.claim.goal),
        "fate": one.fate.name.lower(),
        "agrees": one.evidence.agrees,
        "fails_at": dict(one.evidence.display) or None,
        "stopped": one.stopped or None,
    }


def _counts(mutations: Sequence[Mutation]) -> str:
    counts = counted(mutations)
    made = counts.pop("made")
    parts = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
    return f"{made} mutants: {parts}"
