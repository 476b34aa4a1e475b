"""Question 3.2, second part: when separable attention is faster than attention, and needs less space."""

from derivations import Derivation
from derivations.cost import multiply_adds, operations, space
from derivations.cost.attention import d, n, separable, separable_costly, standard
from symbolic.language import Le, Lt, big_o, big_omega, big_theta, oo, outside, size, tends

k = size("k")

costs = Derivation("What separable attention costs", source="Question 3.2")
costs.show("time", big_theta(operations(separable), n * d**2, n, d))
costs.show("space", big_theta(space(separable), n * d + d**2, n, d))
costs.show("the other order is as slow as attention", multiply_adds(separable_costly), multiply_adds(standard))
costs.show("and stores as much", space(separable_costly), space(standard))
costs.show("by nothing but d is it faster", d * multiply_adds(standard), n * multiply_adds(separable))
costs.show("it is not always faster", outside(big_o(operations(separable), operations(standard), n, d)))
costs.show("up to constants it is, from n = d on", big_o(operations(separable), operations(standard), n, d, d <= n))
costs.show("and no slower class fits", outside(big_omega(operations(separable), operations(standard), n, d, d <= n)))

longer = Derivation("Separable attention of more rows than columns", source="Question 3.2")
longer.assume(Lt(d, n))
longer.show("fewer multiply-adds", multiply_adds(separable) < multiply_adds(standard))
longer.show("less space", space(separable) < space(standard))

shorter = Derivation("Separable attention of no more rows than columns", source="Question 3.2")
shorter.assume(Le(n, d))
shorter.show("no fewer multiply-adds", multiply_adds(standard) <= multiply_adds(separable))
shorter.show("no less space", space(standard) <= space(separable))

much = Derivation("Separable attention of far more rows than columns", source="Question 3.2")
much.assume(Le(k * d, n))
much.show("k times fewer multiply-adds", k * multiply_adds(separable) <= multiply_adds(standard))
much.show("operations of all kinds", k * operations(separable) <= 4 * operations(standard))

ratios = Derivation("Separable attention beside attention: limits of exact ratios", source="Question 3.2")
time, stored = operations(separable) / operations(standard), space(separable) / space(standard)
ratios.show("of long sequences it takes no share of the time", tends(time, n, 0))
ratios.show("which falls like 1/n", tends(n * time, n, 2 * d * (d + 3) / (2 * d + 3)))
ratios.show("the other way round it grows beyond all bounds", tends(1 / time, n, oo))
ratios.show("nor any share of the space", tends(stored, n, 0))
ratios.show("which falls like 4 d/n", tends(n * stored, n, 4 * d))
ratios.show("of long rows it takes any multiple of the time", tends(time, d, oo))
ratios.show("k times fewer operations for n = k d, in the long run", tends(time.subs(n, k * d), d, 1 / k))
