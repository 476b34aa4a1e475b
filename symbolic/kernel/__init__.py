"""The trusted lines: `check` replays a certificate and returns a theorem.  No SymPy, no search, no floats in here."""

from symbolic.kernel.replay import check
from symbolic.kernel.rule import Rejected
from symbolic.kernel.theorem import Theorem

__all__ = ["Rejected", "Theorem", "check"]
