"""A claim as it was understood: plain data, made by reading a script or a line of text, and echoed in every report."""

from __future__ import annotations

from dataclasses import dataclass

from symbolic.terms import Symbol, Term, symbols


@dataclass(frozen=True)
class Claim:
    """``goal`` holds for all values of the free symbols that satisfy everything else.

    Attributes:
        id: ``file-stem/derivation-slug/claim-slug``.
        title: the author's words.
        source: where the claim comes from, such as ``"Question 2.2"``.
        domains: relations that bound the symbols, such as ``0 < beta`` (integrality is in the symbol's sort).
        assumptions: formulas the script assumes; a schema is a ``forall`` with its domain as a guard.
        conditions: what makes both sides of the goal, as written, and the assumptions defined.
        goal: a relation between two scalars or two matrices.
        declared: ``"claim"`` (wants PROVED) or ``"conjecture"``.
    """

    id: str
    title: str
    source: str
    domains: tuple[Term, ...]
    assumptions: tuple[Term, ...]
    conditions: tuple[Term, ...]
    goal: Term
    declared: str = "claim"

    @property
    def hypotheses(self) -> frozenset[Term]:
        """Everything that a proof of the goal may use."""
        return frozenset((*self.domains, *self.assumptions, *self.conditions))

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """The universally quantified symbols, by name."""
        every = frozenset().union(*map(symbols, (*self.hypotheses, self.goal)))
        return tuple(sorted(every, key=lambda symbol: symbol.name))
