"""Statements in, verdicts out: what a script needs."""

from derivations.derivation import Derivation
from derivations.repl import check

__all__ = ["Derivation", "check"]
