"""What SymPy makes of a claim: the fairest expressions that must be 0, and `simplify` under a clock that stops it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any, Final

import sympy

from symbolic.claim import Claim
from symbolic.terms import INTEGER, ZERO, Bound, Lambda, Node, Number, Symbol, Term, instantiate, subterms

SECONDS: Final = 10.0
_FORK: Final = multiprocessing.get_context("fork")  # the child has SymPy loaded already: only thinking is timed


class NotStatable(Exception):
    """The claim does not come down to expressions that must be 0."""


def expressions(claim: Claim, lemmas: Sequence[Claim] = ()) -> list[Any]:
    """What must be 0: definitions and ``lemmas`` put in, recurrences unfolded, or base and step of an induction.

    Raises `NotStatable` for relations that are no equations, and for conclusions about what recurrences leave open.
    """
    match claim.goal:
        case Node(op="eq", args=(left, right)):
            statement = _Statement(claim, lemmas)
            return statement.differences(statement.sympy(left), statement.sympy(right))
    raise NotStatable("simplify decides equations only")


def answer(differences: list[Any]) -> tuple[bool | None, float]:
    """Whether all are 0 (None: undecided, or out of time), and the seconds that took."""
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_think, args=(differences, sender))
    start = perf_counter()
    child.start()
    decided = receiver.recv() if receiver.poll(SECONDS) else None
    seconds = perf_counter() - start
    child.kill()
    child.join()
    return decided, min(seconds, SECONDS)


def _think(differences: list[Any], sender: Connection) -> None:
    simplified = [sympy.simplify(difference) for difference in differences]
    if all(rest == 0 for rest in simplified):
        sender.send(True)
    elif any(rest.equals(0) is False for rest in simplified):  # more than `simplify` says of itself: in its favour
        sender.send(False)
    else:
        sender.send(None)


class _Statement:
    """One claim in SymPy's words."""

    def __init__(self, claim: Claim, lemmas: Sequence[Claim]) -> None:
        self._claim = claim
        self._steps: dict[Any, tuple[Any, Any]] = {}
        self._values: dict[Any, Any] = {}
        self._definitions: dict[Any, tuple[Any, Any]] = {}
        for formula in (*claim.assumptions, *(lemma.goal for lemma in lemmas)):
            self._note(formula)

    def differences(self, left: Any, right: Any) -> list[Any]:
        left, right = (self._put_in(side) for side in (left, right))
        time = next((t for f, t in self._elements(left) if left == f(t) and t.is_Symbol and f in self._steps), None)
        if time is not None and not any(f == left.func and i.has(time) for f, i in self._elements(right)):
            return self._induction(left.func, time, right)
        difference = self._unfolded(left - right)
        heads = {f for f, _ in self._elements(difference)}
        if not heads and (set(self._steps) or set(self._definitions)) and self._mentions_parameters(left, right):
            raise NotStatable("a conclusion about the parameters of a recurrence")
        return [difference]

    def _induction(self, head: Any, time: Any, closed: Any) -> list[Any]:
        """Base and step, the hypothesis put in."""
        variable, body = self._steps[head]
        base = closed.xreplace({time: sympy.S.Zero}) - head(0)
        step = body.xreplace({variable: time}).xreplace({head(time): closed}) - closed.xreplace({time: time + 1})
        return [self._put_in(base).doit(), self._unfolded(self._put_in(step))]

    def _unfolded(self, expression: Any) -> Any:
        """Later elements by earlier ones, down to the earliest that the claim names."""
        for _ in range(8):
            found = {(f, i) for f, i in self._elements(expression) if f in self._steps}
            later = [(f, i) for f, i in found for g, j in found if f == g and (i - j).is_positive]
            later += [(f, i) for f, i in found if i.is_Add and i.args[0].is_positive and (f, i) not in later]
            if not later:
                return expression
            values = {f(i): self._steps[f][1].xreplace({self._steps[f][0]: i - 1}) for f, i in later}
            expression = self._put_in(expression.xreplace(values))
        return expression

    def _put_in(self, expression: Any) -> Any:
        """Definitions and equations, twice: one may lead to another."""
        for head, (variable, body) in [*self._definitions.items()] * 2:
            expression = expression.replace(head, lambda i, v=variable, b=body: b.xreplace({v: i}))
        return expression.xreplace(self._values).xreplace(self._values)

    def _elements(self, expression: Any) -> list[tuple[Any, Any]]:
        return [(one.func, one.args[0]) for one in expression.atoms(sympy.core.function.AppliedUndef)]

    def _mentions_parameters(self, left: Any, right: Any) -> bool:
        bodies = [body for _, body in (*self._steps.values(), *self._definitions.values())]
        return (left - right) != 0 and all(any(b.has(s) for b in bodies) for s in (left - right).free_symbols)

    def _note(self, formula: Term) -> None:
        match formula:
            case Node(op="forall", args=(Lambda(sort=sort) as body,)):
                self._note_schema(instantiate(body, Symbol("_t", sort)))
            case Node(op="eq", args=(left, right)):
                self._values[self.sympy(left)] = self.sympy(right)

    def _note_schema(self, formula: Term) -> None:
        while isinstance(formula, Node) and formula.op == "implies":
            formula = formula.args[1]
        match formula:
            case Node(op="eq", args=(Node(op="apply", args=(_, index)) as element, right)):
                head, variable = self.sympy(element).func, self.sympy(Symbol("_t", INTEGER))
                shift = self.sympy(index) - variable
                table = self._steps if shift == 1 else self._definitions
                table.setdefault(head, (variable, self.sympy(right)))

    def sympy(self, term: Term) -> Any:
        match term:
            case Number(value=value):
                return sympy.Rational(value.numerator, value.denominator)
            case Symbol():
                return sympy.Symbol(term.name, real=True, **self._facts(term))
            case Node(op="apply", args=(Symbol(name=name), *args)):
                return sympy.Function(name, real=True)(*map(self.sympy, args))
            case Node(op="sum", args=(lower, upper, Lambda() as body)):
                index = Symbol(f"{body.hint}_{sum(isinstance(part, Bound) for part in subterms(body))}", INTEGER)
                inside = self.sympy(instantiate(body, index))
                return sympy.Sum(inside, (self.sympy(index), self.sympy(lower), self.sympy(upper)))
            case Node(op=op, args=args) if op in _OPERATORS:
                return _OPERATORS[op](*map(self.sympy, args))
        raise NotStatable(f"no SymPy expression: {term!r}")

    def _facts(self, symbol: Symbol) -> dict[str, bool]:
        facts = {"integer": True} if symbol.sort == INTEGER else {}
        for bound in (*self._claim.domains, *self._claim.assumptions):
            match bound:
                case Node(op="lt", args=(least, bounded)) if bounded == symbol and least == ZERO:
                    facts["positive"] = True
                case Node(op="le", args=(Number(value=value), bounded)) if bounded == symbol and value >= 0:
                    facts["positive" if value else "nonnegative"] = True
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
}
