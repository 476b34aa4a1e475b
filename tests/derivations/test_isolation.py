"""What hangs, eats memory or crashes is one line; everything else is reported, the same for any number of workers."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from derivations.bad_input import BadInput
from derivations.check_all import main
from derivations.desk import Result
from derivations.findings import JudgedLine
from derivations.isolation import Limits, Workers
from derivations.pipeline import Judged
from symbolic.verdict import Outcome

ROOT = Path(__file__).parents[2]
PATIENT = Limits(seconds=300, megabytes=4096, jobs=2)
SHORT, SMALL = replace(PATIENT, seconds=5), replace(PATIENT, megabytes=640)
HEAD = """import os
from derivations import Derivation, check
from symbolic.language import real
from symbolic.methods import Method

class Hang(Method):
    def attempt(self, goal, search):
        while True:
            pass

class Eat(Method):
    def attempt(self, goal, search):
        bytearray(2**33)

class Keep(Method):
    kept = []

    def attempt(self, goal, search):
        while True:
            self.kept.append(bytearray(2**27))

class Die(Method):
    def attempt(self, goal, search):
        os._exit(0)

class Fail(Method):
    def attempt(self, goal, search):
        raise KeyError("lost")

b = real("b")
d = Derivation("Sums")
square = d.show("square", (b + 1) ** 2, b**2 + 2 * b + 1)
"""
TELL = """
class Tell(Method):
    def attempt(self, goal, search):
        with open("pid.part", "w") as file:
            file.write(str(os.getpid()))
        os.rename("pid.part", "pid")
        while True:
            pass

"""
HANGS = 'hangs = d.show("hangs", b + 1, b + 1, by=Hang())\n'
AFTER = 'd.show("after", (b - 1) ** 2, b**2 - 2 * b + 1)\n'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(text: str, name: str = "notes.py") -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def _results(path: Path, limits: Limits) -> dict[str, Result]:
    """What is said of every claim of ``path``."""
    workers = Workers(0, limits)
    try:
        claims = [claim for one in workers.load(path).derivations for claim in one.claims]
        workers.begin(claims)
        return {claim.title: workers.judged(claim) for claim in claims}
    finally:
        workers.close()


def _bad(path: Path, limits: Limits) -> list[str]:
    workers = Workers(0, limits)
    try:
        return [str(bad) for bad in workers.load(path).bad]
    finally:
        workers.close()


def _said(result: Result) -> str:
    if isinstance(result, BadInput):
        return result.message
    judged = result.entailed if isinstance(result, JudgedLine) else result
    return judged.stopped or judged.outcome.name if judged else "no meaning"


@pytest.mark.parametrize(
    ("method", "limits", "reason"),
    [
        ("Hang", SHORT, "out of time: more than 5 s"),
        ("Eat", SMALL, "out of memory: more than 640 MB"),
        ("Keep", SMALL, "out of memory: more than 640 MB"),
        ("Die", PATIENT, "the worker died (exit code 0)"),
    ],
)
def test_a_claim_that_must_be_stopped_is_unknown_and_all_others_are_judged(
    method: str, limits: Limits, reason: str
) -> None:
    stopped = f'stopped = d.show("stopped", b + 1, b + 1, by={method}())\n'
    citing = 'd.show("citing", b + 2, b + 2, using=[stopped])\n'
    results = _results(_write(HEAD + stopped + citing + AFTER), limits)
    one = results["stopped"]
    assert isinstance(one, Judged)
    assert (one.outcome, one.stopped, one.certificate) == (Outcome.UNKNOWN, reason, None)
    assert one.verdict.claim.title == "stopped"
    assert [_said(results[title]) for title in ("square", "citing", "after")] == ["PROVED"] * 3


def test_what_is_reported_next_is_judged_before_what_is_reported_last() -> None:
    """A claim that cites another must not wait for all the claims that cite none."""
    note = """
class Note(Method):
    def attempt(self, goal, search):
        open("noted", "a").write("x")
        raise KeyError("noted")
