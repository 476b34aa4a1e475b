"""Earlier claims as schemas: what was shown of any time and outcome may be used at others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from symbolic.certificate import Certificate
from symbolic.claim import Claim
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import INTEGER, OUTCOME, symbols


def cited(using: Sequence[Certificate], goal: Goal, search: Search) -> Iterator[int]:
    """The earlier claims whose hypotheses follow here, as steps from the hypotheses of ``goal``."""
    for certificate in using:
        try:
            step = search.draft.include(certificate)
            yield _under(goal, generalised(search.draft, step, certificate.claim), search)
        except Failed as failure:
            search.tried.append(f"citing {certificate.claim.id}: {failure}")


def _under(goal: Goal, step: int, search: Search) -> int:
    """``step``, with those of its hypotheses that ``goal`` does not assume proved from what it does."""
    for owed in sorted(search.draft.sequent(step).hypotheses - set(goal.context), key=repr):
        proof = search.prove_aside(goal.wanting(owed))
        step = search.draft.apply("detach", [search.draft.apply("discharge", [step], [owed]), proof])
    return step


def generalised(draft: Draft, step: int, claim: Claim) -> int:
    """The conclusion of ``step`` for all values of its times, sizes and outcomes that only domains speak of."""
    for symbol in sorted(symbols(draft.conclusion(step)), key=lambda s: s.name, reverse=True):
        spoken = [h for h in draft.sequent(step).hypotheses if symbol in symbols(h)]
        if symbol.sort in (INTEGER, OUTCOME) and all(h in (*claim.domains, *claim.conditions) for h in spoken):
            for hypothesis in sorted(spoken, key=repr):
                step = draft.apply("discharge", [step], [hypothesis])
            step = draft.apply("generalise", [step], [symbol])
    return step
