"""Three ways to calculate: exact rationals, many decimal digits, and float64 batches of points.

Integers are Python integers in all three, because they serve as indices and as ranges of sums.  In a batch,
a real is an array with one entry a point, and ``nan`` marks the entries where a term is undefined.
`Duals` are the numbers of any of them, each with a slope.
"""

from numeric.arithmetics.batch import Batch
from numeric.arithmetics.duals import Duals
from numeric.arithmetics.exact import Exact
from numeric.arithmetics.precise import Precise
from numeric.arithmetics.protocol import Arithmetic, Value

__all__ = ["Arithmetic", "Batch", "Duals", "Exact", "Precise", "Value"]
