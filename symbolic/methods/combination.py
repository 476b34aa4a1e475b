"""Order relations as combinations, with nonnegative weights, of products of what is known and of squares.

These are the certificates of Farkas and of the Positivstellensatz.
Linear programming finds which of the candidates are needed; the kernel's linear arithmetic does the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement, islice
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.content import least_exponent, parted, without_denominator
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import ONE as UNITY
from symbolic.kernel.normal.polynomial import UNIT, Monomial, Poly, atomic, constant, constant_part
from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed, relations
from symbolic.methods.simplex import weights
from symbolic.methods.squares import double_squares, simple_squares, single_squares, squares
from symbolic.terms import ZERO, Lambda, Node, Term, is_array, le, mul, sub, subterms

MOST_KNOWN: Final = 10  # relations that are multiplied with each other
MOST_SIZES: Final = 3
MOST_SQUARES: Final = 90
MOST_SUMS: Final = 24
MOST_SIMPLE: Final = 12
SPARE: Final = Fraction(1, 64)
LARGEST: Final = 60  # monomials of a goal


@dataclass(frozen=True)
class Candidate:
    """A term that may be shown to be nonnegative, and its normal form."""

    term: Term
    poly: Poly


class Combination(Method):
    """a <= b because b - a is a sum of squares and of products of what is known to be nonnegative."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt"):
            raise Failed("no order relation")
        for attempt in (_of_what_is_known, _without_denominators, _over_a_numerator, _of_squares):
            try:
                return search.show("a combination of what is nonnegative", attempt(goal, search))
            except (Failed, Rejected):
                continue
        raise Failed("no combination of squares and of what is known")


def _over_a_numerator(goal: Goal, search: Search) -> int:
    """The goal from the sign of the numerator of b - a."""
    rest = _numerator(goal, search)
    if rest == goal.conclusion:
        raise Failed("nothing is divided by")
    return _divided(goal, rest, search)


def _numerator(goal: Goal, search: Search) -> Term:
    """``0 <= n`` where b - a is a positive product times n, over a common denominator; else the goal itself."""
    target, facts, conclusion = target_of(goal)
    number, common, rest = parted(target) if target.terms else (Fraction(1), UNIT, target)
    outside = Poly({common: number})
    known = facts.nonnegative if conclusion.op == "le" else facts.positive
    if known(-outside):
        outside, rest = -outside, -rest
    if len(rest.terms) < 2 or outside.constant == 1 or not known(outside):
        return goal.conclusion
    return Node(conclusion.op, ZERO, to_term(rest))


def _without_denominators(goal: Goal, search: Search) -> int:
    """The goal from that for b - a times the powers of positive symbols that it divides by, if it does by any."""
    target, facts, conclusion = target_of(goal)
    cleared, divisor = target, UNITY
    for atom in sorted({atom for monomial in target.terms for atom in monomial.factors}, key=lambda a: a.key):
        least = least_exponent(cleared, atom)
        if atom.kind != "poly" and constant_part(least) < 0 and facts.positive(atomic(atom)):
            cleared, divisor = without_denominator(cleared, atom), divisor * atomic(atom, least)
    if cleared is target:
        raise Failed("nothing is divided by")
    draft, known = search.draft, search.draft.assume_all(relations(goal.context))
    shown = search.prove(goal.wanting(Node(conclusion.op, ZERO, to_term(cleared))), search.inner())
    product = Node(conclusion.op, ZERO, mul(to_term(divisor), to_term(cleared)))
    return draft.apply("order", [draft.apply("order", [shown, *known], [product]), *known], [conclusion])


def target_of(goal: Goal) -> tuple[Poly, Facts, Node]:
    """b - a in normal form, for a goal a <= b or a < b."""
    conclusion = goal.conclusion
    if not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt"):
        raise Failed("no order relation")
    facts = facts_from(relations(goal.context))
    left, right = conclusion.args
    return difference(right, left, facts), facts, conclusion


def _divided(goal: Goal, rest: Term, search: Search) -> int:
    """The goal from the sign of its numerator."""
    shown = search.prove(goal.wanting(rest), search.inner())
    return search.draft.apply("order", [shown, *search.draft.assume_all(relations(goal.context))], [goal.conclusion])


def _of_what_is_known(goal: Goal, search: Search) -> int:
    return _made_up(goal, lambda target, facts: iter([_products(goal)]), search)


def _of_squares(goal: Goal, search: Search) -> int:
    return _made_up(goal, lambda target, facts: _families(goal, target, facts), search)


