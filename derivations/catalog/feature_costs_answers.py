"""Questions 3.3 and 3.5, the written answers on costs: the tables of attention by features, totals, the choice of m."""

from derivations.cost import Multiply, Program, Scale, multiply_adds, operations, space, t
from derivations.cost.attention import approximate, features, standard
from derivations.transcript import Transcript
from symbolic.language import size

n, d, m = size("n d m")
GIVEN = {"Q": (n, d), "V": (n, d), "F": (n, m), "G": (n, m), "C": (m, d), "X": (m, d), "D": (n, 1)}
f = Program("f of every row", GIVEN, features("O", "Q"))
first = Program("K' V", GIVEN, (Multiply("O", t("G"), "V"),))
second = Program("Q' (K' V)", GIVEN, (Multiply("O", "F", "C"),))
scaled = Program("D^-1 of that", GIVEN, (Multiply("O", "F", "C"), Scale("O", "D")))

time = Transcript(
    "Answer 3.3, time",
    source="Question 3.3",
    notation={
        r"\text{a row of the table}": "the derived number of operations of that step is in the class",
        r"D^{-1}": "a diagonal matrix, stored as a column; each row of the other operand is divided by its entry",
        "features": operations(f),
        "first": multiply_adds(first),
        "second": multiply_adds(second),
        "scaling": operations(scaled) - operations(second),
        "diagonal": multiply_adds(Program("Q' (K'^T 1)", {**GIVEN, "s": (m, 1)}, (Multiply("O", "F", "s"),))),
        "time": operations(approximate),
        "products": multiply_adds(approximate),
        "std_products": multiply_adds(standard),
    },
)
rows = [
    time.line(
        r"\text{apply } f \text{ on } Q \quad \Theta(nmd)",
        "big_theta(features, n*m*d, n, m, d)",
        given=[],
        true=True,
        follows=True,
    ),
    time.line(
        r"\text{apply } f \text{ on } K \quad \Theta(nmd)",
        "big_theta(features, n*m*d, n, m, d)",
        given=[],
        true=True,
        follows=True,
    ),
    time.line(r"K'V \quad \Theta(mnd)", "big_theta(first, m*n*d, n, m, d)", given=[], true=True, follows=True),
    time.line(r"Q'(K'V) \quad \Theta(nmd)", "big_theta(second, n*m*d, n, m, d)", given=[], true=True, follows=True),
    time.line(
        r"D^{-1}(Q'(K'V)) \quad \Theta(n)",
        "big_theta(scaling, n, n, m, d)",
        given=[],
        true=False,
        follows=False,
    ),
]
total = time.sentence(
    r"the time complexity would be: $\Theta(nmd)$",
    "big_theta(n*m*d + n*m*d + m*n*d + n*m*d + n, n*m*d, n, m, d)",
    given=[],
    true=True,
    follows=True,
)
time.sentence(
    r"the time complexity would be: $\Theta(nmd)$",
    "big_theta(time, n*m*d, n, m, d)",
    given=[*rows, total],
    true=True,
    follows=None,
)
time.sentence(
    r"so if we consider $n \gg m$ and $n \gg d$ then this form of attention would be more efficient",
    "products < std_products",
    when=["3*m < n"],
    given=[],
    true=True,
    follows=True,
)

stored = Transcript(
    "Answer 3.3, space",
    source="Question 3.3",
    notation={
        r"\text{a row of the table}": "the number of entries of that matrix is in the class",
        "f": "the m samples, each a row of d numbers",
        "rows": n * d,
        "samples": m * d,
        "features": n * m,
        "small": m * d,
        "diagonal": n,
        "space": space(approximate),
    },
)
matrices = [
    stored.line(r"Q \quad \Theta(nd)", "big_theta(rows, n*d, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"K \quad \Theta(nd)", "big_theta(rows, n*d, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"f \quad \Theta(md)", "big_theta(samples, m*d, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"Q' \quad \Theta(nm)", "big_theta(features, n*m, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"K' \quad \Theta(nm)", "big_theta(features, n*m, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"V \quad \Theta(nd)", "big_theta(rows, n*d, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"K'V \quad \Theta(md)", "big_theta(small, m*d, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"D \quad \Theta(n)", "big_theta(diagonal, n, n, m, d)", given=[], true=True, follows=True),
    stored.line(r"D(Q'(K'V)) \quad \Theta(nd)", "big_theta(rows, n*d, n, m, d)", given=[], true=True, follows=True),
]
whole = stored.sentence(
    r"space complexity would be: $\Theta(nd + md + nm)$",
    "big_theta(n*d + n*d + m*d + n*m + n*m + n*d + m*d + n + n*d, n*d + m*d + n*m, n, m, d)",
    given=[],
    true=True,
    follows=True,
)
stored.sentence(
    r"space complexity would be: $\Theta(nd + md + nm)$",
    "big_theta(space, n*d + m*d + n*m, n, m, d)",
    given=[*matrices, whole],
    true=True,
    follows=True,
)

choice = Transcript(
    "Answer 3.5, costs",
    source="Question 3.5",
    notation={
        "time": operations(approximate),
        "longer": operations(approximate).subs(m, m + 1),
        "space": space(approximate),
        "larger": space(approximate).subs(m, m + 1),
    },
)
choice.sentence(
    "since M is present in Time [...] complexity", "big_omega(time, n*m, n, m, d)", given=[], true=True, follows=True
)
choice.sentence(
    "since M is present in [...] Space complexity", "big_omega(space, m, n, m, d)", given=[], true=True, follows=True
)
choice.sentence(
    "If we pick a big m, [...] the attention would be slower", "time < longer", given=[], true=True, follows=True
)
choice.sentence("If we pick a big m, [...] and need more space", "space < larger", given=[], true=True, follows=True)
