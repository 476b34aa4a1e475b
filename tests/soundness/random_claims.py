"""Random claims, true and false: what the kernel accepts, and what brute force or numbers say of the same.

Of each sort of claim a function draws one, and says whether the kernel accepts it and whether it held at all points at
which it could be evaluated (None: at none).  Accepted and not held would be a wrong theorem.
"""

from contextlib import contextmanager
from itertools import count
from unittest.mock import patch

from derivations.mutation import Fate, attack, tried
from numeric.points import at_points
from symbolic.claim import Claim
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal import facts as facts_module
from symbolic.kernel.normal.polynomial import TooLarge
from symbolic.kernel.normal.reading import difference, facts_from, vanishes
from symbolic.kernel.rules.algebra import sign_of
from symbolic.mutate import Mutant, restated
from symbolic.terms import IllFormed, Node, Symbol, abstract, add, eq, le, lt, mul, sort_of
from tests.symbolic.kernel import generation, generation_arrays, generation_order, laws_arrays
from tests.symbolic.kernel.brute import Skipped, value
from tests.symbolic.kernel.mutation import mutated

POINTS, TRIED = 4, 30
_numbers = count()


def a_sum(random):
    """Sums, products, quotients and powers, and the same after two edits, under random facts."""
    pick = random.choice
    formulas, left = generation.some_facts(pick), generation.total(pick, pick((1, 1, 2)))
    right = mutated(pick, mutated(pick, left))
    return _compared(left, right, formulas, generation.points(formulas, random, POINTS, TRIED))


def a_power(random):
    """Laws of powers, roots, absolute values, exponentials and logarithms, inside and outside their domains."""
    first = generation_order.point(random)
    formulas = generation_order.hypotheses(random.choice, first)
    left, right = generation_order.law(random.choice)
    return _compared(left, right, formulas, generation_order.around(random, formulas, first, POINTS, TRIED))


def a_matrix(random):
    """Textbook equations of entries, traces and products of matrices, of sizes from below 0 on."""
    formulas = generation_arrays.some_facts(random.choice)
    left, right = laws_arrays.pair(random.choice)
    drawn = generation.points(formulas, random, POINTS, TRIED, generation_arrays.point)
    return _compared(left, right, formulas, drawn)


def a_sign(random):
    """Whether a term is positive, negative or neither, as far as the kernel's order says anything."""
    first = generation_order.point(random)
    formulas = generation_order.hypotheses(random.choice, first)
    term = random.choice((generation_order.beside_a_number, lambda pick: generation_order.shaped(pick, 2)))(
        random.choice
    )
    with _base_two():
        direction, strict = sign_of(term, facts_from(formulas))
    found = [_value(term, at) for at in generation_order.around(random, formulas, first, POINTS, TRIED)]
    known = [number for number in found if number is not None]
    held = all(number * direction >= 0 and (number or not strict) for number in known) if known else None
    return bool(direction), held


def a_derivative(random):
    """The kernel's derivative of a random function, against dual numbers; one in four is spoilt."""
    x = Symbol("x")
    body = _smooth(random, random.choice((1, 2, 2)), x)
    work = Differentiation(x, ())
    found = work.derivative(body)
    spoilt = random.random() < 0.25
    goal = eq(Node("diff", abstract(body, x), x), add(found, random.choice((x, Node("exp", x)))) if spoilt else found)
    evidence = at_points(restated(_claim((), goal), goal), points=6)
    return not spoilt, evidence.agrees


def a_claim(random):
    """A relation of two random terms under assumptions, through the whole flow: search, kernel and numbers."""
    pick = random.choice
    left = generation.scalar(pick, 1)
    right = pick((mutated(pick, left), mutated(pick, left), generation.scalar(pick, 1)))
    goal = pick((eq, eq, le, lt))(left, right)
    sort_of(goal)
    claim = restated(_claim(tuple(dict.fromkeys(generation.some_facts(pick))), goal), goal)
    one = tried(Mutant("", claim), attack(claim, (), 0))
    held = {Fate.WRONGLY_PROVED: False, Fate.REFUTED: False}.get(one.fate, one.evidence.agrees)
    return one.proved is not None, held


SORTS = (a_sum, a_power, a_matrix, a_sign, a_derivative, a_claim)


def drawn(sort, random):
    """What became of one claim: ``"accepted"``, ``"false"``, ``"open"``, ``"no claim"``, or ``"WRONG"``."""
    try:
        accepted, held = sort(random)
    except (TooLarge, RecursionError, IllFormed, Skipped):
        return "no claim"
    if accepted:
        return "WRONG" if held is False else "accepted"
    return "false" if held is False else "open"


def _compared(left, right, formulas, points):
    sort_of(eq(left, right))
    with _base_two():
        facts = facts_from(formulas)
        accepted = vanishes(difference(left, right, facts), facts)
    pairs = [(_value(left, at), _value(right, at)) for at in points]
    known = [pair for pair in pairs if None not in pair]
    return accepted, all(one == other for one, other in known) if known else None


@contextmanager
def _base_two():
    """Brute force takes 2 for e, so nothing may rest on how large e is; enclosures have tests of their own."""
    with patch.object(facts_module, "enclosed_sign", lambda *_: 0):
        yield


def _value(term, at):
    try:
        return value(term, at)
    except Skipped:
        return None


def _smooth(random, depth, x):
    if depth == 0:
        return random.choice((x, x, generation.y, generation.TWO, generation.HALF))
    part = _smooth(random, depth - 1, x)
    other = _smooth(random, depth - 1, x)
    made = [Node(op, part) for op in ("exp", "sigmoid", "tanh", "sin", "cos", "neg")]
    joined = [add(part, other), mul(part, other), mul(part, other), Node("pow", part, generation.TWO)]
    return random.choice((*made, *joined, Node("div", part, add(generation.ONE, mul(other, other)))))


def _claim(assumptions, goal):
    return Claim(f"random/claims/{next(_numbers)}", "", "", (), assumptions, (), goal)
