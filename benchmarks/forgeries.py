"""``python -m benchmarks.forgeries [COUNT] [SEED]``: forged certificate files, and what the kernel makes of them.

Any exception beside `Rejected` ends the run with its traceback; a wrong theorem is printed, and the exit code is 3.
"""

from __future__ import annotations

import json
import resource
import sys
from random import Random
from sys import argv
from time import process_time

from symbolic.kernel.files import write
from tests.soundness.forged_files import accepted, forged, is_wrong
from tests.symbolic.kernel.proofs import certificates


def run(count: int, seed: int) -> dict[str, float]:
    """How many files were refused, proved the same or something else that is true, or something wrong; and the cost."""
    texts = [json.dumps(write(certificate)) for certificate in certificates()]
    originals, random = [accepted(text) for text in texts], Random(seed)
    counts: dict[str, float] = dict.fromkeys(("made", "refused", "the same", "another truth", "wrong", "slowest"), 0)
    for _ in range(count):
        at, text = forged(texts, random)
        began = process_time()
        theorem = accepted(text)
        counts["slowest"] = max(counts["slowest"], round(process_time() - began, 2))
        kind = _kind(theorem, originals[at])
        counts["made"] += 1
        counts[kind] += 1
        if kind == "wrong":
            print(f"WRONG: {theorem.sequent}\n{text}")
    return {**counts, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def _kind(theorem, original) -> str:
    if theorem is None:
        return "refused"
    if is_wrong(theorem, original):
        return "wrong"
    return "the same" if theorem.sequent == original.sequent else "another truth"


if __name__ == "__main__":
    found = run(int(argv[1]) if len(argv) > 1 else 10_000, int(argv[2]) if len(argv) > 2 else 0)
    print(*(f"{name}: {number}" for name, number in found.items()), sep="\n")
    sys.exit(3 if found["wrong"] else 0)
