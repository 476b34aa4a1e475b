"""Question 3.1, the written answer: its tables row by row, the totals, and the sentences about many heads."""

from derivations.cost import KEPT, Multiply, Program, SoftmaxRows, multiply_adds, operations, space, t
from derivations.cost.attention import multi_head, single_head
from derivations.transcript import Transcript
from symbolic.language import size

n, d, h = size("n d h")
GIVEN = {"Q": (n, d), "K": (n, d), "V": (n, d), "S": (n, n), "H": (n, d), "WO": (d, d)}
scores = Program("scores", GIVEN, (Multiply("O", "Q", t("K")),))
weighted = Program("weighted sums", GIVEN, (Multiply("O", "S", "V"),))
normalised = Program("softmax", GIVEN, (Multiply("O", "Q", t("K")), SoftmaxRows("O")))
projected = Program("projection", GIVEN, (Multiply("O", "H", "WO"),))

time = Transcript(
    "Answer 3.1, time",
    source="Question 3.1",
    notation={
        r"\text{a row of the table}": "the derived number of operations of that step is in the class",
        r"\Theta(f) + \Theta(g) = \Theta(h)": "f + g is in the class of h: sums of classes of costs are those of sums",
        r"\text{time complexity}": "operations of the whole program, with the projections of Q, K and V",
        r"\text{multi-head}": "the heads one after the other, each with its own weights; buffers freed after each head",
        "scores": multiply_adds(scores),
        "weighted": multiply_adds(weighted),
        "softmax": operations(normalised) - operations(scores),
        "projected": multiply_adds(projected),
        "head": operations(single_head),
        "heads": operations(multi_head()),
    },
)
rows = [
    time.line(
        r"\mathbf{QK}^T \quad \Theta(n^2d)", "big_theta(scores, n**2*d, n, d)", given=[], true=True, follows=True
    ),
    time.line(
        r"(\mathbf{QK}^T)\mathbf{V} \quad \Theta(n^2d)",
        "big_theta(weighted, n**2*d, n, d)",
        given=[],
        true=True,
        follows=True,
    ),
    time.line(r"\text{softmax} \quad \Theta(n^2)", "big_theta(softmax, n**2, n, d)", given=[], true=True, follows=True),
    time.line(
        r"(\text{head}_1)\mathbf{W}^O \quad \Theta(nd^2)",
        "big_theta(projected, n*d**2, n, d)",
        given=[],
        true=True,
        follows=True,
    ),
]
total = time.line(
    r"\Theta(n^2d) + \Theta(n^2d) + \Theta(n^2) + \Theta(nd^2) = \Theta(n^2d + nd^2)",
    "big_theta(n**2*d + n**2*d + n**2 + n*d**2, n**2*d + n*d**2, n, d)",
    given=[],
    true=True,
    follows=True,
)
time.sentence(
    r"time complexity for single head: $\Theta(n^2d + nd^2)$",
    "big_theta(head, n**2*d + n*d**2, n, d)",
    given=[*rows, total],
    true=True,
    follows=True,
)
time.sentence(
    r"for the multi-head we can just multiply our complexity by h: time complexity = $\Theta(h(n^2d + nd^2))$",
    "big_theta(heads, h*(n**2*d + n*d**2), n, d, h)",
    given=[],
    true=True,
    follows=True,
)
time.sentence(
    r"The bottleneck for long sequences (big n) is where the $n^2$ appears: when we multiply Q by $K^T$ (time)",
    "big_theta(head, scores, n, d, d <= n)",
    given=[],
    true=True,
    follows=True,
)

stored = Transcript(
    "Answer 3.1, space",
    source="Question 3.1",
    notation={
        r"\text{a row of the table}": "the number of entries of that matrix is in the class",
        r"\text{space complexity}": "the most entries alive at a time: what is given, buffers and the output",
        r"\text{multi-head}": "the heads one after the other, each with its own weights; buffers freed after each head",
        r"\text{because we repeat}": "the same where every head keeps its buffers",
        "given": n * d,
        "scores": n**2,
        "weights": d**2,
        "head": space(single_head),
        "heads": space(multi_head()),
        "kept": space(multi_head(KEPT)),
    },
)
matrices = [
    stored.line(r"\mathbf{Q} \quad \Theta(nd)", "big_theta(given, n*d, n, d)", given=[], true=True, follows=True),
    stored.line(r"\mathbf{K}^T \quad \Theta(dn)", "big_theta(given, d*n, n, d)", given=[], true=True, follows=True),
    stored.line(r"\mathbf{QK}^T \quad \Theta(n^2)", "big_theta(scores, n**2, n, d)", given=[], true=True, follows=True),
    stored.line(r"\mathbf{V} \quad \Theta(nd)", "big_theta(given, n*d, n, d)", given=[], true=True, follows=True),
    stored.line(
        r"(\mathbf{QK}^T)\mathbf{V} \quad \Theta(nd)", "big_theta(given, n*d, n, d)", given=[], true=True, follows=True
    ),
    stored.line(r"\mathbf{W}^O \quad \Theta(d^2)", "big_theta(weights, d**2, n, d)", given=[], true=True, follows=True),
    stored.line(
        r"(\text{head}_1)\mathbf{W}^O \quad \Theta(nd)",
        "big_theta(given, n*d, n, d)",
        given=[],
        true=True,
        follows=True,
    ),
]
whole = stored.sentence(
    r"So we can sum all this number: $\Theta(n^2 + d^2 + nd)$",
    "big_theta(n*d + d*n + n**2 + n*d + n*d + d**2 + n*d, n**2 + d**2 + n*d, n, d)",
    given=[],
    true=True,
    follows=True,
)
stored.sentence(
    r"space complexity for single head = $\Theta(n^2 + d^2 + nd)$",
    "big_theta(head, n**2 + d**2 + n*d, n, d)",
    given=[*matrices, whole],
    true=True,
    follows=True,
)
stored.sentence(
    r"for the multi-head we can just multiply our complexity by h: space complexity = $\Theta(h(n^2 + d^2 + nd))$",
    "big_theta(heads, h*(n**2 + d**2 + n*d), n, d, h)",
    given=[],
    correction="big_theta(heads, n**2 + h*(d**2 + n*d), n, d, h)",
    true=False,
    follows=False,
)
stored.sentence(
    r"because we repeat the each operation h time: space complexity = $\Theta(h(n^2 + d^2 + nd))$",
    "big_theta(kept, h*(n**2 + d**2 + n*d), n, d, h)",
    given=[],
    true=True,
    follows=True,
)
stored.sentence(
    r"The bottleneck for long sequences (big n) is where the $n^2$ appears: when we multiply Q by $K^T$ (space)",
    "big_theta(head, scores, n, d, d <= n)",
    given=[],
    true=True,
    follows=True,
)
