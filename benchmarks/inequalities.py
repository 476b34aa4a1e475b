"""The inequalities of ``tests/strength/inequalities.py``, and near misses: the checker beside SymPy, Z3 and intervals.

Usage: ``python benchmarks/inequalities.py > docs/inequalities.md``; Z3 is asked if it is installed (``pip install
z3-solver``).  Sums, and powers of symbolic exponent, are stated to the checker only; what a way cannot state counts as
undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from sys import path
from typing import Any, Final

import sympy
from mpmath import iv

ROOT: Final = Path(__file__).parents[1]
path[:0] = [str(ROOT), str(Path(__file__).parent)]

from asking import SECONDS, ask, decided, totals, word  # noqa: E402 (the checker may not be installed)

from derivations.reading import read  # noqa: E402
from derivations.stated import Assumed, Place, Stated  # noqa: E402
from tests.strength.inequalities import FALSE, TRUE  # noqa: E402

try:
    import z3
except ImportError:
    z3 = None

Inequality = tuple[str, list[str]]
HERE: Final = Place("<benchmark>", 1)
WIDTH: Final = 10  # of the box, to each side of 0
MOST_BOXES: Final = 3000


def claim_of(inequality: Inequality) -> Any:
    statement, assumed = inequality
    assumptions = tuple(Assumed((one,), None, HERE) for one in assumed)
    return read(Stated("prompt", "", "claim", (statement,), assumptions, None, (), "claim", "", HERE))


def gap(text: str) -> tuple[Any, bool]:
    """The larger side less the smaller one, which is to be at least 0, or (True) more than that."""
    for sign, strict, flipped in (("<=", False, False), (">=", False, True), ("<", True, False), (">", True, True)):
        if sign in text:
            left, right = (_expression(side) for side in text.split(sign))
            return (left - right if flipped else right - left), strict
    raise ValueError(f"no order relation: {text}")


def _expression(text: str) -> Any:
    if "sum(" in text or "**n" in text:
        raise ValueError("no sums and no symbolic exponents")
    names = {name: sympy.Symbol(name, real=True) for name in "abcdexyzn"}
    functions = {"abs": sympy.Abs, "sigmoid": lambda x: 1 / (1 + sympy.exp(-x))}
    return sympy.sympify(text, locals={**names, **functions})


def by_sympy(inequality: Inequality) -> bool | None:
    """The sign of the simplified difference, of symbols that know their own sign."""
    statement, assumed = inequality
    difference, strict = gap(statement)
    positive = {text.split()[0] for text in assumed if text.split()[1:] in (["> ", "0"], [">", "0"], [">=", "0"])}
    known = {s: sympy.Symbol(s.name, nonnegative=True) for s in difference.free_symbols if s.name in positive}
    rest = sympy.simplify(difference.subs(known))
    said: bool | None = rest.is_positive if strict else rest.is_nonnegative
    return said


def by_z3(inequality: Inequality) -> bool | None:
    """Whether the negation, with what is assumed, has a model."""
    if z3 is None:
        return None
    statement, assumed = inequality
    solver = z3.Solver()
    for text in assumed:
        solver.add(_z3_relation(text, solver))
    solver.add(z3.Not(_z3_relation(statement, solver)))
    return {"unsat": True, "sat": False}.get(str(solver.check()))


def _z3_relation(text: str, solver: Any) -> Any:
    if "!=" in text:
        left, right = (_z3(_expression(side), solver) for side in text.split("!="))
        return left != right
    difference, strict = gap(text)
    return _z3(difference, solver) > 0 if strict else _z3(difference, solver) >= 0


def _z3(expression: Any, solver: Any) -> Any:
    match expression:
        case sympy.Symbol():
            return z3.Real(expression.name)
        case sympy.Rational():
            return z3.Q(expression.p, expression.q)
        case sympy.Add() | sympy.Mul():
            parts = [_z3(argument, solver) for argument in expression.args]
            return z3.Sum(parts) if isinstance(expression, sympy.Add) else z3.Product(parts)
        case sympy.Abs():
            inner = _z3(expression.args[0], solver)
            return z3.If(inner >= 0, inner, -inner)
        case sympy.Pow(args=(base, sympy.Rational() as exponent)):
            return _z3_power(_z3(base, solver), exponent, solver)
    raise ValueError(f"no term of Z3: {expression}")


def _z3_power(base: Any, exponent: Any, solver: Any) -> Any:
    """A root is a new number; what is divided by is taken to be nonzero."""
    if exponent.q == 2:
        root = z3.FreshReal("root")
        solver.add(root >= 0, root * root == base)
        base, exponent = root, exponent * 2
    if exponent < 0:
        solver.add(base != 0)
        return 1 / _z3_power(base, -exponent, solver)
    return z3.Product([base] * int(exponent))


def by_intervals(inequality: Inequality) -> bool | None:
    """Branch and bound on a box around 0, which alone is what it speaks of; sharp inequalities split it without end."""
    statement, assumed = inequality
    difference, strict = gap(statement)
    conditions = [gap(text) for text in assumed if "!=" not in text]
    letters = sorted(difference.free_symbols, key=str)
    boxes = [dict.fromkeys(letters, (-WIDTH - 0.1, WIDTH + 0.3))]
    for _ in range(MOST_BOXES):
        if not boxes:
            return True
        box = boxes.pop()
        if any(_range(condition, box)[1] < 0 for condition, _ in conditions):
            continue
        low, high = _range(difference, box)
        if high < 0 and all(_range(condition, box)[0] > 0 for condition, _ in conditions):
            return False
        if low < 0 or (strict and low == 0):
            boxes += _halves(box)
    return None


def _range(expression: Any, box: Mapping[Any, tuple[float, float]]) -> tuple[float, float]:
    try:
        value = sympy.lambdify(list(box), expression, modules=[{"Abs": abs}, iv])(*map(iv.mpf, map(list, box.values())))
        value = iv.mpf(value)
        return float(value.a), float(value.b)
    except (ArithmeticError, ValueError, TypeError, NotImplementedError):
        return float("-inf"), float("inf")


def _halves(box: Mapping[Any, tuple[float, float]]) -> list[dict[Any, tuple[float, float]]]:
    widest = max(box, key=lambda letter: box[letter][1] - box[letter][0])
    low, high = box[widest]
    middle = (low + high) / 2
    return [{**box, widest: (low, middle)}, {**box, widest: (middle, high)}]


WAYS: Final[Mapping[str, Callable[[Inequality], bool | None]]] = {
    "checker": lambda inequality: decided(claim_of(inequality)),
    "sympy": by_sympy,
    "z3": by_z3,
    "intervals": by_intervals,
}


INTRODUCTION: Final = """\
# Textbook inequalities, and near misses

