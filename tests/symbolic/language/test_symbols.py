"""What a script names, and what SymPy is told of it."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest
import sympy

import symbolic.language
from symbolic.language import Rational, function, integer, real, sequence, size, time
from symbolic.language.unreadable import Unreadable


def test_domains_become_assumptions() -> None:
    beta = real("beta", above=0, below=1)
    assert (beta.is_real, beta.is_positive, beta.is_integer) == (True, True, None)
    assert (time("t").is_nonnegative, time("t").is_positive, size("n").is_positive) == (True, None, True)
    assert (real("x", below=0).is_negative, real("x", at_most=0).is_nonpositive) == (True, True)
    assert (real("x").is_zero, real("x", nonzero=True).is_zero) == (None, False)


def test_only_numbers_as_bounds_become_assumptions() -> None:
    assert real("x", above=real("y", above=0)).is_positive is None


def test_a_domain_is_part_of_the_identity() -> None:
    assert real("x", above=0) == real("x", above=0)
    assert real("x", above=0) != real("x", above=0, below=1)
    assert real("x", above=0) != real("x", above=1)
    assert real("x") != sympy.Symbol("x", real=True)
    assert real("x") - real("x", below=9) != 0


def test_several_names_make_a_tuple() -> None:
    assert [one.name for one in real("x, y z")] == ["x", "y", "z"]
    assert [one.name for one in sequence("v g")] == ["v", "g"]
    assert [one.__name__ for one in function("f g")] == ["f", "g"]


def test_fractions_are_exact_bounds() -> None:
    assert real("x", above=Fraction(1, 2)).domain == (("above", Rational(1, 2)),)


@pytest.mark.parametrize(
    "made", [real("x", above=0, below=1), time("t"), sequence("v", start=2), sequence("v")(time("t"))]
)
def test_copies_are_equal(made: Any) -> None:
    assert pickle.loads(pickle.dumps(made)) == made
    assert copy.deepcopy(made) == made


def test_elements_are_written_in_two_ways() -> None:
    v, t = sequence("v"), time("t")
    assert v(t + 1) == v[t + 1]
    assert v(t) != sequence("v", start=1)(t)
    assert v(t).free_symbols == {t}
    assert v(t).subs(t, 3) == v(3)
    assert str(2 * v(t) + 1) == "2*v(t) + 1"
    assert sympy.latex(v(t) ** 2) == "v_{t}^{2}"


def test_a_sequence_has_no_last_element() -> None:
    with pytest.raises(TypeError, match="no last element"):
        list(sequence("v"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: real("x", above=0.5), "above=0.5.*Rational"),
        (lambda: real("x", above=sympy.Float("0.5")), "Rational"),
        (lambda: real("x", above="y"), "above='y'"),
        (lambda: real("x", over=1), "the bound 'over'; expected above, at_least, below, at_most, nonzero"),
        (lambda: real("x", above=1, below=0), "above=1, below=0"),
        (lambda: real("x", at_least=1, below=1), "at_least=1, below=1"),
        (lambda: real(" "), "no name"),
        (lambda: real(sympy.Symbol("x")), "no name"),
        (lambda: sequence("v", start=0.5), "start=0.5"),
        (lambda: sequence("v")("t"), "the index 't'"),
        (lambda: function("f", arity=0), "arity=0"),
    ],
)
def test_a_slip_is_refused_where_it_is_made(make: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        make()


def test_a_single_point_is_a_domain() -> None:
    assert real("x", at_least=1, at_most=1).is_positive


def test_what_a_script_imports_is_loaded_when_it_is_asked_for() -> None:
    assert integer is symbolic.language.symbols.integer
    with pytest.raises(AttributeError, match="no attribute 'complexes'; it offers E, Eq"):
        symbolic.language.complexes  # noqa: B018
    code = "import symbolic.language.latex, symbolic.terms.text, sys; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
