"""Terms in Unicode: ``(1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)``."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from symbolic.terms.notation import GREEK, Level, Notation
from symbolic.terms.tree import Symbol

_PLAIN: Final = re.compile(r"[^\W\d_]\w*'*")


class Unicode(Notation):
    """Signs of mathematics, a product as a dot, a power as ``^``."""

    signs: ClassVar = {
        "eq": "=", "ne": "≠", "le": "≤", "lt": "<", "ge": "≥", "gt": ">",
        "or": "∨", "implies": "⇒", "false": "⊥", "maps": "↦",
    }  # fmt: skip
    minus = "−"
    prime = "′"
    numerator = Level.PRODUCT
    denominator = Level.POWER
    exponent = Level.ATOM
    quotients = Level.QUOTIENT

    def name(self, name: str) -> str:
        """Greek letters by their names; what is no name at all in quotes, lest it pass for a formula."""
        if not _PLAIN.fullmatch(name):
            return f"‘{ascii(name)[1:-1]}’"
        return "_".join(GREEK.get(part, part) for part in name.split("_"))

    def parentheses(self, text: str) -> str:
        return f"({text})"

    def product(self, factors: list[str]) -> str:
        return "·".join(factors)

    def quotient(self, numerator: str, denominator: str) -> str:
        return f"{numerator}/{denominator}"

    def power(self, base: str, exponent: str) -> str:
        return f"{base}^{exponent}"

    def total(self, variable: str, lower: str, upper: str, body: str) -> str:
        return f"Σ_{{{variable}={lower}}}^{{{upper}}} {body}"

    def element(self, function: Symbol, args: list[str]) -> str:
        return f"{self.name(function.name)}({', '.join(args)})"

    def every(self, variable: str, integer: bool, evident: bool, guards: list[str]) -> str:
        kind = "" if integer else "real "
        shown = guards if evident else [f"{variable} with {guards[0]}", *guards[1:]] if guards else [variable]
        return f"∀ {kind}{', '.join(shown)}:"


UNICODE: Final = Unicode()
