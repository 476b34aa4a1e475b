"""What comparisons of roots and of quotients come down to, for the questions about Adam."""

from derivations import Derivation
from symbolic.language import Le, Lt, Ne, absolute, real, sqrt

p, q = real("p q")
c, x = real("c", above=0), real("x", at_least=0)

sizes = Derivation("Magnitudes")
sizes.assume(Le(absolute(p), absolute(q)))
squares = sizes.have("squares grow with magnitudes", Le(p**2, q**2))

order = Derivation("Order")
order.assume(Le(p, q))
divided = order.have("kept by a positive divisor", Le(p / c, q / c))
order.assume(Le(0, p))
roots = order.have("kept by roots", Le(sqrt(p), sqrt(q)))
outside = order.have("with a number beside the root", Le(sqrt(p) + c, sqrt(q) + c), using=[roots])
inside = order.have("with a number below the root", Le(sqrt(p + c), sqrt(q + c)), using=[roots])

signs = Derivation("Signs")
signs.assume(Le(0, p))
not_negative = signs.have("of a quotient", Le(0, p / c))
positive_outside = signs.have("with a number beside the root", Lt(0, sqrt(p) + c))
positive_inside = signs.have("with a number below the root", Lt(0, sqrt(p + c)))

quotients = Derivation("Denominators")
quotients.assume(Lt(0, p))
quotients.assume(Le(p, q))
smaller = quotients.have("the larger, the smaller the quotient", Le(x / q, x / p))

P, a, y, k = real("P a y k")
scaled = Derivation("Scaled by c")
scaled.assume(Le(0, p))
scaled.assume(q, c**2 * p)
root_scaled = scaled.have("the root of the square", sqrt(q), c * sqrt(p))
more = Derivation("Scaled by c, and positive")
more.assume(Lt(0, p))
more.assume(q, c**2 * p)
positive_scaled = more.have("the multiple is positive", Lt(0, q))
cancelled = Derivation("A common factor")
cancelled.assume(P, c * a)
cancelled.assume(sqrt(q), c * sqrt(p))
quotient_kept = cancelled.have("leaves a quotient alone", y * P / (sqrt(q) * k), y * a / (sqrt(p) * k))

alike = Derivation("Equal numbers")
alike.assume(p, q)
alike.assume(a, y)
differences_kept = alike.have("have equal differences", p - a, q - y)

b = real("b")
nothing = Derivation("Magnitudes that add up to nothing")
nothing.assume(absolute(p - a) + absolute(q - b) + absolute(P - k), 0)
agree = [
    nothing.have("the first is nothing", p, a),
    nothing.have("the second is nothing", q, b),
    nothing.have("the third is nothing", P, k),
]

of_square = Derivation("Roots of squares")
of_square.assume(P, p)
of_square.assume(q, p**2)
magnitude = of_square.have("are magnitudes", sqrt(q), absolute(p))
beside_magnitude = of_square.have(
    "in a denominator, with a number beside it", y * P / (sqrt(q) + c), y * p / (absolute(p) + c), using=[magnitude]
)

v, w = real("v w", above=0)
across = Derivation("Across an inequality")
across.assume(Le(v * p, x * y))
across.assume(Le(y / c, w))
less = across.have("multiplied", Le(y, c * w))
crossed = across.have("put together", Le(v * p, x * (c * w)), using=[less])
ratio = across.have("divided", Le(p / w, x * c / v), using=[crossed])

denominators = Derivation("Denominators with eps")
denominators.assume(Le(0, p))
denominators.have("beside the root", Le(p, (sqrt(p) + c) ** 2))
denominators.have("below the root", "p <= sqrt(p + c)**2")

u, h = real("u h", above=0)
strict = Derivation("Strictly")
strict.assume(Le(0, p))
strict.assume(Lt(p, q))
root = strict.have("kept by roots", Lt(sqrt(p), sqrt(q)))
beside = strict.have("beside a multiple of the root", Lt(h * sqrt(p) + c, h * sqrt(q) + c), using=[root])
sign = strict.have("a positive denominator", Lt(0, h * sqrt(p) + c))
strictly = Derivation("Strictly, of quotients")
strictly.assume(Lt(0, p))
strictly.assume(Lt(p, q))
quotient = strictly.have("the larger, the smaller the quotient", Lt(u / q, u / p))
strictly_smaller = strict.have(
    "the larger below a root, the smaller the quotient",
    Lt(u / (h * sqrt(q) + c), u / (h * sqrt(p) + c)),
    using=[quotient, beside, sign],
)
differ = strict.have(
    "quotients of different roots differ",
    Ne(u / (h * sqrt(p) + c), u / (h * sqrt(q) + c)),
    using=[strictly_smaller],
)
