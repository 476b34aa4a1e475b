"""Certificates: proofs and refutations as plain data.  Holding one proves nothing; `symbolic.kernel` replays it."""

from __future__ import annotations

from dataclasses import dataclass, field

from symbolic.claim import Claim
from symbolic.terms import Symbol, Term


@dataclass(frozen=True)
class Sequent:
    """``conclusion`` holds wherever all ``hypotheses`` do, for all values of the free symbols."""

    hypotheses: frozenset[Term]
    conclusion: Term


@dataclass(frozen=True)
class Step:
    """One use of a rule: ``premises`` are numbers of earlier steps; ``conclusion`` is what the rule must yield."""

    rule: str
    premises: tuple[int, ...]
    arguments: tuple[Term, ...]
    conclusion: Sequent


@dataclass(frozen=True)
class Row:
    """A line of the outline, for readers: why ``step`` holds, and the lines that lead up to it."""

    reason: str
    step: int
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Model:
    """Values under which a claim fails.

    ``values`` gives symbols numbers and gives functions a `Lambda`; ``definitions`` gives the remaining sequences
    their elements: first elements as equations, and recurrences; and they say what is true of the fair coins that
    random symbols are made of.  Numbers supply first elements only; the search adds the claim's own recurrences, and
    what it asks of coins.
    """

    values: tuple[tuple[Symbol, Term], ...] = ()
    definitions: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Certificate:
    """The outline of a proof of ``claim`` (``model`` is None) or of its refutation in ``model``.

    The last step of a proof concludes the goal.  In a refutation ``closing`` numbers the steps that conclude the
    hypotheses in the model, and last the contrary of the goal.  ``cites`` names the claims that were used.
    """

    claim: Claim
    steps: tuple[Step, ...]
    outline: tuple[Row, ...] = ()
    model: Model | None = None
    closing: tuple[int, ...] = ()
    cites: tuple[str, ...] = field(default=())
