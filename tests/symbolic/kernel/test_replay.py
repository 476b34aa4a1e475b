"""The one gate: a certificate proves its own claim, step by step, or is rejected with the reason."""

from dataclasses import replace
from random import Random

import pytest

from symbolic.certificate import Certificate, Row, Sequent, Step
from symbolic.kernel import Rejected, Theorem, check
from symbolic.kernel.rules import RULES
from symbolic.terms import (
    FALSE,
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    either,
    eq,
    implies,
    le,
    lt,
    ne,
)
from tests.symbolic.kernel.building import TWO, claim, n, reflexivity, step, sums_of, v, x, y
from tests.symbolic.kernel.proofs import CLAIMS, certificates, proof

PLACES = range(len(CLAIMS) + 1)
HYPOTHESIS = lt(ZERO, x)
ASSUMED = step("assume", (), (HYPOTHESIS,), HYPOTHESIS, HYPOTHESIS)
CONCLUDED = step("order", (0,), (ne(x, ZERO),), HYPOTHESIS, ne(x, ZERO))
PROOF = Certificate(claim(ne(x, ZERO), domains=[HYPOTHESIS]), (ASSUMED, CONCLUDED))


def test_a_proof() -> None:
    theorem = check(PROOF)
    assert theorem.sequent == Sequent(frozenset([HYPOTHESIS]), ne(x, ZERO))
    assert theorem.rules == ("assume", "order")
    assert theorem.assumptions == (HYPOTHESIS,)
    assert not theorem.refuted


def test_a_theorem_rests_on_the_hypotheses_that_its_proof_uses() -> None:
    theorem = check(replace(PROOF, claim=claim(ne(x, ZERO), [lt(ZERO, y)], [HYPOTHESIS])))
    assert theorem.assumptions == (HYPOTHESIS,)


@pytest.mark.parametrize("place", PLACES)
def test_the_search_makes_proofs(place: int) -> None:
    certificate = certificates()[place]
    theorem = check(certificate)
    assert theorem.refuted == (certificate.model is not None)
    assert theorem.sequent == certificate.steps[-1].conclusion or theorem.refuted


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "no steps": ({"steps": ()}, "at least one step"),
    "another conclusion": ({"steps": (ASSUMED,)}, "not the goal"),
    "a hypothesis that is not the claim's": ({"claim": claim(ne(x, ZERO))}, "assumes what the claim does not"),
    "a weaker hypothesis": ({"claim": claim(ne(x, ZERO), domains=[le(ZERO, x)])}, "assumes what the claim does not"),
    "a hypothesis about another symbol": (
        {"claim": claim(ne(x, ZERO), domains=[lt(ZERO, y)])},
        "assumes what the claim does not",
    ),
    "a step too strong": (
        {"steps": (ASSUMED, replace(CONCLUDED, conclusion=Sequent(frozenset(), ne(x, ZERO))))},
        "yields",
    ),
    "a step too weak": (
        {"steps": (ASSUMED, replace(CONCLUDED, conclusion=Sequent(frozenset([HYPOTHESIS, ne(x, y)]), ne(x, ZERO))))},
        "yields",
    ),
    "its own premise": ({"steps": (ASSUMED, replace(CONCLUDED, premises=(1,)))}, "no earlier step"),
    "a later premise": ({"steps": (CONCLUDED, ASSUMED)}, "no earlier step"),
    "a negative premise": ({"steps": (ASSUMED, replace(CONCLUDED, premises=(-1,)))}, "no earlier step"),
    "a premise that is no number": ({"steps": (ASSUMED, replace(CONCLUDED, premises=(False,)))}, "no earlier step"),
    "a rule that is none": ({"steps": (replace(ASSUMED, rule="sorry"),)}, "no rule is called 'sorry'"),
    "a rule of another kind": ({"steps": (replace(ASSUMED, rule="__class__"),)}, "no rule is called"),
    "missing arguments": ({"steps": (replace(ASSUMED, arguments=()),)}, "step 0"),
    "too many steps": ({"steps": (ASSUMED,) * 5001}, "at most"),
    "a goal that is no relation": ({"claim": claim(implies(HYPOTHESIS, HYPOTHESIS))}, "no relation"),
    "a goal that is no formula": ({"claim": claim(add(x, ONE))}, "no relation"),
    "a goal that is a symbol": ({"claim": claim(x)}, "no relation"),
    "a goal that means nothing": ({"claim": claim(eq(x, v))}, "ill-formed"),
    "a hypothesis that means nothing": ({"claim": claim(ne(x, ZERO), [Node("eq", x)], [HYPOTHESIS])}, "ill-formed"),
    "a hypothesis that is no formula": ({"claim": claim(ne(x, ZERO), [x], [HYPOTHESIS])}, "no formula"),
    "a goal with a loose variable": ({"claim": claim(eq(Bound(0), Bound(0)))}, "ill-formed"),
    "two symbols of one name": (
        {"claim": claim(ne(x, ZERO), domains=[HYPOTHESIS, lt(ZERO, Symbol("x", INTEGER))])},
        "different symbols of one name",
    ),
    "an unread sort": ({"claim": claim(eq(Symbol("q", type(x.sort)("index")), ONE))}, "ill-formed"),
}


