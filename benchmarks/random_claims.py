"""``python -m benchmarks.random_claims [COUNT] [SECONDS] [SEED]``: the kernel against brute force.

COUNT claims, or as many as fit into SECONDS; of each sort its share.  A wrong theorem is printed with
the seed that draws it again, and the exit code is 3.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random
from time import monotonic
from typing import Final

from tests.soundness import random_claims

SHARES: Final = {  # of a thousand claims: the cheap ones are most of them
    random_claims.a_sum: 200,
    random_claims.a_power: 360,
    random_claims.a_matrix: 140,
    random_claims.a_sign: 265,
    random_claims.a_derivative: 33,
    random_claims.a_claim: 2,
}


def run(count: int, seconds: float, seed: int) -> dict[str, Counter[str]]:
    """What became of the claims of each sort."""
    began, found = monotonic(), {sort.__name__: Counter[str]() for sort in SHARES}
    for number in range(count):
        if monotonic() - began > seconds:
            break
        key = f"{seed}/{number}"
        random = Random(key)
        (sort,) = random.choices(list(SHARES), list(SHARES.values()))
        fate = random_claims.drawn(sort, random)
        found[sort.__name__][fate] += 1
        if fate == "WRONG":
            print(f"WRONG: {sort.__name__} with the seed {key!r}", flush=True)
    return found


def main(arguments: list[str]) -> int:
    count, seconds, seed = (int(one) for one in (*arguments, *("100000", "1000000", "0")[len(arguments) :]))
    found = run(count, seconds, seed)
    for sort, fates in found.items():
        print(f"{sort:14} {fates.total():8}  {dict(fates)}")
    every = sum(found.values(), Counter[str]())
    print(f"{'all':14} {every.total():8}  {dict(every)}")
    return 3 if every["WRONG"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
