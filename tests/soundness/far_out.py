"""What numbers far out say of a limit: they decide nothing, but a wrong theorem about a simple sequence shows there."""

from __future__ import annotations

from fractions import Fraction

from numeric.arithmetics import Exact
from numeric.errors import Unevaluated
from numeric.evaluate import evaluate
from numeric.points import simplest_models
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import INTEGER, LIMITS, Lambda, Node, Number, Symbol, Term, instantiate, is_limit, substitute

NEAR, FAR, LARGE = Fraction(1, 10**6), 10**12, 10**5
INDEX = Symbol("index far out", INTEGER)


def is_about_a_sequence(claim: Claim) -> bool:
    """Whether the goal says that a sequence tends to something, or that it does not."""
    return is_limit(claim.goal) and _stated(claim)[1].op in LIMITS


def contradicts(claim: Claim) -> bool:
    """Whether it looks otherwise far out: not near its limit, not large though it is to grow, or the contrary."""
    holds, formula = _stated(claim)
    seen = [_seems(formula, model) for model in simplest_models(claim, 3)]
    return any(one is not None and one != holds for one in seen)


def _stated(claim: Claim) -> tuple[bool, Node]:
    """Whether the formula is said to hold, and the formula."""
    match claim.goal:
        case Node(op="implies", args=(Node() as denied, _)):
            return False, denied
        case Node() as formula:
            return True, formula
    raise TypeError(f"no formula: {claim.goal!r}")


def _seems(formula: Node, model: Model) -> bool | None:
    """Whether it looks like the limit, at an even and an odd index; None where there is no number."""
    sequence, *limit = formula.args
    assert isinstance(sequence, Lambda)
    try:
        far, further = (_at(instantiate(sequence, INDEX), index, model) for index in (FAR, FAR + 1))
        if not limit:
            return min(far, further) > LARGE
        value = _at(limit[0], FAR, model)
        return max(abs(far - value), abs(further - value)) < NEAR
    except Unevaluated:
        return None


def _at(term: Term, index: int, model: Model) -> Fraction:
    return Fraction(evaluate(substitute(term, {INDEX: Number(Fraction(index))}), model, Exact()))
