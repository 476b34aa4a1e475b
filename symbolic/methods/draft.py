"""A proof in the making: every step is made by running the kernel's own rule, so a draft holds no wishful steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import perf_counter, process_time
from typing import Final

from symbolic.certificate import Certificate, Row, Sequent, Step
from symbolic.kernel.rules import RULES
from symbolic.terms import MATRIX, REAL, Bound, Lambda, Node, Term, eq, is_array, le

MOST_APPLIED: Final = 20_000  # four times what the longest proof of the catalog took to find
MOST_SECONDS: Final = 10.0  # of processor time


class Exhausted(Exception):
    """The search has applied rules so often that it is given up as a whole."""


class Draft:
    """Steps so far; methods add to it and refer to steps by number."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self.applied = 0
        self._seconds = seconds
        self._began, self._began_by_the_wall = process_time(), perf_counter()
        self.steps: list[Step] = []
        self.cites: list[str] = []
        self.of_entries: dict[int, int] = {}  # equations of matrices, and what they say of entries
        self._known: dict[tuple[str, tuple[int, ...], tuple[Term, ...]], int] = {}

    def apply(self, rule: str, premises: Sequence[int] = (), arguments: Sequence[Term] = ()) -> int:
        """The number of the step that ``rule`` derives; raises what the rule raises when it does not apply.

        Raises `Exhausted` once rules were applied, in vain or not, more than `MOST_APPLIED` times, or for longer than
        the draft may take.
        """
        self.applied += 1
        self.expect_time()
        key = (rule, tuple(premises), tuple(arguments))
        if key not in self._known:
            result = RULES[rule]([self.sequent(premise) for premise in premises], arguments)
            self._known[key] = self._append(Step(*key, result.sequent))
        return self._known[key]

    def expect_time(self) -> None:
        """Raise `Exhausted` where the search has used up what it may.

        The clock on the wall is cheap to ask, and one thread has not worked for longer than that shows.
        """
        if self.applied > MOST_APPLIED:
            raise Exhausted(f"no proof after {MOST_APPLIED} applications of rules")
        passed = perf_counter() - self._began_by_the_wall
        if passed > self._seconds and process_time() - self._began > self._seconds:
            raise Exhausted(f"no proof within {self._seconds:g} seconds")

    def sequent(self, number: int) -> Sequent:
        return self.steps[number].conclusion

    def conclusion(self, number: int) -> Term:
        return self.steps[number].conclusion.conclusion

    def sides(self, number: int) -> tuple[Term, Term]:
        """Both sides of the relation that a step concludes."""
        match self.conclusion(number):
            case Node(args=(left, right)):
                return left, right
        raise ValueError(f"step {number} concludes no relation: {self.conclusion(number)!r}")

    def chained(self, first: int, second: int) -> int:
        """From a = b and b = c to a = c, for numbers or matrices."""
        left, _ = self.sides(first)
        return self.apply("replace", [second, first], [Lambda(MATRIX if is_array(left) else REAL, eq(left, Bound(0)))])

    def flipped(self, step: int) -> int:
        """From a = b to b = a, for numbers or matrices."""
        left, _ = self.sides(step)
        itself = self.apply("reflexive", (), (left,))
        return self.apply("replace", [step, itself], [Lambda(MATRIX if is_array(left) else REAL, eq(Bound(0), left))])

    def both_ways(self, step: int) -> list[int]:
        """From a = b to a <= b and b <= a, which order relations can use where the equation speaks of sums."""
        left, _ = self.sides(step)
        itself = self.apply("order", (), [le(left, left)])
        holes = (Lambda(REAL, le(left, Bound(0))), Lambda(REAL, le(Bound(0), left)))
        return [self.apply("replace", [step, itself], [hole]) for hole in holes]

    def assume(self, formula: Term) -> int:
        return self.apply("assume", (), (formula,))

    def assume_all(self, formulas: Iterable[Term]) -> list[int]:
        return [self.assume(formula) for formula in formulas]

    def include(self, certificate: Certificate) -> int:
        """The last step of an earlier proof, whose steps become part of this one."""
        numbers: list[int] = []
        for step in certificate.steps:
            numbers.append(self.apply(step.rule, [numbers[premise] for premise in step.premises], step.arguments))
        self.cites.append(certificate.claim.id)
        return numbers[-1]

    def _append(self, step: Step) -> int:
        self.steps.append(step)
        return len(self.steps) - 1


def trimmed(
    steps: Sequence[Step], ends: Sequence[int], outline: Sequence[Row]
) -> tuple[tuple[Step, ...], tuple[int, ...], tuple[Row, ...]]:
    """The steps that ``ends`` rest on, renumbered with the last end last, and the rows of the outline among them."""
    needed: set[int] = set()
    waiting = list(ends)
    while waiting:
        number = waiting.pop()
        if number not in needed:
            needed.add(number)
            waiting.extend(steps[number].premises)
    numbers = {old: new for new, old in enumerate(sorted(needed))}
    kept = tuple(
        Step(step.rule, tuple(numbers[p] for p in step.premises), step.arguments, step.conclusion)
        for step in (steps[old] for old in sorted(needed))
    )
    return kept, tuple(numbers[end] for end in ends), _kept_rows(outline, numbers)


def _kept_rows(rows: Sequence[Row], numbers: dict[int, int]) -> tuple[Row, ...]:
    kept: list[Row] = []
    for row in rows:
        inner = _kept_rows(row.rows, numbers)
        kept += [Row(row.reason, numbers[row.step], inner)] if row.step in numbers else inner
    return tuple(kept)
