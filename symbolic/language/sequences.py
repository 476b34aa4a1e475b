"""Sequences of reals, as SymPy objects."""

from __future__ import annotations

from typing import Any

import sympy

from symbolic.language.unreadable import Unreadable


class Named(sympy.Atom):  # type: ignore[misc]
    """What has a name and is no scalar."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, name: str, *_: Any) -> Any:
        made = super().__new__(cls)
        made.name = name
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self.name,)

    def _hashable_content(self) -> tuple[Any, ...]:
        return self.__getnewargs__()

    def _sympystr(self, printer: Any) -> str:
        return self.name

    _latex = _sympyrepr = _sympystr


class Sequence(Named):
    """A real sequence from ``start`` on; calling or indexing it gives an `Element`."""

    __slots__ = ("start",)
    start: int

    def __new__(cls, name: str, start: int = 0) -> Sequence:
        made: Sequence = super().__new__(cls, name)
        made.start = start
        return made

    def __call__(self, index: Any) -> Element:
        return Element(self, index)

    def __getitem__(self, index: Any) -> Element:
        return Element(self, index)

    def __iter__(self) -> Any:
        # Without this Python would unpack a sequence by asking for elements for ever.
        raise TypeError(f"the sequence {self.name} has no last element")

    def __getnewargs__(self) -> tuple[str, int]:
        return self.name, self.start


class Element(sympy.Expr):  # type: ignore[misc]
    """The element of a sequence at an index.

    It declares no assumptions but that it commutes, so that SymPy rewrites as little as it can.
    """

    __slots__ = ()
    is_commutative = True

    def __new__(cls, sequence: Sequence, index: Any) -> Element:
        try:
            place = sympy.sympify(index, strict=True)
        except sympy.SympifyError:
            raise Unreadable(f"{sequence}({index!r})", f"the index {index!r}", "an integer expression") from None
        made: Element = super().__new__(cls, sequence, place)
        return made

    def _sympystr(self, printer: Any) -> str:
        return f"{self.args[0].name}({printer._print(self.args[1])})"

    _sympyrepr = _sympystr

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        shown = f"{self.args[0].name}_{{{printer._print(self.args[1])}}}"
        return shown if exp is None else f"{shown}^{{{exp}}}"
