"""What the kernel vouches for."""

from __future__ import annotations

from dataclasses import InitVar, dataclass

from symbolic.certificate import Sequent
from symbolic.claim import Claim
from symbolic.kernel.rule import Rejected
from symbolic.terms import Term

KERNEL = object()  # known to `check` alone; keeps others from making theorems by accident


@dataclass(frozen=True)
class Theorem:
    """A claim that was proved, or refuted; only `symbolic.kernel.check` makes one.

    Attributes:
        claim: the claim as it was understood.
        refuted: whether this says that the claim is false.
        sequent: for a proof, the hypotheses that were used and the goal; for a refutation, what holds in the model.
        rules: the names of the rules that were used, in order of first use.
        side_conditions: what was proved on the way, such as that a denominator is nonzero.
        cites: the claims whose proofs stand in the certificate.
    """

    claim: Claim
    refuted: bool
    sequent: Sequent
    rules: tuple[str, ...]
    side_conditions: tuple[Term, ...]
    cites: tuple[str, ...]
    maker: InitVar[object]

    def __post_init__(self, maker: object) -> None:
        if maker is not KERNEL:
            raise Rejected("only the kernel makes theorems")

    @property
    def assumptions(self) -> tuple[Term, ...]:
        """The hypotheses of the claim that the theorem rests on, in the order of the claim."""
        claim = self.claim
        every = (*claim.domains, *claim.assumptions, *claim.conditions)
        return tuple(formula for formula in every if formula in self.sequent.hypotheses)
