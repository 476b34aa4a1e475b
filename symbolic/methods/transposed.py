"""||B|| <= ||A|| for the transpose B of A: |Bx|^2 = <x, ABx> is at most |x| |ABx|, hence at most |x| ||A|| |Bx|."""

from __future__ import annotations

from symbolic.methods.lettered import in_letters
from symbolic.methods.norms import TWO, arbitrary, cauchy_schwarz, square
from symbolic.methods.putting_in import put_in
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import REAL, ZERO, Node, Term, eq, le, lt, matmul, mul, norm, power, sub


def transposed(array: Term, other: Term, search: Search) -> int:
    """||array|| <= ||other||, where one is the transpose of the other."""
    draft, x = search.draft, arbitrary(array)
    image = matmul(array, x.whole)
    further, size = matmul(other, image), norm(other)
    crossed = draft.apply("linear", (), [eq(Node("dot", x.whole, further), square(image))])
    known = [put_in(crossed, cauchy_schwarz(x.whole, further, search), draft)]
    known += [draft.apply("norm bound", (), [other, image])]
    known += [draft.apply("order", (), [le(ZERO, square(one))]) for one in (image, x.whole)]
    letters = {term: fresh_symbol("p", REAL) for term in (size, square(further), square(image), square(x.whole))}
    wanted = le(square(image), mul(power(size, TWO), square(x.whole)))
    bounded = in_letters(wanted, known, letters, search, (_Cancelled(),))
    return draft.apply("norm least", [bounded, draft.apply("order", (), [le(ZERO, size)])], [array, size, x.name])


class _Cancelled(Method):
    """s <= c p from s^2 <= p q, q <= c s and the signs of s and p: else s (s - c p) would be positive, and is not."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(args=(s, Node(args=(c, p)) as bound)):
                return _otherwise(goal, mul(s, sub(s, bound)), mul(c, s), p, search)
        raise Failed("no bound by a product")


def _otherwise(goal: Goal, product: Term, multiple: Term, p: Term, search: Search) -> int:
    """The goal s <= c p, since ``product``, s (s - c p), is not positive; ``multiple`` is c s."""
    draft, wanted = search.draft, goal.conclusion
    s, bound = wanted.args if isinstance(wanted, Node) else ()
    known = draft.assume_all(goal.context)
    gaps = (sub(multiple, low) for step in known for low, high in [draft.sides(step)] if high == multiple)
    scaled = [draft.apply("order", known, [le(ZERO, mul(p, gap))]) for gap in gaps]
    small = draft.apply("order", [*known, *scaled], [le(product, ZERO)])
    large = draft.apply("order", [*known, draft.assume(lt(bound, s))], [lt(ZERO, product)])
    absurd = draft.apply("absurdity", [small, large], [wanted])
    return draft.apply("cases", [draft.apply("dichotomy", (), [wanted]), draft.assume(wanted), absurd])
