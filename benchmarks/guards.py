"""``python benchmarks/guards.py [NAME ...]``: disables each guard of the kernel in turn and runs its tests.

A guard that no test misses is *open*, and printed to stderr, unless `tests.soundness.guards_unneeded` says why: it
needs a test, or to go.  NAME is a module of the kernel such as ``rules/logic``; all of them take about an hour.  The
table is that of ``docs/kernel-guards.md``.
"""

from __future__ import annotations

import os
from pathlib import Path
from sys import argv, path, stderr
from typing import Final

ROOT: Final = Path(__file__).parents[1]
path.insert(0, str(ROOT))
os.environ.setdefault("CI", "1")  # the random tests draw the same examples for each guard

from tests.soundness.guards import KERNEL, Guard, covering, guards, noticed  # noqa: E402
from tests.soundness.guards_unneeded import UNNEEDED  # noqa: E402


def main(names: list[str]) -> int:
    open_guards: list[Guard] = []
    print("| module | guards | missed by a test | not needed | open |", "| --- | --- | --- | --- | --- |", sep="\n")
    for module in names or modules():
        found = guards(KERNEL / f"{module}.py")
        silent = [guard for guard in found if not noticed(guard, covering(guard.path))]
        left = [guard for guard in silent if guard.name not in UNNEEDED.get(module, {})]
        counts = (len(found), len(found) - len(silent), len(silent) - len(left), len(left))
        print(f"| {module} | {' | '.join(map(str, counts))} |", flush=True)
        for guard in left:
            print(f"open: {guard.path}:{guard.line}: {guard.name}", file=stderr, flush=True)
        open_guards += left
    return 1 if open_guards else 0


def modules() -> list[str]:
    """The modules of the kernel with guards in them."""
    relative = [one.relative_to(ROOT) for one in sorted((ROOT / KERNEL).rglob("*.py"))]
    return [str(one.relative_to(KERNEL).with_suffix("")) for one in relative if guards(one)]


if __name__ == "__main__":
    raise SystemExit(main(argv[1:]))