"""
    others = "".join(f'd.show("other {number}", b + 1, b + 1, by=Note())\n' for number in range(10))
    path = _write(HEAD + note + 'citing = d.show("citing", b + 2, b + 2, using=[square])\n' + others)
    workers = Workers(0, replace(PATIENT, jobs=1))
    try:
        claims = [claim for one in workers.load(path).derivations for claim in one.claims]
        workers.begin(claims)
        assert _said(workers.judged(claims[1])) == "PROVED"
        assert len(Path("noted").read_text()) < 5
    finally:
        workers.close()


def test_a_method_that_fails_is_bad_input_with_its_traceback() -> None:
    failed = _results(_write(HEAD + 'd.show("fails", b, b, by=Fail())\n'), PATIENT)["fails"]
    assert isinstance(failed, BadInput)
    assert "the checker itself failed with KeyError: 'lost'" in failed.message
    assert "in attempt" in str(failed.cause)


def test_a_claim_that_cannot_even_be_read_in_time_is_bad_input() -> None:
    slow = """
class Slow:
    def __str__(self):
        return "slow"

    def __repr__(self):
        while True:
            pass

    __iter__ = _sympy_ = __repr__

d.show("slow", Slow())
"""
    results = _results(_write(HEAD + slow + AFTER), SHORT)
    assert isinstance(results["slow"], BadInput)
    assert _said(results["after"]) == "PROVED"


@pytest.mark.parametrize(
    ("text", "limits", "reason"),
    [
        ("while True:\n    pass\n", SHORT, "out of time: more than 5 s"),
        ("kept = []\nwhile True:\n    kept.append(bytearray(2**27))\n", SMALL, "out of memory: more than 640 MB"),
        ("import os\nos._exit(0)\n", PATIENT, "the worker died (exit code 0)"),
        ("import os\nos._exit(7)\n", PATIENT, "the worker died (exit code 7)"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", PATIENT, "the worker died (signal 9)"),
    ],
)
def test_a_file_that_must_be_stopped_is_one_line(text: str, limits: Limits, reason: str) -> None:
    assert _bad(_write(text), limits) == [f"notes.py: this script did not come to its end: {reason}"]


def test_a_file_that_must_be_stopped_hides_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    _write(HEAD + AFTER, "good.py")
    _write("import os\nos._exit(1)\n", "exits.py")
    assert main(["exits.py", "good.py"]) == 2
    printed = capsys.readouterr()
    assert printed.out.count("✓ PROVED") == 2
    assert printed.err == "error: exits.py: this script did not come to its end: the worker died (exit code 1)\n"


def test_a_script_is_never_run_in_the_process_that_reports() -> None:
    """It could change what is reported, or what the kernel accepts."""
    path = _write(HEAD + "import symbolic.kernel\nsymbolic.kernel.touched = True\n")
    assert _said(_results(path, PATIENT)["square"]) == "PROVED"
    assert not hasattr(sys.modules["symbolic.kernel"], "touched")


def test_what_a_script_brings_along_arrives_as_words() -> None:
    text = """
class Own(Derivation):
    pass

class Mute:
    def __str__(self):
        raise RuntimeError

own = Own("Own")
own.show("class", Mute)
own.show("mute", Mute())
own.show("generator", b, b, using=(one for one in []))
Derivation("Fine").show("fine", b, b)
"""
    results = _results(_write(HEAD + text), PATIENT)
    assert [_said(results[title]) for title in ("square", "fine")] == ["PROVED"] * 2
    assert all(isinstance(results[title], BadInput) for title in ("class", "mute"))
    assert _said(results["generator"]).startswith("found using=<generator object")


def test_a_proof_that_a_script_has_forged_is_replayed_and_rejected() -> None:
    """In its worker this script bends the kernel; where the certificate arrives, the kernel is straight."""
    forging = """
from dataclasses import replace
from derivations import pipeline
from symbolic.kernel.theorem import KERNEL, Theorem
from symbolic.certificate import Certificate, Sequent

