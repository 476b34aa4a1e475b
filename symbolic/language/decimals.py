"""What a program printed: decimals that say no more than their digits."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from sympy import Rational

from symbolic.language.symbols import Variable, real


def printed(name: str, numbers: str) -> list[list[Variable]]:
    """The entries of a matrix, row by row, each within half a unit of the last digit that was printed.

    A line of ``numbers`` is a row.  Raises `ValueError` for what is no decimal.

    >>> ((entry,),) = printed("p", "0.25")
    >>> entry, entry.domain
    (p_11, (('at_least', 49/200), ('at_most', 51/200)))
    """
    rows = [line.split() for line in numbers.strip().splitlines()]
    return [
        [_entry(f"{name}_{row}{column}", number) for column, number in enumerate(line, 1)]
        for row, line in enumerate(rows, 1)
    ]


def _entry(name: str, number: str) -> Variable:
    try:
        value = Decimal(number)
        unit = Rational(10) ** int(value.as_tuple().exponent)
    except (InvalidOperation, ValueError):
        raise ValueError(f"{name}: found {number!r}, expected a decimal") from None
    middle = Rational(*value.as_integer_ratio())
    entry: Variable = real(name, at_least=middle - unit / 2, at_most=middle + unit / 2)
    return entry
