"""Terms in Unicode: ``(1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)``."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from symbolic.terms.notation import GREEK, Level, Notation

_PLAIN: Final = re.compile(r"[^\W\d_]\w*'*")


class Unicode(Notation):
    """Signs of mathematics, a product as a dot, a power as ``^``."""

    signs: ClassVar = {
        "eq": "=", "ne": "≠", "le": "≤", "lt": "<", "ge": "≥", "gt": ">",
        "or": "∨", "implies": "⇒", "false": "⊥", "maps": "↦", "infinity": "∞", "pi": "π",
        "sum": "Σ", "prod": "∏", "max": "max", "hadamard": "⊙", "by": "×",
    }  # fmt: skip
    minus = "−"
    prime = "′"
    numerator = Level.PRODUCT
    denominator = Level.POWER
    exponent = Level.ATOM
    quotients = Level.QUOTIENT
    whole = Level.ATOM

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

    def root(self, operand: str) -> str:
        return f"√{operand}"

    def total(self, sign: str, variable: str, lower: str, upper: str, body: str) -> str:
        return f"{self.signs[sign]}_{{{variable}={lower}}}^{{{upper}}} {body}"

    def limit(self, variable: str, body: str) -> str:
        return f"lim_{{{variable}→∞}} {body}"

    def tending(self, body: str, value: str, variable: str) -> str:
        return f"{body} → {value} as {variable} → ∞"

    def over_normals(self, variable: str, body: str) -> str:
        return f"E_{{{variable}∼N(0, I)}}[{body}]"

    def integral(self, variable: str, size: str, body: str) -> str:
        return f"∫_{{{variable}∈ℝ^{size}}} {body}"

    def growing(self, op: str, body: str, other: str, sizes: list[str], where: list[str]) -> str:
        regime = f" with {', '.join(where)}" if where else ""
        return f"{body} = {_CLASSES[op]}({other}) uniformly in {', '.join(sizes)} ≥ 1{regime}"

    def element(self, function: str, indexed: bool, args: list[str]) -> str:
        return f"{function}({', '.join(args)})" if args else function

    def operator(self, op: str, args: list[str]) -> str:
        """Brackets and braces where a function of a script might be written alike."""
        shown = ", ".join(args)
        before, after = _AROUND.get(op, (f"{op}(", ")"))
        return f"{before}{shown}{after}"

    def marked(self, mark: str, base: str) -> str:
        return base + {"transpose": "ᵀ", "inverse": "⁻¹"}[mark]

    def entry(self, whole: str, places: list[str]) -> str:
        return f"{whole}[{', '.join(places)}]"

    def constant(self, kind: str, sizes: list[str]) -> str:
        size = " × ".join(sizes)
        return f"{_CONSTANTS[kind]}_{size if size.isalnum() else f'{{{size}}}'}"

    def comprehension(self, body: str, ranges: list[tuple[str, str]]) -> str:
        return f"[{body}]_{{{', '.join(f'{index}≤{size}' for index, size in ranges)}}}"

    def derivative(self, variable: str, entry: str, body: str) -> str:
        return f"∂/∂{variable}({entry}) {body}" if entry else f"d/d{variable} {body}"

    def at_point(self, text: str, variable: str, point: str) -> str:
        return f"[{text}]_{{{variable}={point}}}"

    def prose(self, before: str, name: str, after: str) -> str:
        return f"{before}{name}{after}"

    def inline(self, text: str) -> str:
        return text

    def every(self, variable: str, kind: str, evident: bool, guards: list[str]) -> str:
        if kind == "outcome":  # authors leave it out, and so do terms
            return f"pathwise where {', '.join(guards)}:" if guards else "pathwise"
        shown = guards if evident else [f"{variable} with {guards[0]}", *guards[1:]] if guards else [variable]
        return f"∀ {KINDS[kind]}{', '.join(shown)}:"


_AROUND: Final = {
    "expect": ("E[", "]"), "delta": ("δ_{", "}"), "dot": ("⟨", "⟩"), "trace": ("tr(", ")"),
    "abs": ("|", "|"), "norm": ("‖", "‖"), "eigenmax": ("λ₁(", ")"),
    "heaviside": ("𝟏[", " ≥ 0]"),
}  # fmt: skip
_CLASSES: Final = {"big_o": "O", "big_omega": "Ω", "big_theta": "Θ"}
_CONSTANTS: Final = {"identity": "I", "ones": "𝟏", "zeros": "𝟎"}
KINDS: Final = {"integer": "", "real": "real ", "sequence": "vector "}
UNICODE: Final = Unicode()
