"""``python -m benchmarks.soundness [--quick] [--mutants N] [NAME ...]``: the table of docs/soundness.md, measured anew
but for the guards of the kernel, which `benchmarks/guards.py` leaves out.

NAMEs are of the catalog, all of it by default; ``--quick`` takes minutes for hours.  Each part can be run alone:
`benchmarks.forgeries`, `benchmarks.random_claims`, `benchmarks.hash_seeds`, `check_all --mutate`.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks import forgeries, hash_seeds, random_claims

ROOT: Final = Path(__file__).parents[1]
TRUSTED: Final = ("kernel", "terms", "claim.py", "certificate.py")


def main() -> int:
    parser = ArgumentParser(prog="python -m benchmarks.soundness")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--quick", action="store_true", help="a hundredth of the forgeries and the random claims")
    parser.add_argument("--mutants", type=int, default=8, metavar="N", help="about N of each claim (default 8)")
    options = parser.parse_args()
    share = 100 if options.quick else 1
    wrong = 0
    print("| | |\n| --- | --- |")
    for what, found, bad in _rows(options.names, options.mutants, share):
        wrong += bad
        print(f"| {what} | {found} |", flush=True)
    return 3 if wrong else 0


def _rows(names: list[str], mutants: int, share: int) -> Iterator[tuple[str, str, int]]:
    """What was attacked, what became of it, and how much of it was wrong."""
    yield "trusted lines of code", str(trusted_lines()), 0
    counts = Counter[str](_mutants(names, mutants))
    yield "mutants of proved claims", _said(counts), counts["wrongly_proved"]
    yield "share of the mutants that are not still true that was refuted", refuted_share(counts), 0
    yield "adversarial cases", str(_cases()), 0
    forged = forgeries.run(100_000 // share, seed=1)
    yield "forged certificate files", _said(forged), int(forged["wrong"])
    drawn = random_claims.run(112_000 // share, 1e6, seed=1)  # of some sums nothing can be claimed
    fates = sum(drawn.values(), Counter[str]())
    yield "random claims", _said(fates), fates["WRONG"]
    seeds = hash_seeds.run(names or hash_seeds.NAMES, 1, 10_000 // share)
    yield "hash seeds", str(seeds), len(seeds.wrong) + len(seeds.different)


def refuted_share(counts: Counter[str]) -> str:
    """A lower bound of the share of false mutants that are refuted: some of the unknown ones are true."""
    return f"{counts['refuted'] / max(1, counts['refuted'] + counts['unknown']):.1%}"


def trusted_lines() -> int:
    """Lines of code without blank lines, comments and docstrings."""
    every = [ROOT / "symbolic" / name for name in TRUSTED]
    return sum(_lines(path) for one in every for path in ([one] if one.is_file() else one.rglob("*.py")))


def _lines(path: Path) -> int:
    text = path.read_text(encoding="utf-8")
    said = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    without = {line for node in said for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    lines = enumerate(map(str.strip, text.splitlines()), start=1)
    return sum(bool(line) and not line.startswith("#") and number not in without for number, line in lines)


def _mutants(names: list[str], most: int) -> dict[str, int]:
    command = ["-m", "derivations.check_all", *names, "--mutate", "--mutants", str(most), "--format", "json"]
    return dict(json.loads(_python(command))["summary"]["mutants"])


def _cases() -> int:
    """As many as pytest collects: a trap is a test."""
    listed = _python([*hash_seeds.CASES, "--collect-only"])
    return sum("::" in line for line in listed.splitlines())


def _python(arguments: list[str]) -> str:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def _said(counts: dict[str, Any]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())


if __name__ == "__main__":
    sys.exit(main())
