"""Untrusted ways to prove a goal, cheapest first; a script may pass one as ``by=``."""

from collections.abc import Sequence
from typing import Final

from symbolic.methods.algebra import Algebra
from symbolic.methods.cases import Cases
from symbolic.methods.chained import Chained
from symbolic.methods.contradiction import Contradiction
from symbolic.methods.elimination import Rewriting
from symbolic.methods.induction import Induction
from symbolic.methods.reflection import Reflection
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Method
from symbolic.methods.structure import Given, Structure
from symbolic.methods.telescoping import Telescoping

METHODS: Final[Sequence[Method]] = (
    Given(),
    Structure(),
    Chained(),
    Algebra(),
    Rewriting(),
    Squaring(),
    Cases(),
    Reflection(),
    Telescoping(),
    Induction(),
)

__all__ = [
    "METHODS",
    "Algebra",
    "Cases",
    "Chained",
    "Contradiction",
    "Given",
    "Induction",
    "Method",
    "Reflection",
    "Rewriting",
    "Squaring",
    "Structure",
    "Telescoping",
]
