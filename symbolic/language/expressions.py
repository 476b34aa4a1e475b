"""SymPy expressions read into terms: an explicit table from exact types, so that no subclass slips through."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import sympy
from sympy.core.function import UndefinedFunction
from sympy.core.numbers import Half, NegativeOne, One, Zero

from symbolic.language import (
    analysis,
    array_calculus,
    array_functions,
    array_sums,
    array_symbols,
    arrays,
    calculus,
    elementary,
    entrywise,
    indicators,
    normals,
    probability,
    sympy_matrices,
)
from symbolic.language.array_symbols import Family
from symbolic.language.entrywise import DeclaredFunction
from symbolic.language.family import OMEGA, signed_sum
from symbolic.language.scope import Scope
from symbolic.language.sequences import Element, Named, Sequence
from symbolic.language.symbols import Variable
from symbolic.language.unreadable import Unreadable
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    IllFormed,
    Lambda,
    Number,
    Sort,
    Term,
    apply,
    div,
    mul,
    neg,
    power,
    product,
    sort_of,
    summation,
)

FLOAT_HINT: Final = "an exact number: write Rational(1, 2) or S('1/2') for 0.5"
_EXPECTED: Final = "numbers, symbols, + - * / **, Sum, elements v(t) and functions f(x)"
_INFINITE: Final = (type(sympy.oo), type(-sympy.oo), type(sympy.zoo), type(sympy.nan))


class Expressions:
    """Reads expressions with the names of ``scope``; ``binders`` are the bound names around, innermost first."""

    def __init__(self, scope: Scope, binders: tuple[tuple[Any, Sort], ...] = ()) -> None:
        self.scope = scope
        self._binders = binders

    def read(self, expression: Any) -> Term:
        """A scalar or a matrix; raises `Unreadable`."""
        reader = _READERS.get(_kind(expression))
        if reader is None:
            raise _refusal(expression)
        return reader(self, expression)

    def signed(self, expression: Any) -> tuple[bool, Term]:
        """Whether a minus sign stands before ``expression``, and what follows the sign."""
        if _kind(expression) is sympy.Mul:
            return self._product(expression)
        if _kind(expression) in _NUMBERS and expression < 0:
            return True, self.read(-expression)
        return False, self.read(expression)

    def number(self, expression: Any) -> Term:
        return Number(Fraction(int(expression.p), int(expression.q)))

    def named(self, named: Any) -> Term:
        """The bound variable or the symbol that a SymPy object is."""
        known = self._bound(named)
        return self.scope.symbol(named) if known is None else known

    def under(self, bound: Any, sort: Sort) -> Expressions:
        """Reads what stands below a binder of ``bound``."""
        return Expressions(self.scope, ((bound, sort), *self._binders))

    @property
    def outcome(self) -> Term:
        return self._bound(OMEGA) or OMEGA

    def _bound(self, named: Any) -> Bound | None:
        names = [name for name, _ in self._binders]
        return Bound(names.index(named)) if named in names else None

    def sum_of_terms(self, expression: Any) -> Term:
        return signed_sum(list(map(self.signed, _ordered_terms(expression))))

    def product(self, expression: Any) -> Term:
        negative, term = self._product(expression)
        return neg(term) if negative else term

    def _product(self, expression: Any) -> tuple[bool, Term]:
        if not expression.is_commutative:
            raise Unreadable(expression, "a product whose factors do not commute", "real scalars")
        negative, above, below = False, [], []
        # A sum or a product over a range stands last: its body reaches as far right as there are factors.
        for factor in sorted(expression.as_ordered_factors(), key=lambda one: type(one) in _FOLDED):
            minus, numerator, denominator = self._fraction(factor)
            negative ^= minus
            above += numerator
            below += denominator
        return negative, div(mul(*above), mul(*below)) if below else mul(*above)

    def _fraction(self, factor: Any) -> tuple[bool, list[Term], list[Term]]:
        """The sign, numerator and denominator of one factor, each left out where it is 1."""
        if _kind(factor) in _NUMBERS:
            above, below = Number(abs(int(factor.p))), Number(int(factor.q))
            return bool(factor < 0), [above] if above != ONE else [], [below] if below != ONE else []
        if _kind(factor) is sympy.Pow and _reciprocal(factor):
            return False, [], [self._denominator(factor)]
        return False, [self.read(factor)], []

    def power(self, expression: Any) -> Term:
        if _reciprocal(expression):
            return div(ONE, self._denominator(expression))
        return power(*map(self.read, expression.args))

    def _denominator(self, reciprocal: Any) -> Term:
        base, exponent = reciprocal.args
        return self.read(base) if exponent == -1 else power(self.read(base), self.read(-exponent))

    def element(self, expression: Any) -> Term:
        sequence, index = expression.args
        outcome = [self.outcome] if type(sequence) is probability.RandomSequence else []
        element = apply(self.named(sequence), self.read(index), *outcome)
        return self._well_sorted(element, expression, "an integer index")

    def applied(self, expression: Any) -> Term:
        args = map(self.read, expression.args)
        return apply(self.scope.symbol(expression.func, len(expression.args)), *args)

    def folded(self, expression: Any) -> Term:
        """A sum or a product.  Limits nest: SymPy's last one is the outermost."""
        body, *limits = expression.args
        return self._nested(expression, body, limits[::-1])

    def _nested(self, expression: Any, body: Any, limits: list[Any]) -> Term:
        if not limits:
            return self.read(body)
        if len(limits[0]) != 3:
            raise Unreadable(expression, f"the limits {limits[0]}", "an index and both of its bounds")
        index, *ends = limits[0]
        hint = self.scope.symbol(index).name
        lower, upper = (self._limit(expression, end) for end in ends)
        within = self.under(index, INTEGER)
        binder = Lambda(INTEGER, within._nested(expression, body, limits[1:]), hint)
        return _FOLDED[type(expression)](lower, upper, binder)

    def _limit(self, expression: Any, end: Any) -> Term:
        if _kind(end) in _INFINITE:
            raise Unreadable(
                expression, f"the bound {end}", "finite bounds; an infinite sum is a limit, which is not read"
            )
        return self._well_sorted(
            self.read(end), expression, f"integer bounds; {end} is not known to be an integer", INTEGER
        )

    def _well_sorted(self, term: Term, expression: Any, expected: str, wanted: Any = None) -> Term:
        bound = tuple(sort for _, sort in self._binders)
        try:
            found = sort_of(term, bound)
        except IllFormed as error:
            raise Unreadable(expression, str(error), expected) from error
        if wanted is not None and found != wanted:
            raise Unreadable(expression, f"a bound of sort {found.name}", expected)
        return term


