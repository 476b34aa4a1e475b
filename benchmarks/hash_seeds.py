"""``python -m benchmarks.hash_seeds [--mutants N] [--draws N] [--jobs N] [NAME ...]``: nothing wrong, and nothing else,
under ten hash seeds.

Asked are the claims of the catalog's NAMEs and N mutants of each (default 1), the adversarial cases, and N forged
certificate files and random claims (default 1000).  SymPy's ground types are python-flint's where it is installed;
``PYTHON_FLINT`` may name the interpreter of an environment that has it, which is then asked the same under each seed.
What is wrong, or answered differently, is printed, and the exit code is 3.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
SEEDS: Final = ("0", "1", "2", "3", "7", "42", "1000", "65537", "2147483647", "4294967295")
NAMES: Final = ("momentum", "softmax", "attention_costs")
CASES: Final = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/soundness", "-k", "traps or sympy_wrong")
_COSTS: Final = re.compile(r" in [\d.]+s.*|^(slowest|megabytes): .*$", re.MULTILINE)


class Answer(NamedTuple):
    """What is said in one run; a mutant that stays unknown, which may be for want of time, contradicts nothing."""

    said: str
    wrong: bool


@dataclass(frozen=True)
class Found:
    """How often how much was asked, and what was answered wrongly, or differently in different runs."""

    runs: int
    asked: int
    wrong: list[str]
    different: list[str]

    def __str__(self) -> str:
        return f"{self.asked} answers in {self.runs} runs: {len(self.wrong)} wrong, {len(self.different)} different"


def run(names: Sequence[str], mutants: int, draws: int, jobs: int = 1) -> Found:
    """The same questions under each seed, to each interpreter, ``jobs`` of them at a time."""
    interpreters = [sys.executable, *filter(None, [os.environ.get("PYTHON_FLINT")])]
    runs = list(product(SEEDS, interpreters))
    with ThreadPoolExecutor(jobs) as pool:
        answers = list(pool.map(lambda one: dict(_answers(*one, names, mutants, draws)), runs))
    return compared(answers)


def compared(runs: Sequence[dict[str, Answer]]) -> Found:
    """What becomes of the same questions in several runs.

    >>> runs = [{"a": Answer("refuted", False)}, {"a": Answer("unknown", False)}, {"a": Answer("still_true", False)}]
    >>> compared(runs[:2]).different, compared(runs).different
    ([], ['a'])
    """
    questions = sorted({question for answers in runs for question in answers})
    missing = Answer("nothing", True)
    given = {question: [answers.get(question, missing) for answers in runs] for question in questions}
    wrong = [question for question, answers in given.items() if any(answer.wrong for answer in answers)]
    different = [question for question, answers in given.items() if len({a.said for a in answers} - {"unknown"}) > 1]
    return Found(len(runs), len(questions), wrong, different)


def _answers(seed: str, python: str, names: Sequence[str], mutants: int, draws: int) -> Iterator[tuple[str, Answer]]:
    judge = ("-m", "derivations.check_all", *names, "--mutate", "--mutants", str(mutants), "--format", "json")
    yield from _judged(json.loads(_run(python, seed, *judge, "--jobs", "1").stdout))
    yield "adversarial cases", _whole(_run(python, seed, *CASES))
    yield "forged certificate files", _whole(_run(python, seed, "-m", "benchmarks.forgeries", str(draws), "1"))
    drawn = _run(python, seed, "-m", "benchmarks.random_claims", str(draws), "1000000", "1")
    yield "random claims", _whole(drawn)
    print(f"seed {seed}, {python}: done", file=sys.stderr, flush=True)


def _judged(report: dict[str, Any]) -> Iterator[tuple[str, Answer]]:
    """What is said of every claim, by its id, and what became of its mutants."""
    for one in (claim for derivation in report["derivations"] for claim in derivation["claims"]):
        said = (one["verdict"], one["true"], one["follows"], one["counterexample"])
        yield one["id"], Answer(str(said), one["alarm"])
        for number, mutant in enumerate((one.get("mutants") or {}).get("tried", ())):
            question = f"{one['id']}, mutant {number}: {mutant['edit']}"
            yield question, Answer(mutant["fate"], mutant["fate"] == "wrongly_proved")


def _whole(done: subprocess.CompletedProcess[str]) -> Answer:
    """All that a command says, but for what it cost."""
    return Answer(_COSTS.sub("", done.stdout), done.returncode != 0)


def _run(python: str, seed: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [python, *arguments]
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)


def main() -> int:
    parser = ArgumentParser(prog="python -m benchmarks.hash_seeds")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--mutants", type=int, default=1, metavar="N", help="about N of each claim (default 1)")
    parser.add_argument("--draws", type=int, default=1000, metavar="N", help="files and claims (default 1000)")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="runs at a time (default 1)")
    options = parser.parse_args()
    found = run(options.names or NAMES, options.mutants, options.draws, options.jobs)
    print(found, *found.wrong, *found.different, sep="\n")
    return 3 if found.wrong or found.different else 0


if __name__ == "__main__":
    sys.exit(main())
