"""What one method alone makes of a line of text."""

import pytest

from symbolic.kernel import check
from symbolic.language import (
    column,
    columns,
    function,
    functional,
    integer,
    matrices,
    matrix,
    real,
    sequence,
    size,
    time,
)
from symbolic.language.reading import Statement, read_claim
from symbolic.methods.search import Method
from symbolic.prover import prove
from symbolic.terms.text import show
from symbolic.verdict import Stuck

n, length, m = size("n l m")
NAMES = {
    "beta": real("beta", above=0, below=1),
    "t": time("t"),
    "n": n,
    "l": length,
    "m": m,
    **{name: matrix(name, n, n) for name in "ABC"},
    **{name: matrix(name, n, length) for name in "QK"},
    "W": matrix("W", length, m),
    "M": matrix("M", 2, 2),
    "N": matrix("N", 2, 2),
    **{name: column(name, n) for name in "pqr"},
    "h": columns("h", n),
    "H": columns("H", 2),
    "P": matrices("P", 2, 2),
    "sigma": function("sigma"),
    "phi": functional("phi"),
    "k": integer("k"),
    "v": sequence("v"),
    "u": sequence("u"),
    "g": sequence("g", start=1),
}
IN_TIME = 60  # for what can be proved: how fast the machine is says nothing of a method


class Among(Method):
    """These methods alone, for the goal and for all that it comes down to."""

    def __init__(self, *methods):
        self.methods = methods

    def attempt(self, goal, search):
        return search.prove(goal, self.methods)


def alone(methods):
    return Among(*methods) if isinstance(methods, tuple) else methods


@pytest.fixture
def read():
    """The claim that a goal and assumptions in text make; a pair is a schema, ``(relation, variable)``."""

    def read_lines(goal, *assume):
        statements = [Statement((one,)) if isinstance(one, str) else Statement((one[0],), one[1]) for one in assume]
        return read_claim("f/d/c", "title", "", statements, Statement((goal,)), names=NAMES)

    return read_lines


@pytest.fixture
def theorem(read):
    """The theorem that a method alone finds, or several methods among themselves."""

    def proved(method, goal, *assume):
        found = prove(read(goal, *assume), by=alone(method), seconds=IN_TIME)
        assert not isinstance(found, Stuck), found.tried
        return check(found)

    return proved


@pytest.fixture
def residual(read):
    """What is left of lhs - rhs where methods give up, as text; None where there is no such thing."""

    def left(method, goal, *assume):
        found = prove(read(goal, *assume), by=alone(method))
        assert isinstance(found, Stuck)
        return None if found.residual is None else show(found.residual)

    return left
