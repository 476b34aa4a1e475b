"""Functions of one real, applied to each entry of a matrix."""

from __future__ import annotations

from typing import Any, Final

import sympy
from sympy.core.function import UndefinedFunction

from symbolic.language.arrays import Array, is_array
from symbolic.language.family import Reader, Reading
from symbolic.terms import Term, apply

ARGUMENT: Final = sympy.Symbol("the argument", real=True)  # no script declares a name with a space in it


class Entrywise(Array):
    """A unary function, as its value at `ARGUMENT`, and the matrix that it is applied to entry by entry."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"{self.args[0].func.__name__}({printer._print(self.args[1])})"

    _sympyrepr = _sympystr


class DeclaredFunction(UndefinedFunction):  # type: ignore[misc]
    """SymPy's undefined function, which besides may be applied to a matrix."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        if len(args) == 1 and is_array(args[0]) and 1 in self.nargs:
            return Entrywise(self(ARGUMENT), args[0])
        return super().__call__(*args, **options)


def _entrywise(reading: Reading, expression: Any) -> Term:
    applied, operand = expression.args
    return apply(reading.named(applied.func), reading.read(operand))


READERS: Final[dict[Any, Reader]] = {Entrywise: _entrywise}
