"""The checker, ``simplify(lhs - rhs) == 0`` and ``(lhs - rhs).equals(0)`` on the identities of ``tests/strength``.

Usage: ``python benchmarks/strength.py [FAMILY ...]``.

Each question is asked in a process of its own that is stopped after `SECONDS`.  Of ours, all is timed: prove, check,
crosscheck and refute.  `simplify` says "false" where a number other than 0 is left, and nothing where anything else is.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from sys import argv, path
from time import perf_counter
from typing import Any, Final

import sympy

ROOT: Final = Path(__file__).parents[1]
path.insert(0, str(ROOT))

from derivations.pipeline import decide  # noqa: E402 (the checker may not be installed)
from symbolic.claim import Claim  # noqa: E402
from symbolic.language.reading import Statement, read_claim  # noqa: E402
from symbolic.terms import INTEGER, ZERO, Lambda, Node, Number, Symbol, Term, instantiate  # noqa: E402
from symbolic.verdict import Outcome  # noqa: E402
from tests.strength.identities import FAMILIES, Entry  # noqa: E402

SECONDS: Final = 10.0
SAYS: Final = {Outcome.PROVED: True, Outcome.REFUTED: False}
_FORK: Final = multiprocessing.get_context("fork")  # the child has everything loaded: only thinking is timed

Answer = tuple[bool | None, float]


def main(names: Sequence[str]) -> None:
    entries = [entry for name in names or FAMILIES for entry in FAMILIES[name]]
    rows = [(entry, [ask(way, claim_of(entry)) for way in WAYS.values()]) for entry in entries]
    for entry, answers in rows:
        if any(says is not entry.holds for says, _ in answers):
            said = "  ".join(f"{_word(says, entry.holds):9} {seconds:6.2f} s" for says, seconds in answers)
            print(f"{said}  {'true' if entry.holds else 'false':5}  {str(entry)[:90]}")
    print(f"\n{'':12} {'of':>5} {'right':>6} {'wrong':>6} {'undecided':>10} {'seconds':>8}")
    for holds in (True, False):
        for column, way in enumerate(WAYS):
            answers = [found[column] for entry, found in rows if entry.holds is holds]
            print(f"{way:12} {'true' if holds else 'false':>5} {_totals(answers, holds)}")


def _totals(answers: Sequence[Answer], holds: bool) -> str:
    words = [_word(says, holds) for says, _ in answers]
    counts = [words.count(word) for word in ("right", "wrong", "undecided")]
    return "{:6} {:6} {:10} {:8.1f}".format(*counts, sum(seconds for _, seconds in answers))


def _word(says: bool | None, holds: bool) -> str:
    return "undecided" if says is None else "right" if says is holds else "wrong"


def claim_of(entry: Entry) -> Claim:
    given = [Statement(one) for one in entry.given]
    statement = entry.statement[0] if len(entry.statement) == 1 else entry.statement
    return read_claim("strength", str(entry), "", given, Statement(statement))


def ask(way: Callable[[Claim], bool | None], claim: Claim) -> Answer:
    """What ``way`` says of the claim (None: undecided, or out of time), and after how many seconds."""
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_think, args=(way, claim, sender))
    start = perf_counter()
    child.start()
    says = receiver.recv() if receiver.poll(SECONDS) else None
    seconds = min(perf_counter() - start, SECONDS)
    child.kill()
    child.join()
    return says, seconds


def _think(way: Callable[[Claim], bool | None], claim: Claim, sender: Connection) -> None:
    try:
        sender.send(way(claim))
    except (ArithmeticError, AttributeError, NotImplementedError, RecursionError, TypeError, ValueError):
        sender.send(None)  # SymPy has no opinion


def _checker(claim: Claim) -> bool | None:
    verdict, _ = decide(claim, None, (), 0)
    return SAYS.get(verdict.outcome)


def _simplify(claim: Claim) -> bool | None:
    rest = sympy.simplify(_difference(claim))
    if rest == 0:
        return True
    return False if rest.is_number and rest.is_nonzero else None


def _equals(claim: Claim) -> bool | None:
    said: bool | None = _difference(claim).equals(0)
    return said


WAYS: Final[Mapping[str, Callable[[Claim], bool | None]]] = {
    "checker": _checker,
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
    "sigmoid": lambda argument: 1 / (1 + sympy.exp(-argument)),
}

if __name__ == "__main__":
    main(argv[1:])