@pytest.mark.parametrize("name", WRONG)
def test_certificates_with_a_gap_are_rejected(name: str) -> None:
    parts, reason = WRONG[name]
    with pytest.raises(Rejected, match=reason):
        check(replace(PROOF, **parts))


def test_a_claim_that_stands_among_its_hypotheses_rests_on_itself() -> None:
    theorem = check(Certificate(claim(HYPOTHESIS, [HYPOTHESIS]), (ASSUMED,)))
    assert theorem.assumptions == (HYPOTHESIS,)


@pytest.mark.parametrize("term", [v, HYPOTHESIS, Lambda(INTEGER, Bound(0))], ids=repr)
def test_a_conclusion_that_means_nothing_is_rejected_though_a_rule_draws_it(term: Term) -> None:
    drawn = RULES["reflexive"]([], [term]).sequent.conclusion
    assert drawn == eq(term, term)
    with pytest.raises(Rejected, match=r"ill-formed|no term"):
        check(replace(PROOF, steps=(step("reflexive", (), (term,), drawn), *PROOF.steps)))


@pytest.mark.parametrize("row", [Row("a row", 2), Row("a row", True), Row("a row", 0, (Row("below it", 2),))], ids=repr)
def test_a_row_names_a_step_whatever_it_stands_below(row: Row) -> None:
    with pytest.raises(Rejected, match="the outline names the step"):
        check(replace(PROOF, outline=(row,)))


STRANGE: list[Term] = [
    Node("apply"),
    Node("sum", ONE, n),
    Node("forall", x),
    Node("eq", ONE),
    Lambda(INTEGER, Node("apply")),
    Bound(0),
    Lambda(INTEGER, Lambda(INTEGER, Bound(5))),
    Node("sum", ONE, n, ONE),
    v,
    FALSE,
    Number(10**399),
    sums_of(v, n),
    Lambda(type(x.sort)("index"), Bound(0)),
    Node("nothing", ONE),
    Node("apply", v),
    Node("apply", x, ONE),
    either(x, y),
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("term", STRANGE, ids=repr)
def test_strange_arguments_are_rejected_and_nothing_else(rule: str, term: Term) -> None:
    """Whatever stands in a certificate, `check` raises `Rejected` alone, and no strange term becomes a theorem."""
    prepared = [ASSUMED, *(step("reflexive", (), (each,), eq(each, each)) for each in (x, n))]
    for premises in ((), (0,), (1, 1), (0, 1), (0, 1, 2)):
        for arguments in ((term,), (term, term), (x, term), (sums_of(v, n), term), (term, n, ONE, TWO)):
            last = Step(rule, premises, arguments, Sequent(frozenset(), term))
            with pytest.raises(Rejected):
                check(Certificate(claim(eq(x, y)), (*prepared, last)))


def test_the_smallest_proof() -> None:
    assert check(reflexivity()).sequent == Sequent(frozenset(), eq(x, x))


def test_only_the_kernel_makes_theorems() -> None:
    theorem = check(reflexivity())
    with pytest.raises(Rejected, match="only the kernel"):
        Theorem(theorem.claim, False, theorem.sequent, (), (), (), object())


def test_rules_cannot_be_added() -> None:
    with pytest.raises(TypeError):
        RULES["sorry"] = RULES["assume"]  # type: ignore[index]


@pytest.mark.parametrize("name", CLAIMS)
def test_every_change_of_a_step_is_noticed(name: str) -> None:
    """A step is left out, or given another rule, other premises, other arguments or another conclusion."""
    original = proof(name)
    expected = check(original).sequent
    accepted = 0
    made = changes(original)
    for certificate in Random(name).sample(made, min(len(made), 50)):
        try:
            found = check(certificate).sequent
        except Rejected:
            continue
        accepted += 1
        assert found == expected
    assert accepted < 60


def changes(certificate: Certificate) -> list[Certificate]:
    found = []
    for number, old in enumerate(certificate.steps):
        conclusion = old.conclusion.conclusion
        others = [
            *(
                replace(old, rule=rule)
                for rule in ("assume", "linear", "order", "detach", "replace")
                if rule != old.rule
            ),
            *(
                replace(old, premises=(*old.premises[:p], p0, *old.premises[p + 1 :]))
                for p in range(len(old.premises))
                for p0 in (0, number)
            ),
            replace(old, premises=old.premises[::-1]),
            replace(old, premises=old.premises[1:]),
            replace(old, arguments=old.arguments[:-1]),
            replace(old, arguments=old.arguments[::-1]),
            replace(old, conclusion=Sequent(old.conclusion.hypotheses, eq(ZERO, ONE))),
            replace(old, conclusion=Sequent(frozenset([*old.conclusion.hypotheses][1:]), conclusion)),
        ]
        steps = certificate.steps
        found += [
            replace(certificate, steps=(*steps[:number], other, *steps[number + 1 :]))
            for other in others
            if other != old
        ]
        found.append(replace(certificate, steps=(*steps[:number], *steps[number + 1 :])))
    return found
