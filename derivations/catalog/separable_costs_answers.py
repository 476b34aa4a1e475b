"""Question 3.2, the written answer to its second part: the tables of separable attention, totals, the conclusion."""

from derivations.cost import Multiply, Program, multiply_adds, operations, space, t
from derivations.cost.attention import separable, standard
from derivations.transcript import Transcript
from symbolic.language import size

n, d = size("n d")
GIVEN = {"Q": (n, d), "K": (n, d), "V": (n, d), "C": (d, d)}
first = Program("K^T V", GIVEN, (Multiply("O", t("K"), "V"),))
second = Program("Q (K^T V)", GIVEN, (Multiply("O", "Q", "C"),))

answer = Transcript(
    "Answer 3.2, costs",
    source="Question 3.2",
    notation={
        r"\text{a row of the table}": "the derived number of operations, or of entries, of that step is in the class",
        r"\text{So}": "first the sum of the rows as written, then what the whole program costs",
        "first": multiply_adds(first),
        "second": multiply_adds(second),
        "time": operations(separable),
        "given": n * d,
        "small": d**2,
        "stored": space(separable),
        "products": multiply_adds(separable),
        "std_products": multiply_adds(standard),
        "std_stored": space(standard),
    },
)
steps = [
    answer.line(r"K^T V \quad \Theta(nd^2)", "big_theta(first, n*d**2, n, d)", given=[], true=True, follows=True),
    answer.line(r"Q(K^T V) \quad \Theta(nd^2)", "big_theta(second, n*d**2, n, d)", given=[], true=True, follows=True),
]
sum_of_steps = answer.sentence(
    r"so the time complexity for form of attention is: $\Theta(nd^2)$",
    "big_theta(n*d**2 + n*d**2, n*d**2, n, d)",
    given=[],
    true=True,
    follows=True,
)
answer.sentence(
    r"so the time complexity for form of attention is: $\Theta(nd^2)$",
    "big_theta(time, n*d**2, n, d)",
    given=[*steps, sum_of_steps],
    true=True,
    follows=True,
)
matrices = [
    answer.line(r"V \quad \Theta(nd)", "big_theta(given, n*d, n, d)", given=[], true=True, follows=True),
    answer.line(r"K^T \quad \Theta(dn)", "big_theta(given, d*n, n, d)", given=[], true=True, follows=True),
    answer.line(r"K^T V \quad \Theta(d^2)", "big_theta(small, d**2, n, d)", given=[], true=True, follows=True),
    answer.line(r"Q \quad \Theta(nd)", "big_theta(given, n*d, n, d)", given=[], true=True, follows=True),
    answer.line(r"Q(K^T V) \quad \Theta(nd)", "big_theta(given, n*d, n, d)", given=[], true=True, follows=True),
]
sum_of_matrices = answer.sentence(
    r"so the space complexity for form of attention is: $\Theta(d^w + nd)$",
    "big_theta(n*d + d*n + d**2 + n*d + n*d, d**w + n*d, n, d)",
    given=[],
    true=False,
    follows=False,
)
answer.sentence(
    r"so the space complexity for form of attention is: $\Theta(d^w + nd)$",
    "big_theta(stored, d**w + n*d, n, d)",
    given=[*matrices, sum_of_matrices],
    true=False,
    follows=True,
)
answer.sentence(
    r"$attention_{sep}$ is faster [...] compare to $attention_{std}$ if $n \gg d$",
    "products < std_products",
    when=["d < n"],
    given=[],
    true=True,
    follows=True,
)
answer.sentence(
    r"$attention_{sep}$ [...] requires less space compare to $attention_{std}$ if $n \gg d$",
    "stored < std_stored",
    when=["d < n"],
    given=[],
    true=True,
    follows=True,
)
answer.sentence(
    "since in it's time and space complexity there is no quadratic n",
    "big_o(time + stored, n*d**2, n, d, d <= n)",
    given=[],
    true=True,
    follows=True,
)
