"""``python benchmarks/mutation.py [NAME ...]``: judges every mutant of every claim of the catalog (or of NAME).

A mutant is *wrongly proved* if there is a theorem and numbers disagree; it is *still true* as far as a theorem says so,
and *open* otherwise.  All mutants with an exact counterexample should be refuted; those that are not are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from sys import argv, path
from time import perf_counter
from typing import Final

ROOT: Final = Path(__file__).parents[1]
path.insert(0, str(ROOT))

from derivations.discovery import discover  # noqa: E402 (the checker may not be installed)
from derivations.pipeline import Run, decide  # noqa: E402
from derivations.stated import Stated  # noqa: E402
from symbolic.mutate import mutants  # noqa: E402
from symbolic.terms.text import show  # noqa: E402
from symbolic.verdict import Outcome, Verdict  # noqa: E402

COLUMNS: Final = ("made", "refuted", "not refuted", "still true", "supported", "unknown", "wrongly proved")


def main(names: list[str]) -> None:
    start, total, remarkable = perf_counter(), Counter[str](), []
    print(f"{'claim':55}" + "".join(f"{column:>16}" for column in COLUMNS))
    for name, verdicts in _judged(names):
        counts = Counter[str]()
        for description, verdict in verdicts:
            kind = _kind(verdict)
            counts.update(("made", kind))
            if kind in ("not refuted", "still true", "wrongly proved"):
                remarkable.append(f"{kind}: {name}: {description}: {show(verdict.claim.goal)}")
        print(f"{name[-55:]:55}" + "".join(f"{counts[column]:16}" for column in COLUMNS), flush=True)
        total += counts
    print(f"{'all':55}" + "".join(f"{total[column]:16}" for column in COLUMNS))
    print(*remarkable, f"{perf_counter() - start:.0f} s", sep="\n")


def _judged(names: list[str]) -> Iterator[tuple[str, Iterator[tuple[str, Verdict]]]]:
    run = Run()
    for chosen in discover(names).chosen:
        for stated in (one for one in chosen.claims if isinstance(one, Stated)):
            using = tuple(filter(None, (run.judged(cited).certificate for cited in stated.using)))
            made = mutants(run.judged(stated).verdict.claim)
            yield stated.id, ((one.description, decide(one.claim, None, using, 0)[0]) for one in made)


def _kind(verdict: Verdict) -> str:
    if verdict.alarm:
        return "wrongly proved"
    if verdict.outcome is Outcome.REFUTED:
        return "refuted"
    if verdict.evidence.counterexample is not None:
        return "not refuted"
    return {Outcome.PROVED: "still true", Outcome.SUPPORTED: "supported"}.get(verdict.outcome, "unknown")


if __name__ == "__main__":
    main(argv[1:])
