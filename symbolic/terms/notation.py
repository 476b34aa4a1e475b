"""What a notation has to say: how each operator looks.  `layout` decides about parentheses and names.

There are two: Unicode (`unicode`) and LaTeX (`symbolic.language.latex`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import IntEnum
from typing import ClassVar, Final


class Level(IntEnum):
    """How tightly a piece of text holds together; a place that wants more puts it in parentheses."""

    FORMULA = 0
    EITHER = 1
    RELATION = 2
    TERMS = 3
    SIGNED = 4
    OPEN = 5  # a sum, or a product that ends in one: its body reaches as far right as factors go
    QUOTIENT = 6
    PRODUCT = 7
    POWER = 8
    ATOM = 9


class Notation(ABC):
    """How operators look, given the text of their arguments.

    Attributes:
        signs: the sign of each relation and connective, of sums and products, and of what joins matrices.
        minus: the sign of a difference, and of what is negative.
        prime: what is added to a bound variable's name until it is new.
        numerator, denominator, exponent: how tightly these must hold together to stand without parentheses.
        quotients: how tightly a quotient holds together.
        whole: how tightly a matrix must hold together whose entry is taken.
    """

    signs: ClassVar[dict[str, str]]
    minus: ClassVar[str]
    prime: ClassVar[str]
    numerator: ClassVar[Level]
    denominator: ClassVar[Level]
    exponent: ClassVar[Level]
    quotients: ClassVar[Level]
    whole: ClassVar[Level]

    @abstractmethod
    def name(self, name: str) -> str:
        """A symbol's name; different names look different."""

    @abstractmethod
    def parentheses(self, text: str) -> str: ...

    @abstractmethod
    def product(self, factors: list[str]) -> str: ...

    @abstractmethod
    def quotient(self, numerator: str, denominator: str) -> str: ...

    @abstractmethod
    def power(self, base: str, exponent: str) -> str: ...

    @abstractmethod
    def root(self, operand: str) -> str:
        """The square root; the operand holds together as an exponent does."""

    @abstractmethod
    def total(self, sign: str, variable: str, lower: str, upper: str, body: str) -> str:
        """A sum, a product or a greatest value over a range."""

    @abstractmethod
    def limit(self, variable: str, body: str) -> str:
        """What ``body`` tends to as ``variable`` grows."""

    @abstractmethod
    def tending(self, body: str, value: str, variable: str) -> str:
        """That ``body`` tends to ``value`` as ``variable`` grows."""

    @abstractmethod
    def over_normals(self, variable: str, body: str) -> str:
        """The expectation of ``body`` over the independent standard normal entries of ``variable``."""

    @abstractmethod
    def integral(self, variable: str, size: str, body: str) -> str:
        """The integral of ``body`` over the vectors of ``size`` entries."""

    @abstractmethod
    def growing(self, op: str, body: str, other: str, sizes: list[str], where: list[str]) -> str:
        """That ``body`` is in the class ``op`` of ``other``, by one constant for all ``sizes`` ``where`` this holds."""

    @abstractmethod
    def element(self, function: str, indexed: bool, args: list[str]) -> str:
        """A function, or a sequence where ``indexed``, applied to ``args``; no arguments leave the name."""

    @abstractmethod
    def operator(self, op: str, args: list[str]) -> str:
        """What is written as a name before its arguments, such as ``exp`` and ``expect``."""

    @abstractmethod
    def marked(self, mark: str, base: str) -> str:
        """The ``transpose`` or the ``inverse`` of a matrix."""

    @abstractmethod
    def entry(self, whole: str, places: list[str]) -> str:
        """An entry of a matrix."""

    @abstractmethod
    def constant(self, kind: str, sizes: list[str]) -> str:
        """The ``identity``, ``ones`` or ``zeros`` of one size, which is a column's but for the identity, or of two."""

    @abstractmethod
    def comprehension(self, body: str, ranges: list[tuple[str, str]]) -> str:
        """A matrix by its entries, given the indices and their greatest values."""

    @abstractmethod
    def derivative(self, variable: str, entry: str, body: str) -> str:
        """The derivative of ``body`` by ``variable``, or by the ``entry`` (if not empty) of that vector."""

    @abstractmethod
    def at_point(self, text: str, variable: str, point: str) -> str:
        """``text`` where ``variable`` is ``point``."""

    @abstractmethod
    def prose(self, before: str, name: str, after: str) -> str:
        """A name among words."""

    @abstractmethod
    def inline(self, text: str) -> str:
        """A formula among words that are no part of a formula."""

    @abstractmethod
    def every(self, variable: str, kind: str, evident: bool, guards: list[str]) -> str:
        """The head of a quantified formula; ``evident``: the first guard shows which variable is meant."""


# English names of the Greek letters that differ from Latin ones; in LaTeX each is a command of this name.
GREEK: Final = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
