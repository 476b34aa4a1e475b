"""The cost of a program as formulas in its sizes: exact numbers of operations, and the most elements alive at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from derivations.cost.derived import MULTIPLY_ADDS, Derived
from derivations.cost.program import Program


def multiply_adds(program: Program) -> Any:
    """How many multiply-adds ``program`` takes."""
    return counts(program)[MULTIPLY_ADDS]


def operations(program: Program) -> Any:
    """How many operations ``program`` takes, of all kinds."""
    return sympy.expand(sum(counts(program).values(), sympy.S.Zero))


def counts(program: Program) -> dict[str, Any]:
    """How many operations of each kind ``program`` takes."""
    return {kind: sympy.expand(number) for kind, number in _derived(program).counts.items()}


def space(program: Program) -> Any:
    """The most elements that are alive at a time: inputs, buffers and the output.

    Where it depends on the sizes which step needs most, this is a ``Max``.
    """
    derivation = _derived(program)
    return greatest([inputs(program) + peak for peak in derivation.peaks])


def inputs(program: Program) -> Any:
    """The elements of what the caller stores."""
    return sympy.expand(sum((rows * columns for rows, columns in program.inputs.values()), sympy.S.Zero))


def greatest(sizes: Iterable[Any]) -> Any:
    """The greatest of some polynomials in sizes from 1 on; what another is seen to exceed is left out.

    >>> from symbolic.language import size
    >>> n, d = size("n d")
    >>> greatest([n * d, n * d + n, n**2]), greatest([n, n * d])
    (Max(n**2, d*n + n), d*n)
    """
    found: list[Any] = []
    for one in map(sympy.expand, sizes):
        if not any(_at_most(one, other) for other in found):
            found = [other for other in found if not _at_most(other, one)] + [one]
    return found[0] if len(found) == 1 else sympy.Max(*found)


def _at_most(small: Any, large: Any) -> bool:
    """Whether the difference has no negative coefficient, as a polynomial in what the sizes exceed 1 by."""
    gap = sympy.sympify(large - small)
    shifted = sympy.expand(gap.subs({one: one + 1 for one in gap.free_symbols}, simultaneous=True))
    return all(term.as_coeff_Mul()[0] >= 0 for term in sympy.Add.make_args(shifted))


def _derived(program: Program) -> Derived:
    derivation = Derived(dict(program.inputs))
    derivation.run(program.steps)
    if program.output not in derivation.live:
        raise ValueError(f"{program.name}: the output {program.output} is no buffer at the end")
    return derivation
