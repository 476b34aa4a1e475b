from fractions import Fraction
from itertools import product

import pytest

from numeric.arithmetics import Exact
from numeric.arrays import Array
from numeric.evaluate import evaluate
from numeric.forms import forms
from numeric.places import MOST_ROWS, closed_function, filled, has_entries, places, weight_at
from numeric.realise import monomials, polynomial
from symbolic.certificate import Model
from symbolic.terms import Number, Symbol, apply, entry, matrix, sequence_sort, sort_of

A = Symbol("A", sequence_sort(1, 2))
SYMBOLS = [A, Symbol("h", sequence_sort(0, 2)), Symbol("S", sequence_sort(0, 3))]


@pytest.mark.parametrize("symbol", SYMBOLS, ids=str)
def test_weights_are_the_values_of_the_monomials(symbol: Symbol) -> None:
    assert len(places(symbol)) == len(monomials(symbol))
    start = symbol.sort.start or 0
    for number, place in enumerate(places(symbol)):
        unit = polynomial(symbol, tuple(Fraction(other == number) for other in range(len(places(symbol)))))
        for arguments in product(range(start, 5), *[range(1, 5)] * (symbol.sort.arity - 1)):
            value = evaluate(apply(symbol, *map(Number, arguments)), Model(((symbol, unit),)), Exact())
            assert value == weight_at(symbol, place, arguments)


def test_every_small_matrix_has_its_coefficients() -> None:
    assert set(places(A)) == set(product(range(1, MOST_ROWS + 1), repeat=2))
    assert [has_entries(symbol) for symbol in (A, Symbol("b", sequence_sort(1)), Symbol("x"))] == [True, False, False]


def test_ones_and_the_identity_are_among_the_simplest() -> None:
    ones, unit = filled(A)
    assert {ones, unit} <= set(forms(A)[:4])
    model = Model(((A, polynomial(A, unit)),))
    assert [evaluate(apply(A, Number(i), Number(j)), model, Exact()) for i, j in ((1, 1), (1, 2), (3, 3))] == [1, 0, 1]


def test_closed_functions_have_the_entries_of_their_matrix() -> None:
    array = Array(2, 3, tuple(map(Fraction, (1, 0, 3, 4, 5, 6))))
    term = matrix(Number(2), Number(3), closed_function(array, 2))
    assert sort_of(term).name == "matrix"
    assert evaluate(term, Model(), Exact()) == array
    assert evaluate(entry(term, Number(2), Number(1)), Model(), Exact()) == 4
