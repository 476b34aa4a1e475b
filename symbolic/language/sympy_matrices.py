"""SymPy's own symbolic matrices.  It counts entries from 0, and may have reordered what it holds."""

from __future__ import annotations

from functools import reduce
from typing import Any, Final

import sympy
from sympy.matrices.expressions.diagonal import DiagMatrix
from sympy.matrices.expressions.matexpr import MatrixElement
from sympy.matrices.expressions.special import Identity, OneMatrix, ZeroMatrix

from symbolic.language.family import Reader, Reading, signed_sum
from symbolic.language.unreadable import Unreadable
from symbolic.terms import ONE, ZERO, Node, Number, Term, add, constant_matrix, entry, identity, matmul, mul, neg

_MOST_FACTORS: Final = 16


def _signed(reading: Reading, expression: Any) -> tuple[bool, Term]:
    """Whether a minus sign stands before ``expression``, and what follows the sign."""
    if type(expression) is not sympy.MatMul:
        return False, reading.read(expression)
    whole = reduce(matmul, [reading.read(factor) for factor in expression.args if factor.is_Matrix])
    match reading.read(sympy.Mul(*(factor for factor in expression.args if not factor.is_Matrix))):
        case Number(value=value):
            return value < 0, whole if abs(value) == 1 else mul(Number(abs(value)), whole)
        case Node(op="neg", args=(factor,)):
            return True, mul(*_factors(factor), whole)
        case factor:
            return False, mul(*_factors(factor), whole)


def _factors(term: Term) -> tuple[Term, ...]:
    return term.args if isinstance(term, Node) and term.op == "mul" else (term,)


def _product(reading: Reading, expression: Any) -> Term:
    negative, term = _signed(reading, expression)
    return neg(term) if negative else term


def _sum(reading: Reading, expression: Any) -> Term:
    return signed_sum([_signed(reading, term) for term in expression.args])


def _power(reading: Reading, expression: Any) -> Term:
    """SymPy makes a power of what was written as a product of equal factors."""
    base, exponent = expression.args
    if not exponent.is_Integer or not 1 <= exponent <= _MOST_FACTORS:
        raise Unreadable(expression, f"the power {exponent} of a matrix", f"a product of 1 to {_MOST_FACTORS} factors")
    return reduce(matmul, [reading.read(base)] * int(exponent))


def _element(reading: Reading, expression: Any) -> Term:
    whole, *places = expression.args
    return entry(reading.read(whole), *(_from_one(reading.read(place)) for place in places))


def _from_one(place: Term) -> Term:
    return Number(place.value + 1) if isinstance(place, Number) else add(place, ONE)


def _diagonal(reading: Reading, expression: Any) -> Term:
    """Of a column; SymPy takes rows as well."""
    operand = reading.read(expression.args[0])
    return Node("diag", operand if expression.args[0].shape[1] == 1 else Node("transpose", operand))


def _first(op: str) -> Reader:
    return lambda reading, expression: Node(op, reading.read(expression.args[0]))


def _hadamard(reading: Reading, expression: Any) -> Term:
    return reduce(lambda left, right: Node("hadamard", left, right), map(reading.read, expression.args))


def _constant(value: Term) -> Reader:
    def read(reading: Reading, expression: Any) -> Term:
        rows, columns = map(reading.read, expression.shape)
        return constant_matrix(rows, columns, value)

    return read


READERS: Final[dict[Any, Reader]] = {
    sympy.Transpose: _first("transpose"),
    sympy.Inverse: _first("inverse"),
    sympy.Trace: _first("trace"),
    sympy.MatMul: _product,
    sympy.MatAdd: _sum,
    sympy.MatPow: _power,
    sympy.HadamardProduct: _hadamard,
    DiagMatrix: _diagonal,
    MatrixElement: _element,
    Identity: lambda reading, expression: identity(reading.read(expression.args[0])),
    OneMatrix: _constant(ONE),
    ZeroMatrix: _constant(ZERO),
}
