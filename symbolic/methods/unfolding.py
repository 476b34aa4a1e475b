"""Terms that a rule of their own rewrites: derivatives, entries of matrices, expectations of products."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.kernel import Rejected
from symbolic.kernel.normals import over_density
from symbolic.methods.algebra import Algebra, by_facts, residual
from symbolic.methods.expansion import term_by_term, written_out
from symbolic.methods.instances import Instances
from symbolic.methods.normals import averaged
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, relations
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Lambda,
    Node,
    Number,
    Term,
    abstract,
    eq,
    instantiate,
    ne,
    symbols,
)


def differentiated(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, a derivative, and the step that says what it is; with as few facts as suffice.

    Raises `Rejected` or `Failed` if the table has no rule or a side condition is not known, neither of the function as
    it stands nor of its normal form.
    """
    smooth = [f for f in goal.context if isinstance(f, Node) and f.op == "differentiable"]
    known = [*smooth, *relations(goal.context)]
    try:
        step = _with_fewest(term, known, search)
    except Rejected:
        step = _of_normal_form(term, known, goal, search)
    conclusion = search.draft.conclusion(step)
    if not isinstance(conclusion, Node):
        raise Failed("no equation")
    return conclusion.args[1], step


def _of_normal_form(term: Node, known: Sequence[Term], goal: Goal, search: Search) -> int:
    """By the table, once sums over a few places are written out: it is seen then that a divisor is not 0."""
    body, *place = term.args
    if not isinstance(body, Lambda):
        raise Failed("a derivative that binds nothing")
    point = fresh_symbol(body.hint, body.sort)
    value = instantiate(body, point)
    short = residual(goal.wanting(eq(value, ZERO)))
    if short is None or short == value:
        raise Failed("the normal form says no more")
    draft, straight = search.draft, Node(term.op, abstract(short, point, body.hint), *place)
    everywhere = draft.apply("generalise", [by_facts(goal.wanting(eq(value, short)), search, [], [])], [point])
    same = draft.apply("same derivative", [everywhere], [term, straight])
    return draft.chained(same, _with_fewest(straight, known, search))


def _with_fewest(term: Node, known: Sequence[Term], search: Search) -> int:
    """By no facts, by the bounds of integers, or by all facts but those others that can be left out."""
    bounds = [fact for fact in known if _about_integers(fact)]
    for few in ((), bounds):
        try:
            return _by(term, few, search)
        except Rejected:
            continue
    needed, step = list(known), _by(term, known, search)
    for fact in (fact for fact in known if fact not in bounds):
        fewer = [other for other in needed if other != fact]
        try:
            needed, step = fewer, _by(term, fewer, search)
        except Rejected:
            continue
    return step


def _about_integers(fact: Term) -> bool:
    return isinstance(fact, Node) and fact.op in ("le", "lt") and all(s.sort == INTEGER for s in symbols(fact))


def _by(term: Node, facts: Sequence[Term], search: Search) -> int:
    return search.draft.apply("derivative", search.draft.assume_all(facts), [term])


def entry_unfolded(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """An entry, a trace or an inner product by what it is defined to be, at places known to lie within the shapes."""
    found = written_out(term)
    if found == term:
        raise Failed("an entry of a matrix that is not made from others")
    return found, by_facts(goal.wanting(eq(term, found)), search, [], [])


def without_logarithm(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """exp(log(x)) as x, where 0 < x is known, of x or of every element like it."""
    match term.args:
        case (Node(op="log", args=(inner,)),):
            return inner, search.prove_aside(goal.wanting(eq(term, inner)), (Algebra(), Instances()))
    raise Failed("no exponential of a logarithm")


def of_expectation(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, an expectation, by what is known of independent elements, or of normal variables."""
    if not isinstance(term.args[0], Lambda) or term.args[0].sort != OUTCOME:
        return averaged(term, goal, search)
    try:
        return factored(term, goal, search)
    except (Failed, Rejected):
        return multiplied(term, goal, search)


def over_normals(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, an integral over all vectors, as the expectation that it is by definition."""
    size, body = term.args
    if not isinstance(body, Lambda):
        raise Failed("an integral that binds nothing")
    found = over_density(size, body)
    return found, by_facts(goal.wanting(eq(term, found)), search, [], [])


def multiplied(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, the expectation of something in which nothing is left but chance, as a sum of those of products."""
    if any(symbol.sort.name != "random" for symbol in symbols(term)):
        raise Failed("an expectation that depends on more than chance")
    found = residual(goal.wanting(eq(term_by_term(term), ZERO)))
    if found is None:
        raise Failed("no normal form that is a term")
    return found, by_facts(goal.wanting(eq(term, found)), search, [], [])


def factored(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, the expectation of a product of two elements of an independent sequence, as a product of expectations.

    Raises `Failed` or `Rejected` where they are not known to be two, or not known to be integrable.
    """
    (one, first), (other, second) = _two_elements(term)
    random, draft = one.args[0], search.draft
    different = search.prove_aside(goal.wanting(ne(one.args[1], other.args[1])), (Algebra(),))
    moments = [f for f in goal.context if isinstance(f, Node) and f.op == "moments" and f.args[0] == random]
    known = [draft.assume(Node("independent", random)), different, *draft.assume_all(moments[:1])]
    step = draft.apply("independence", known, [one.args[1], other.args[1], first, second])
    conclusion = draft.conclusion(step)
    if Node("independent", random) not in goal.context or not isinstance(conclusion, Node):
        raise Failed("not known to be independent")
    equation = eq(term, conclusion.args[1])
    return conclusion.args[1], draft.apply("linear", [step], [equation, ONE])


def _two_elements(term: Node) -> tuple[tuple[Node, Term], tuple[Node, Term]]:
    """The elements of a random sequence of whose powers ``term`` is the expectation of a product, and the exponents."""
    match term.args:
        case (Lambda(body=Node(op="mul", args=(first, second))),):
            (one, exponent), (other, further) = map(_power, (first, second))
            if one.args[0] == other.args[0] and len(one.args) == len(other.args) == 3:
                return (one, exponent), (other, further)
    raise Failed("no product of two elements of a random sequence")


def _power(factor: Term) -> tuple[Node, Term]:
    match factor:
        case Node(op="apply"):
            return factor, ONE
        case Node(op="pow", args=(Node(op="apply") as element, Number() as exponent)):
            return element, exponent
    raise Failed("no power of an element")