Each way has {limit:g} seconds for each row.  *Intervals* is branch and bound on a box around 0, of which alone it
speaks.  Sums, and powers of symbolic exponent, are stated to the checker only; what a way cannot state is undecided.
Equality cases are theorems of `derivations/catalog/equality.py`.  Made by `python benchmarks/inequalities.py`.
"""


def main() -> None:
    print(INTRODUCTION.format(limit=SECONDS))
    for title, listed, holds in (("Inequality", TRUE, True), ("Near miss", FALSE, False)):
        answers = {name: [ask(asked, one) for asked in WAYS.values()] for name, one in listed.items()}
        print(_row(title, "statement", *WAYS))
        print(_row(*["---"] * (2 + len(WAYS))))
        for name, said in answers.items():
            print(_row(name, _stated(*listed[name]), *(f"{word(says, holds)}, {spent:.2f} s" for says, spent in said)))
        print(f"\n{_summary(list(answers.values()), holds)}\n", flush=True)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _stated(statement: str, assumed: list[str]) -> str:
    return " for ".join([f"`{statement}`", *filter(None, [", ".join(f"`{one}`" for one in assumed)])])


def _summary(answers: list[list[Any]], holds: bool) -> str:
    """A table of how many answers of each way are right, wrong and undecided."""
    rows = [_row(way, *totals(said, holds).split()) for way, said in zip(WAYS, zip(*answers, strict=True), strict=True)]
    return "\n".join([_row("way", "right", "wrong", "undecided", "seconds"), _row(*["---"] * 5), *rows])


if __name__ == "__main__":
    main()
