"""Which terms mean something: the sort of a term, or the reason why it has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from symbolic.terms.arrays import Shape, shape_of
from symbolic.terms.classes import CLASSES, below_sizes
from symbolic.terms.tree import (
    FORMULA,
    INTEGER,
    MATRIX,
    ONE,
    REAL,
    Bound,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    function_sort,
)


class IllFormed(ValueError):
    """A term that means nothing: wrong sorts, wrong number of arguments, a loose bound variable."""


RELATIONS: Final = ("eq", "ne", "le", "lt")
SORTS: Final = ("real", "integer", "outcome", "sequence", "function", "random", "functional")  # of symbols
_SCALARS: Final = (REAL, INTEGER)

Sorts = tuple[Sort, ...]


def sort_of(term: Term, bound: Sorts = ()) -> Sort:
    """The sort of ``term`` under binders of the sorts ``bound`` (innermost first).

    Raises `IllFormed` where a subterm has no meaning; every term that enters the kernel passes through here.
    """
    match term:
        case Number(value=value):
            return INTEGER if value.denominator == 1 else REAL
        case Symbol(sort=sort) if sort.name in SORTS:
            return sort
        case Bound(index=index):
            if not 0 <= index < len(bound):
                raise IllFormed(f"bound variable {index} under {len(bound)} binders")
            return bound[index]
        case Node(op=op, args=args) if op in _SORTERS and len(args) == _COUNTS.get(op, len(args)):
            return _SORTERS[op](op, args, bound)
    raise IllFormed(f"no term of the language: {term!r}")


def _relation(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """Scalars are compared, and matrices of the same shape are equal or not."""
    found = _sorts(args, bound)
    if op not in ("eq", "ne") or not _like(args, found, op):
        _scalars(found, op)
    return FORMULA


def _connective(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    if any(sort_of(argument, bound) != FORMULA for argument in args):
        raise IllFormed(f"{op!r} joins formulas")
    return FORMULA


def _forall(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    _under_binder(args[0], bound, ("real", "integer", "outcome", "sequence"), (FORMULA,), op)
    return FORMULA


def _limit(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """Of a real sequence, as its integer index grows."""
    _under_binder(args[0], bound, ("integer",), _SCALARS, op)
    _scalars([REAL, *_sorts(args[1:], bound)], op)
    return REAL if op == "lim" else FORMULA


def _class(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """Two real functions of the same sizes, of which there is one, and formulas about these."""
    if len(args) < 2:
        raise IllFormed(f"{op!r} compares two functions, found {len(args)}")
    opened = [below_sizes(argument) for argument in args]
    counts = {len(names) for names, _ in opened}
    if len(counts) > 1 or 0 in counts:
        raise IllFormed(f"{op!r} takes functions of the same sizes, which are integers")
    inner = (INTEGER,) * counts.pop()
    function, other, *regime = (body for _, body in opened)
    _scalars([sort_of(body, (*inner, *bound)) for body in (function, other)], op)
    return _connective(op, tuple(regime), (*inner, *bound))


def _arithmetic(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    found = _sorts(args, bound)
    if _scales(found) if op == "mul" else _like(args, found, op):
        return MATRIX
    return INTEGER if all(sort == INTEGER for sort in _scalars(found, op)) else REAL


def _power(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    base, exponent = _scalars(_sorts(args, bound), op)
    natural = isinstance(args[1], Number) and args[1].value >= 0
    return INTEGER if base == exponent == INTEGER and natural else REAL


def _elementary(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """Of a number, or of each entry of a matrix; only the numerator of a quotient is a matrix."""
    first, *others = _sorts(args, bound)
    _scalars([REAL if first == MATRIX else first, *others], op)
    return MATRIX if first == MATRIX else REAL


def _indicator(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    _scalars(_sorts(args, bound), op)
    return REAL


def _delta(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    if any(sort != INTEGER for sort in _scalars(_sorts(args, bound), op)):
        raise IllFormed("a Kronecker delta compares integers")
    return INTEGER


def _sum(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    if any(sort_of(limit, bound) != INTEGER for limit in args[:2]):
        raise IllFormed("the bounds of a sum are integers")
    _under_binder(args[2], bound, ("integer",), _SCALARS, op)
    return REAL


def _expectation(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """Over the outcome, or over the standard normal entries of a vector or a matrix."""
    _under_binder(args[0], bound, ("outcome", "sequence"), _SCALARS, op)
    if isinstance(args[0], Lambda) and args[0].sort.arity > 2:
        raise IllFormed("an expectation over a vector or a matrix, found a sequence of matrices")
    return REAL


def _integral(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    size, body = args
    _under_binder(body, bound, ("sequence",), _SCALARS, op)
    if sort_of(size, bound) != INTEGER or not isinstance(body, Lambda) or body.sort.arity != 1:
        raise IllFormed("an integral is over vectors, whose number of entries is an integer")
    return REAL


def _derivative(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    _under_binder(args[0], bound, ("real",), _SCALARS, op)
    _scalars(_sorts(args[1:], bound), op)
    return REAL


def _partial(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """The derivative of a function of a vector or a matrix, at one, by its entry of integer index."""
    if len(args) < 3:
        raise IllFormed(f"a partial derivative of {len(args)} arguments")
    function, vector, *index = args
    _under_binder(function, bound, ("sequence",), _SCALARS, op)
    at = sort_of(vector, bound)
    fits = isinstance(function, Lambda) and at == function.sort and len(index) == at.arity
    if not fits or any(sort_of(place, bound) != INTEGER for place in index):
        raise IllFormed("a partial derivative is taken at a vector, by an entry of integer index")
    return REAL


def _about_function(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """``differentiable(f)``, ``independent(g)``, ``moments(g, k)``: what is assumed of a symbol.

    A function of a vector that is differentiable may also be given by its values.
    """
    if op == "differentiable" and isinstance(args[0], Lambda):
        _under_binder(args[0], bound, ("sequence",), _SCALARS, op)
        return FORMULA
    kinds = ("function", "functional") if op == "differentiable" else ("random",)
    if not isinstance(args[0], Symbol) or args[0].sort.name not in kinds:
        raise IllFormed(f"{op!r} speaks of a {' or a '.join(kinds)} symbol")
    if op == "moments" and not (isinstance(args[1], Number) and args[1].value in range(1, 100)):
        raise IllFormed("moments are of an order from 1 to 99")
    return FORMULA


def _application(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    if not args or not isinstance(args[0], Symbol | Bound):
        raise IllFormed("only a symbol or a bound variable is applied")
    head, *found = _sorts(args, bound)
    if head == function_sort() and found == [MATRIX]:
        return MATRIX
    if head.name not in _DOMAINS or len(found) != head.arity:
        raise IllFormed(f"{args[0]!r} of sort {head.name} takes {head.arity} arguments, found {len(found)}")
    for sort, expected in zip(found, _DOMAINS[head.name](head.arity), strict=True):
        if sort.name != expected and not (expected == "real" and sort == INTEGER):
            raise IllFormed(f"{args[0]!r} is applied to {sort.name}, expected {expected}")
    return REAL


_DOMAINS: Final[Mapping[str, Callable[[int], list[str]]]] = {
    "sequence": lambda arity: ["integer"] * arity,
    "function": lambda arity: ["real"] * arity,
    "random": lambda arity: ["integer"] * (arity - 1) + ["outcome"],
    "functional": lambda arity: ["sequence"] + ["integer"] * (arity - 1),
}


# -- matrices -----------------------------------------------------------------------------------------


def _matrix(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """The entries, for each row and column, are scalars; the sizes are integers."""
    rows, columns, body = args
    inner = body.body if isinstance(body, Lambda) else None
    if sort_of(rows, bound) != INTEGER or sort_of(columns, bound) != INTEGER:
        raise IllFormed("the sizes of a matrix are integers")
    if not isinstance(body, Lambda) or not isinstance(inner, Lambda) or {body.sort, inner.sort} != {INTEGER}:
        raise IllFormed("the entries of a matrix are a function of the row and the column")
    if sort_of(inner.body, (INTEGER, INTEGER, *bound)) not in _SCALARS:
        raise IllFormed("the entries of a matrix are scalars")
    return MATRIX


def _entry(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    _arrays(args[:1], bound, op)
    if any(sort_of(place, bound) != INTEGER for place in args[1:]):
        raise IllFormed("the entries of a matrix are counted by integers")
    return REAL


def _product(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    _arrays(args, bound, op)
    left, right = map(shape_of, args)
    if left and right and left[1] != right[0]:
        raise IllFormed(f"a product of {_sized(left)} and {_sized(right)} matrices")
    return MATRIX


def _of_array(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """A matrix made from one matrix: of any shape, of one column, or a square one."""
    _arrays(args, bound, op)
    shape = shape_of(args[0])
    if shape and op == "diag" and shape[1] != ONE:
        raise IllFormed(f"a diagonal from a {_sized(shape)} matrix, which is no vector")
    if shape and op in ("inverse", "trace", "invertible", "eigenmax") and shape[0] != shape[1]:
        raise IllFormed(f"{op!r} of a {_sized(shape)} matrix, which is not square")
    return {"trace": REAL, "norm": REAL, "eigenmax": REAL, "invertible": FORMULA}.get(op, MATRIX)


def _of_pair(op: str, args: tuple[Term, ...], bound: Sorts) -> Sort:
    """The entrywise product of two matrices of the same shape, and its sum, the inner product."""
    _arrays(args, bound, op)
    _like(args, [MATRIX] * len(args), op)
    return MATRIX if op == "hadamard" else REAL


def _scales(found: Sequence[Sort]) -> bool:
    """Whether one factor is a matrix, and the others are scalars that it is multiplied with."""
    if found.count(MATRIX) > 1:
        raise IllFormed("'mul' of two matrices; their product is 'matmul'")
    if MATRIX in found:
        _scalars([REAL if sort == MATRIX else sort for sort in found], "mul")
    return MATRIX in found


def _like(args: Sequence[Term], found: Sequence[Sort], op: str) -> bool:
    """Whether all ``args``, of the sorts ``found``, are matrices; then they must be of one shape."""
    kinds = {sort == MATRIX for sort in found}
    if kinds != {True}:
        if True in kinds:
            raise IllFormed(f"{op!r} of a matrix and a scalar")
        return False
    shapes = [shape for argument in args if (shape := shape_of(argument))]
    for shape in shapes:
        if shape != shapes[0]:
            raise IllFormed(f"{op!r} of {_sized(shapes[0])} and {_sized(shape)} matrices")
    return True


def _arrays(args: Sequence[Term], bound: Sorts, op: str) -> None:
    for argument in args:
        if (found := sort_of(argument, bound)) != MATRIX:
            raise IllFormed(f"{op!r} takes matrices, found {found.name}")


def _sized(shape: Shape) -> str:
    return " by ".join(map(repr, shape))


# -- what all share -----------------------------------------------------------------------------------


def _sorts(args: Sequence[Term], bound: Sorts) -> list[Sort]:
    return [sort_of(argument, bound) for argument in args]


def _scalars(found: list[Sort], op: str) -> list[Sort]:
    if not found or any(sort not in _SCALARS for sort in found):
        raise IllFormed(f"{op!r} takes scalars, found {[sort.name for sort in found]}")
    return found


def _under_binder(body: Term, bound: Sorts, binds: tuple[str, ...], yields: Sorts, op: str) -> None:
    if not isinstance(body, Lambda) or body.sort.name not in binds:
        raise IllFormed(f"{op!r} binds a variable of sort {' or '.join(binds)}")
    result = sort_of(body.body, (body.sort, *bound))
    if result not in yields:
        raise IllFormed(f"the body of {op!r} is of sort {result.name}")


_UNARY: Final = (
    "transpose", "diag", "inverse", "softmax_row", "softmax_col", "trace", "invertible", "norm", "eigenmax",
)  # fmt: skip
_SORTERS: Final[Mapping[str, Callable[[str, tuple[Term, ...], Sorts], Sort]]] = {
    **dict.fromkeys(RELATIONS, _relation),
    **dict.fromkeys(("implies", "or", "false"), _connective),
    **dict.fromkeys(("add", "mul", "sub", "neg"), _arithmetic),
    **dict.fromkeys(("div", "exp", "log", "tanh", "sigmoid", "sin", "cos", "abs"), _elementary),
    "heaviside": _indicator,
    **dict.fromkeys(("differentiable", "independent", "moments"), _about_function),
    "forall": _forall,
    "pow": _power,
    "delta": _delta,
    "sum": _sum,
    "prod": _sum,
    "max": _sum,
    **dict.fromkeys(("lim", "tends", "grows"), _limit),
    **dict.fromkeys(CLASSES, _class),
    "matrix": _matrix,
    "entry": _entry,
    "matmul": _product,
    **dict.fromkeys(_UNARY, _of_array),
    **dict.fromkeys(("hadamard", "dot"), _of_pair),
    "apply": _application,
    "expect": _expectation,
    "integral": _integral,
    "pi": lambda op, args, bound: REAL,
    "diff": _derivative,
    "partial": _partial,
}
_COUNTS: Final[Mapping[str, int]] = {
    **dict.fromkeys(
        (*RELATIONS, "implies", "or", "sub", "div", "pow", "delta", "diff", "moments", "tends", "integral"), 2
    ),
    **dict.fromkeys(("neg", "exp", "log", "tanh", "sigmoid", "sin", "cos", "abs"), 1),
    **dict.fromkeys(("forall", "expect", "differentiable", "independent"), 1),
    **dict.fromkeys(("sum", "prod", "max", "matrix", "entry"), 3),
    **dict.fromkeys(("matmul", "hadamard", "dot"), 2),
    **dict.fromkeys((*_UNARY, "lim", "grows", "heaviside"), 1),
    **dict.fromkeys(("false", "pi"), 0),
}
SIGNATURES: Final = frozenset(_SORTERS)
