"""Questions 3.3 and 3.5: when attention by m features is faster, exactly, and what m is paid with."""

from derivations import Derivation
from derivations.cost import Multiply, Program, SumColumns, multiply_adds, operations, space
from derivations.cost.attention import approximate, approximate_costly, d, features, m, n, standard
from symbolic.language import Le, Lt, Rational, big_o, big_theta, does_not_tend, oo, outside, size, tends

k = size("k")
diagonal = Program("D", {"F": (n, m), "G": (n, m)}, (SumColumns("s", "G"), Multiply("D", "F", "s")), output="D")
f = Program("f of every row", {"Q": (n, d), "X": (m, d)}, features("F", "Q"), output="F")

costs = Derivation("What attention by features costs", source="Question 3.3")
costs.show("f takes m d for each row", big_theta(operations(f), n * m * d, n, m, d))
costs.show("the diagonal D takes n m", big_theta(operations(diagonal), n * m, n, m))
costs.show("time", big_theta(operations(approximate), n * m * d, n, m, d))
costs.show("space", big_theta(space(approximate), n * d + m * d + n * m, n, m, d))
costs.show("the other order takes n^2 (m + d)",
           big_theta(operations(approximate_costly), n**2 * (m + d) + n * m * d, n, m, d))  # fmt: skip
costs.show("and n^2 of space", big_theta(space(approximate_costly), n**2 + n * d + m * d + n * m, n, m, d))
costs.show("it is not always faster", outside(big_o(operations(approximate), operations(standard), n, m, d)))
costs.show(
    "it is, up to constants, from n = m on", big_o(operations(approximate), operations(standard), n, m, d, m <= n)
)

few = Derivation("Attention by few features", source="Question 3.3")
few.assume(Lt((4 * d + 1) * m, 2 * d * (n - 1)))
few.show("fewer multiply-adds", multiply_adds(approximate) < multiply_adds(standard))

many = Derivation("Attention by many features", source="Question 3.3")
many.assume(Le(2 * d * (n - 1), (4 * d + 1) * m))
many.show("no fewer multiply-adds", multiply_adds(standard) <= multiply_adds(approximate))

much = Derivation("Attention by features of far longer sequences", source="Question 3.3")
much.assume(Le(k * m, n))
much.assume(Le(k * d, n))
much.show("fewer multiply-adds, by a multiple of k", 2 * k * multiply_adds(approximate) <= 7 * multiply_adds(standard))

choice = Derivation("What one more feature costs", source="Question 3.5")
more = {m: m + 1}
choice.show("time", operations(approximate).subs(more) - operations(approximate), n * (4 * d + 6))
choice.show("space", space(approximate).subs(more) - space(approximate), 2 * n + 2 * d + 1)
choice.show("the time is that of no fixed number of features", outside(big_o(operations(approximate), n * d, n, m, d)))
choice.show("with as many features as rows nothing is won",
            big_theta(operations(approximate), operations(standard), n, m, d, m <= n, n <= m))  # fmt: skip

ratios = Derivation("Attention by features beside attention: limits of exact ratios", source="Question 3.3")
time, stored = operations(approximate) / operations(standard), space(approximate) / space(standard)
ratios.show("of long sequences it takes no share of the time", tends(time, n, 0))
ratios.show("which falls like 1/n", tends(n * time, n, (4 * d * m + 3 * d + 6 * m + 2) / (2 * d + 3)))
ratios.show("the other way round it grows beyond all bounds", tends(1 / time, n, oo))
ratios.show("nor any share of the space", tends(stored, n, 0))
ratios.show("with as many features as rows it takes twice the time", tends(time.subs(m, n), n, 2))
ratios.show("and twice the space", tends(stored.subs(m, n), n, 2))
ratios.show("with half as many features as rows, as much time", tends(time.subs(n, 2 * m), m, 1))
ratios.show("and not half of it", does_not_tend(time.subs(n, 2 * m), m, Rational(1, 2)))
ratios.show("the costly order takes a share that does not vanish",
            tends(operations(approximate_costly) / operations(standard), n, (m + d) / (2 * d + 3)))  # fmt: skip
