"""One cell, two fates: the gradient of h_{t+1} = 2 tanh(h_t) explodes from h_0 = 0 and vanishes from h_0 = 1."""

from typing import Any

from derivations.derivation import Derivation
from symbolic.language import Rational, column, columns, jacobian, oo, sequence, tanh, tends, time
from symbolic.methods import Induction, Monotone

t, T = time("t"), time("T")
z = column("z", 1)  # the initial state
h = columns("h", 1, of=z)
g = sequence("g")  # the gradient of h_t by h_0


def cell(title: str) -> tuple[Derivation, Any, Any]:
    """The cell, and its gradient step by step."""
    derivation = Derivation(title, source="Question 1.3")
    derivation.assume(h[0], z, forall=z)
    derivation.assume(h[t + 1], 2 * tanh(h[t]), forall=[t, z])
    derivation.assume(g(t), jacobian(h[t], z)[1, 1], forall=t)
    start = derivation.show("the gradient at the start", g(0), 1)
    step = derivation.show("one step of the gradient", g(t + 1), 2 * (1 - tanh(h[t][1]) ** 2) * g(t))
    return derivation, start, step


explodes, start, step = cell("From h_0 = 0 the gradient explodes")
explodes.assume(z[1], 0)
rest = explodes.show("the state stays at 0", h[T][1], 0, by=Induction(T))
power = explodes.show("the gradient is 2 to the T", g(T), 2**T, by=Induction(T), using=[start, step, rest])
explodes.show("it grows beyond all bounds", tends(g(T), T, oo), using=[power])

vanishes, start, step = cell("From h_0 = 1 the gradient vanishes")
vanishes.assume(z[1], 1)
above = vanishes.show("the state stays above 1", h[T][1] >= 1, by=Induction(T))
small = vanishes.show(
    "each slope is below nine tenths", 2 * (1 - tanh(h[T][1]) ** 2) <= Rational(9, 10), by=Monotone(), using=[above]
)
positive = vanishes.show("the gradient stays positive", g(T) >= 0, by=Induction(T), using=[start, step])
slope = 2 * (1 - tanh(h[t][1]) ** 2)
shrink = vanishes.show("so a slope shrinks it", slope * g(t) <= Rational(9, 10) * g(t), using=[small, positive])
smaller = vanishes.show("so each step does", g(t + 1) <= Rational(9, 10) * g(t), using=[step, shrink])
decay = vanishes.show("it decays", g(T) <= Rational(9, 10) ** T, by=Induction(T), using=[start, smaller])
vanishes.show("it tends to 0", tends(g(T), T, 0), using=[decay, positive])
