"""The costs of ``tests/strength/classes.py``, and near misses: the checker beside what SymPy's ``O()`` says of them.

Usage: ``python benchmarks/classes.py [TABLE.md]``, which writes the table to a file as well.

SymPy is asked whether each side is in the order of the other where all sizes
tend to infinity.  It has no regimes; what it cannot state counts as undecided.  The last columns are of the checker:
milliseconds to find the certificate, and to replay it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from sys import argv, path
from time import perf_counter
from typing import Any, Final

import sympy

ROOT: Final = Path(__file__).parents[1]
path[:0] = [str(ROOT), str(Path(__file__).parent)]

from asking import ask, decided, totals, word  # noqa: E402 (the checker may not be installed)

from derivations.reading import read  # noqa: E402
from derivations.stated import Place, Stated  # noqa: E402
from symbolic.certificate import Model  # noqa: E402
from symbolic.kernel import check  # noqa: E402
from symbolic.prover import prove, refute  # noqa: E402
from symbolic.verdict import Stuck  # noqa: E402
from tests.strength.classes import FALSE, TRUE  # noqa: E402

HERE: Final = Place("<benchmark>", 1)
SIZES: Final = {name: sympy.Symbol(name, positive=True, integer=True) for name in "ndmh"}


def claim_of(text: str) -> Any:
    return read(Stated("prompt", "", "claim", (text,), (), None, (), "claim", "", HERE))


def by_sympy(text: str) -> bool | None:
    """`Order.contains`, one way or both ways, all sizes tending to infinity at the same time."""
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    op, (left, right, *rest) = ast.unparse(call.func), call.args
    sizes = [SIZES[one.id] for one in rest if isinstance(one, ast.Name)]
    if len(sizes) < len(rest):
        raise ValueError("no regimes")
    function, other = (sympy.sympify(ast.unparse(side), locals=SIZES) for side in (left, right))
    asked = {"big_o": [(function, other)], "big_omega": [(other, function)]}
    pairs = asked.get(op, [(function, other), (other, function)])
    said = [sympy.Order(above, *((size, sympy.oo) for size in sizes)).contains(below) for below, above in pairs]
    return False if False in said else None if None in said else True


WAYS: Final[Mapping[str, Callable[[str], bool | None]]] = {
    "checker": lambda text: decided(claim_of(text)),
    "sympy": by_sympy,
}


def milliseconds(text: str) -> tuple[float, float, str]:
    """To find the proof or the refutation, to check it, and the ray or the mean that it goes by."""
    claim = claim_of(text)
    start = perf_counter()
    found = prove(claim)
    if isinstance(found, Stuck):
        start = perf_counter()
        found = refute(claim, Model())
    between = perf_counter()
    check(found)
    spent = 1e3 * (between - start), 1e3 * (perf_counter() - between)
    reasons = dict.fromkeys(row.reason for row in found.outline if row.reason.startswith(("along", "by a", "sizes")))
    return *spent, "; ".join(reasons)


def main() -> None:
    times: list[tuple[float, float, str]] = []
    rows: list[str] = []
    for title, listed, holds in (("class", TRUE, True), ("near miss", FALSE, False)):
        print(f"{title:45}" + "".join(f"{way:>11} {'s':>6}" for way in WAYS) + f"{'find ms':>10}{'check ms':>10}")
        columns: dict[str, list[Any]] = {way: [] for way in WAYS}
        for name, text in listed.items():
            for way, asked in WAYS.items():
                columns[way].append(ask(asked, text))
            times.append(milliseconds(text))
            last = "".join(
                f"{word(says, holds):>11} {spent:6.2f}" for says, spent in (columns[way][-1] for way in WAYS)
            )
            print(f"{name:45}{last}{times[-1][0]:10.1f}{times[-1][1]:10.1f}", flush=True)
            rows.append(row(name, text, holds, [columns[way][-1][0] for way in WAYS], times[-1]))
        print(f"{'':12} right  wrong  undecided  seconds")
        for way, answers in columns.items():
            print(f"{way:12}{totals(answers, holds)}")
        print()
    finding, checking, _ = zip(*times, strict=True)
    print(f"milliseconds a claim, median and most: found in {median(finding):.0f} and {max(finding):.0f}, "
          f"checked in {median(checking):.0f} and {max(checking):.0f}")  # fmt: skip
    if len(argv) > 1:
        Path(argv[1]).write_text("\n".join([*HEAD, *rows, ""]), encoding="utf-8")


def row(name: str, text: str, holds: bool, says: list[Any], measured: tuple[float, float, str]) -> str:
    """A line of the table."""
    finding, checking, reason = measured
    answers = " | ".join(word(one, holds) for one in says)
    return f"| {name} | `{text}` | {holds} | {answers} | {reason} | {finding:.0f} | {checking:.0f} |"


HEAD: Final = (
    "# Costs up to constants, decided",
    "",
    "Made by `python benchmarks/classes.py docs/classes.md`, from the claims of `tests/strength/classes.py`. SymPy's "
    "`O()` has no regimes; what it cannot state, or does not answer, counts as undecided.",
    "",
    "| claim | as it is stated | holds | checker | SymPy | by | find, ms | check, ms |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
)


if __name__ == "__main__":
    main()
