"""What a script may say.  Scripts import from here; nothing, SymPy included, is loaded before it is asked for.

>>> from symbolic.language import Sum, real, sequence, time
>>> beta, t, v = real("beta", above=0, below=1), time("t"), sequence("v")
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

_HOMES: Final = {
    **dict.fromkeys(("function", "integer", "real", "sequence", "size", "time"), "symbolic.language.symbols"),
    **dict.fromkeys(("Eq", "Ge", "Gt", "Le", "Lt", "Ne", "Rational", "S", "Sum"), "sympy"),
    **dict.fromkeys(("Function", "KroneckerDelta", "Symbol", "exp", "log", "sqrt", "symbols", "tanh"), "sympy"),
    "sigmoid": "symbolic.language.elementary",
    **dict.fromkeys(("derivative", "functional", "gradient", "vector"), "symbolic.language.calculus"),
    **dict.fromkeys(
        ("E", "expectation", "random_sequence", "random_variable", "variance"), "symbolic.language.probability"
    ),
    **dict.fromkeys(("differentiable", "finite_moments", "independent"), "symbolic.language.properties"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it offers {', '.join(sorted(_HOMES))}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(_HOMES)
