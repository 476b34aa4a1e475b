"""Why a term has no value at a point, or none that can be had at a bounded price."""

from __future__ import annotations


class Unevaluated(ValueError):
    """A term that was not given a value; the subclasses say why."""


class Undefined(Unevaluated):
    """The term, as written, has no value here: such a point is neither evidence nor counterexample."""


class Inexact(Unevaluated):
    """The value is irrational, or not found to be rational."""


class Unrealised(Unevaluated):
    """The value may exist, but what stands in for a symbol here does not say."""


class TooCostly(Unevaluated):
    """The value exists, but would take more work or memory than a second opinion is worth."""
