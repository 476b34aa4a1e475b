"""The checker, ``simplify(lhs - rhs) == 0`` and ``(lhs - rhs).equals(0)`` on the identities of ``tests/strength``.

Usage: ``python benchmarks/strength.py [FAMILY ...]``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from sys import argv, path
from typing import Any, Final

import sympy

ROOT: Final = Path(__file__).parents[1]
path[:0] = [str(ROOT), str(Path(__file__).parent)]

from asking import ask, decided, equal, simplified, totals, word  # noqa: E402 (the checker may not be installed)

from symbolic.claim import Claim  # noqa: E402
from symbolic.language.reading import Statement, read_claim  # noqa: E402
from symbolic.terms import INTEGER, ZERO, Lambda, Node, Number, Symbol, Term, instantiate  # noqa: E402
from tests.strength.identities import FAMILIES, Entry  # noqa: E402


def main(names: Sequence[str]) -> None:
    entries = [entry for name in names or FAMILIES for entry in FAMILIES[name]]
    rows = [(entry, [ask(way, claim_of(entry)) for way in WAYS.values()]) for entry in entries]
    for entry, answers in rows:
        if any(says is not entry.holds for says, _ in answers):
            said = "  ".join(f"{word(says, entry.holds):9} {seconds:6.2f} s" for says, seconds in answers)
            print(f"{said}  {'true' if entry.holds else 'false':5}  {str(entry)[:90]}")
    print(f"\n{'':12} {'of':>5} {'right':>6} {'wrong':>6} {'undecided':>10} {'seconds':>8}")
    for holds in (True, False):
        for column, way in enumerate(WAYS):
            answers = [found[column] for entry, found in rows if entry.holds is holds]
            print(f"{way:12} {'true' if holds else 'false':>5} {totals(answers, holds)}")


def claim_of(entry: Entry) -> Claim:
    given = [Statement(one) for one in entry.given]
    statement = entry.statement[0] if len(entry.statement) == 1 else entry.statement
    return read_claim("strength", str(entry), "", given, Statement(statement))


def _simplify(claim: Claim) -> bool | None:
    return simplified(_difference(claim))


def _equals(claim: Claim) -> bool | None:
    return equal(_difference(claim))


WAYS: Final[Mapping[str, Callable[[Claim], bool | None]]] = {
    "checker": decided,
    "simplify": _simplify,
    "equals": _equals,
}


def _difference(claim: Claim) -> Any:
    if not isinstance(claim.goal, Node):
        raise TypeError(f"no equation: {claim.goal!r}")
    left, right = (_to_sympy(side, claim) for side in claim.goal.args)
    return left - right


def _to_sympy(term: Term, claim: Claim) -> Any:
    match term:
        case Number(value=value):
            return sympy.Rational(value.numerator, value.denominator)
        case Symbol(name=name):
            return sympy.Symbol(name, real=True, **_facts(term, claim))
        case Node(op="apply", args=(Symbol(name=name), *args)):
            return sympy.Function(name, real=True)(*(_to_sympy(argument, claim) for argument in args))
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            index, inside = _opened(body, claim)
            return sympy.Sum(inside, (index, _to_sympy(lower, claim), _to_sympy(upper, claim)))
        case Node(op="diff", args=(Lambda(), Symbol() as at)):
            return sympy.diff(_to_sympy(instantiate(term.args[0], at), claim), _to_sympy(at, claim))
        case Node(op=op, args=args):
            return _OPERATORS[op](*(_to_sympy(argument, claim) for argument in args))
    raise TypeError(f"no SymPy expression: {term!r}")


def _opened(body: Lambda, claim: Claim) -> tuple[Any, Any]:
    index = Symbol(f"{body.hint}_{hash(body) % 1000}", INTEGER)  # nested sums may have indices of one name
    return _to_sympy(index, claim), _to_sympy(instantiate(body, index), claim)


def _facts(symbol: Symbol, claim: Claim) -> dict[str, bool]:
    """SymPy is told all that it can be told of one symbol: domains, assumptions, and what definedness owes."""
    facts = {"integer": True} if symbol.sort == INTEGER else {}
    for relation in claim.hypotheses:
        match relation:
            case Node(op="lt", args=(Number(value=value), bounded)) if bounded == symbol and value >= 0:
                facts["positive"] = True
            case Node(op="le", args=(Number(value=value), bounded)) if bounded == symbol and value >= 0:
                facts |= {"positive": True} if value else {"nonnegative": True}
            case Node(op="lt", args=(bounded, bound)) if (bounded, bound) == (symbol, ZERO):
                facts["negative"] = True
            case Node(op="le", args=(bounded, bound)) if (bounded, bound) == (symbol, ZERO):
                facts["nonpositive"] = True
            case Node(op="ne", args=(bounded, bound)) if (bounded, bound) == (symbol, ZERO):
                facts["nonzero"] = True
    return facts


_OPERATORS: Final[Mapping[str, Callable[..., Any]]] = {
    "add": sympy.Add,
    "mul": sympy.Mul,
    "neg": lambda operand: -operand,
    "sub": lambda left, right: left - right,
    "div": lambda left, right: left / right,
    "pow": sympy.Pow,
    "exp": sympy.exp,
    "log": sympy.log,
    "tanh": sympy.tanh,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "sigmoid": lambda argument: 1 / (1 + sympy.exp(-argument)),
}

if __name__ == "__main__":
    main(argv[1:])
