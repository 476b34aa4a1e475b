"""What could not be read or run: one line that names the file, the derivation, the claim, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from derivations.stated import Place
from derivations.transcript import Claimed


@dataclass(frozen=True)
class BadInput:
    """A problem with what was given; ``cause`` is what ``--debug`` prints the traceback of."""

    where: str
    message: str
    derivation: str = ""
    claim: str = ""
    cause: BaseException | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        named = [f"derivation {self.derivation!r}"] if self.derivation else []
        named += [f"claim {self.claim!r}"] if self.claim else []
        middle = f" in {', '.join(named)}:" if named else ""
        return f"{self.where}:{middle} {' '.join(self.message.split())}"


class Refused(ValueError):
    """Raised where a claim cannot be read; carries the `BadInput`."""

    def __init__(self, bad: BadInput) -> None:
        super().__init__(str(bad))
        self.bad = bad


def of_claim(stated: Claimed, message: str, place: Place | None = None, cause: BaseException | None = None) -> BadInput:
    """A problem with a claim, or with an assumption (at ``place``) that it rests on."""
    where = str(place or stated.place)
    return BadInput(where, message, str(stated.derivation), str(stated.title), cause)
