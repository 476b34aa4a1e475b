"""Reading a line of a transcript: what it claims of its document's assumptions, and what of its declared premises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from derivations.bad_input import Refused, of_claim
from derivations.letters import Letters, is_fresh, letters, parts, relations, schematic
from derivations.stated import Assumed, Stated
from derivations.transcript import Line
from symbolic.terms import symbols


@dataclass(frozen=True, eq=False)
class Reading:
    """A line as claims.

    Attributes:
        true: the assumptions entail the line.
        follows: the premises do; the same claim where they are the assumptions.
        letters: what its letters mean.
        fresh: whether the line introduces a name, and so is true by definition.
    """

    true: Stated
    follows: Stated
    letters: Letters
    fresh: bool


def read_line(line: Line) -> Reading:
    """The claims of ``line``; raises `Refused` for premises that do not fit, `Unreadable` for text that says nothing.

    In a chain both bits rest on all that is assumed: *true* relates the chain's head to the row, *follows* the row
    before it.  What only restates the assumptions or introduces a name follows wherever it is true.
    """
    own = letters(line)
    fresh = is_fresh(line, own.names)
    defined = (*_lets(line, own.names), *([_assumed(line)] if fresh else []))
    true = _claim(line, own.names, line.title, line.statement, (*line.assumptions, *defined, *_supposed(line)))
    follows = true if fresh or line.kind == "given" else _following(line, own.names, true)
    return Reading(true, follows, own, fresh)


def missing_premises(line: Line, reading: Reading) -> Iterator[Stated]:
    """That ``line`` follows with one more of the assumptions, each in turn; the added one comes last."""
    premises = reading.follows.assumptions
    for number, assumed in enumerate(line.assumptions, start=1):
        if assumed not in premises:
            title = f"{line.title}, with assumption {number}"
            yield replace(reading.follows, title=title, assumptions=(*premises, assumed))


def contradiction(reading: Reading) -> Stated:
    """That the premises of a line entail 0 = 1."""
    title = f"{reading.follows.title}, from contradictory premises"
    return replace(reading.follows, title=title, statement=("0 == 1",), by=None)


def corrected(line: Line, reading: Reading) -> Stated:
    """The line as its script says it should be."""
    title = f"{line.title}, corrected"
    return replace(reading.true, title=title, statement=parts(line.said["correction"]))


def _following(line: Line, names: dict[str, Any], true: Stated) -> Stated:
    if line.kind != "row":
        premises = (*line.definitions, *_lets(line, names), *_premises(line, names), *_supposed(line))
        return _claim(line, names, f"{line.title}, follows", line.statement, premises)
    if line.step == line.statement:
        return true
    return _claim(line, names, f"{line.title}, follows", line.step, true.assumptions)


def _claim(
    line: Line, names: dict[str, Any], title: str, statement: tuple[Any, ...], assumptions: tuple[Assumed, ...]
) -> Stated:
    by, using = line.said.get("by"), line.said.get("using", ())
    place, distinct = line.place, tuple(dict.fromkeys(assumptions))
    return Stated(line.derivation, line.source, title, statement, distinct, by, using, "claim", "", place, names)


def _assumed(line: Line) -> Assumed:
    return Assumed(line.statement, line.said.get("forall"), line.place)


def _supposed(line: Line) -> tuple[Assumed, ...]:
    return tuple(Assumed(parts(one), None, line.place) for one in line.said.get("when", ()))


def _lets(line: Line, names: dict[str, Any]) -> list[Assumed]:
    """What earlier lines have introduced."""
    return [_assumed(one) for one in line.earlier if is_fresh(one, names)]


def _premises(line: Line, names: dict[str, Any]) -> list[Assumed]:
    for premise in line.premises:
        _refuse_unfit(line, premise, names)
    return [_assumed(premise) for premise in line.premises]


def _refuse_unfit(line: Line, premise: Line, names: dict[str, Any]) -> None:
    """A premise is an earlier line, supposes no more than this one, and fixes nothing that this one is for all of."""
    if premise not in line.earlier:
        raise Refused(of_claim(line, f"found {premise!r} among its premises, expected earlier lines"))
    if set(map(str, premise.said.get("when", ()))) - set(map(str, line.said.get("when", ()))):
        found = f"rests on {premise.title}, which supposes something by when=, expected the same when= here"
        raise Refused(of_claim(line, found))
    fixed = {one.name for formula in relations(premise.statement, names) for one in symbols(formula)}
    for name in sorted(schematic(line) & fixed - schematic(premise)):
        found = f"holds for all {name}, but rests on {premise.title}, which speaks of one {name}"
        raise Refused(of_claim(line, f"{found}; expected forall= there too"))
