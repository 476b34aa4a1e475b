"""Reading a line of a transcript: what it claims of its document's assumptions, and what of its declared premises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from derivations.bad_input import Refused, of_claim
from derivations.lets import defined, is_fresh
from derivations.letters import Letters, letters, refuse_undeclared
from derivations.said import meaningful, parts, relations, schematic, statements
from derivations.stated import Assumed, Stated
from derivations.transcript import Line
from symbolic.terms import Symbol, symbols


@dataclass(frozen=True, eq=False)
class Reading:
    """A line as claims.

    Attributes:
        true: the assumptions entail the line.
        follows: the premises do; the same claim where they are the assumptions; None if a premise means nothing.
        letters: what its letters mean.
        fresh: whether the line introduces a name, and so is true by definition.
    """

    true: Stated
    follows: Stated | None
    letters: Letters
    fresh: bool


def read_line(line: Line, using: tuple[Any, ...] = ()) -> Reading:
    """The claims of ``line``; raises `Refused` for premises that do not fit and for letters that the script should have
    declared, `Unreadable` for text that says nothing.

    In a chain both bits rest on all that is assumed: *true* relates the chain's head to the row, *follows* the row
    before it.  What only restates the assumptions or introduces a name follows wherever it is true.
    """
    refuse_undeclared(line)
    own = letters(line)
    fresh = is_fresh(line, own.names)
    known = (*_lets(line, own.names), *([_assumed(line)] if fresh else []))
    true = Stated(
        derivation=line.derivation,
        source=line.source,
        title=line.title,
        statement=line.statement,
        assumptions=(*line.assumptions, *known, *_supposed(line)),
        by=line.said.get("by"),
        using=using,
        declared="claim",
        reason="",
        place=line.place,
        names=own.names,
    )
    return Reading(true, true if fresh or line.kind == "given" else _following(line, true), own, fresh)


def missing_premises(line: Line, follows: Stated) -> Iterator[Stated]:
    """That ``line`` follows with one more of the assumptions, each in turn; the added one comes last."""
    for number, assumed in enumerate(line.assumptions, start=1):
        if assumed not in follows.assumptions:
            title = f"{line.title}, with assumption {number}"
            yield replace(follows, title=title, assumptions=(*follows.assumptions, assumed))


def corrected(line: Line, true: Stated) -> Stated:
    """The line as its script says it should be."""
    return replace(true, title=f"{line.title}, corrected", statement=parts(line.said["correction"]))


def _following(line: Line, true: Stated) -> Stated | None:
    title, names = f"{line.title}, follows", dict(true.names)
    if line.kind == "row":
        if line.step == line.statement:
            return true
        said = meaningful(lambda: relations(line.step, names))
        return replace(true, title=title, statement=line.step) if said else None
    premises = meaningful(lambda: _premises(line, names))
    if premises is None:
        return None
    every = (*line.definitions, *_lets(line, names), *premises, *_supposed(line))
    return replace(true, title=title, assumptions=tuple(dict.fromkeys(every)), using=_beside_premises(line, true))


def _beside_premises(line: Line, true: Stated) -> tuple[Any, ...]:
    """What the line cites besides its premises: these are assumed here, and their proofs rest on more than they do."""
    premises = {premise.id for premise in line.premises}
    return tuple(cited for cited in true.using if cited.id not in premises)


def _assumed(line: Line) -> Assumed:
    return Assumed(line.statement, line.said.get("forall"), line.place)


def _supposed(line: Line) -> tuple[Assumed, ...]:
    return tuple(Assumed(parts(one), None, line.place) for one in line.said.get("when", ()))


def _lets(line: Line, names: dict[str, Any]) -> list[Assumed]:
    """What earlier lines have introduced, as far as this one speaks of it, its premises, or what is assumed.

    A name that nothing speaks of could have any value, so its definition is no premise.
    """
    given = [*(one.statement for one in line.assumptions), *(one.statement for one in line.premises)]
    stated = (*statements(line), *given, *map(parts, filter(None, [line.said.get("correction")])))
    spoken = {one for statement in stated for one in _symbols(statement, names)}
    kept: list[Assumed] = []
    for one in reversed(line.earlier):
        if meaningful(partial(defined, one, names)) in spoken:
            kept.insert(0, _assumed(one))
            spoken |= _symbols(one.statement, names)
    return kept


def _symbols(statement: tuple[Any, ...], names: dict[str, Any]) -> set[Symbol]:
    """What a statement speaks of; nothing where it is ill-formed."""
    formulas = meaningful(partial(relations, statement, names)) or ()
    return {symbol for formula in formulas for symbol in symbols(formula)}


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
