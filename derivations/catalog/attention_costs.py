"""Question 3.1: time and space of attention, of one head and of many, up to constants, and where the bottleneck is."""

from derivations import Derivation
from derivations.cost import KEPT, PARALLEL, operations, space
from derivations.cost.attention import d, h, multi_head, n, single_head, standard
from symbolic.language import Le, Rational, big_o, big_omega, big_theta, does_not_tend, outside, size, tends

k = size("k")
sequential, kept, parallel = multi_head(), multi_head(KEPT), multi_head(PARALLEL)

head = Derivation("What a head of attention costs", source="Question 3.1")
head.show("time", big_theta(operations(standard), n**2 * d, n, d))
head.show("space", big_theta(space(standard), n**2 + n * d, n, d))
head.show("time with projections", big_theta(operations(single_head), n**2 * d + n * d**2, n, d))
head.show("space with projections", big_theta(space(single_head), n**2 + n * d + d**2, n, d))
head.show("between its squares, n d says nothing", big_theta(n**2 + n * d + d**2, n**2 + d**2, n, d))

heads = Derivation("What many heads cost, one after the other", source="Question 3.1")
heads.show("time", big_theta(operations(sequential), h * (n**2 * d + n * d**2), n, d, h))
heads.show("space, buffers freed", big_theta(space(sequential), n**2 + h * n * d + h * d**2, n, d, h))
heads.show(
    "that is less than the space of h heads", outside(big_omega(space(sequential), h * space(single_head), n, d, h))
)
heads.show("space, buffers kept", big_theta(space(kept), h * (n**2 + n * d + d**2), n, d, h))
heads.show("space, in parallel", big_theta(space(parallel), h * (n**2 + n * d + d**2), n, d, h))
heads.show("time, of a fixed number of heads", big_theta(operations(sequential), n**2 * d + n * d**2, n, d))
heads.show("of at most eight heads all are alike", big_theta(space(kept), space(sequential), n, d, h, h <= 8))

long = Derivation("Where the bottleneck of long sequences is", source="Question 3.1")
long.show("time is that of the scores", big_theta(operations(sequential), h * n**2 * d, n, d, h, d <= n))
long.show("space is that of one head's scores", big_theta(space(sequential), n**2, n, d, h, h * d <= n))
long.show("for rows of a fixed length both are quadratic",
          big_theta(operations(standard) + space(standard), n**2, n))  # fmt: skip
long.show("unless heads are many", outside(big_o(space(sequential), n**2, n, d, h, d <= n)))
long.show("of short sequences it is the projections", big_theta(operations(sequential), h * n * d**2, n, d, h, n <= d))
long.assume(Le(k * d, n))
long.show("what a head stores besides its scores", k * (space(single_head) - n**2) <= 11 * n**2)

share = Derivation("What share the scores take: limits of exact ratios", source="Question 3.1")
scores = operations(standard)
part = scores / operations(single_head)
share.show("of long sequences nearly all operations", tends(part, n, 1))
share.show("and nearly all space", tends(n**2 / space(single_head), n, 1))
share.show("of long rows hardly any", tends(part, d, 0))
share.show("between them, for n = k d", tends(part.subs(n, k * d), d, k / (k + 2)))
share.show("so twice as long as wide is half", tends(part.subs(n, 2 * d), d, Rational(1, 2)))
share.show("and not nearly all", does_not_tend(part.subs(n, 2 * d), d, 1))
share.show("of many heads one after the other", tends(h * scores / operations(sequential), n, 1))
share.show("whose space is that of one head's scores", tends(space(sequential) / n**2, n, 1))
