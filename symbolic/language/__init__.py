"""What a script may say.  Scripts import from here; nothing, SymPy included, is loaded before it is asked for.

>>> from symbolic.language import Sum, real, sequence, time
>>> beta, t, v = real("beta", above=0, below=1), time("t"), sequence("v")
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

_HOMES: Final = {
    **dict.fromkeys(("function", "integer", "real", "sequence", "size", "time"), "symbolic.language.symbols"),
    **dict.fromkeys(("Eq", "Ge", "Gt", "Le", "Lt", "Ne", "Product", "Rational", "S"), "sympy"),
    **dict.fromkeys(("Function", "KroneckerDelta", "Symbol", "sqrt", "symbols"), "sympy"),
    **dict.fromkeys(("cos", "exp", "log", "sigmoid", "sin", "tanh"), "symbolic.language.elementary"),
    **dict.fromkeys(("column", "columns", "matrices", "matrix"), "symbolic.language.array_symbols"),
    **dict.fromkeys(("array", "entry", "identity", "ones", "zeros"), "symbolic.language.array_functions"),
    **dict.fromkeys(("diag", "dot", "hadamard", "inverse", "trace"), "symbolic.language.array_functions"),
    "Sum": "symbolic.language.array_sums",
    **dict.fromkeys(("absolute", "largest_eigenvalue", "limit", "maximum", "norm"), "symbolic.language.analysis"),
    **dict.fromkeys(("does_not_tend", "tends"), "symbolic.language.analysis"),
    **dict.fromkeys(("big_o", "big_omega", "big_theta", "outside"), "symbolic.language.growth"),
    "integral": "symbolic.language.normals",
    **dict.fromkeys(("P", "indicator"), "symbolic.language.indicators"),
    **dict.fromkeys(("Matrix", "oo", "pi"), "sympy"),
    "printed": "symbolic.language.decimals",
    **dict.fromkeys(("softmax_col", "softmax_row"), "symbolic.language.array_functions"),
    **dict.fromkeys(("jacobian", "slope"), "symbolic.language.array_calculus"),
    **dict.fromkeys(("derivative", "functional", "gradient", "vector"), "symbolic.language.calculus"),
    **dict.fromkeys(
        ("E", "expectation", "random_sequence", "random_variable", "variance"), "symbolic.language.probability"
    ),
    **dict.fromkeys(("differentiable", "finite_moments", "independent", "invertible"), "symbolic.language.properties"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it offers {', '.join(sorted(_HOMES))}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(_HOMES)
