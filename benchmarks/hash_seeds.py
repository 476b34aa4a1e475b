"""``python -m benchmarks.hash_seeds [NAME ...]``: the same verdicts under every hash seed, and with python-flint.

SymPy's ground types are python-flint's where it is installed; ``PYTHON_FLINT`` may name the interpreter of an
environment that has it, which then judges the same once more.  A difference is printed, and the exit code is 3.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
SEEDS: Final = ("0", "1", "2", "3", "7", "42", "1000", "65537", "2147483647", "4294967295")
NAMES: Final = ("momentum", "softmax", "attention_costs")


def run(names: list[str]) -> dict[str, Any]:
    """How many claims were judged, how often, and which were judged differently."""
    judged = dict(_judged(names))
    first, *others = judged.values()
    different = sorted({claim for other in others for claim in first if other.get(claim) != first[claim]})
    return {"runs": list(judged), "claims": len(first), "different": different}


def _judged(names: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for seed in SEEDS:
        yield f"seed {seed}", _verdicts(sys.executable, seed, names)
    if flint := os.environ.get("PYTHON_FLINT"):
        yield "python-flint", _verdicts(flint, "0", names)


def _verdicts(python: str, seed: str, names: list[str]) -> dict[str, Any]:
    """What is said of every claim, by its id."""
    command = [python, "-m", "derivations.check_all", *names, "--format", "json", "--jobs", "1"]
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    claims = [claim for one in json.loads(done.stdout)["derivations"] for claim in one["claims"]]
    return {one["id"]: (one["verdict"], one["true"], one["follows"], one["counterexample"]) for one in claims}


def main(names: list[str]) -> int:
    found = run(names or list(NAMES))
    print(f"{found['claims']} claims under {', '.join(found['runs'])}: {len(found['different'])} judged differently")
    print(*found["different"], sep="\n")
    return 3 if found["different"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
