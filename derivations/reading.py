"""Reading: from what a script stated to a claim, or to one line that says why not."""

from __future__ import annotations

import re
from typing import Any

from derivations.bad_input import Refused, of_claim
from derivations.stated import Assumed, Place, Stated, slug
from symbolic.claim import Claim
from symbolic.language.reading import Statement, Unreadable, read_claim
from symbolic.language.text import read_rows
from symbolic.methods import Method


def read(stated: Stated) -> Claim:
    """The claim as it is understood; raises `Refused` where it cannot be."""
    _refuse_malformed(stated)
    _refuse_changed_names(stated)
    assumptions = [_statement(assumed) for assumed in stated.assumptions]
    goal = Statement(stated.statement)
    try:
        if stated.names:
            _refuse_unknown_names(stated)
        return read_claim(
            stated.id, stated.title, stated.source, assumptions, goal, stated.declared, names=stated.names
        )
    except Unreadable as error:
        raise Refused(of_claim(stated, str(error), _place(stated, error), error)) from error


def _statement(assumed: Assumed) -> Statement:
    return Statement(assumed.statement, () if assumed.forall is None else assumed.forall)


def _refuse_unknown_names(stated: Stated) -> None:
    """A script that declares names declares all that its text uses; else a slip would be read as a new symbol."""
    statements = (*(one.statement for one in stated.assumptions), stated.statement)
    for text in (part for statement in statements for part in statement if isinstance(part, str)):
        read_rows(text, stated.names)


def _refuse_changed_names(stated: Stated) -> None:
    """A claim is read with the names as they are when it is stated; earlier text must mean the same by them."""
    for assumed in stated.assumptions:
        texts = [part for part in (*assumed.statement, assumed.forall) if isinstance(part, str)]
        words = {word for text in texts for word in re.findall(r"\w+", text)}
        for name in sorted(words & assumed.names.keys() & stated.names.keys()):
            if assumed.names[name] != stated.names[name]:
                found = f"found another {name!r} than the text assumed at {assumed.place} means, expected the same"
                raise Refused(of_claim(stated, found))


def _place(stated: Stated, error: Unreadable) -> Place:
    """The line of the assumption that cannot be read, if it is one."""
    for assumed in stated.assumptions:
        if any(part is error.expression for part in (assumed.statement, *assumed.statement, assumed.forall)):
            return assumed.place
    return stated.place


def _refuse_malformed(stated: Stated) -> None:
    for word, title in (("derivation", stated.derivation), ("claim", stated.title)):
        if not isinstance(title, str) or not slug(title):
            found = f"found {title!r} as the title of a {word}, expected text with a letter or a digit"
            raise Refused(of_claim(stated, found))
    if not isinstance(stated.source, str):
        raise Refused(of_claim(stated, f"found source={stated.source!r}, expected text such as 'Question 2.2'"))
    if not (stated.by is None or isinstance(stated.by, Method)):
        raise Refused(of_claim(stated, f"found by={stated.by!r}, expected a method such as Induction(t)"))
    if not _handles(stated.using):
        expected = "expected a list of what earlier have, show or chain returned"
        raise Refused(of_claim(stated, f"found using={stated.using!r}, {expected}"))


def _handles(using: Any) -> bool:
    return isinstance(using, list | tuple) and all(isinstance(one, Stated) for one in using)
