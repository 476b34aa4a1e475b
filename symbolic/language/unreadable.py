"""The one way in which reading fails."""

from __future__ import annotations


class Unreadable(ValueError):
    """What was given cannot be read; the message names the expression, what was found in it, and what was expected."""

    def __init__(self, expression: object, found: str, expected: str) -> None:
        super().__init__(f"in {shortened(expression)}: found {found}; expected {expected}")
        self.expression = expression
        self.found = found
        self.expected = expected


def shortened(expression: object, limit: int = 120) -> str:
    """``expression`` as it prints, text in quotes, cut where it is long."""
    text = repr(expression) if isinstance(expression, str) else str(expression)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
