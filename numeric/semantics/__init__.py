"""The textbook meaning of every operator, one file a family, collected here into one table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from numeric.semantics import (
    analysis,
    arithmetic,
    arrays,
    classes,
    derivatives,
    expectation,
    functions,
    inverses,
    normals,
    relations,
    sums,
)
from numeric.semantics.meaning import Context, Element, Environment, Meaning

MEANINGS: Final[Mapping[str, Meaning]] = MappingProxyType(
    arithmetic.MEANINGS
    | sums.MEANINGS
    | arrays.MEANINGS
    | analysis.MEANINGS
    | classes.MEANINGS
    | inverses.MEANINGS
    | functions.MEANINGS
    | derivatives.MEANINGS
    | normals.MEANINGS
    | expectation.MEANINGS
    | relations.MEANINGS
)

__all__ = ["MEANINGS", "Context", "Element", "Environment", "Meaning"]
