"""The one gate: certificates in, theorems out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from symbolic.certificate import Certificate, Model, Row, Sequent, Step
from symbolic.kernel.normal.polynomial import Work
from symbolic.kernel.refutation import instances
from symbolic.kernel.rule import Derived, Rejected, contrary
from symbolic.kernel.rules import RULES
from symbolic.kernel.theorem import KERNEL, Theorem
from symbolic.terms import FORMULA, RELATIONS, Lambda, Node, Sort, Term, is_limit, sort_of

MOST_STEPS: Final = 5000


def check(certificate: Certificate) -> Theorem:
    """The theorem that ``certificate`` proves.

    Raises:
        Rejected: a step does not follow by its rule or concludes something else than it says; or the last steps do
            not prove the claim, or its refutation.
    """
    _expect_claim(certificate)
    derivations = _replayed(certificate.steps)
    model = certificate.model
    sequent = _proof(certificate, derivations) if model is None else _refutation(certificate, model, derivations)
    return Theorem(
        claim=certificate.claim,
        refuted=model is not None,
        sequent=sequent,
        rules=tuple(dict.fromkeys(step.rule for step in certificate.steps)),
        side_conditions=tuple(dict.fromkeys(term for derived in derivations for term in derived.side_conditions)),
        cites=certificate.cites,
        maker=KERNEL,
    )


def _expect_claim(certificate: Certificate) -> None:
    claim = certificate.claim
    goal = claim.goal
    if not isinstance(goal, Node) or not (goal.op in RELATIONS or is_limit(goal)):
        raise Rejected(f"the goal of {claim.id} is no relation, and none about a limit: {goal!r}")
    for formula in (goal, *claim.hypotheses):
        _expect_formula(formula)
    names = [symbol.name for symbol in claim.symbols]
    if len(names) != len(set(names)):
        raise Rejected(f"{claim.id} has different symbols of one name: {names}")
    _expect_rows(certificate.outline, len(certificate.steps))


def _expect_rows(rows: Sequence[Row], steps: int) -> None:
    for row in rows:
        if type(row.step) is not int or not 0 <= row.step < steps:
            raise Rejected(f"the outline names the step {row.step!r} of {steps}")
        _expect_rows(row.rows, steps)


def _expect_formula(formula: Term) -> None:
    try:
        sort = sort_of(formula)
    except (ValueError, RecursionError) as error:
        raise Rejected(f"ill-formed: {error}") from error
    if sort != FORMULA:
        raise Rejected(f"no formula: {formula!r}")


def _replayed(steps: Sequence[Step]) -> list[Derived]:
    if len(steps) > MOST_STEPS:
        raise Rejected(f"{len(steps)} steps; at most {MOST_STEPS}")
    results: list[Derived] = []
    for number, step in enumerate(steps):
        result = _derive(number, step, results)
        if result.sequent != step.conclusion:
            raise Rejected(f"step {number} ({step.rule}) yields {result.sequent}, not what it says")
        results.append(result)
    return results


def _derive(number: int, step: Step, results: Sequence[Derived]) -> Derived:
    if step.rule not in RULES:
        raise Rejected(f"step {number}: no rule is called {step.rule!r}")
    if any(type(premise) is not int or not 0 <= premise < number for premise in step.premises):
        raise Rejected(f"step {number} ({step.rule}) has a premise that is no earlier step: {step.premises}")
    try:
        for argument in step.arguments:
            _expect_meaning(argument)
        derived = RULES[step.rule]([results[premise].sequent for premise in step.premises], step.arguments)
    except (ValueError, Rejected, RecursionError) as error:
        raise Rejected(f"step {number} ({step.rule}): {error}") from error
    _expect_formula(derived.sequent.conclusion)
    return derived


def _expect_meaning(argument: Term) -> None:
    """An argument is a term or a formula, possibly with holes."""
    holes: tuple[Sort, ...] = ()
    while isinstance(argument, Lambda):
        holes, argument = (argument.sort, *holes), argument.body
    sort_of(argument, holes)


def _proof(certificate: Certificate, derivations: Sequence[Derived]) -> Sequent:
    """The last step concludes the goal from hypotheses of the claim."""
    claim = certificate.claim
    if not derivations:
        raise Rejected("a proof has at least one step")
    last = derivations[-1].sequent
    if last.conclusion != claim.goal:
        raise Rejected(f"the last step concludes {last.conclusion!r}, not the goal {claim.goal!r}")
    if extra := last.hypotheses - claim.hypotheses:
        raise Rejected(f"the proof assumes what the claim does not: {sorted(map(repr, extra))}")
    return last


def _refutation(certificate: Certificate, model: Model, derivations: Sequence[Derived]) -> Sequent:
    """The closing steps conclude all hypotheses in the model and the contrary of the goal, from definitions alone."""
    definitions = frozenset(model.definitions)
    Work.renew()
    try:
        hypotheses, goal = instances(certificate.claim, model)
    except (ValueError, RecursionError) as error:
        raise Rejected(f"the model: {error}") from error
    if any(type(number) is not int or not 0 <= number < len(derivations) for number in certificate.closing):
        raise Rejected(f"the closing steps do not exist: {certificate.closing}")
    closing = [derivations[number].sequent for number in certificate.closing]
    for sequent in closing:
        if extra := sequent.hypotheses - definitions:
            raise Rejected(f"assumed, but no definition of the model: {sorted(map(repr, extra))}")
    concluded = {sequent.conclusion for sequent in closing}
    if missing := hypotheses - definitions - concluded:
        raise Rejected(f"not shown to hold in the model: {sorted(map(repr, missing))}")
    if contrary(goal) not in concluded:
        raise Rejected(f"the model is not shown to violate {goal!r}")
    return Sequent(definitions, contrary(goal))
