from fractions import Fraction

import numpy as np
import pytest

from numeric.arithmetics import Batch, Exact, Precise
from numeric.drafts import model_of
from numeric.errors import TooCostly, Undefined
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import arrange
from numeric.realise import monomials
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    expect,
    forall,
    implies,
    le,
    mul,
    power,
    random_sort,
    sub,
)

g, v = Symbol("g", random_sort(1)), Symbol("v", random_sort())
walk = Symbol("walk", random_sort(0))
t, omega = Symbol("t", INTEGER), Symbol("omega", OUTCOME)
FAIR, SHARED = 2, 1


def mean(body: Term) -> Term:
    return expect(abstract(body, omega))


def at(sequence: Symbol, index: Term) -> Term:
    return apply(sequence, index, omega)


STEP = eq(at(walk, add(t, ONE)), add(at(walk, t), at(g, add(t, ONE))))
WALK = (
    forall(abstract(eq(at(walk, ZERO), ZERO), omega)),
    forall(abstract(implies(le(ZERO, t), forall(abstract(STEP, omega))), t)),
)


def here(*coefficients: tuple[int, int], arithmetic: object = None) -> Evaluation:
    layout = arrange(Claim("a/b/c", "", "", (), WALK, (), eq(mean(at(walk, t)), mean(apply(v, omega)))))
    draft = {(symbol, knob): Fraction(0) for symbol in (g, v) for knob in range(len(monomials(symbol)))}
    draft |= {(symbol, knob): Fraction(value) for symbol in (g, v) for knob, value in coefficients}
    draft[t, 0] = Fraction(0)
    return evaluation_at(model_of(draft, layout), arithmetic or Exact(), layout)


def test_pathwise_recurrences_run_along_every_outcome() -> None:
    evaluation = here((0, 1), (FAIR, 2))
    assert evaluation.value(mean(at(walk, Number(5)))) == 5
    assert evaluation.value(mean(mul(at(walk, Number(5)), at(walk, Number(5))))) == 25 + 5 * 4
    assert evaluation.value(forall(abstract(eq(at(walk, ONE), at(g, ONE)), omega))) is True
    assert evaluation.value(forall(abstract(eq(at(walk, Number(2)), at(g, ONE)), omega))) is False


def test_expectations_nest() -> None:
    evaluation = here((0, 1), (FAIR, 2))
    centred = sub(at(walk, Number(3)), mean(at(walk, Number(3))))
    assert evaluation.value(mean(power(centred, Number(2)))) == 12
    assert evaluation.value(mean(mul(at(g, ONE), mean(at(g, ONE))))) == 1


def test_all_arithmetics_average() -> None:
    term = mean(power(at(walk, Number(3)), Number(2)))
    assert here((FAIR, 1), arithmetic=Precise(30)).value(term) == 3
    assert float(np.asarray(here((FAIR, 1), arithmetic=Batch()).value(term))) == 3.0


def test_an_expectation_is_undefined_where_some_outcome_is() -> None:
    with pytest.raises(Undefined):
        here((0, 1), (FAIR, 1)).value(mean(div(ONE, at(g, ONE))))


def test_too_many_outcomes_are_too_costly() -> None:
    with pytest.raises(TooCostly):
        here((FAIR, 1)).value(mean(at(walk, Number(12))))


def test_elements_are_independent_that_share_no_coin() -> None:
    question = Node("independent", g)
    assert here((0, 1), (FAIR, 1)).value(question) is True
    assert here((0, 1), (SHARED, 1)).value(question) is False
    assert here((FAIR, 1)).value(Node("independent", walk)) is False


def test_finitely_many_outcomes_have_all_moments() -> None:
    assert here((FAIR, 1)).value(Node("moments", g, Number(4))) is True
