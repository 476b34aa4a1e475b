"""What a script has stated, as data: nothing in it has been read yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Place:
    """A line of a script."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, eq=False)
class Assumed:
    """An assumption as the script wrote it: a relation, two sides, or a line of text."""

    statement: tuple[Any, ...]
    forall: Any
    place: Place
    names: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, repr=False)
class Stated:
    """A claim as the script wrote it.  It is also the handle that ``using=[...]`` takes.

    Attributes:
        derivation: the title of its derivation.
        source: where the derivation comes from, such as ``"Question 2.2"``.
        title: the author's words.
        statement: a relation, two sides, or a line of text.
        assumptions: what was assumed before this claim; later assumptions do not apply to it.
        by: the method to prove it with; None tries them all.
        using: handles of earlier claims that the proof may cite.
        declared: ``"claim"`` (wants PROVED) or ``"conjecture"``.
        reason: why a conjecture is left open.
        place: where the script states it.
        names: the symbols, sequences and functions that the script has declared by then, for claims in text.
    """

    derivation: Any
    source: Any
    title: Any
    statement: tuple[Any, ...]
    assumptions: tuple[Assumed, ...]
    by: Any
    using: Any
    declared: str
    reason: str
    place: Place
    names: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<claim {self.title!r} at {self.place}>"

    @property
    def id(self) -> str:
        """``file-stem/derivation-slug/claim-slug``."""
        return f"{Path(self.place.file).stem}/{slug(self.derivation)}/{slug(self.title)}"


def slug(title: Any) -> str:
    """A title as part of an id: letters and digits, in lower case, joined by ``-``.

    >>> slug("The weights sum to 1 - β^t")
    'the-weights-sum-to-1-β-t'
    """
    return "-".join(re.findall(r"[^\W_]+", str(title).lower()))
