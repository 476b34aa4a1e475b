"""What one method alone makes of a line of text."""

import pytest

from symbolic.kernel import check
from symbolic.language import integer, real, sequence, size, time
from symbolic.language.reading import Statement, read_claim
from symbolic.prover import prove
from symbolic.terms.text import show
from symbolic.verdict import Stuck

NAMES = {
    "beta": real("beta", above=0, below=1),
    "t": time("t"),
    "n": size("n"),
    "k": integer("k"),
    "v": sequence("v"),
    "u": sequence("u"),
    "g": sequence("g", start=1),
}


@pytest.fixture
def read():
    """The claim that a goal and assumptions in text make; a pair is a schema, ``(relation, variable)``."""

    def read_lines(goal, *assume):
        statements = [Statement((one,)) if isinstance(one, str) else Statement((one[0],), one[1]) for one in assume]
        return read_claim("f/d/c", "title", "", statements, Statement((goal,)), names=NAMES)

    return read_lines


@pytest.fixture
def theorem(read):
    """The theorem that ``method`` alone finds."""

    def proved(method, goal, *assume):
        found = prove(read(goal, *assume), by=method)
        assert not isinstance(found, Stuck), found.tried
        return check(found)

    return proved


@pytest.fixture
def residual(read):
    """What is left of lhs - rhs where ``method`` gives up, as text; None where there is no such thing."""

    def left(method, goal, *assume):
        found = prove(read(goal, *assume), by=method)
        assert isinstance(found, Stuck)
        return None if found.residual is None else show(found.residual)

    return left
