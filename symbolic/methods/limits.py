"""Limits of sequences: by how they are made, between bounds, and by contradiction.  No library decides a limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.kernel.rule import contrary
from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.elimination import Rewriting
from symbolic.methods.equations import about
from symbolic.methods.instances import Instances, instances, integers_of, with_facts
from symbolic.methods.powers import Powers
from symbolic.methods.ratios import Unbounded, greatest_ratio, is_constant, least_growth, limit_of_ratio
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol, relations
from symbolic.methods.structure import Given
from symbolic.terms import (
    FALSE,
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Term,
    abstract,
    add,
    div,
    eq,
    grows,
    instantiate,
    le,
    lt,
    mul,
    ne,
    symbols,
    tends_to,
)

STARTS: Final = (ZERO, ONE, Number(2))
ARITHMETIC: Final = (Given(), Algebra(), Instances(), Combination())


class Limits(Method):
    """f -> v and f -> oo, that neither is so, and lim f = v."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="tends", args=(Lambda() as sequence, value)):
                return search.show("the limit", _tends(sequence, value, goal, search))
            case Node(op="grows", args=(Lambda() as sequence,)):
                return search.show("grows beyond all bounds", _grows(sequence, goal, search))
            case Node(op="eq", args=(Node(op="lim", args=(Lambda() as sequence,)), value)):
                step = search.prove(goal.wanting(tends_to(sequence, value)))
                return search.show("the value of the limit", search.draft.apply("value of a limit", [step]))
            case Node(op="implies", args=(Node(op="tends" | "grows") as denied, consequence)) if consequence == FALSE:
                return search.show("by contradiction", _denied(denied, goal, search))
        raise Failed("no limit")