def _reciprocal(expression: Any) -> bool:
    exponent = expression.args[1]
    return _kind(exponent) in _NUMBERS and bool(exponent < 0)


def _kind(expression: Any) -> Any:
    """The exact type; applied functions are classes of their own, whatever made them."""
    kind = type(expression)
    return UndefinedFunction if type(kind) in (UndefinedFunction, DeclaredFunction) else kind


def _ordered_terms(expression: Any) -> list[Any]:
    try:
        return list(expression.as_ordered_terms())
    except OverflowError:  # SymPy orders by floating-point coefficients
        return sorted(expression.args, key=sympy.default_sort_key)


def _refusal(expression: Any) -> Unreadable:
    if isinstance(expression, float | complex | sympy.Float):
        return Unreadable(expression, f"the float {expression}", FLOAT_HINT)
    if _kind(expression) in _INFINITE:
        return Unreadable(expression, f"{expression}", "a real number; infinities and undefined values are not read")
    if isinstance(expression, sympy.Symbol):
        return Unreadable(expression, f"a {type(expression).__name__}", "a named symbol, from real, time, symbols, ...")
    if isinstance(expression, Sequence):
        return Unreadable(expression, f"the sequence {expression} alone", f"an element, such as {expression}(1)")
    if isinstance(expression, Family):
        return Unreadable(expression, f"the sequence {expression} alone", f"its element, such as {expression}[1]")
    if isinstance(expression, Named):
        return Unreadable(expression, f"the functional {expression} alone", f"its value, such as {expression}(theta)")
    return Unreadable(expression, f"the node {type(expression).__name__}", _EXPECTED)


_FOLDED: Final[dict[Any, Callable[[Term, Term, Lambda], Term]]] = {sympy.Sum: summation, sympy.Product: product}
_NUMBERS: Final = (sympy.Integer, sympy.Rational, Half, One, NegativeOne, Zero)
_READERS: Final[dict[Any, Callable[[Expressions, Any], Term]]] = {
    **dict.fromkeys(_NUMBERS, Expressions.number),
    sympy.Symbol: Expressions.named,
    Variable: Expressions.named,
    sympy.Add: Expressions.sum_of_terms,
    sympy.Mul: Expressions.product,
    sympy.Pow: Expressions.power,
    **dict.fromkeys(_FOLDED, Expressions.folded),
    Element: Expressions.element,
    UndefinedFunction: Expressions.applied,
    **analysis.READERS,
    **elementary.READERS,
    **calculus.READERS,
    **normals.READERS,
    **indicators.READERS,
    **probability.READERS,
    **arrays.READERS,
    **array_symbols.READERS,
    **array_functions.READERS,
    **array_calculus.READERS,
    **array_sums.READERS,
    **entrywise.READERS,
    **sympy_matrices.READERS,
}
