"""What O, Omega and Theta say, in terms of what was there before: two rules, to a name from its definition and back.

Nothing else is known about them.  Whatever is proved of a class is proved of its definition, by the other rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, unused
from symbolic.terms import (
    CLASSES,
    FORMULA,
    ONE,
    REAL,
    Node,
    Symbol,
    Term,
    abstract,
    compared,
    depth,
    forall,
    hints,
    implies,
    le,
    mul,
    negation,
    sort_of,
)


def defined(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- D
    ------   D the definition of p, which says that one function is in a class of another; the argument is p
    G |- p

    f = O(g) where r      not forall real C. not forall sizes. 1 <= size => r => |f| <= C |g|
    f = Omega(g) where r  g = O(f) where r
    f = Theta(g) where r  not (f = O(g) where r => not g = O(f) where r)

    "Not forall not" is "there is": one constant C, for all sizes at once.  p has no loose bound variable.
    """
    (premise,) = premises
    (formula,) = arguments
    expect(premise.conclusion == definition(formula), f"the premise does not define {formula!r}")
    return derived(premises, formula)


def by_definition(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p
    ------   D the definition of p, as above
    G |- D
    """
    (premise,) = premises
    () = arguments
    return derived(premises, definition(premise.conclusion))


def definition(formula: Term) -> Term:
    """What a formula about a class says."""
    if not isinstance(formula, Node) or formula.op not in CLASSES:
        raise Rejected(f"expected a formula about a class, found {formula!r}")
    expect(sort_of(formula) == FORMULA, f"no formula: {formula!r}")
    function, other, *regime = formula.args
    turned = Node("big_o", other, function, *regime)
    match formula.op:
        case "big_omega":
            return turned
        case "big_theta":
            return negation(implies(Node("big_o", *formula.args), negation(turned)))
    constant = Symbol(unused("C", formula).name, REAL)
    return negation(forall(abstract(negation(bounded(formula, constant)), constant, "C")))


def bounded(formula: Node, constant: Term) -> Term:
    """That |f| is at most ``constant`` times |g| at all sizes, for a formula about a class of well-formed parts."""
    names: list[Symbol] = []
    for _ in range(depth(formula)):
        names.append(unused("n", formula, constant, *names))
    sizes, function, other, regime = compared(formula, names)
    body = le(Node("abs", function), mul(constant, Node("abs", other)))
    for guard in reversed(regime):
        body = implies(guard, body)
    for one, hint in reversed(list(zip(sizes, hints(formula), strict=True))):
        body = forall(abstract(implies(le(ONE, one), body), one, hint))
    return body
