r"""The LaTeX of a run: balanced, escaped, complete, and free of the names that only machines need."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from derivations import Derivation
from derivations.check_all import main
from derivations.findings import Finding
from derivations.report.latex import Judgements, latex_files
from derivations.report.latex_claim import statement_text
from derivations.report.latex_lines import document_text, finding_text, notation_text
from derivations.report.latex_proof import outline
from derivations.report.latex_words import escape, formula, reason, value
from derivations.transcript import Line
from symbolic.certificate import Certificate, Row, Sequent, Step
from symbolic.terms import ZERO, Number, Symbol, add, div, eq, lt, mul, ne, power
from tests.judged import CATALOG, PAGES, RUN

SLIP = Derivation("A slip_100% & {β ≠ 1}", source="Notes, p. 3 #2")
SLIP.assume("v(0) == 0")
SLIP.assume("v(t + 1) == b*v(t) + (1 - b)*c", forall="t")
STEP = SLIP.have("one_step", "v(t + 1) - c == b*(v(t) - c)")
SLIP.show("closed form", "v(t) == (1 - b**(t + 1))*c")
SLIP.show("doubled", "2*v(t + 1) - 2*c == 2*b*(v(t) - c)", using=[STEP])
SLIP.conjecture("convex", "exp(x) + exp(-x) <= 2*exp(x**2/2)", reason="no rule knows it_yet")


def judgements() -> Judgements:
    """Every claim of the catalog, and the slips."""
    claims = [one for one in CATALOG.chosen if not any(isinstance(claim, Line) for claim in one.claims)]
    judged = [(one.derivation, [RUN.judged(claim) for claim in one.claims]) for one in claims]
    return [*judged, (SLIP, [RUN.judged(claim) for claim in SLIP.claims])]


JUDGED = judgements()
FILES = latex_files(JUDGED)
PARTS = {name: text for name, text in FILES.items() if name not in ("preamble.tex", "proofs.tex")}
SLIPPED = next(text for name, text in PARTS.items() if "a-slip" in name)


def outside_math(text: str) -> str:
    """What is not in math mode, without references and commands."""
    text = text.replace(r"\$", "")
    for command in (r"\\shown\{.*\}", r"\\then\{.*\}", r"\\assumption\{\d+\}\{.*\}", r"\$[^$]*\$"):
        text = re.sub(command, "", text)
    return re.sub(r"\\(label|ref|input)\{[^}]*\}", "", text)


@pytest.mark.parametrize("name", sorted(FILES))
def test_braces_and_environments_pair_up(name: str) -> None:
    bare = re.sub(r"\\[{}\\]|(?m:(?<!\\)%.*$)", "", FILES[name])
    assert bare.count("{") == bare.count("}")
    assert len(re.findall(r"(?<!\\)\$", FILES[name])) % 2 == 0
    begun, ended = (Counter(re.findall(rf"\\{word}\{{(\w+)\}}", FILES[name])) for word in ("begin", "end"))
    assert begun == ended
    left, right = (len(re.findall(rf"\\{word}(?![a-z])", FILES[name])) for word in ("left", "right"))
    assert left == right


@pytest.mark.parametrize("name", sorted(PARTS))
def test_nothing_outside_math_needs_math(name: str) -> None:
    bare = re.sub(r"\\[_^&#%{}]", "", outside_math(PARTS[name]))
    assert not re.search(r"[_^&#]|[^\x00-\xff]", bare)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_no_ids_and_no_places(name: str) -> None:
    assert not re.search(r"\w/[\w-]+/\w", outside_math(PARTS[name]))  # file/derivation/claim
    assert ".py" not in PARTS[name]


def test_every_part_is_input_once_and_every_reference_is_there() -> None:
    assert re.findall(r"\\input\{(.*?)\}", FILES["proofs.tex"]) == ["preamble.tex", *PARTS]
    every = "\n".join(PARTS.values())
    labels = re.findall(r"(claim:\d+|derivation:\d+)\}\n", every)
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"\\ref\{(.*?)\}", every)) <= set(labels)
    assert re.findall(r"\\overview\{(.*?)\}", FILES["proofs.tex"]) == [one for one in labels if "derivation" in one]


def test_every_claim_says_what_it_says() -> None:
    for made, judged in JUDGED:
        for one in judged:
            assert rf"\shown{{{formula(one.verdict.claim.goal)}}}" in "".join(PARTS.values()), made.title


def test_a_proof_by_induction_shows_its_base_and_its_step() -> None:
    text = next(text for name, text in PARTS.items() if name.endswith("running-average-unrolled.tex"))
    assert r"\row{1}{by induction over $t$:}{the claim}" in text
    assert re.search(r"\\row\{2\}\{base: \$t\$ = 0, arithmetic:\}\{\\then\{v_\{0\} = ", text)
    assert re.search(
        r"\\row\{2\}\{step: from \$t\$ to \$t\$ \+ 1.*, assuming \$v_\{t\} = .*\\then\{v_\{t \+ 1\} = ", text
    )


def test_what_is_false_shows_its_counterexample_and_what_is_open_its_residual() -> None:
    assert r"\claim{closed form}{\refuted}" in SLIPPED
    assert re.search(r"\\heading\{Counterexample\}.*\$v_\{0\} = 0\$, left side \$= 0\$, right side \$= 1\$\.", SLIPPED)
    assert r"\claim{convex}{\conjecture\supported}" in SLIPPED
    assert r"because no rule knows it\_yet." in SLIPPED
    assert r"\shown{\exp{(x)} + \exp{(-x)} - 2 \by \exp" in SLIPPED


def test_a_proof_names_what_it_uses_and_cites() -> None:
    assert re.search(r"\\heading\{Uses\}.*\(A2\)", SLIPPED)
    assert re.search(r"\\heading\{Cites\}claim~\\ref\{claim:\d+\}\.", SLIPPED)


def test_a_citation_of_what_is_not_printed_has_a_name() -> None:
    files = latex_files([(SLIP, [RUN.judged(SLIP.claims[2])])])
    assert r"\heading{Cites}the claim one-step." in "".join(files.values())


def test_derivations_of_one_name_have_files_of_their_own() -> None:
    twice = JUDGED[-1:] * 2
    assert len(latex_files(twice)) == 4


def test_a_finding_says_what_is_wrong_and_what_is_right() -> None:
    judged = RUN.judged(STEP)
    correction = SimpleNamespace(edit="b for beta_1", verdict=judged.verdict, proved=True)
    finding = Finding("false", "it contradicts x_t", (("b", "−1/2"),), correction, 3)  # type: ignore[arg-type]
    assert list(finding_text(finding)) == [
        r"\finding{false, a consequence of line 3:}it contradicts x\_t.",
        r"\heading{Counterexample}$b = -\frac{1}{2}$.",
        r"\heading{Instead}b for beta\_1 (\good{proved}):",
        rf"\shown{{{formula(judged.verdict.claim.goal)}}}",
    ]


def test_cases_keep_what_they_assume() -> None:
    x, claim = Symbol("x"), RUN.judged(STEP).verdict.claim
    cases = [Sequent(frozenset({fact}), claim.goal) for fact in (eq(x, ZERO), ne(x, ZERO))]
    trivial = Sequent(frozenset({lt(x, ZERO)}), lt(x, ZERO))
    steps = tuple(Step("rule", (), (), one) for one in (*cases, trivial, Sequent(frozenset(), claim.goal)))
    rows = (Row("first", 0), Row("second", 1), Row("second", 1), Row("said", 2))
    shown = list(outline(Certificate(claim, steps, (Row("by cases", 3, rows),))))
    goal = formula(claim.goal)
    assert shown == [
        r"\row{1}{by cases:}{the claim}",
        rf"\row{{2}}{{first, assuming $x = 0$:}}{{\then{{{goal}}}}}",
        rf"\row{{2}}{{second, assuming $x \neq 0$:}}{{\then{{{goal}}}}}",
    ]


def test_notation_is_shown_in_words() -> None:
    assert list(notation_text({"x_t": "x(t)"})) == [r"\notation{$\displaystyle x_t$}{x(t)}"]


def test_a_line_stands_beside_its_reading() -> None:
    found = next(one for one in CATALOG.chosen if isinstance(one.claims[0], Line))
    judged = PAGES.judged(found.claims[0])  # type: ignore[arg-type]
    text = latex_files([(found.derivation, [judged])])
    part = next(text for name, text in text.items() if name not in ("preamble.tex", "proofs.tex"))
    assert judged.stated.latex in part
    assert judged.entailed is not None
    assert list(statement_text(judged.entailed.verdict, SimpleNamespace(assumptions={})))[-1] in part  # type: ignore[arg-type]
    assert r"\docline{1}{\good{true}, \good{follows}}{claim:1}" in part


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("x_t = 1", "relation", r"$\displaystyle x_t = 1$"),
        (r"x &= 1 \\ y &= 2", "row", r"$\displaystyle\begin{aligned}x &= 1 \\ y &= 2\end{aligned}$"),
        ("so $x = 1$", "sentence", "so $x = 1$"),
        (r"\frac{1}{", "relation", r"\texttt{\textbackslash{}frac\{1\}\{}"),
        (r"\{x\}", "relation", r"$\displaystyle \{x\}$"),
    ],
)
def test_the_document_is_shown_as_it_is(text: str, kind: str, shown: str) -> None:
    assert document_text(text, kind) == shown


def test_any_text_can_be_escaped() -> None:
    assert escape("50% of β_t^2 < é") == r"50\% of $\beta$\_t\textasciicircum{}2 $<$ é"
    assert escape("漢\n") == r"\texttt{U+6F22} "
    assert reason("from t to beta", [Symbol("t"), Symbol("beta")]) == r"from $t$ to $\beta$"


def test_rows_of_a_counterexample() -> None:
    assert value("f(x)", "x^2") == r"$f{(x)} = x^{2}$"
    assert value("remark", "calculated exactly, by hand") == "remark: calculated exactly, by hand"
    assert value("g(i)", "ξ_g(i) + κ") == r"$g_{i} = {\xi_{g}}_{i} + \kappa$"
    assert value("ξ_g", "1 or −1") == r"$\xi_{g}$: 1 or $-$1"


def test_lines_break_in_long_parentheses_only() -> None:
    short, x = add(Symbol("x"), Number(1)), Symbol("x")
    assert formula(mul(x, short)) == r"x \by {(x + 1)}"
    assert "{(" not in formula(mul(x, add(*[power(x, Number(n)) for n in range(2, 12)])))


def test_lines_break_in_tall_brackets_that_are_too_long_for_one() -> None:
    """In a fraction no line breaks: there brackets stretch."""
    x, one = Symbol("x"), Number(1)
    few, many = (add(one, *[div(one, power(x, Number(n))) for n in range(2, end)]) for end in (4, 14))
    assert formula(mul(x, few)) == r"x \by \left(1 + \frac{1}{x^{2}} + \frac{1}{x^{3}}\right)"
    assert formula(mul(x, many)).startswith(r"x \by \Biggl(1 + \frac{1}{x^{2}} + ")
    assert formula(mul(x, many)).endswith(r"\frac{1}{x^{13}}\Biggr)")
    assert "Biggl" not in formula(div(mul(x, many), add(x, one)))


def test_the_command_line_writes_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deep" / "proofs"
    assert main(["running_average", "--only", "*weights*", "--latex", str(folder)]) == 0
    assert {"preamble.tex", "proofs.tex"} < {path.name for path in folder.iterdir()}
    (tmp_path / "taken").write_text("")
    assert main(["running_average", "--only", "*weights*", "--latex", str(tmp_path / "taken")]) == 2
    assert "LaTeX cannot be written there" in capsys.readouterr().err
