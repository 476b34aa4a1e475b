"""What a script says of a document: its lines in order and as written, each with the formal reading beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeAlias, TypedDict, Unpack

from derivations.scripts import line_of, names_for, remember
from derivations.stated import Assumed, Place, Stated, slug


class Bit(Enum):
    """What a script records of a bit that the checker has not found yet."""

    UNRECORDED = "unrecorded"


class Said(TypedDict, total=False):
    """What a script may say of a line besides the line.

    Attributes:
        forall: the symbols that the line holds for all values of, when later lines rest on it.
        given: the earlier lines that this one rests on; by default the line before it.
        when: what the line supposes in its own words, as in "equivalent if ...".
        by: the method to prove it with.
        using: handles of claims, or earlier lines, that proofs may cite.
        correction: what the line should say.
        true: the bit that the checker found, once a reader has confirmed it.
        follows: likewise.
    """

    forall: Any
    given: Iterable[Line]
    when: Iterable[Any]
    by: Any
    using: Iterable[Stated | Line]
    correction: Any
    true: bool | None
    follows: bool | None


@dataclass(frozen=True, eq=False, repr=False)
class Line:
    """A line of a document.  It is also the handle that ``given=[...]`` takes.

    Attributes:
        kind: ``given``, ``let``, ``relation``, ``row`` or ``sentence``.
        latex: the line as the document has it; the author's words in a sentence.
        statement: the formal reading; in a chain, the chain's head and this row.
        step: in a chain, the row before and this row.
        assumptions: what the question gives, as far as assumed before this line.
        definitions: those of the assumptions that every line may rest on.
        earlier: the lines before this one.
        premises: the lines that this one is declared to rest on.
        names: what the script calls symbols.
        notation: what further names stand for, by the transcript's table.
    """

    derivation: str
    source: str
    number: int
    kind: str
    latex: str
    statement: tuple[Any, ...]
    step: tuple[Any, ...]
    assumptions: tuple[Assumed, ...]
    definitions: tuple[Assumed, ...]
    earlier: tuple[Line, ...]
    premises: tuple[Line, ...]
    said: Said
    place: Place
    names: Mapping[str, Any]
    notation: Mapping[str, Any]
    declared: str = "transcript"

    def __repr__(self) -> str:
        return f"<{self.title} at {self.place}>"

    @property
    def title(self) -> str:
        return f"line {self.number}"

    @property
    def id(self) -> str:
        """``file-stem/transcript-slug/line-number``."""
        return f"{Path(self.place.file).stem}/{slug(self.derivation)}/{slug(self.title)}"

    @property
    def recorded(self) -> tuple[bool | Bit | None, bool | Bit | None]:
        """The bits that the script records: true, follows."""
        return self.said.get("true", Bit.UNRECORDED), self.said.get("follows", Bit.UNRECORDED)


Claimed: TypeAlias = Stated | Line
"""What a report has an entry for."""


class Transcript:
    """A document's lines.

    ``notation`` says once, for every line, how the document's signs are read: in words, or as an expression that a
    name in the readings then stands for.

    >>> transcript = Transcript("A slip", notation={"x_t": "x(t)"})
    >>> transcript.assume("x(t + 1) == 2*x(t)", forall="t")
    >>> rule = transcript.given("x_{t+1} = 2 x_t", "x(t + 1) == 2*x(t)", forall="t")
    >>> slip = transcript.line("x_{t+2} = 2 x_t", "x(t + 2) == 2*x(t)", given=[rule])
    >>> slip.id.split("/")[1:], [line.number for line in slip.premises]
    (['a-slip', 'line-2'], [1])
    """

    def __init__(self, title: str, source: str = "", notation: Mapping[str, Any] | None = None) -> None:
        self.title = title
        self.source = source
        self.notation = dict(notation or {})
        self.claims: list[Line] = []
        self._assumed: list[Assumed] = []
        self._defined: list[Assumed] = []
        self.place = remember(self)

    def assume(self, *statement: Any, forall: Any = None) -> None:
        """What the question gives; as `derivations.Derivation.assume`.  The bit *true* rests on it."""
        self._assumed.append(Assumed(statement, forall, line_of(self.place), self._names(statement)))

    def define(self, *statement: Any, forall: Any = None) -> None:
        """Assume what the question gives as a definition: whether a line *follows* may rest on it too."""
        self.assume(*statement, forall=forall)
        self._defined.append(self._assumed[-1])

    def given(self, latex: str, *statement: Any, **said: Unpack[Said]) -> Line:
        """A line that restates what is assumed."""
        return self.add("given", latex, statement, said)

    def let(self, latex: str, *statement: Any, **said: Unpack[Said]) -> Line:
        """A line that introduces a name, ``name == value``; if the name is not fresh, it is judged as an equation."""
        return self.add("let", latex, statement, said)

    def line(self, latex: str, *statement: Any, **said: Unpack[Said]) -> Line:
        """A relation that stands alone."""
        return self.add("relation", latex, statement, said)

    def sentence(self, words: str, *statement: Any, **said: Unpack[Said]) -> Line:
        """The author's words, and what they are taken to mean."""
        return self.add("sentence", words, statement, said)

    def chain(self, head: str) -> Chain:
        """A chain of relations that begins with the term ``head``; `Chain.row` adds its rows."""
        return Chain(self, head)

    def add(self, kind: str, latex: str, statement: tuple[Any, ...], said: Said, step: tuple[Any, ...] = ()) -> Line:
        """One more line; what stands before it is its premise, unless ``said`` names others."""
        earlier = tuple(self.claims)
        if isinstance(said.get("using"), list):  # as it is now: nothing is cited before it is stated
            said = {**said, "using": tuple(said["using"])}
        line = Line(
            derivation=self.title,
            source=self.source,
            number=len(earlier) + 1,
            kind=kind,
            latex=latex,
            statement=statement,
            step=step or statement,
            assumptions=tuple(self._assumed),
            definitions=tuple(self._defined),
            earlier=earlier,
            premises=tuple(said.get("given", earlier[-1:])),
            said=said,
            place=line_of(self.place),
            names=self._names(statement),
            notation={name: meant for name, meant in self.notation.items() if not isinstance(meant, str)},
        )
        self.claims.append(line)
        return line

    def _names(self, statement: tuple[Any, ...]) -> dict[str, Any]:
        formulas = [one.statement for one in self._assumed] + [one.statement for one in self.claims]
        return names_for([*formulas, statement])


