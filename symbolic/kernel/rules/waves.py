"""Sines and cosines of sums of angles."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect
from symbolic.terms import INTEGER, REAL, Node, Term, add, eq, mul, sort_of, sub


def sum_of_angles(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ---------------------------------------------    ---------------------------------------------
    |- cos(a + b) = cos(a) cos(b) - sin(a) sin(b)    |- sin(a + b) = sin(a) cos(b) + cos(a) sin(b)

    The arguments are cos(a) or sin(a), and b, both numbers: the addition theorems hold of all reals.  With b = -a, the
    first says that cos(a)^2 + sin(a)^2 = 1, for the normal form knows that sin is odd, cos is even and cos(0) = 1.
    """
    expect(not premises, "a sum of angles has no premises")
    value, other = arguments
    expect(all(sort_of(one) in (REAL, INTEGER) for one in arguments), "angles are numbers")
    if not isinstance(value, Node) or value.op not in ("sin", "cos"):
        raise Rejected(f"expected a sine or a cosine, found {value!r}")
    (angle,) = value.args
    same, turned = (mul(Node(op, angle), Node(by, other)) for op, by in _TURNS[value.op])
    combined = sub(same, turned) if value.op == "cos" else add(same, turned)
    return derived(premises, eq(Node(value.op, add(angle, other)), combined))


_TURNS = {"cos": (("cos", "cos"), ("sin", "sin")), "sin": (("sin", "cos"), ("cos", "sin"))}