class Contrary(Method):
    """An order relation that must hold, since its contrary bounds what is assumed to grow beyond all bounds."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        growing = [formula for formula in goal.context if isinstance(formula, Node) and formula.op == "grows"]
        if not growing or not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt"):
            raise Failed("nothing is assumed to grow beyond all bounds, or no order relation")
        case = contrary(conclusion)
        if case in goal.context or contrary(case) in goal.context:
            raise Failed("the contrary is assumed already")
        draft = search.draft
        for formula in growing:
            denied = search.prove(goal.wanting(contrary(formula), case))
            absurd = draft.apply("absurdity", [draft.assume(formula), denied], [conclusion])
            itself = draft.assume(conclusion)
            step = draft.apply("cases", [draft.apply("dichotomy", (), [conclusion]), itself, absurd])
            return search.show("otherwise there would be a bound", step)
        raise Failed("nothing grows")


# -- f -> v -------------------------------------------------------------------------------------------


def _tends(sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    """By what it is made of, which tells the one limit that it has; else between bounds."""
    try:
        made = _made(sequence.body, goal, search)
    except Unbounded:
        raise
    except (Failed, Rejected):
        return _squeezed(sequence, value, goal, search)
    return _carried(made, sequence, value, goal, search)


def _by_parts(sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    return _carried(_made(sequence.body, goal, search), sequence, value, goal, search)


def _made(body: Term, goal: Goal, search: Search) -> int:
    """A step ``f -> v`` for an f that is the sequence of ``body``, by its parts or as a quotient of polynomials."""
    try:
        return _of_parts(body, goal, search)
    except (Failed, Rejected):
        made = limit_of_ratio(body, goal, search)
        return _same(made, Lambda(INTEGER, body, "T"), STARTS[1:], goal, search)


def _of_parts(body: Term, goal: Goal, search: Search) -> int:
    draft = search.draft
    if is_constant(body):
        return draft.apply("constant limit", (), [body])
    match body:
        case Node(op="pow", args=(ratio, Bound(index=0))) if is_constant(ratio):
            ends = lt(Number(-1), ratio), lt(ratio, ONE)
            signs = [search.prove_aside(goal.wanting(end), ARITHMETIC) for end in ends]
            return draft.apply("geometric limit", signs, [ratio])
        case Node(op="div", args=(above, below)):
            return _quotient(above, below, goal, search)
        case Node(op="neg", args=(inner,)):
            return _made(mul(Number(-1), inner), goal, search)
        case Node(op="sub", args=(left, right)):
            return _made(add(left, mul(Number(-1), right)), goal, search)
        case Node(op="add" | "mul" as op, args=(first, *others)):
            rest = others[0] if len(others) == 1 else Node(op, *others)
            rule = "limit of a sum" if op == "add" else "limit of a product"
            return draft.apply(rule, [_made(first, goal, search), _made(rest, goal, search)])
    for formula in goal.context:
        match formula:
            case Node(op="tends", args=(Lambda(body=known), _)) if known == body:
                return draft.assume(formula)
    raise Failed(f"no rule for the limit of {body!r}")


def _quotient(above: Term, below: Term, goal: Goal, search: Search) -> int:
    draft = search.draft
    try:
        bottom = _made(below, goal, search)
    except (Failed, Rejected):
        growing = search.prove(goal.wanting(grows(Lambda(INTEGER, below, "T"))), (Limits(),))
        inverse = draft.apply("limit of a reciprocal", [growing])
        return draft.apply("limit of a product", [_made(above, goal, search), inverse])
    nonzero = search.prove_aside(goal.wanting(ne(draft.sides(bottom)[1], ZERO)), ARITHMETIC)
    return draft.apply("limit of a quotient", [_made(above, goal, search), bottom, nonzero])


def _carried(made: int, sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    """From g -> u to f -> v, where f = g from the start on, and u = v."""
    draft = search.draft
    known, found = draft.sides(made)
    if found != value:
        same = search.prove_aside(goal.wanting(eq(found, value)), (*ARITHMETIC, Rewriting()))
        made = draft.apply("replace", [same, made], [Lambda(REAL, Node("tends", known, Bound(0)))])
    return made if known == sequence else _same(made, sequence, STARTS[:1], goal, search)


def _same(made: int, sequence: Lambda, starts: Sequence[Number], goal: Goal, search: Search) -> int:
    """From g -> u to f -> u, where f = g from one of the ``starts`` on."""
    draft = search.draft
    known = draft.sides(made)[0]
    if not isinstance(known, Lambda):
        raise Failed("no sequence")
    for start in starts:
        try:
            between = [_eventually(start, *pair, goal, search) for pair in ((known, sequence), (sequence, known))]
        except (Failed, Rejected):
            continue
        return draft.apply("squeeze", [made, made, *between], [sequence, start])
    raise Failed("no index from which on the sequences are seen to be the same")


def _squeezed(sequence: Lambda, value: Term, goal: Goal, search: Search) -> int:
    """Between its limit and a bound that is known for all T and has the same limit."""
    draft = search.draft
    constant = draft.apply("constant limit", (), [value])
    bottom = Lambda(INTEGER, value, "T")
    for start in STARTS:
        for bound in (bottom, *_bounds(sequence, goal, search)):
            try:
                top = constant if bound == bottom else _by_parts(bound, value, goal, search)
                above = _eventually(start, sequence, bound, goal, search)
                below = _eventually(start, bottom, sequence, goal, search)
            except (Failed, Rejected):
                continue
            return draft.apply("squeeze", [constant, top, below, above], [sequence, start])
    raise Failed("no bound with that limit is known")


def _bounds(sequence: Lambda, goal: Goal, search: Search, upper: bool = True) -> Iterator[Lambda]:
    """What an assumption or an earlier claim says that the sequence is at most (or at least), for all T."""
    index = fresh_symbol("T", INTEGER)
    body = instantiate(sequence, index)
    if index not in symbols(body):
        return
    here = goal.wanting(le(body, body), le(ZERO, index))
    for step in about(body, here, search):
        match search.draft.conclusion(step):
            case Node(op="le" | "lt" | "eq", args=(left, right)) if body in (left, right):
                if (left == body) == upper or search.draft.conclusion(step) == eq(left, right):
                    yield abstract(right if left == body else left, index, "T")


def _eventually(start: Term, low: Lambda, high: Lambda, goal: Goal, search: Search) -> int:
    """forall T. start <= T => low(T) <= high(T)"""
    draft, index = search.draft, fresh_symbol("T", INTEGER)
    guard = le(start, index)
    here = goal.wanting(le(instantiate(low, index), instantiate(high, index)), guard, le(ZERO, index))
    step = _compared(here, search)
    if le(ZERO, index) in draft.sequent(step).hypotheses and start != ZERO:
        natural = draft.apply("order", [draft.assume(guard)], [le(ZERO, index)])
        step = draft.apply("detach", [draft.apply("discharge", [step], [le(ZERO, index)]), natural])
    return draft.apply("generalise", [draft.apply("discharge", [step], [guard])], [index])


def _compared(goal: Goal, search: Search) -> int:
    """An order relation at one T: from what is known of its sides, else by any means."""
    known = [step for side in _sides(goal) if not isinstance(side, Number) for step in about(side, goal, search)]
    facts = [fact for step in known for fact in _order_facts(step, search)]
    if any(search.draft.conclusion(fact) not in goal.context for fact in facts):
        try:
            return with_facts(facts, goal, search, ARITHMETIC)
        except Failed:
            return _further(facts, goal, search)
    for way in (_plainly, _at_its_integers):
        try:
            return way(goal, search)
        except Failed:
            continue
    return search.prove(goal, search.without_induction())


def _plainly(goal: Goal, search: Search) -> int:
    return search.prove(goal, ARITHMETIC)


def _at_its_integers(goal: Goal, search: Search) -> int:
    """With what is assumed of all integers, that a denominator is not 0, at those of which the goal speaks."""
    return with_facts(list(instances(integers_of(goal.conclusion), goal, search)), goal, search, ARITHMETIC)


def _sides(goal: Goal) -> tuple[Term, ...]:
    return goal.conclusion.args if isinstance(goal.conclusion, Node) else ()


def _further(facts: Sequence[int], goal: Goal, search: Search) -> int:
    """From f <= b, which is known, and b <= c, where b is a power."""
    low, high = _sides(goal)
    for fact in facts:
        match search.draft.conclusion(fact):
            case Node(op="le", args=(left, bound)) if left == low:
                rest = search.prove(goal.wanting(le(bound, high)), (Powers(),))
                return search.draft.apply("order", [fact, rest], [goal.conclusion])
    raise Failed("nothing further is known")


def _order_facts(step: int, search: Search) -> list[int]:
    conclusion = search.draft.conclusion(step)
    equation = isinstance(conclusion, Node) and conclusion.op == "eq"
    return search.draft.both_ways(step) if equation else [step]


# -- f -> oo, and contraries ---------------------------------------------------------------------------


def _grows(sequence: Lambda, goal: Goal, search: Search) -> int:
    draft = search.draft
    try:
        return _growing(sequence.body, goal, search)
    except (Failed, Rejected):
        pass
    for start, bound in _below(sequence, goal, search):
        factor, core = _scaled(bound.body)
        if core == sequence.body:
            continue
        try:
            base = search.prove(goal.wanting(grows(Lambda(INTEGER, core, "T"))), (Given(), Limits()))
            positive = search.prove_aside(goal.wanting(lt(ZERO, factor)), ARITHMETIC)
            above = _eventually(start, Lambda(INTEGER, mul(factor, core), "T"), sequence, goal, search)
        except (Failed, Rejected):
            continue
        return draft.apply("growth", [base, positive, above], [sequence, factor, start])
    raise Failed("nothing that grows is known to be below")


def _below(sequence: Lambda, goal: Goal, search: Search) -> Iterator[tuple[Number, Lambda]]:
    """What the sequence is at least, and from where on."""
    yield ZERO, sequence
    with suppress(Failed):
        yield ONE, Lambda(INTEGER, least_growth(sequence.body, goal), "T")
    for bound in _bounds(sequence, goal, search, upper=False):
        yield ZERO, bound


def _growing(body: Term, goal: Goal, search: Search) -> int:
    """The index itself, and powers of a number above 1."""
    draft = search.draft
    match body:
        case Bound(index=0):
            return draft.apply("index growth")
        case Node(op="pow", args=(ratio, Bound(index=0))) if is_constant(ratio):
            above = search.prove_aside(goal.wanting(lt(ONE, ratio)), ARITHMETIC)
            return draft.apply("geometric growth", [above], [ratio])
    raise Failed("neither the index nor a power of a number above 1")


def _scaled(body: Term) -> tuple[Term, Term]:
    """The constant factors, and the rest."""
    factors = body.args if isinstance(body, Node) and body.op == "mul" else (body,)
    constant = [factor for factor in factors if is_constant(factor)]
    return mul(*constant), mul(*(factor for factor in factors if factor not in constant))


def _denied(denied: Node, goal: Goal, search: Search) -> int:
    if denied.op == "grows":
        return _bounded(denied, goal, search)
    return _two_limits(denied, goal, search)


def _bounded(denied: Node, goal: Goal, search: Search) -> int:
    """f does not grow beyond all bounds, for it has one."""
    sequence = denied.args[0]
    if not isinstance(sequence, Lambda):
        raise Failed("no sequence")
    for bound in dict.fromkeys(_constant_bounds(sequence, goal, search)):
        try:
            below = _eventually(ONE, sequence, Lambda(INTEGER, bound, "T"), goal, search)
        except (Failed, Rejected):
            continue
        return search.draft.apply("bounded", [below], [sequence, bound, ONE])
    raise Failed("no bound is known")


def _constant_bounds(sequence: Lambda, goal: Goal, search: Search) -> Iterator[Term]:
    with suppress(Failed):
        yield greatest_ratio(sequence.body, goal)
    yield from (bound.body for bound in _bounds(sequence, goal, search) if is_constant(bound.body))
    yield ONE


def _two_limits(denied: Node, goal: Goal, search: Search) -> int:
    """f has no limit v: it would make two different numbers equal."""
    sequence = denied.args[0]
    if not isinstance(sequence, Lambda):
        raise Failed("no sequence")
    here = goal.wanting(FALSE)  # from what else is assumed
    for way in (_another, _of_the_reciprocal, _even_and_odd):
        try:
            return _contradicting(denied, way(sequence, search.draft.assume(denied), here, search), here, search)
        except (Failed, Rejected):
            continue
    raise Failed("no two different limits are known")


def _another(sequence: Lambda, whole: int, goal: Goal, search: Search) -> int:
    """f tends to another number."""
    return search.draft.apply("unique limit", [whole, _limit_of(sequence, goal, search)])


def _of_the_reciprocal(sequence: Lambda, whole: int, goal: Goal, search: Search) -> int:
    """1/f tends to 0, say; then f (1/f) would do so, too, and is 1."""
    draft = search.draft
    times = draft.apply("limit of a product", [whole, _made(div(ONE, sequence.body), goal, search)])
    constant, (both, _) = draft.apply("constant limit", (), [ONE]), draft.sides(times)
    if not isinstance(both, Lambda):
        raise Failed("no sequence")
    return draft.apply("unique limit", [times, _same(constant, both, STARTS[1:], goal, search)])


def _even_and_odd(_: Lambda, whole: int, goal: Goal, search: Search) -> int:
    """The even and the odd elements of f would tend to the same, and they tend to different numbers."""
    draft, values = search.draft, []
    for offset in (ZERO, ONE):
        part = draft.apply("subsequence", [whole], [Number(2), offset])
        own = _limit_of(draft.sides(part)[0], goal, search)
        values.append((draft.apply("unique limit", [part, own]), draft.sides(own)[1]))
    (first, one), (second, other) = values
    return draft.apply("linear", [first, second], [eq(one, other), Number(-1), ONE])


def _contradicting(denied: Node, same: int, goal: Goal, search: Search) -> int:
    """Not f -> v, since it would make two different numbers equal."""
    sides = search.draft.sides(same)
    different = search.prove_aside(goal.wanting(ne(*sides)), ARITHMETIC)
    absurd = search.draft.apply("absurdity", [same, different], [FALSE])
    return search.draft.apply("discharge", [absurd], [denied])


def _limit_of(sequence: Term, goal: Goal, search: Search) -> int:
    """A step f -> u, for what is known to be f(T) at each T."""
    if not isinstance(sequence, Lambda):
        raise Failed("no sequence")
    try:
        return _tends(sequence, _constant_value(sequence, goal), goal, search)
    except (Failed, Rejected):
        pass
    try:
        made = _made(sequence.body, goal, search)
        return _carried(made, sequence, search.draft.sides(made)[1], goal, search)
    except (Failed, Rejected):
        pass
    for bound in _bounds(sequence, goal, search):
        try:
            value = search.draft.sides(_made(bound.body, goal, search))[1]
            return _tends(sequence, value, goal, search)
        except (Failed, Rejected):
            continue
    raise Failed("the limit is not known")


def _constant_value(sequence: Lambda, goal: Goal) -> Term:
    """What the elements of a sequence all are, up to arithmetic."""
    index = fresh_symbol("T", INTEGER)
    facts = facts_from([*relations(goal.context), le(ZERO, index)])
    found = difference(instantiate(sequence, index), ZERO, facts)
    if index in found.symbols:
        raise Failed("the elements differ")
    return to_term(found)