def _made_up(goal: Goal, families: Callable[[Poly, Facts], Iterator[list[Term]]], search: Search) -> int:
    target, facts, conclusion = target_of(goal)
    if not 1 < len(target.terms) <= LARGEST:
        raise Failed("nothing to combine")
    for family in families(target, facts):
        candidates = [_read(term, facts) for term in family]
        for wanted in _targets(conclusion, target):
            if (chosen := _chosen(wanted, candidates, facts)) is not None:
                return _combined(goal, chosen, search)
    raise Failed("no combination of squares and of what is known")


def _targets(conclusion: Node, target: Poly) -> Iterator[Poly]:
    """What is to be made up; for a strict relation, with something to spare if there is."""
    if conclusion.op == "lt":
        yield target - constant(SPARE)
    yield target


def _products(goal: Goal) -> list[Term]:
    """What is known, and its products."""
    known = _known(goal)
    return [*known, *(mul(one, other) for one, other in combinations_with_replacement(known, 2))]


def _known(goal: Goal) -> list[Term]:
    known = [gap_of(relation) for relation in relations(goal.context) if orders(relation)]
    return [*_sizes(goal), *known][:MOST_KNOWN]


def _families(goal: Goal, target: Poly, facts: Facts) -> Iterator[list[Term]]:
    """Candidates, few at first: squares, also below sums; products of what is known besides; both, multiplied."""
    known, products = _known(goal), _products(goal)
    squared = list(islice(squares(target, facts), MOST_SQUARES))
    summed = list(islice(double_squares(_written(target), facts), MOST_SUMS))
    yield [*known, *(mul(one, other) for one in known for other in single_squares(target))]
    yield squared
    yield [*products, *squared]
    if summed:
        yield [*known, *summed]
    simple = list(islice(simple_squares(target), MOST_SIMPLE))
    yield [*products, *squared[:MOST_SUMS], *(mul(one, other) for one in known for other in simple)]


def _sizes(goal: Goal) -> list[Term]:
    """The absolute values and norms that the goal speaks of, or what is known."""
    parts = [part for term in (goal.conclusion, *relations(goal.context)) for part in subterms(term)]
    found: list[Term] = [
        p for p in parts if isinstance(p, Node) and p.op in ("abs", "norm") and is_closed(p) and not is_array(p)
    ]
    return list(dict.fromkeys(found))[:MOST_SIZES]


def _written(target: Poly) -> Term:
    try:
        return to_term(target)
    except Unprintable:
        return ZERO


def orders(relation: Term) -> bool:
    return isinstance(relation, Node) and relation.op in ("le", "lt")


def gap_of(relation: Term) -> Term:
    left, right = relation.args if isinstance(relation, Node) else ()
    return right if left == ZERO else sub(right, left)


def _read(term: Term, facts: Facts) -> Candidate:
    return Candidate(term, difference(term, ZERO, facts))


def _chosen(target: Poly, candidates: Sequence[Candidate], facts: Facts) -> list[Term] | None:
    """The candidates that have a weight in a combination that makes up ``target``, beside monomials of known sign."""
    alone = _signed([target, *(one.poly for one in candidates)], facts)
    found = weights([*(one.poly.terms for one in candidates), *alone], target.terms)
    if found is None:
        return None
    return [one.term for one, weight in zip(candidates, found, strict=False) if weight]


def _signed(polys: Sequence[Poly], facts: Facts) -> list[Mapping[Monomial, Fraction]]:
    """Single monomials, or their negatives, that are known to be nonnegative, and 1."""
    monomials = {monomial for poly in polys for monomial in poly.terms} - {UNIT}
    found: list[Mapping[Monomial, Fraction]] = [{UNIT: Fraction(1)}]
    for monomial in sorted(monomials, key=lambda m: m.key):
        for sign in (Fraction(1), Fraction(-1)):
            if facts.nonnegative(Poly({monomial: sign})):
                found.append({monomial: sign})
    return found


def _combined(goal: Goal, chosen: Sequence[Term], search: Search) -> int:
    """The goal from its context and the signs of ``chosen``, each of which is shown."""
    draft, assumed = search.draft, search.draft.assume_all(relations(goal.context))
    shown = [draft.apply("order", _needed(assumed, term, search), [le(ZERO, term)]) for term in dict.fromkeys(chosen)]
    try:
        return draft.apply("order", shown, [goal.conclusion])
    except Rejected:
        return draft.apply("order", [*shown, *assumed], [goal.conclusion])


def _needed(assumed: Sequence[int], term: Term, search: Search) -> Sequence[int]:
    """No facts for squares, all of them for products of what is known."""
    square = isinstance(term, Node) and (term.op == "sum" or term.op == "pow")
    return () if square and not any(isinstance(part, Lambda) for part in subterms(term)) else assumed
