"""``python -m symbolic.kernel FILE ...`` re-checks stored certificates, in a process without search and SymPy."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from symbolic.kernel import Rejected, Theorem, check
from symbolic.kernel.files import read


def main(names: list[str]) -> int:
    """Check every file and print what it proves; 0 if all do, 1 if one is rejected, 2 if one cannot be read."""
    if not names:
        print("usage: python -m symbolic.kernel FILE ...", file=sys.stderr)
        return 2
    return max(_check(name) for name in names)


def _check(name: str) -> int:
    try:
        data = json.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        print(f"{name}: cannot be read: {error}", file=sys.stderr)
        return 2
    try:
        theorem = check(read(data))
    except Rejected as error:
        print(f"{name}: REJECTED: {error}", file=sys.stderr)
        return 1
    print("\n".join(_report(name, theorem)))
    return 0


def _report(name: str, theorem: Theorem) -> list[str]:
    word = "REFUTED" if theorem.refuted else "PROVED"
    hypotheses = sorted(map(repr, theorem.sequent.hypotheses))
    return [
        f"{name}: {word} {theorem.claim.id if theorem.claim.id.isprintable() else ascii(theorem.claim.id)}",
        *(f"    {hypothesis}" for hypothesis in hypotheses),
        f"  ⊢ {theorem.sequent.conclusion!r}",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
