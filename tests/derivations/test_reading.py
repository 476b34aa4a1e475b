"""What cannot be read is one line: the file, the derivation, the claim, what was found, what was expected."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Eq

from derivations.bad_input import Refused
from derivations.derivation import Derivation
from derivations.reading import read
from derivations.stated import Stated
from symbolic.language import real, sequence, time
from symbolic.terms.text import show, statement

x, t, v = real("x", above=0), time("t"), sequence("v")


def _claim(*goal: Any, **options: Any) -> Stated:
    return Derivation("Reading").show("claim", *goal, **options)


@pytest.mark.parametrize(
    ("stated", "found", "expected"),
    [
        (_claim(x, 0.5), "the float 0.5", "Rational(1, 2)"),
        (_claim(x), "a Variable", "a relation"),
        (_claim(), "0 parts", "a relation, two sides"),
        (_claim(x, x, x), "3 parts", "two sides"),
        (_claim(Eq(x, x)), "a truth value", "two sides"),
        (_claim("x"), "a scalar", "a relation"),
        (_claim("x = 1"), "invalid syntax", "expected"),
        (_claim("x == y"), "the unknown name 'y'", "one of"),
        (_claim([x, x]), "a list", "a relation"),
        (_claim(x, x, by="induction"), "by='induction'", "a method"),
        (_claim(x, x, using=["lemma"]), "using=('lemma',)", "a list of what earlier"),
        (_claim(x, x, using=None), "using=None", "a list of what earlier"),
        (Derivation("Reading").show("=", x, x), "found '='", "a letter or a digit"),
        (Derivation("").show("claim", x, x), "found ''", "a letter or a digit"),
        (Derivation("Reading", source=2.1).show("claim", x, x), "source=2.1", "Question"),  # type: ignore[arg-type]
    ],
)
def test_a_claim_that_cannot_be_read(stated: Stated, found: str, expected: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(stated)
    line = str(refusal.value)
    assert line.startswith(f"{stated.place}: in ")
    assert found in line
    assert expected in line
    assert "\n" not in line


def test_an_assumption_that_cannot_be_read_is_named_by_its_own_line() -> None:
    derivation = Derivation("Reading")
    derivation.assume(x, 0.5)
    wrong = derivation.claims or derivation.show("claim", x, 1)
    with pytest.raises(Refused) as refusal:
        read(wrong)
    assert str(refusal.value).startswith(f"{wrong.assumptions[0].place}: in derivation 'Reading', claim 'claim'")


def test_text_means_the_symbols_that_the_script_has_declared() -> None:
    claim = read(_claim("v(t) == x"))
    assert statement(claim) == "for all real x > 0, integers t ≥ 0, sequence v from 0; then v(t) = x"


def test_a_schema_holds_for_every_value_and_an_assumption_for_the_ones_at_hand() -> None:
    derivation = Derivation("Reading")
    derivation.assume(v(t), x)
    derivation.assume(v(t), x, forall=t)
    claim = read(derivation.show("claim", v(t), x))
    assert [show(formula) for formula in claim.assumptions] == ["v(t) = x", "∀ t ≥ 0: v(t) = x"]


def test_a_name_in_text_keeps_its_meaning_within_a_claim() -> None:
    derivation = Derivation("Reading")
    y = real("y")
    derivation.assume("y != x")
    y = real("y", above=0)
    with pytest.raises(Refused, match="found another 'y' than the text assumed at"):
        read(derivation.show("claim", "y > 0"))
    assert y.is_positive
