"""A claim at sampled points: exactly, in batches of floats, and with many digits; proofs are never seen."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import Final

from numeric.decide import satisfies
from numeric.drafts import Draft
from numeric.errors import Unevaluated
from numeric.layout import Layout, arrange
from numeric.models import complete_model, kernel_model
from numeric.sampling import Sampler, stream
from numeric.trial import Trial
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.evidence import Evidence

POINTS: Final = 40
SIMPLEST_TRIES: Final = 60
RANDOM_TRIES: Final = 120


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
    trial.look_where_denied(random)
    trial.look_downhill()
    trial.look_at_batches(random)
    trial.look_precisely()
    return trial.evidence()


def simplest_models(claim: Claim, amount: int) -> list[Model]:
    """Some of the simplest points that meet the assumptions, as models; the goal, which may be about the long run, is
    not looked at.

    >>> from symbolic.terms import *
    >>> d = Symbol("d", INTEGER)
    >>> claim = Claim("f/d/c", "", "", (le(ONE, d),), (), (), tends_to(Lambda(INTEGER, d, "T"), ONE))
    >>> [dict(model.values)[d] for model in simplest_models(claim, 2)]
    [1, 2]
    """
    layout = arrange(claim)
    drafts = islice(Sampler(layout).simplest(), SIMPLEST_TRIES)
    models = (_model(draft, layout) for draft in drafts if draft is not None)
    return list(islice((model for model in models if model is not None), amount))


def _model(draft: Draft, layout: Layout) -> Model | None:
    try:
        return kernel_model(complete_model(draft, layout)) if satisfies(layout, draft) else None
    except Unevaluated:
        return None
