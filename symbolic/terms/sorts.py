"""Which terms mean something: the sort of a term, or the reason why it has none."""

from __future__ import annotations

from typing import Final

from symbolic.terms.tree import FORMULA, INTEGER, REAL, Bound, Lambda, Node, Number, Sort, Symbol, Term


class IllFormed(ValueError):
    """A term that means nothing: wrong sorts, wrong number of arguments, a loose bound variable."""


RELATIONS: Final = ("eq", "ne", "le", "lt")
_ARITHMETIC: Final = ("add", "mul", "sub", "neg", "div", "pow")
_FIXED: Final = {"neg": 1, "sub": 2, "div": 2, "pow": 2, "implies": 2, "or": 2, "false": 0, "forall": 1, "sum": 3}
_COUNTS: Final = {**_FIXED, **dict.fromkeys(RELATIONS, 2)}
SIGNATURES: Final = frozenset((*_ARITHMETIC, *RELATIONS, "apply", "sum", "implies", "or", "forall", "false"))


SORTS: Final = ("real", "integer", "sequence", "function")


def sort_of(term: Term, bound: tuple[Sort, ...] = ()) -> Sort:
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
        case Node(op=op, args=args) if op in SIGNATURES and len(args) == _COUNTS.get(op, len(args)):
            return _sort_of_node(op, args, bound)
    raise IllFormed(f"no term of the language: {term!r}")


def _sort_of_node(op: str, args: tuple[Term, ...], bound: tuple[Sort, ...]) -> Sort:
    if op in RELATIONS:
        _scalars(args, bound, op, 2)
        return FORMULA
    if op in ("implies", "or", "false"):
        if any(sort_of(argument, bound) != FORMULA for argument in args):
            raise IllFormed(f"{op!r} joins formulas")
        return FORMULA
    if op == "forall":
        return _under_binder(args[0], bound, (REAL, INTEGER), (FORMULA,), op)
    if op == "sum":
        if any(sort_of(limit, bound) != INTEGER for limit in args[:2]):
            raise IllFormed("the bounds of a sum are integers")
        return _under_binder(args[2], bound, (INTEGER,), (REAL, INTEGER), op)
    if op == "apply":
        return _sort_of_application(args, bound)
    sorts = _scalars(args, bound, op, 1)
    return INTEGER if _integral(op, args, sorts) else REAL


def _scalars(args: tuple[Term, ...], bound: tuple[Sort, ...], op: str, least: int) -> list[Sort]:
    sorts = [sort_of(argument, bound) for argument in args]
    if len(sorts) < least or any(sort not in (REAL, INTEGER) for sort in sorts):
        raise IllFormed(f"{op!r} takes scalars, found {[sort.name for sort in sorts]}")
    return sorts


def _integral(op: str, args: tuple[Term, ...], sorts: list[Sort]) -> bool:
    if op == "pow":
        exponent = args[1]
        return sorts[0] == INTEGER and isinstance(exponent, Number) and exponent.value >= 0 and sorts[1] == INTEGER
    return op != "div" and all(sort == INTEGER for sort in sorts)


def _under_binder(
    body: Term, bound: tuple[Sort, ...], binds: tuple[Sort, ...], yields: tuple[Sort, ...], op: str
) -> Sort:
    if not isinstance(body, Lambda) or body.sort not in binds:
        raise IllFormed(f"{op!r} binds a variable of sort {' or '.join(sort.name for sort in binds)}")
    result = sort_of(body.body, (body.sort, *bound))
    if result not in yields:
        raise IllFormed(f"the body of {op!r} is of sort {result.name}")
    return result


def _sort_of_application(args: tuple[Term, ...], bound: tuple[Sort, ...]) -> Sort:
    if not args or not isinstance(args[0], Symbol) or args[0].sort.name not in ("sequence", "function"):
        raise IllFormed("only a sequence or a function is applied")
    function, sorts = args[0], _scalars(args[1:], bound, "apply", 1)
    if len(sorts) != function.sort.arity:
        raise IllFormed(f"{function.name} takes {function.sort.arity} arguments, found {len(sorts)}")
    if function.sort.name == "sequence" and sorts[0] != INTEGER:
        raise IllFormed(f"the index of the sequence {function.name} is an integer")
    return REAL
