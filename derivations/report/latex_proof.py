"""The proof of one claim for LaTeX: the outline of its certificate, and what the theorem rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from derivations.report.latex_words import escape, formula, inline, reason
from derivations.report.made_up import readable
from symbolic.certificate import Certificate, Row, Sequent
from symbolic.claim import Claim
from symbolic.kernel import Theorem
from symbolic.terms import Term, symbols

Labels = Mapping[Term, int]


def outline(certificate: Certificate) -> Iterator[str]:
    """Each row a theorem: why it holds, what it assumes besides the claim, what it says; then what leads up to it."""
    yield from _rows(certificate, certificate.outline, 1, certificate.claim.hypotheses)


def _rows(certificate: Certificate, rows: Sequence[Row], depth: int, known: frozenset[Term]) -> Iterator[str]:
    """Rows that say something: nothing about numbers alone, nothing that is assumed, nothing twice."""
    told: set[str] = set()
    for row in (_merged(certificate, row) for row in rows):
        sequent = _sequent(certificate, row)
        text = rf"\row{{{depth}}}{_row(certificate.claim, row.reason, sequent, known)}"
        if symbols(sequent.conclusion) and sequent.conclusion not in known | sequent.hypotheses and text not in told:
            told.add(text)
            yield text
            yield from _rows(certificate, row.rows, depth + 1, known | sequent.hypotheses)


def _row(claim: Claim, words: str, sequent: Sequent, known: frozenset[Term]) -> str:
    """The reason with what is assumed besides ``known``, and what follows."""
    *assumed, said = readable([*sorted(sequent.hypotheses - known, key=repr), sequent.conclusion])
    assuming = f", assuming {inline(assumed)}" if assumed else ""
    shown = "the claim" if said == claim.goal and not assumed else rf"\then{{{formula(said)}}}"
    return f"{{{reason(words, claim.symbols)}{assuming}:}}{{{shown}}}"


def _merged(certificate: Certificate, row: Row) -> Row:
    """A row whose last lower row is the same theorem takes its place and its reason."""
    if not row.rows or _sequent(certificate, row) != _sequent(certificate, row.rows[-1]):
        return row
    last = _merged(certificate, row.rows[-1])
    return replace(last, reason=f"{row.reason}, {last.reason}", rows=(*row.rows[:-1], *last.rows))


def _sequent(certificate: Certificate, row: Row) -> Sequent:
    return certificate.steps[row.step].conclusion


def rests_on(theorem: Theorem, certificate: Certificate, labels: Labels, cited: Mapping[str, str]) -> Iterator[str]:
    """What the theorem uses: assumptions, side conditions and why they hold, and earlier claims."""
    if theorem.assumptions:
        yield rf"\heading{{Uses}}{listed(theorem.assumptions, labels)}."
    for condition in theorem.side_conditions:
        yield rf"\heading{{Side condition}}{_because(certificate, condition, labels)}."
    if theorem.cites:
        yield rf"\heading{{Cites}}{', '.join(_reference(cite, cited) for cite in theorem.cites)}."


def listed(formulas: Sequence[Term], labels: Labels) -> str:
    """Anything that has no label as it is, then labels, three or more in a row as a range."""
    numbers = sorted(labels[one] for one in formulas if one in labels)
    # Among consecutive numbers the distance to the place in the list is the same.
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0])]
    others = [inline([one]) for one in formulas if one not in labels]
    return ", ".join([*others, *(shown for run in runs for shown in _range(run))])


def _range(run: list[int]) -> list[str]:
    return [f"(A{number})" for number in run] if len(run) < 3 else [f"(A{run[0]})--(A{run[-1]})"]


def _because(certificate: Certificate, condition: Term, labels: Labels) -> str:
    sequents = [step.conclusion for step in certificate.steps if step.conclusion.conclusion == condition]
    (shown,) = readable([condition])
    if not sequents:
        return inline([shown])
    fewest = min((sequent.hypotheses for sequent in sequents), key=len)
    grounds = sorted(fewest, key=_order(certificate.claim))
    if grounds == [condition]:
        return f"{inline([shown])}, as assumed"
    return f"{inline([shown])}, because {listed(grounds, labels)}" if grounds else inline([shown])


def _order(claim: Claim) -> Callable[[Term], int]:
    every = (*claim.domains, *claim.assumptions, *claim.conditions)
    places = {formula: place for place, formula in enumerate(every)}
    return lambda formula: places.get(formula, len(places))


def _reference(cite: str, cited: Mapping[str, str]) -> str:
    """The number of a claim in the same document; its name where it is not printed."""
    return rf"claim~\ref{{{cited[cite]}}}" if cite in cited else f"the claim {escape(cite.rpartition('/')[2])}"