class Chain:
    """Rows that continue one another: ``head = row = row``."""

    def __init__(self, transcript: Transcript, head: str) -> None:
        self._transcript = transcript
        self._head = self._last = head
        self._relation = "=="
        self._rows: list[Line] = []

    def row(self, latex: str, row: str, **said: Unpack[Said]) -> Line:
        """A row with its sign, such as ``"== 2*x + 1"``; it rests on the row before it and on all that is assumed.

        Raises `ValueError` for a row without a sign, and for signs that do not compose.
        """
        sign, term = _signed(row)
        self._relation = _composed(self._relation, sign)
        whole, step = f"{self._head} {self._relation} {term}", f"{self._last} {sign} {term}"
        self._last = term
        self._rows.append(self._transcript.add("row", latex, (whole,), {**said, "given": self._rows[-1:]}, (step,)))
        return self._rows[-1]


_SIGNS: Final = ("==", "!=", "<=", ">=", "<", ">")


def _signed(row: str) -> tuple[str, str]:
    for sign in _SIGNS:
        if row.strip().startswith(sign):
            return sign, row.strip().removeprefix(sign).strip()
    raise ValueError(f"in the row {row!r}: found no sign, expected one of {', '.join(_SIGNS)} before the term")


def _composed(first: str, second: str) -> str:
    """How the head of a chain is related to what stands after ``first`` and then ``second``."""
    if "==" in (first, second):
        return second if first == "==" else first
    if first[0] != second[0] or first[0] not in "<>":
        raise ValueError(f"found {first} and {second} in one chain, expected signs that compose")
    return first[0] if first[0] in (first, second) else first
