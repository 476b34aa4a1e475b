"""Order relations between inner products, each of which is taken for a letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import facts_from, normalise
from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.instances import indices_of, instances_at
from symbolic.methods.lettered import in_letters, in_place
from symbolic.methods.powers import Powers
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol, is_closed, relations
from symbolic.methods.structure import Given
from symbolic.terms import (
    INTEGER,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Symbol,
    Term,
    entry,
    is_array,
    le,
    matmul,
    replace,
    sequence_sort,
    subterms,
    symbols,
)

VECTOR: Final = sequence_sort(1, 1)
MOST_VECTORS: Final = 4
ARITHMETIC: Final = (Given(), Algebra(), Powers(), Combination())


class InnerProducts(Method):
    """a <= b from what is known of the inner products in a and b, and of the vectors that they are of.

    Written out, they are sums of sums; arithmetic that takes them for letters has little to do.
    """

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt") or not list(_products(conclusion)):
            raise Failed("no order relation between inner products")
        if any(isinstance(part, Node) and part.op == "expect" for part in subterms(conclusion)):
            raise Failed("expectations, which stand for no letter here and are dear to read")
        named = Named(facts_from(relations(goal.context)))
        wanted = named.in_one_way(conclusion)
        steps = _telling([_restated(step, named, search) for step in _known(goal, search)], wanted, named, search)
        spoken = {one for step in steps for one in _products(search.draft.conclusion(step)) if _is_square(one)}
        signs = [search.draft.apply("order", (), [le(ZERO, one)]) for one in named.letters if one in spoken]
        end = in_letters(wanted, [*steps, *signs], named.letters, search, ARITHMETIC)
        return search.show("by inner products", search.draft.apply("order", [end], [conclusion]))


@dataclass
class Named:
    """Letters for inner products; those of one normal form, under ``facts``, are the same."""

    facts: Facts
    letters: dict[Term, Symbol] = field(default_factory=dict)
    _first: dict[str, Term] = field(default_factory=dict)

    def in_one_way(self, formula: Term) -> Term:
        """``formula`` with the first inner product that was met for each one of its kind."""
        for product in dict.fromkeys(_products(formula)):
            first = self._first.setdefault(normalise(product, self.facts).key, product)
            self.letters.setdefault(first, fresh_symbol("p", REAL))
            formula = replace(formula, product, first)
        return formula


def _restated(step: int, named: Named, search: Search) -> int:
    formula = search.draft.conclusion(step)
    wanted = named.in_one_way(formula)
    return step if wanted == formula else search.draft.apply("order", [step], [wanted])


def _telling(steps: Sequence[int], wanted: Term, named: Named, search: Search) -> list[int]:
    """Those steps that speak of numbers alone, once letters are put in, and of none that nothing else speaks of."""
    said = {in_place(search.draft.conclusion(step), named.letters): step for step in steps}
    goal = in_place(wanted, named.letters)
    told = {formula: step for formula, step in said.items() if not any(map(is_array, subterms(formula)))}
    while True:
        spoken = Counter(symbol for formula in (goal, *told) for symbol in symbols(formula))
        spoken.update(symbols(goal))  # what the goal speaks of stays, however few facts there are
        kept = {formula: step for formula, step in told.items() if all(spoken[one] > 1 for one in symbols(formula))}
        if len(kept) == len(told):
            return list(kept.values())
        told = kept


def _products(formula: Term) -> Iterator[Term]:
    return (part for part in subterms(formula) if isinstance(part, Node) and part.op == "dot" and is_closed(part))


def _is_square(product: Term) -> bool:
    return isinstance(product, Node) and product.args[0] == product.args[1]


# -- what is known ------------------------------------------------------------------------------------


def _known(goal: Goal, search: Search) -> Iterator[int]:
    """Order relations between numbers: those assumed, equations as two; and those of all vectors, at the goal's own."""
    draft = search.draft
    for step in (*goal.lemmas, *draft.assume_all(relations(goal.context))):
        match draft.conclusion(step):
            case Node(op="le" | "lt"):
                yield step
            case Node(op="eq", args=(left, _)) if not is_array(left):
                yield from draft.both_ways(step)
    yield from instances_at(lambda binder: _values(binder, goal.conclusion), goal, search)


def _values(binder: Lambda, conclusion: Term) -> Sequence[Term]:
    """The symbol of the goal that has the name of the variable; else the goal's places, or its vectors."""
    own = Symbol(binder.hint, binder.sort)
    if binder.sort == INTEGER:
        return [own] if own in symbols(conclusion) else indices_of(conclusion)
    return list(_vectors(conclusion))[:MOST_VECTORS] if binder.sort == VECTOR else ()


def _vectors(conclusion: Term) -> Iterator[Term]:
    """The columns of inner products, as functions of the index; of A B v also B v and v."""
    sides = [side for part in _products(conclusion) if isinstance(part, Node) for side in part.args]
    for vector in dict.fromkeys(right for side in sides for right in _right_factors(side)):
        yield Lambda(INTEGER, entry(vector, Bound(0)), "i")


def _right_factors(product: Term) -> Iterator[Term]:
    """A B v, B v and v of (A B) v."""
    yield product
    match product:
        case Node(op="matmul", args=(Node(op="matmul", args=(_, second)), last)):
            yield from _right_factors(matmul(second, last))
        case Node(op="matmul", args=(_, last)):
            yield from _right_factors(last)
