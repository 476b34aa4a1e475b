"""Functions below a binder: equal ones have the same derivatives, and those of the table are differentiable."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts, unused
from symbolic.kernel.rules.calculus import expect_conditions
from symbolic.terms import FORMULA, Lambda, Node, Symbol, Term, eq, forall, instantiate, sort_of

_OF_FUNCTIONS = ("partial", "diff")


def same_derivative(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall z. f(z) = g(z)
    -----------------------------------   z a real variable, or a vector
    G |- d/dz f at a  =  d/dz g at a

    The arguments are the two derivatives, at one point and by one entry.
    """
    (premise,) = premises
    left, right = arguments
    if not isinstance(left, Node) or not isinstance(right, Node) or left.op not in _OF_FUNCTIONS:
        raise Rejected(f"expected two derivatives, found {left!r} and {right!r}")
    (first, *place), (second, *other) = left.args, right.args
    expect(left.op == right.op and place == other, "derivatives at different places")
    expect(premise.conclusion == _everywhere(first, second), f"expected the premise {_everywhere(first, second)!r}")
    conclusion = eq(left, right)
    expect(sort_of(conclusion) == FORMULA, "no equation")
    return derived(premises, conclusion)


def same_differentiable(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall z. f(z) = g(z)    H |- g is differentiable
    ------------------------------------------------------   z a vector
    G, H |- f is differentiable

    The argument is f.
    """
    same, differentiable = premises
    (function,) = arguments
    (known,) = parts(differentiable.conclusion, "differentiable")
    expect(same.conclusion == _everywhere(function, known), f"expected the premise {_everywhere(function, known)!r}")
    return derived(premises, Node("differentiable", function))


def differentiable(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    facts G_1 |- f_1  ...  G_m |- f_m    each condition of the table follows from the facts, for all z
    --------------------------------------------------------------------------------------------------
    G |- u is differentiable

    The argument is u, a function of a vector z; that it is differentiable says that it has a derivative by each entry
    of z, at every z.
    """
    (function,) = arguments
    if not isinstance(function, Lambda) or function.sort.name != "sequence":
        raise Rejected(f"expected a function of a vector, found {function!r}")
    known = [premise.conclusion for premise in premises]
    variable = Symbol(unused("z", function, *known).name, function.sort)
    work = Differentiation(variable, tuple(fresh() for _ in range(function.sort.arity)))
    work.derivative(instantiate(function, variable))
    expect_conditions(work, variable, known)
    return derived(premises, Node("differentiable", function))


def _everywhere(first: Term, second: Term) -> Term:
    if not isinstance(first, Lambda) or not isinstance(second, Lambda) or first.sort != second.sort:
        raise Rejected(f"expected two functions of one variable, found {first!r} and {second!r}")
    return forall(Lambda(first.sort, eq(first.body, second.body), first.hint))
