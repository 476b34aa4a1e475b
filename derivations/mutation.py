"""The near misses of what is proved, attacked from both sides: what a claim says shows in what it does not survive.

A mutant has one sign, factor, index, hypothesis, ... of the claim changed; most are false, and some are still true.
Both are asked for independently, a counterexample of the numbers, confirmed by the kernel, and a proof, from the claim
itself as well: a search that ended at the counterexample would never be caught at proving too much.  So a mutant is

* *wrongly proved* if the kernel accepts a proof although it accepts a refutation as well, or numbers disagree at some
  point: one of the two must be wrong, and it is a bug of the checker;
* *still true* if it is proved, and numbers agree or have nothing to test: if no values meet what is assumed with both
  sides defined, it says nothing, and follows from the contradiction;
* *refuted* if the kernel has confirmed a counterexample;
* *unknown* otherwise, whether it is true or not.

A claim none of whose mutants is refuted is *weak*: as far as can be seen, it says nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from derivations.findings import JudgedLine
from derivations.passing import certificate_of
from derivations.pipeline import Judged, replayed
from numeric.crosscheck import crosscheck
from symbolic.certificate import Certificate
from symbolic.claim import Claim
from symbolic.evidence import Evidence
from symbolic.kernel import Theorem
from symbolic.kernel.files import write
from symbolic.methods import Contradiction
from symbolic.mutate import Mutant, near_misses
from symbolic.prover import prove, refute, refute_beyond_numbers
from symbolic.verdict import Outcome, Stuck

SECONDS: Final = 3.0  # for a proof of a mutant; most proofs take a tenth of it
SECONDS_IF_REFUTED: Final = 1.0  # only a bug of the kernel could let this one succeed
FALSE_ALARM: Final = 1e-6  # of draws about one mutant: a run makes thousands of them
NOT_TESTED: Final = Evidence(points=0, tried=0, agrees=None)


class Fate(Enum):
    """What became of a mutant; the names are keys of the report."""

    STILL_TRUE = "still true"
    REFUTED = "refuted"
    UNKNOWN = "unknown"
    WRONGLY_PROVED = "WRONGLY PROVED"


@dataclass(frozen=True)
class Attack:
    """What was found for and against a mutant; certificates are text, and count for nothing until they are replayed."""

    proof: str | None = None
    refutation: str | None = None
    evidence: Evidence = NOT_TESTED
    stopped: str = ""


@dataclass(frozen=True)
class Tried:
    """A mutant, what the kernel says of it, and why it was stopped, if it was."""

    mutant: Mutant
    proved: Theorem | None
    refuted: Theorem | None
    evidence: Evidence
    stopped: str = ""

    @property
    def fate(self) -> Fate:
        if self.proved:
            contradicted = self.refuted is not None or self.evidence.agrees is False
            return Fate.WRONGLY_PROVED if contradicted else Fate.STILL_TRUE
        return Fate.REFUTED if self.refuted else Fate.UNKNOWN


@dataclass(frozen=True)
class Mutation:
    """What became of the mutants of one proved claim."""

    tried: tuple[Tried, ...]

    @property
    def weak(self) -> bool:
        """Whether no mutant was refuted: then the claim says nothing, as far as can be seen."""
        return not any(one.fate is Fate.REFUTED for one in self.tried)

    @property
    def alarm(self) -> bool:
        return bool(self.of(Fate.WRONGLY_PROVED))

    def of(self, fate: Fate) -> list[Tried]:
        return [one for one in self.tried if one.fate is fate]


def proved_by(judged: Judged | JudgedLine) -> Certificate | None:
    """The proof of a claim, or of a transcript's line from all that is assumed."""
    one = judged.entailed if isinstance(judged, JudgedLine) else judged
    return one.certificate if one is not None and one.outcome is Outcome.PROVED else None


def counted(mutations: Iterable[Mutation]) -> dict[str, int]:
    """How many mutants there were, and what became of them, as the report names it."""
    fates = Counter(one.fate for mutation in mutations for one in mutation.tried)
    return {"made": fates.total(), **{fate.name.lower(): fates[fate] for fate in Fate}}


def mutants_of(claim: Claim, most: int | None) -> list[Mutant]:
    """The mutants of ``claim``, or about ``most`` of them, of every kind and from every part of the goal."""
    every = list(near_misses(claim))
    return every if most is None else every[:: max(1, -(-len(every) // most))]


def attack(claim: Claim, using: Sequence[Certificate], seed: int) -> Attack:
    """Numbers first, then a proof as well, whatever they say, by the original claim and its lemmas, ``using``."""
    evidence = crosscheck(claim, seed, FALSE_ALARM)
    refutation = _text(_refuted(claim, evidence))
    return Attack(_text(_proved(claim, using, evidence, refutation is not None)), refutation, evidence)


def _proved(claim: Claim, using: Sequence[Certificate], evidence: Evidence, refuted: bool) -> Certificate | Stuck:
    """By the original and its lemmas; if it may be true, without them, too: what is cited in vain leads astray."""
    found = prove(claim, None, using, SECONDS_IF_REFUTED if refuted else SECONDS)
    if isinstance(found, Stuck) and not refuted:
        found = prove(claim, None, (), SECONDS)
    if isinstance(found, Stuck) and not evidence.points:
        found = prove(claim, Contradiction(), using, SECONDS)
    return found


def _refuted(claim: Claim, evidence: Evidence) -> Certificate | Stuck:
    model = evidence.counterexample
    found = Stuck() if model is None else refute(claim, model)
    return found if isinstance(found, Certificate) else refute_beyond_numbers(claim)


def tried(mutant: Mutant, found: Attack) -> Tried:
    """What the kernel makes of an attack."""
    proved, refuted = (_theorem(mutant.claim, text) for text in (found.proof, found.refutation))
    return Tried(
        mutant,
        proved if proved and not proved.refuted else None,
        refuted if refuted and refuted.refuted else None,
        found.evidence,
        found.stopped,
    )


def _text(found: Certificate | Stuck) -> str | None:
    return json.dumps(write(found)) if isinstance(found, Certificate) else None


def _theorem(claim: Claim, text: str | None) -> Theorem | None:
    if text is None:
        return None
    _, theorem, _ = replayed(claim, certificate_of(text))
    return theorem
