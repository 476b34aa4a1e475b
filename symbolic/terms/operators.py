"""How elementary functions, derivatives, expectations and properties are laid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from symbolic.terms.classes import CLASSES, below_sizes
from symbolic.terms.notation import Level
from symbolic.terms.piece import Names, Piece, Setting
from symbolic.terms.sorts import IllFormed
from symbolic.terms.substitution import instantiate
from symbolic.terms.tree import OUTCOME, Bound, Lambda, Symbol, Term, children

Args = tuple[Term, ...]


def bound_body(term: Term) -> Lambda:
    """``term``, which must bind a variable."""
    if not isinstance(term, Lambda):
        raise IllFormed(f"expected a body with a bound variable, found {term!r}")
    return term


def _named(op: str) -> Callable[[Setting, Args, Names], Piece]:
    """What is written as a name before its arguments."""

    def lay(setting: Setting, args: Args, names: Names) -> Piece:
        shown = [setting.at(argument, names, Level.FORMULA) for argument in args]
        return Piece(setting.notation.operator(op, shown), Level.ATOM)

    return lay


def _expectation(setting: Setting, args: Args, names: Names) -> Piece:
    """``E[X]``, where authors leave out the outcome; ``E_{x∼N(0, I)}[f(x)]`` over standard normal entries."""
    binder = bound_body(args[0])
    variable, inner = setting.enter(binder, names)
    body = setting.at(binder.body, inner, Level.TERMS)
    if binder.sort == OUTCOME:
        return Piece(setting.notation.operator("expect", [body]), Level.ATOM)
    return Piece(setting.notation.over_normals(variable, body), Level.ATOM)


def _integral(setting: Setting, args: Args, names: Names) -> Piece:
    """``∫_{x∈ℝ^d} f(x)``: its body reaches as far right as that of a sum."""
    binder = bound_body(args[1])
    variable, inner = setting.enter(binder, names)
    size = setting.at(args[0], names, Level.ATOM)
    return Piece(setting.notation.integral(variable, size, setting.at(binder.body, inner, Level.OPEN)), Level.OPEN)


def _pi(setting: Setting, args: Args, names: Names) -> Piece:
    return Piece(setting.notation.signs["pi"], Level.ATOM)


def _derivative(setting: Setting, args: Args, names: Names) -> Piece:
    """``d/dx (x^2)`` at x itself; ``[d/dy (y^2)]_{y = 3}`` anywhere else."""
    return _differentiated(setting, args, names)


def _partial(setting: Setting, args: Args, names: Names) -> Piece:
    """``∂/∂θ(k) L(θ)``, and ``[∂/∂w(k) L(w)]_{w = θ}`` where ``L`` speaks of θ besides."""
    entry = ", ".join(setting.at(place, names, Level.TERMS) for place in args[2:])
    return _differentiated(setting, args, names, entry)


def _differentiated(setting: Setting, args: Args, names: Names, entry: str = "") -> Piece:
    notation, function, point = setting.notation, bound_body(args[0]), args[1]
    at = setting.at(point, names, Level.TERMS)
    if _stands_for_itself(point, function):
        body = setting.at(instantiate(function, point), names, Level.ATOM)
        return Piece(notation.derivative(at, entry, body), notation.quotients)
    variable, inner = setting.enter(function, names)
    shown = notation.derivative(variable, entry, setting.at(function.body, inner, Level.ATOM))
    return Piece(notation.at_point(shown, variable, at), Level.ATOM)


def _stands_for_itself(point: Term, function: Lambda) -> bool:
    """Whether the variable of ``function`` may be called what the point is called: then no other name is needed."""
    match point:
        case Symbol():
            return not mentions(function.body, point)
        case Bound(index=index):
            return not mentions(function.body, Bound(index + 1))
    return False


def mentions(term: Term, sought: Term) -> bool:
    """Whether a symbol or a bound variable, whose index grows below each binder, occurs in ``term``."""
    if term == sought:
        return True
    if isinstance(term, Lambda) and isinstance(sought, Bound):
        sought = Bound(sought.index + 1)
    return any(mentions(part, sought) for part in children(term))


def _moments(setting: Setting, args: Args, names: Names) -> Piece:
    have = "have" if _is_sequence(args[0]) else "has"
    order = setting.at(args[1], names, Level.ATOM)
    return _property(setting, args[0], names, f"{have} finite absolute moments of order {order}")


def _independent(setting: Setting, args: Args, names: Names) -> Piece:
    return _property(setting, args[0], names, "are mutually independent")


def _differentiable(setting: Setting, args: Args, names: Names) -> Piece:
    return _property(setting, args[0], names, "is differentiable everywhere")


def _property(setting: Setting, subject: Term, names: Names, predicate: str) -> Piece:
    before = "the elements of " if _is_sequence(subject) else ""
    shown = setting.at(subject, names, Level.ATOM)
    return Piece(setting.notation.prose(before, shown, f" {predicate}"), Level.FORMULA)


def _is_sequence(subject: Term) -> bool:
    return isinstance(subject, Symbol) and subject.sort.start is not None


def _limit(setting: Setting, args: Args, names: Names) -> Piece:
    """``lim_{T → ∞} f(T)``: its body reaches as far right as that of a sum."""
    binder = bound_body(args[0])
    variable, inner = setting.enter(binder, names)
    return Piece(setting.notation.limit(variable, setting.at(binder.body, inner, Level.OPEN)), Level.OPEN)


def _tends(setting: Setting, args: Args, names: Names) -> Piece:
    """``f(T) → v as T → ∞``."""
    binder = bound_body(args[0])
    variable, inner = setting.enter(binder, names)
    value = setting.at(args[1], names, Level.TERMS) if len(args) > 1 else setting.notation.signs["infinity"]
    shown = setting.notation.tending(setting.at(binder.body, inner, Level.TERMS), value, variable)
    return Piece(shown, Level.FORMULA)


def _class(op: str) -> Callable[[Setting, Args, Names], Piece]:
    """``f(n) = O(g(n)) uniformly in n ≥ 1 with r(n)``: all parts call the sizes what the first does."""

    def lay(setting: Setting, args: Args, names: Names) -> Piece:
        function, inner = args[0], names
        while isinstance(function, Lambda):
            _, inner = setting.enter(function, inner)
            function = function.body
        sizes = list(inner[: len(inner) - len(names)][::-1])
        body, other, *where = (below_sizes(argument)[1] for argument in args)
        left, right = (setting.at(part, inner, Level.TERMS) for part in (body, other))
        regime = [setting.at(part, inner, Level.RELATION) for part in where]
        return Piece(setting.notation.growing(op, left, right, sizes, regime), Level.FORMULA)

    return lay


OPERATORS: Final[dict[str, Callable[[Setting, Args, Names], Piece]]] = {
    **{op: _named(op) for op in ("exp", "log", "tanh", "sigmoid", "sin", "cos", "delta", "abs", "heaviside")},
    "expect": _expectation,
    "integral": _integral,
    "pi": _pi,
    "diff": _derivative,
    "partial": _partial,
    "lim": _limit,
    "tends": _tends,
    "grows": _tends,
    **{op: _class(op) for op in CLASSES},
    "moments": _moments,
    "independent": _independent,
    "differentiable": _differentiable,
}
