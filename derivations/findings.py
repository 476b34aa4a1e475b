"""What is found of a transcript's line: the two bits, and where one is not as it should be, why and what to write."""

from __future__ import annotations

from dataclasses import dataclass

from derivations.pipeline import Judged
from derivations.repair import Correction
from derivations.transcript import Line
from symbolic.certificate import Certificate
from symbolic.verdict import Outcome


@dataclass(frozen=True)
class Finding:
    """Why a line cannot stand as it is written.

    Attributes:
        kind: ``false``, ``non-sequitur``, ``incomplete``, ``undeclared`` or ``ill-formed``.
        words: what was found, for readers.
        counterexample: rows of (what, value) of the simplest exact model that shows it.
        correction: what the line should say.
        consequence_of: the number of an earlier wrong line from which this one follows.
    """

    kind: str
    words: str
    counterexample: tuple[tuple[str, str], ...] = ()
    correction: Correction | None = None
    consequence_of: int | None = None


@dataclass(frozen=True)
class JudgedLine:
    """A line's verdicts: that all assumptions entail it, and that its premises do; None for a line without meaning."""

    stated: Line
    entailed: Judged | None
    inferred: Judged | None
    finding: Finding | None
    seconds: float

    @property
    def true(self) -> bool | None:
        return bit(self.entailed)

    @property
    def follows(self) -> bool | None:
        return bit(self.inferred)

    @property
    def vacuous(self) -> bool:
        """Whether the premises contradict each other, so that everything would follow from them."""
        return self.inferred is not None and self.inferred.verdict.vacuous

    @property
    def outcome(self) -> Outcome:
        return self.entailed.outcome if self.entailed else Outcome.UNKNOWN

    @property
    def alarm(self) -> bool:
        judged = [one.verdict for one in (self.entailed, self.inferred) if one is not None]
        corrections = [self.finding.correction] if self.finding and self.finding.correction else []
        return any(verdict.alarm for verdict in (*judged, *(one.verdict for one in corrections)))

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        """What proves or refutes the line, that it follows, and its correction."""
        correction = self.finding.correction if self.finding else None
        found = [one.certificate for one in (self.entailed, self.inferred, correction) if one]
        return tuple(dict.fromkeys(certificate for certificate in found if certificate is not None))


def bit(judged: Judged | None) -> bool | None:
    """True by a proof, false by a checked counterexample; never by a search that found nothing."""
    return {Outcome.PROVED: True, Outcome.REFUTED: False}.get(judged.outcome) if judged else None
