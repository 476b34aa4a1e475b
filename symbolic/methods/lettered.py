"""Proofs that take terms for letters: what holds of any numbers holds of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from symbolic.methods.search import Goal, Method, Search
from symbolic.terms import Symbol, Term, replace


def in_letters(
    conclusion: Term, steps: Sequence[int], letters: Mapping[Term, Symbol], search: Search, methods: Sequence[Method]
) -> int:
    """``conclusion`` from what ``steps`` conclude, by ``methods`` that see ``letters`` in place of terms."""
    draft = search.draft
    known = {in_place(draft.conclusion(step), letters): step for step in steps}
    end = search.prove(Goal(in_place(conclusion, letters), tuple(known)), methods)
    spoken = [formula for formula in known if formula in draft.sequent(end).hypotheses]
    for formula in spoken:
        end = draft.apply("discharge", [end], [formula])
    for term, letter in letters.items():
        end = draft.apply("instance", [draft.apply("generalise", [end], [letter])], [term])
    for formula in reversed(spoken):
        end = draft.apply("detach", [end, known[formula]])
    return end


def in_place(formula: Term, letters: Mapping[Term, Symbol]) -> Term:
    """``formula`` with letters for terms."""
    for term, letter in letters.items():
        formula = replace(formula, term, letter)
    return formula
