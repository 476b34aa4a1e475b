"""Earlier claims as schemas: what was shown of any time and outcome may be used at others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symbolic.certificate import Certificate
from symbolic.claim import Claim
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import INTEGER, OUTCOME, REAL, symbols


def cited(using: Sequence[Certificate], goal: Goal, search: Search) -> Goal:
    """``goal`` with the earlier claims as lemmas; each of them may serve to show the hypotheses of the next."""
    for certificate in using:
        goal = replace(goal, lemmas=(*goal.lemmas, _lemma(certificate, goal, search)))
    return goal


def _lemma(certificate: Certificate, goal: Goal, search: Search) -> int:
    """What ``certificate`` proves, from the hypotheses of ``goal`` alone; where they are not enough, under its own."""
    step = search.draft.include(certificate)
    try:
        return _under(goal, generalised(search.draft, step, certificate.claim), search)
    except Failed as failure:
        search.tried.append(f"citing {certificate.claim.id}: {failure}")
        return closed(search.draft, step)


def closed(draft: Draft, step: int) -> int:
    """The conclusion of ``step`` for all values of its symbols that satisfy its hypotheses; functions stay fixed."""
    for hypothesis in sorted(draft.sequent(step).hypotheses, key=repr):
        step = draft.apply("discharge", [step], [hypothesis])
    for symbol in sorted(symbols(draft.conclusion(step)), key=lambda s: s.name, reverse=True):
        if symbol.sort in (INTEGER, REAL, OUTCOME) or symbol.sort.name == "sequence":
            step = draft.apply("generalise", [step], [symbol])
    return step


def _under(goal: Goal, step: int, search: Search) -> int:
    """``step``, with those of its hypotheses that ``goal`` does not assume proved from what it does."""
    strange = symbols(search.draft.conclusion(step)) - {s for f in (goal.conclusion, *goal.context) for s in symbols(f)}
    if strange:
        raise Failed(f"it speaks of {', '.join(sorted(symbol.name for symbol in strange))}")
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
