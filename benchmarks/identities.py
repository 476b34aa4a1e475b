"""Elementary identities as textbooks state them, and slips in them: what a derivation is made of.

Each row: a title, whether it is true, the goal, and assumptions (a pair is a schema); all in the checker's text.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple


class Identity(NamedTuple):
    """A statement, and whether it is true."""

    title: str
    true: bool
    goal: str
    assume: tuple[Any, ...] = ()


_DOUBLING: Final = (("v(t + 1) == 2*v(t) + 1", "t"), "v(0) == 0")
_AFFINE: Final = (("v(t + 1) == a*v(t) + b", "t"),)

IDENTITIES: Final = (
    Identity("square of a sum", True, "(a + b)**2 == a**2 + 2*a*b + b**2"),
    Identity("square of a sum, cross term lost", False, "(a + b)**2 == a**2 + b**2"),
    Identity("difference of cubes", True, "a**3 - b**3 == (a - b)*(a**2 + a*b + b**2)"),
    Identity("partial fractions", True, "1/(x*(x + 1)) == 1/x - 1/(x + 1)"),
    Identity("partial fractions, sign", False, "1/(x*(x + 1)) == 1/x + 1/(x + 1)"),
    Identity("completing the square", True, "x**2 + p*x + q == (x + p/2)**2 + q - p**2/4"),
    Identity("nested fraction", True, "1/(1 + 1/x) == x/(x + 1)"),
    Identity("product of powers", True, "2**t*2**n == 2**(t + n)"),
    Identity("power of a power", True, "(2**t)**n == 2**(t*n)"),
    Identity("power of a negative number", True, "(-1)**(2*t + 1) == -1"),
    Identity("root of a square", False, "(x**2)**(1/2) == x"),
    Identity("sum of the first n", True, "sum(i, i, 1, n) == n*(n + 1)/2"),
    Identity("sum of the first n, off by one", False, "sum(i, i, 1, n) == n*(n - 1)/2"),
    Identity("sum of squares", True, "sum(i**2, i, 1, n) == n*(n + 1)*(2*n + 1)/6"),
    Identity("sum of cubes", True, "sum(i**3, i, 1, n) == (n*(n + 1)/2)**2"),
    Identity("telescoping fractions", True, "sum(1/(i*(i + 1)), i, 1, n) == n/(n + 1)"),
    Identity("geometric sum", True, "(1 - b)*sum(b**j, j, 0, t) == 1 - b**(t + 1)"),
    Identity("geometric sum, one short", False, "(1 - b)*sum(b**j, j, 0, t) == 1 - b**t"),
    Identity("index shift", True, "sum(g(i), i, 1, n) == sum(g(j + 1), j, 0, n - 1)"),
    Identity("index shift, end forgotten", False, "sum(g(i), i, 1, n) == sum(g(j + 1), j, 0, n)"),
    Identity("last term split off", True, "sum(g(i), i, 1, n + 1) == sum(g(i), i, 1, n) + g(n + 1)"),
    Identity("reversal", True, "sum(b**(t - i)*g(i), i, 0, t) == sum(b**i*g(t - i), i, 0, t)", ("0 < b",)),
    Identity("linearity", True, "sum(a*g(i) + v(i), i, 1, n) == a*sum(g(i), i, 1, n) + sum(v(i), i, 1, n)"),
    Identity("product of sums", True, "sum(g(i), i, 1, n)*sum(v(j), j, 1, n) == sum(sum(g(i)*v(j), j, 1, n), i, 1, n)"),
    Identity("product of sums, one index", False, "sum(g(i), i, 1, n)*sum(v(i), i, 1, n) == sum(g(i)*v(i), i, 1, n)"),
    Identity("triangle", True, "sum(sum(g(i)*v(j), j, 1, i), i, 1, n) == sum(sum(g(i)*v(j), i, j, n), j, 1, n)"),
    Identity("telescoping differences", True, "sum(g(i + 1) - g(i), i, 0, n) == g(n + 1) - g(0)"),
    Identity("doubling plus one", True, "v(t) == 2**t - 1", _DOUBLING),
    Identity("doubling, wrong closed form", False, "v(t) == 2**t", _DOUBLING),
    Identity(
        "affine recurrence",
        True,
        "v(t) == a**t*v(0) + b*sum(a**i, i, 0, t - 1)",
        (*_AFFINE, "0 < a"),
    ),
    Identity("two steps", True, "v(t + 2) == a**2*v(t) + a*b + b", _AFFINE),
    Identity("two steps, a factor lost", False, "v(t + 2) == a**2*v(t) + 2*b", _AFFINE),
)
