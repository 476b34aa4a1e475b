"""A claim tried at a few points before it is judged: a proof that fails is dear, a point is cheap."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from numeric.decide import decide
from numeric.layout import arrange
from numeric.sampling import Sampler, stream
from symbolic.claim import Claim

SIMPLEST_TRIES: Final = 60
RANDOM_TRIES: Final = 40


def fails_somewhere(claim: Claim, seed: int = 0) -> bool:
    """Whether ``claim`` fails at one of its simplest points or of a few random ones; False says nothing.

    Nothing is made of the point, unlike in `numeric.crosscheck`, which looks for the simplest one to show.

    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> fails_somewhere(Claim("file/derivation/claim", "a slip", "", (), (), (), eq(mul(x, x), x)))
    True
    """
    layout = arrange(claim)
    sampler = Sampler(layout)
    random = sampler.random(stream(seed, f"{claim.id}, tried"))
    drafts = chain(islice(sampler.simplest(), SIMPLEST_TRIES), islice(random, RANDOM_TRIES))
    return any(decide(claim, layout, draft).holds is False for draft in drafts if draft is not None)
