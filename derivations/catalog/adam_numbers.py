"""Question 4.2: two steps of Adam in exact numbers: two examples, x = 1, 2 and y = 0, 2, the model x theta, no eps."""

from derivations import Derivation
from derivations.catalog.adam import assume_moments, g, r_hat, rho1, rho2, s_hat, t, theta
from symbolic.language import Rational, derivative, real, sqrt

x, half, quarter = real("x"), Rational(1, 2), Rational(1, 4)  # gamma and lambda are 1/4
mean_loss = ((1 * x - 0) ** 2 / 2 + (2 * x - 2) ** 2 / 2) / 2
step = s_hat(t + 1) / sqrt(r_hat(t + 1))


def assume_numbers(derivation: Derivation) -> None:
    derivation.assume(rho1, half)
    derivation.assume(rho2, quarter)
    derivation.assume(theta(0), 2)


penalised = Derivation("Two steps with the penalty", source="Question 4.2")
penalised.have("the gradient", derivative(mean_loss + quarter * x**2, x), 3 * x - 2)
assume_numbers(penalised)
assume_moments(penalised, g(t + 1))
penalised.assume(g(t + 1), 3 * theta(t) - 2, forall=t)
penalised.assume(theta(t + 1), theta(t) - step, forall=t)
first = penalised.have("gradient 1", g(1), 4)
moment = penalised.have("first moment 1", s_hat(1), 4, using=[first])
square = penalised.have("second moment 1", r_hat(1), 16, using=[first])
after = penalised.show("weight 1", theta(1), 1, using=[moment, square])
second = penalised.have("gradient 2", g(2), 1, using=[after])
moment = penalised.have("first moment 2", s_hat(2), 2, using=[first, second])
square = penalised.have("second moment 2", r_hat(2), 4, using=[first, second])
penalised.show("weight 2", theta(2), 0, using=[after, moment, square])

decayed = Derivation("Two steps with decay", source="Question 4.2")
decayed.have("the gradient", derivative(mean_loss, x), Rational(5, 2) * x - 2)
assume_numbers(decayed)
assume_moments(decayed, g(t + 1))
decayed.assume(g(t + 1), Rational(5, 2) * theta(t) - 2, forall=t)
decayed.assume(theta(t + 1), theta(t) - step - quarter * theta(t), forall=t)
first = decayed.have("gradient 1", g(1), 3)
moment = decayed.have("first moment 1", s_hat(1), 3, using=[first])
square = decayed.have("second moment 1", r_hat(1), 9, using=[first])
after = decayed.show("weight 1", theta(1), half, using=[moment, square])
second = decayed.have("gradient 2", g(2), -Rational(3, 4), using=[after])
moment = decayed.have("first moment 2", s_hat(2), half, using=[first, second])
square = decayed.have("second moment 2", r_hat(2), Rational(9, 4), using=[first, second])
decayed.show("weight 2", theta(2), Rational(1, 24), using=[after, moment, square])