def believe(certificate):
    claim = certificate.claim
    return Theorem(claim, False, Sequent(frozenset(), claim.goal), (), (), (), KERNEL)

pipeline.check = believe
pipeline.settle = lambda claim, by, using: Certificate(claim, ())
d.show("forged", b, b + 1)
"""
    forged = _results(_write(HEAD + forging), PATIENT)["forged"]
    assert isinstance(forged, Judged)
    assert forged.verdict.theorem is None
    assert forged.outcome is Outcome.UNKNOWN
    assert forged.verdict.stuck is not None
    assert "the kernel rejects the certificate" in forged.verdict.stuck.tried[0]


def test_a_file_that_states_something_else_each_time_is_bad_input() -> None:
    changing = "import os\nd.show(f'of {os.getpid()}', b, b)\n"
    dies = 'd.show("dies", b, b, by=Die())\n'
    results = _results(_write(HEAD + dies + changing), replace(PATIENT, jobs=1))
    assert "expected a file that always states the same" in _said(list(results.values())[-1])


TRANSCRIPT = """
from derivations.transcript import Transcript
from symbolic.language import sequence, time
x, t = sequence("x"), time("t")
answer = Transcript("Answer", notation={"x_t": "x(t)"})
answer.assume("x(0) == 1")
answer.assume("x(t + 1) == 2*x(t)", forall="t")
rule = answer.given("x_{t+1} = 2 x_t", "x(t + 1) == 2*x(t)", forall="t")
slip = answer.line("x_1 = 3", "x(1) == 3", given=[rule])
answer.line("x_1 + 1 = 4", "x(1) + 1 == 4", given=[slip])
answer.line("x_2 = 2 x_1", "x(2) == 2*x(1)", given=[rule])
"""
MIXED = (
    HEAD
    + """
d.show("twice", 2 * (b + 1) ** 2, 2 * b**2 + 4 * b + 2, using=[square])
d.show("slip", (b + 1) ** 2, b**2 + 1)
d.show("floating", b, 0.5)
d.conjecture("open", b**2, 1, reason="nobody knows")
"""
    + TRANSCRIPT
)


def _report(capsys: pytest.CaptureFixture[str], jobs: int) -> Any:
    code = main(["notes.py", "--format", "json", "--jobs", str(jobs)])
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    claims = [claim for one in report["derivations"] for claim in one["claims"]]
    for timed in (report["summary"], *claims, *(claim.get("inference") or {} for claim in claims)):
        timed.pop("seconds", None)
    return code, report, printed.err


def test_the_report_is_the_same_for_any_number_of_workers(capsys: pytest.CaptureFixture[str]) -> None:
    _write(MIXED)
    here, *isolated = [_report(capsys, jobs) for jobs in (0, 1, 2, 3)]
    assert here[1]["summary"]["claims"] == 8
    assert here[1]["summary"]["findings"] == 2
    assert all(report == here for report in isolated)


def _hanging() -> subprocess.Popen[str]:
    """A run that has come to a claim that hangs; its worker has written its number to the file ``pid``."""
    _write(HEAD + HANGS.replace("Hang()", "Tell()").replace("hangs =", TELL + "hangs ="))
    run = subprocess.Popen(
        [sys.executable, "-m", "derivations.check_all", "notes.py"],
        env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    while not Path("pid").exists():
        assert run.poll() is None
        sleep(0.05)
    return run


def _alive() -> bool:
    """Whether the worker still runs; one that has ended may wait for a parent to ask for its exit code."""
    try:
        return Path(f"/proc/{Path('pid').read_text()}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_ctrl_c_ends_everything_with_130() -> None:
    run = _hanging()
    assert _alive()
    run.send_signal(signal.SIGINT)
    _, err = run.communicate()
    assert (run.returncode, err) == (130, "interrupted\n")
    assert not _alive()


def test_no_worker_outlives_a_run_that_is_killed() -> None:
    run = _hanging()
    assert _alive()
    run.kill()
    run.communicate()
    while _alive():
        sleep(0.05)
    assert run.returncode == -signal.SIGKILL
