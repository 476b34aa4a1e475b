"""The table of trusted rules: nothing else makes a sequent.  A line here is a line of trust."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from symbolic.kernel.rule import Rule
from symbolic.kernel.rules import algebra, arrays, calculus, equality, induction, logic, probability, products, sums

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "assume": logic.assume,
        "discharge": logic.discharge,
        "detach": logic.detach,
        "generalise": logic.generalise,
        "instance": logic.instance,
        "left": logic.left,
        "right": logic.right,
        "cases": logic.cases,
        "dichotomy": logic.dichotomy,
        "absurdity": logic.absurdity,
        "reflexive": equality.reflexive,
        "replace": equality.replace,
        "linear": algebra.linear,
        "order": algebra.order,
        "root": algebra.root,
        "antisymmetry": algebra.antisymmetry,
        "extensionality": sums.extensionality,
        "exchange": sums.exchange,
        "telescope": sums.telescope,
        "empty product": products.empty_product,
        "last factor": products.last_factor,
        "entrywise": arrays.entrywise,
        "inverse": arrays.inverse,
        "cancel": arrays.cancel,
        "induction": induction.induction,
        "derivative": calculus.derivative,
        "pathwise": probability.pathwise,
        "independence": probability.independence,
    }
)
