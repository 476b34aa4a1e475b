"""Where textbook inequalities are equalities: no constant in them can be better."""

from derivations import Derivation
from symbolic.language import column, dot, identity, integer, norm, real, size

n, i = size("n"), integer("i")
x, k, b, c = real("x"), real("k"), real("b"), real("c", at_least=0)
a, e = real("a", above=0), real("e", above=0)
u = column("u", n)

tangents = Derivation("Functions meet their tangents and bounds")
tangents.show("exp and 1 + x at 0", "1 + 0 == exp(0)")
tangents.show("exp and its hyperbola at 0", "exp(0) == 1/(1 - 0)")
tangents.show("exp and its parabola at 0", "1 + 0 + 0**2/2 == exp(0)")
tangents.show("log and x - 1 at 1", "log(1) == 1 - 1")
tangents.show("log(1 + x) and x/(1 + x) at 0", "0/(1 + 0) == log(1 + 0)")
tangents.show("tanh and the identity at 0", "tanh(0) == 0")
tangents.show("x exp(-x) and exp(-1) at 1", "1*exp(-1) == exp(-1)")
tangents.show("x(1 - x) and 1/4 at 1/2", "1/2*(1 - 1/2) == 1/4")
tangents.show("the slope of the sigmoid and 1/4 at 0", "sigmoid(0)*(1 - sigmoid(0)) == 1/4")

only = Derivation("And nowhere else")
only.assume("x != 0")
only.show("exp and 1 + x", "1 + x < exp(x)")

bernoulli = Derivation("Bernoulli: x = 0, or an exponent of 0 or 1")
bernoulli.show("x = 0", "1 + n*0 == (1 + 0)**n")
bernoulli.show("exponent 0", "1 + 0*x == (1 + x)**0")
bernoulli.show("exponent 1", "1 + 1*x == (1 + x)**1")

means = Derivation("Means of equal numbers")
means.show("of two", "sqrt(a*a) == (a + a)/2")
means.show("of three", "a*a*a == (a**3 + a**3 + a**3)/3")
means.show("of four", "a*a*a*a == (a**4 + a**4 + a**4 + a**4)/4")
means.show("the harmonic one", "2/(1/a + 1/a) == sqrt(a*a)")
means.show("power means", "(a + a)**3 == 4*(a**3 + a**3)")
means.show("Nesbitt", "a/(a + a) + a/(a + a) + a/(a + a) == 3/2")
means.show("three products", "a*a + a*a + a*a == a**2 + a**2 + a**2")
means.show("rearrangement", "a**3*a + a*a**3 == a**4 + a**4")
means.show("a number and its reciprocal, at 1", "1 + 1/1 == 2")

young = Derivation("Young: factors in proportion")
young.show("equal factors", "a*a == a**2/2 + a**2/2")
young.show("with a weight, b = e a", "a*(e*a) == e*a**2/2 + (e*a)**2/(2*e)")
young.show("only there", "e*a**2/2 + b**2/(2*e) - a*b == (b - e*a)**2/(2*e)")

triangle = Derivation("The triangle: one direction")
triangle.show("of numbers", "abs(a + c*a) == abs(a) + abs(c*a)")
triangle.show("lengths in the plane: a multiple", "sqrt((c*a)**2 + (c*b)**2) == c*sqrt(a**2 + b**2)")
triangle.show("and the sum", "sqrt((a + c*a)**2 + (b + c*b)**2) == (1 + c)*sqrt(a**2 + b**2)")
triangle.show("roots, if a summand is 0", "sqrt(c + 0) == sqrt(c) + sqrt(0)")

schwarz = Derivation("Cauchy-Schwarz: proportional vectors")
schwarz.show("in the plane", "(a*(k*a) + b*(k*b))**2 == (a**2 + b**2)*((k*a)**2 + (k*b)**2)")
schwarz.show("in any dimension", dot(u, k * u) ** 2, dot(u, u) * dot(k * u, k * u))
schwarz.show("the square of a mean of equal numbers", "sum(k, i, 1, n)**2 == n*sum(k**2, i, 1, n)")
schwarz.show("sums of exponentials, at 0", "n + sum(0, i, 1, n) == sum(exp(0), i, 1, n)")

norms = Derivation("Norms of multiples of the identity")
one = norms.show("the norm", norm(c * identity(n)), c)
norms.show("submultiplicativity", norm((c * identity(n)) * (c * identity(n))), c**2)
