"""A claim at sampled points: exactly, in batches of floats, and with many digits; proofs are never seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Final

from numpy.random import Generator

from numeric.decide import satisfies
from numeric.drafts import Draft
from numeric.errors import Unevaluated
from numeric.foreseen import foreseen
from numeric.layout import Layout, arrange
from numeric.models import known_model
from numeric.sampling import Sampler, stream
from numeric.shrink import shrink
from numeric.solve import Solver
from numeric.trial import MOST_SPENT, Trial
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.evidence import Evidence

POINTS: Final = 40
SIMPLEST_TRIES: Final = 60
RANDOM_TRIES: Final = 120
COINCIDING_TRIES: Final = 20


def at_points(claim: Claim, seed: int = 0, points: int = POINTS) -> Evidence:
    """Evaluate both sides of the goal at up to ``points`` exact points, and at batches of random floats around some.

    A counterexample is an exact point, the simplest that was found.  Where a side is irrational there, both precisions
    of mpmath say that the goal fails, which refutes nothing until the kernel confirms it.  The same seed gives the
    same evidence.

    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> claim = Claim("file/derivation/claim", "a slip", "", (), (), (), eq(mul(x, x), x))
    >>> at_points(claim).display
    (('x', '−1'), ('left side', '1'), ('right side', '−1'))
    """
    return _at_points(claim, seed, points)


@lru_cache(maxsize=64)  # search and judge ask for the same evidence, one of them without naming the seed
def _at_points(claim: Claim, seed: int, points: int) -> Evidence:
    trial = Trial(claim)
    random = stream(seed, claim.id)
    trial.look(islice(trial.sampler.simplest(), SIMPLEST_TRIES), points - points // 2)
    trial.look(islice(trial.sampler.random(random), RANDOM_TRIES), points)
    if trial.is_tested_in_full():
        _look_for_gaps(trial, random)
    trial.look(islice(trial.sampler.coinciding(random), COINCIDING_TRIES), points)
    trial.look_at_batches(random)
    trial.look_precisely()
    return trial.evidence()


def suspects(claim: Claim, amount: int) -> Iterator[Model]:
    """Other points than that of `at_points` at which the goal fails, drawn by other seeds, or points of which numbers
    cannot tell whether they meet what is assumed: of all numbers, which are tested at some, or in the long run, of
    which signs are tested.  They say nothing of ``claim``; the kernel looks.  No two are the same.

    >>> from symbolic.terms import *
    >>> f, x = Symbol("f", function_sort()), Symbol("x")
    >>> nowhere_negative = forall(abstract(le(ZERO, apply(f, x)), x))
    >>> claim = Claim("f/d/c", "", "", (), (nowhere_negative,), (), ne(apply(f, x), Number(7)))
    >>> at_points(claim).counterexample, len(list(suspects(claim, 2)))
    (None, 2)
    """
    likely, known = foreseen(claim), {at_points(claim).counterexample}
    for model in chain.from_iterable(_suspects(likely, seed) for seed in range(1, amount + 1)):
        if len(known) > amount:
            return
        if model is not None and model not in known:
            known.add(model)
            yield model


def _suspects(claim: Claim, seed: int) -> Iterator[Model | None]:
    """A point at which the goal fails, made simple, and as it was drawn: every seed may lead to the same simple one."""
    trial, random = Trial(claim), stream(seed, claim.id)
    trial.look(islice(trial.sampler.random(random), RANDOM_TRIES), POINTS)
    trial.look(islice(trial.sampler.simplest(), SIMPLEST_TRIES), trial.points + SIMPLEST_TRIES)
    trial.look(islice(trial.sampler.coinciding(random), COINCIDING_TRIES), trial.points + COINCIDING_TRIES)
    _look_for_gaps(trial, random)
    yield trial.evidence().counterexample
    yield trial.failing()


def _look_for_gaps(trial: Trial, random: Generator) -> None:
    trial.look_where_denied(random)
    trial.look_downhill()


def simplest_models(claim: Claim, amount: int) -> list[Model]:
    """Some points that meet the assumptions, as models, the simplest first; the goal, which may be about the long run,
    is not looked at.

    >>> from symbolic.terms import *
    >>> d = Symbol("d", INTEGER)
    >>> claim = Claim("f/d/c", "", "", (le(ONE, d),), (), (), tends_to(Lambda(INTEGER, d, "T"), ONE))
    >>> [dict(model.values)[d] for model in simplest_models(claim, 2)]
    [1, 2]
    """
    layout = arrange(foreseen(claim))
    models = (known_model(draft, layout) for draft in _meeting(layout, stream(0, claim.id)))
    return list(islice((model for model in models if model is not None), amount))


def _meeting(layout: Layout, random: Generator) -> Iterator[Draft]:
    """Simple drafts that meet what is assumed; after them one of those drawn at random that do, made simpler."""
    sampler, meets = Sampler(layout), partial(_meets, layout)
    yield from filter(meets, _affordable(islice(sampler.simplest(), SIMPLEST_TRIES), sampler.solver))
    drawn = filter(meets, _affordable(islice(sampler.random(random), RANDOM_TRIES), sampler.solver))
    yield from (shrink(draft, sampler, meets) for draft in islice(drawn, 1))


def _affordable(drafts: Iterator[Draft | None], solver: Solver) -> Iterator[Draft]:
    """Those whose equations were solved, until that costs too much."""
    limit = solver.spent + MOST_SPENT
    for draft in drafts:
        if solver.spent > limit:
            return
        if draft is not None:
            yield draft


def _meets(layout: Layout, draft: Draft) -> bool:
    try:
        return satisfies(layout, draft)
    except Unevaluated:
        return False
