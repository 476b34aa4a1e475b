import operator

import pytest

from numeric.arrays import Array, entries_of, entrywise
from numeric.errors import Undefined

A = Array(2, 3, (1, 2, 3, 4, 5, 6))


def test_entries_are_counted_row_by_row_from_one() -> None:
    assert [A.at(1, 3), A.at(2, 1)] == [3, 4]
    assert Array.of(2, 3, lambda row, column: 3 * (row - 1) + column) == A


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (3, 1), (1, 4), (-1, 1)])
def test_there_are_no_entries_outside_the_shape(place: tuple[int, int]) -> None:
    with pytest.raises(Undefined, match="2 by 3"):
        A.at(*place)


def test_scalars_are_the_same_at_every_place() -> None:
    assert entrywise(operator.sub, 10, A).entries == (9, 8, 7, 6, 5, 4)
    assert entrywise(operator.sub, 10, 3) == 7
    assert entries_of(A) == A.entries
    assert entries_of(3) == (3,)


def test_matrices_of_different_shapes_do_not_go_together() -> None:
    with pytest.raises(Undefined, match="different shapes"):
        entrywise(operator.add, A, Array(3, 2, A.entries))
