"""Everything that a verdict rests on, for ``--explain``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.text import Text

from derivations.pipeline import Judged
from derivations.report.made_up import readable
from symbolic.certificate import Certificate, Row
from symbolic.kernel import Theorem
from symbolic.terms.text import show
from symbolic.verdict import Stuck

_INDENT: Final = " " * 4


def explanation(judged: Judged) -> Iterator[Text]:
    """The outline of the certificate, what the theorem rests on, the second opinion, and what was tried."""
    verdict = judged.verdict
    if judged.certificate is not None:
        yield from _section(f"outline ({len(judged.certificate.steps)} steps)", _outline(judged.certificate))
    if verdict.theorem is not None:
        yield from _rests_on(verdict.theorem)
    yield from _section("evidence", [str(verdict.evidence)])
    if verdict.stuck is not None:
        yield from _stuck(verdict.stuck)
    yield Text(f"{_INDENT}{judged.seconds:.2f} s")


def _rests_on(theorem: Theorem) -> Iterator[Text]:
    yield from _section("rules", [", ".join(theorem.rules)])
    yield from _section("assumptions used", map(show, theorem.assumptions))
    yield from _section("side conditions proved", map(show, theorem.side_conditions))
    yield from _section("cites", theorem.cites)


def _stuck(stuck: Stuck) -> Iterator[Text]:
    if stuck.residual is not None:
        yield from _section("left of lhs - rhs", [show(readable([stuck.residual])[0])])
    yield from _section("tried", stuck.tried)


def _outline(certificate: Certificate) -> Iterator[str]:
    return (line for row in certificate.outline for line in _row(certificate, row, ""))


def _row(certificate: Certificate, row: Row, indent: str) -> Iterator[str]:
    (concluded,) = readable([certificate.steps[row.step].conclusion.conclusion])
    yield f"{indent}{show(concluded)}    [{row.reason}]"
    for lower in row.rows:
        yield from _row(certificate, lower, indent + "  ")


def _section(title: str, lines: Iterable[str]) -> Iterator[Text]:
    """A titled list of lines; nothing where there are none."""
    shown = [line for line in lines if line]
    if shown:
        yield Text(f"{_INDENT}{title}", style="bold")
        yield from (Text(f"{_INDENT}  {line}") for line in shown)
