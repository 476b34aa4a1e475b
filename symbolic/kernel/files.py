"""Certificates as JSON data, written and read back; reading accepts only what writing could have produced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from symbolic.certificate import Certificate, Model, Row, Sequent, Step
from symbolic.claim import Claim
from symbolic.kernel.rule import Rejected
from symbolic.terms import Symbol, Term, TermReader, TermWriter

VERSION: Final = 1
DEEPEST_OUTLINE: Final = 50


def write(certificate: Certificate) -> dict[str, Any]:
    """``certificate`` as data for `json.dumps`; every term stands once in the table ``terms``."""
    return _Writer().certificate(certificate)


def read(data: object) -> Certificate:
    """The certificate that ``data`` describes.  Raises `Rejected` for anything else."""
    try:
        return _Reader(data).certificate()
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Rejected(f"not a certificate: {type(error).__name__}: {error}") from error


class _Writer:
    def __init__(self) -> None:
        self._terms = TermWriter()

    def certificate(self, certificate: Certificate) -> dict[str, Any]:
        model = certificate.model
        return {
            "version": VERSION,
            "claim": self._claim(certificate.claim),
            "steps": [self._step(step) for step in certificate.steps],
            "outline": [self._row(row) for row in certificate.outline],
            "model": None if model is None else self._model(model),
            "closing": list(certificate.closing),
            "cites": list(certificate.cites),
            "terms": self._terms.rows,
        }

    def _all(self, terms: tuple[Term, ...]) -> list[int]:
        return [self._terms.row(term) for term in terms]

    def _claim(self, claim: Claim) -> dict[str, Any]:
        return {
            "id": claim.id,
            "title": claim.title,
            "source": claim.source,
            "domains": self._all(claim.domains),
            "assumptions": self._all(claim.assumptions),
            "conditions": self._all(claim.conditions),
            "goal": self._terms.row(claim.goal),
            "declared": claim.declared,
        }

    def _step(self, step: Step) -> list[Any]:
        hypotheses = sorted(self._all(tuple(sorted(step.conclusion.hypotheses, key=repr))))
        conclusion = self._terms.row(step.conclusion.conclusion)
        return [step.rule, list(step.premises), self._all(step.arguments), hypotheses, conclusion]

    def _row(self, row: Row) -> list[Any]:
        return [row.reason, row.step, [self._row(inner) for inner in row.rows]]

    def _model(self, model: Model) -> dict[str, Any]:
        values = [[self._terms.row(symbol), self._terms.row(value)] for symbol, value in model.values]
        return {"values": values, "definitions": self._all(model.definitions)}


class _Reader:
    def __init__(self, data: object) -> None:
        if not isinstance(data, Mapping) or type(data["version"]) is not int or data["version"] != VERSION:
            raise ValueError(f"expected an object of version {VERSION}")
        self._data = data
        self._terms = TermReader(data["terms"])

    def certificate(self) -> Certificate:
        data, model = self._data, self._data["model"]
        return Certificate(
            claim=self._claim(data["claim"]),
            steps=tuple(self._step(step) for step in _list(data["steps"])),
            outline=tuple(self._row(row) for row in _list(data["outline"])),
            model=None if model is None else self._model(model),
            closing=tuple(_number(step) for step in _list(data["closing"])),
            cites=tuple(_text(name) for name in _list(data["cites"])),
        )

    def _all(self, rows: object) -> tuple[Term, ...]:
        return tuple(self._terms.term(row) for row in _list(rows))

    def _claim(self, data: Mapping[str, object]) -> Claim:
        return Claim(
            id=_text(data["id"]),
            title=_text(data["title"]),
            source=_text(data["source"]),
            domains=self._all(data["domains"]),
            assumptions=self._all(data["assumptions"]),
            conditions=self._all(data["conditions"]),
            goal=self._terms.term(data["goal"]),
            declared=_text(data["declared"]),
        )

    def _step(self, data: object) -> Step:
        rule, premises, arguments, hypotheses, conclusion = _list(data)
        sequent = Sequent(frozenset(self._all(hypotheses)), self._terms.term(conclusion))
        return Step(_text(rule), tuple(_number(p) for p in _list(premises)), self._all(arguments), sequent)

    def _row(self, data: object, depth: int = 0) -> Row:
        reason, step, rows = _list(data)
        if depth > DEEPEST_OUTLINE:
            raise ValueError("the outline is too deep")
        return Row(_text(reason), _number(step), tuple(self._row(row, depth + 1) for row in _list(rows)))

    def _model(self, data: Mapping[str, object]) -> Model:
        values = [
            (self._symbol(symbol), self._terms.term(value)) for symbol, value in map(_list, _list(data["values"]))
        ]
        return Model(tuple(values), self._all(data["definitions"]))

    def _symbol(self, row: object) -> Symbol:
        term = self._terms.term(row)
        if not isinstance(term, Symbol):
            raise ValueError(f"expected a symbol, found {term!r}")
        return term


def _list(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError(f"expected a list, found {str(data)[:40]}")
    return data


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise ValueError(f"expected text, found {str(data)[:40]}")
    return data


def _number(data: object) -> int:
    if type(data) is not int:
        raise ValueError(f"expected a whole number, found {str(data)[:40]}")
    return data
