"""Nothing depends on the order in which Python happens to walk through sets."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.hash_seeds import Answer, compared
from symbolic.kernel.files import read

ROOT = Path(__file__).parents[2]
NAMES = (  # every kind of proof
    "momentum",
    "running_average",
    "weight_decay",
    "bias/the-running-average-is-biased",
    "cells/two-recurrent-cells-are-one",
    "attention",
)
SEEDS = ("0", "1", "2", "3", "7", "42", "1000", "65537", "2147483647", "4294967295")
FALSE_CLAIMS = """
from derivations import Derivation

slips = Derivation("Slips")
slips.show("no square root", "(x**2)**(1/2) == x")
slips.show("no square of a sum", "(a + b)**2 == a**2 + b**2")
slips.show("no geometric sum", "sum(b**j, j, 0, t) == (1 - b**t)/(1 - b)")
slips.show("no logarithm of a product", "log(x*y) == log(x) + log(y)")
slips.show("no quotient by 0", "x/x == 1")
slips.show("0 to the 0", "0**t == 0")
slips.conjecture("not proved", "x**2 + 2**x > 0", reason="no rule knows it")
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """What `check_all` says, and the certificates it writes, under each seed."""
    folder = tmp_path_factory.mktemp("seeds")
    script = folder / "slips.py"
    script.write_text(FALSE_CLAIMS, encoding="utf-8")
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda seed: _run(script, folder / seed, seed), SEEDS))


def _run(script, folder, seed):
    command = [sys.executable, "-m", "derivations.check_all", *NAMES, str(script)]
    command += ["--format", "json", "--certificates", str(folder)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    written = {path.name: read(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.iterdir())}
    return json.loads(done.stdout), written


def claims(report):
    """Everything that is said of every claim, but for how long it took."""
    every = [claim for derivation in report["derivations"] for claim in derivation["claims"]]
    return [{key: value for key, value in claim.items() if key != "seconds"} for claim in every]


def test_the_runs_are_worth_comparing(runs):
    verdicts = {claim["verdict"] for claim in claims(runs[0][0])}
    assert {"proved", "refuted"} <= verdicts
    assert len(runs[0][1]) >= 10


def test_the_same_is_said_of_every_claim(runs):
    first, *others = [claims(report) for report, _ in runs]
    for other in others:
        assert other == first


def test_the_same_sequents_are_proved_in_as_many_steps(runs):
    first, *others = [
        {name: (proof.steps[-1].conclusion, len(proof.steps)) for name, proof in written.items()} for _, written in runs
    ]
    for other in others:
        assert other == first


def test_the_same_models_refute(runs):
    first, *others = [{name: proof.model for name, proof in written.items() if proof.model} for _, written in runs]
    assert first
    for other in others:
        assert other == first


def answers(**said):
    return {question: Answer(answer, answer == "wrongly_proved") for question, answer in said.items()}


@pytest.mark.parametrize(
    ("others", "wrong", "different"),
    [
        ((answers(a="refuted", b="refuted"),), [], []),
        ((answers(a="unknown", b="refuted"),), [], []),
        ((answers(a="still_true", b="refuted"),), [], ["a"]),
        ((answers(a="unknown", b="refuted"), answers(a="still_true", b="refuted")), [], ["a"]),
        ((answers(a="refuted", b="wrongly_proved"),), ["b"], ["b"]),
        ((answers(a="refuted"),), ["b"], ["b"]),
    ],
)
def test_what_is_wrong_different_or_missing_is_seen(others, wrong, different):
    found = compared([answers(a="refuted", b="refuted"), *others])
    assert (found.wrong, found.different) == (wrong, different)
    assert (found.runs, found.asked) == (1 + len(others), 2)
