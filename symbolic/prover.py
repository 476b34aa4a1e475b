"""The untrusted search: from a claim to a certificate, or to an honest failure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from numeric.at_equality import at_equality
from numeric.points import at_points, simplest_models, suspects
from symbolic.certificate import Certificate, Model
from symbolic.claim import Claim
from symbolic.kernel import Rejected
from symbolic.kernel.refutation import instances
from symbolic.kernel.rule import contrary
from symbolic.methods import METHODS, Contradiction, Method
from symbolic.methods.algebra import residual
from symbolic.methods.closed_forms import closed_forms
from symbolic.methods.draft import MOST_SECONDS, Draft, Exhausted, trimmed
from symbolic.methods.elements import elements
from symbolic.methods.geometric import norms_of_powers
from symbolic.methods.lemmas import cited
from symbolic.methods.missing import closing
from symbolic.methods.models import completed
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import FALSE, ONE, REAL, ZERO, IllFormed, Node, Term, eq, is_limit, subterms
from symbolic.verdict import Stuck

MOST_MODELS: Final = 3
SECONDS_FOR_A_MODEL: Final = 3.0


def prove(
    claim: Claim, by: Method | None = None, using: Sequence[Certificate] = (), seconds: float = MOST_SECONDS
) -> Certificate | Stuck:
    """A certificate for ``claim``, found by the methods in turn, or by ``by`` alone; ``using`` are earlier proofs."""
    draft = Draft(seconds)
    search = Search(draft, METHODS)
    goal = Goal(claim.goal, (*claim.assumptions, *claim.domains, *claim.conditions))
    try:
        end = search.prove(cited(using, goal, search), None if by is None else [by])
    except (Failed, Exhausted) as failure:
        given_up = [str(failure)] if isinstance(failure, Exhausted) else []
        return Stuck(search.residual, (*search.tried, *given_up))
    steps, _, outline = trimmed(draft.steps, [end], search.outline)
    return Certificate(claim, steps, outline, cites=tuple(draft.cites))


def settle(claim: Claim, by: Method | None = None, using: Sequence[Certificate] = ()) -> Certificate | Stuck:
    """A refutation, where numbers find a point for one; else what `prove` finds.

    A search for a proof of something false is long, and ends in failure: numbers tell early that it is hopeless.
    """
    model = at_points(claim).counterexample
    refuted = None if model is None else refute(claim, model)
    if isinstance(refuted, Certificate):
        return refuted
    found = prove(claim, by, using)
    beyond = refute_beyond_numbers(claim) if isinstance(found, Stuck) else found
    return beyond if isinstance(beyond, Certificate) else found


def refute_beyond_numbers(claim: Claim) -> Certificate | Stuck:
    """A certificate that ``claim`` fails where numbers cannot tell: in the long run, since a limit is another or a
    function is not in a class, or at a point of which they cannot say whether it meets what is assumed; at points of
    other seeds; or where the sides of a strict relation are equal, at a number that may be irrational.

    Exact search decides what numbers cannot: they never look along a ray or at a limit, and at all numbers neither.
    """
    tried: Certificate | Stuck = Stuck(tried=("no point is known that meets what is assumed",))
    points = (simplest_models,) if is_limit(claim.goal) else (_at_equality, suspects)
    for model in chain.from_iterable(draw(claim, MOST_MODELS) for draw in points):
        tried = refute(claim, model, SECONDS_FOR_A_MODEL)
        if isinstance(tried, Certificate):
            break
    return tried


def _at_equality(claim: Claim, amount: int) -> Iterator[Model]:
    """Models whose numbers, irrational ones too, are written as the normal form writes them."""
    for model in at_equality(claim, amount):
        values = ((symbol, _plain(value) if symbol.sort == REAL else value) for symbol, value in model.values)
        yield replace(model, values=tuple(values))


def _plain(number: Term) -> Term:
    return residual(Goal(eq(number, ZERO), ())) or number


def missing(claim: Claim) -> Term | None:
    """A simple hypothesis under which plain arithmetic proves ``claim``, if there is one."""
    return closing(Goal(claim.goal, (*claim.assumptions, *claim.domains, *claim.conditions)))


def contradict(claim: Claim) -> Certificate | Stuck:
    """A certificate that the hypotheses of ``claim`` entail 0 = 1, so that no values satisfy them."""
    return prove(replace(claim, goal=eq(ZERO, ONE)), by=Contradiction())


def refute(claim: Claim, model: Model, seconds: float = MOST_SECONDS) -> Certificate | Stuck:
    """A certificate that ``claim`` fails in ``model``, to which the claim's own recurrences are added."""
    draft = Draft(seconds)
    search = Search(draft, METHODS)
    try:
        full = completed(claim, model)
        hypotheses, goal = instances(claim, full)
        wanted = [*sorted(hypotheses - set(full.definitions), key=repr), contrary(goal)]
        known = _computed(wanted, full, search)
        ends = [search.prove(Goal(formula, full.definitions, known)) for formula in wanted]
    except (Failed, Rejected, IllFormed, Exhausted) as failure:
        return Stuck(search.residual, (*search.tried, str(failure)))
    steps, closing, outline = trimmed(draft.steps, ends, search.outline)
    return Certificate(claim, steps, outline, full, closing)


def _computed(wanted: Sequence[Term], model: Model, search: Search) -> tuple[int, ...]:
    """Steps that say what the sequences of ``model`` are at the times of which ``wanted`` speaks, or at all times."""
    always = closed_forms(model.definitions, search)
    of_norms = any(isinstance(part, Node) and part.op == "norm" for formula in wanted for part in subterms(formula))
    norms = norms_of_powers(always, search) if of_norms else ()
    return (*elements(wanted, Goal(FALSE, model.definitions, always), search), *always, *norms)
