"""Guards of the kernel that no test misses, each with the reason why there is no step that only it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TYPES = "the sort has shown it already; it is there for the type checker"
LESS = "without it less would be seen to follow, not more"
TOLD = "it only chooses what is told of a proof, as a side condition"

Reasons = Mapping[str, str]
UNNEEDED: Final[Mapping[str, Reasons]] = {
    "rules/algebra": {
        "follows: not isinstance(goal, Node)": TYPES,
        "order: isinstance(goal, Node)": TYPES,
        "_sign_of_total: return UNKNOWN": TYPES,
        "sign_of: direction": "what is known to be nonzero but of no direction is told in either way",
        "_sign_of_terms: argument != ZERO": LESS,
        "_divisors: not isinstance(part.args[1], Number)": TOLD,
        "_divisors: not loose": TOLD,
    },
    "rules/arrays": {
        "every_entry: not is_array(left)": "what is no matrix has no shape",
        "every_entry: shape is None": "what has no shape is no matrix",
    },
    "rules/calculus": {"derivative: not c.ranges": TOLD},
    "rules/norms": {"eigenvalue_least: shape is not None": "the generic vector has asked for the shape before"},
}
