"""Polynomials divide where the quotient times the divisor is the dividend; a single term where it stands in another."""

import pytest

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import difference
from symbolic.language.conventions import declare
from symbolic.language.text import read_text
from symbolic.methods.division import quotient
from symbolic.terms import ZERO

TEXTS = "x + y + z + a(i) + sum(a(i), i, 1, n) + 2**n + beta**n"


def poly(text):
    return difference(read_text(text, declare(TEXTS, text)), ZERO, Facts())


@pytest.mark.parametrize(
    ("above", "below", "result"),
    [
        ("x**2 - y**2", "x - y", "x + y"),
        ("x**3 - y**3", "x - y", "x**2 + x*y + y**2"),
        ("6*x*y", "2*x", "3*y"),
        ("x*sum(a(i), i, 1, n)", "sum(a(i), i, 1, n)", "x"),
        ("x*y", "x", "y"),
        ("x", "x", "1"),
        ("x*y - y", "x - 1", "y"),
        ("0", "x + y", "0"),
        ("x*y*exp(z)", "y*exp(z)", "x"),
        ("x/y", "1/y", "x"),
    ],
)
def test_exact_quotients(above, below, result):
    found = quotient(poly(above), poly(below))
    assert found is not None
    assert not (found - poly(result)).terms
    assert not (found * poly(below) - poly(above)).terms


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("x", "y"),
        ("x", "x*y"),
        ("x", "x**2"),
        ("x**2 + y**2", "x + y"),
        ("x + 1", "x"),
        ("x", "1/x"),
        ("x", "x + y"),
        ("1", "x"),
        ("x/y", "1/y**2"),
    ],
)
def test_what_does_not_divide(above, below):
    assert quotient(poly(above), poly(below)) is None
