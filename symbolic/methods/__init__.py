"""Untrusted ways to prove a goal, cheapest first; a script may pass one as ``by=``."""

from collections.abc import Sequence
from typing import Final

from symbolic.methods.algebra import Algebra
from symbolic.methods.antisymmetry import Antisymmetry, Apart
from symbolic.methods.averages import Averages
from symbolic.methods.bisection import Bisection
from symbolic.methods.cases import Cases, Signs
from symbolic.methods.chained import Chained
from symbolic.methods.classes import Classes
from symbolic.methods.combination import Combination
from symbolic.methods.contraction import Contraction
from symbolic.methods.contradiction import Contradiction
from symbolic.methods.differences import Differences
from symbolic.methods.elimination import Rewriting
from symbolic.methods.entries import Distinct, Entrywise
from symbolic.methods.enumeration import Enumeration
from symbolic.methods.equal import Equal
from symbolic.methods.evaluated import Evaluated
from symbolic.methods.extremal import Extremal
from symbolic.methods.induction import Induction
from symbolic.methods.inner_products import InnerProducts
from symbolic.methods.instances import Instances
from symbolic.methods.inverses import Inverses
from symbolic.methods.limits import Contrary, Limits
from symbolic.methods.monotone import Monotone
from symbolic.methods.multiples import Multiples
from symbolic.methods.positivity import Positivity
from symbolic.methods.powers import Powers
from symbolic.methods.reflection import Reflection
from symbolic.methods.replacement import Replacement, Simplified, Unrolling
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Method
from symbolic.methods.specialised import Specialised
from symbolic.methods.spectra import Spectra
from symbolic.methods.structure import Given, Structure
from symbolic.methods.summands import Summands
from symbolic.methods.tangents import Tangents
from symbolic.methods.telescoping import Telescoping
from symbolic.methods.termwise import Termwise
from symbolic.methods.waves import Waves

METHODS: Final[Sequence[Method]] = (
    Given(),
    Enumeration(),
    Limits(),
    Classes(),
    Structure(),
    Specialised(),
    Replacement(),
    Inverses(),
    Entrywise(),
    Averages(),
    InnerProducts(),
    Simplified(),
    Unrolling(),
    Distinct(),
    Chained(),
    Algebra(),
    Waves(),
    Bisection(),
    Spectra(),
    Evaluated(),
    Multiples(),
    Equal(),
    Extremal(),
    Instances(),
    Positivity(),
    Rewriting(),
    Contraction(),
    Termwise(),
    Cases(),
    Differences(),
    Summands(),
    Squaring(),
    Combination(),
    Powers(),
    Monotone(),
    Tangents(),
    Signs(),
    Antisymmetry(),
    Apart(),
    Contrary(),
    Reflection(),
    Telescoping(),
    Induction(),
)

__all__ = [
    "METHODS",
    "Algebra",
    "Antisymmetry",
    "Apart",
    "Averages",
    "Bisection",
    "Cases",
    "Chained",
    "Classes",
    "Combination",
    "Contraction",
    "Contradiction",
    "Contrary",
    "Differences",
    "Distinct",
    "Entrywise",
    "Enumeration",
    "Equal",
    "Evaluated",
    "Extremal",
    "Given",
    "Induction",
    "InnerProducts",
    "Instances",
    "Inverses",
    "Limits",
    "Method",
    "Monotone",
    "Multiples",
    "Positivity",
    "Powers",
    "Reflection",
    "Replacement",
    "Rewriting",
    "Signs",
    "Simplified",
    "Specialised",
    "Spectra",
    "Squaring",
    "Structure",
    "Summands",
    "Tangents",
    "Telescoping",
    "Termwise",
    "Unrolling",
    "Waves",
]
