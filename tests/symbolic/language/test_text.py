"""Text read into terms: nothing is evaluated, nothing reordered, and a slip is pointed at."""

from __future__ import annotations

import pytest

from symbolic.language import function, integer, real, sequence, time
from symbolic.language.conventions import declare
from symbolic.language.scope import Scope
from symbolic.language.text import read_rows, read_text
from symbolic.language.unreadable import Unreadable
from symbolic.terms import Number, Symbol, add, eq
from symbolic.terms.text import show

NAMES = {
    **{name: real(name) for name in ("x", "y", "zeta")},
    "b": real("beta"),
    "i": integer("i"),
    "t": time("t"),
    "v": sequence("v"),
    "f": function("f"),
    "h": function("h", arity=2),
    "term": add(Symbol("p"), Number(1)),
}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x/x", "x/x"),
        ("0*(1/x)", "0·(1/x)"),
        ("x + y + x", "x + y + x"),
        ("(x + y) + x", "(x + y) + x"),
        ("x + (y + x)", "x + (y + x)"),
        ("x*y*x", "x·y·x"),
        ("(x*y)*x", "(x·y)·x"),
        ("x*(y*x)", "x·(y·x)"),
        ("x - y - x", "x − y − x"),
        ("x - (y - x)", "x − (y − x)"),
        ("x + y - x + y", "x + y − x + y"),
        ("-x*y", "−x·y"),
        ("(-x)*y", "(−x)·y"),
        ("-x/y", "−x/y"),
        ("-x**2", "−x^2"),
        ("(-x)**2", "(−x)^2"),
        ("x**y**2", "x^(y^2)"),
        ("(x**y)**2", "(x^y)^2"),
        ("-2", "−2"),
        ("-2*x", "−2·x"),
        ("1/2*x", "(1/2)·x"),
        ("x*1/2", "x·1/2"),
        ("2/4", "2/(4)"),
        ("x**(1/2)", "√x"),
        ("0.10", "1/10"),
        (".5*x", "(1/2)·x"),
        ("x**-1", "x^(−1)"),
        ("v(t - 1) + v[t]", "v(t − 1) + v(t)"),
        ("h(x, f(0))", "h(x, f(0))"),
        ("b*term", "β·(p + 1)"),
        ("sum(b**j, j, 0, t - 1)", "Σ_{j=0}^{t − 1} β^j"),
        ("sum(sum(i*j, i, 1, j), j, 1, i)", "Σ_{j=1}^{i} Σ_{i′=1}^{j} i′·j"),
        ("exp(-x) + sigmoid(x)", "exp(−x) + sigmoid(x)"),
        ("x >= y", "y ≤ x"),
        ("x > y", "y < x"),
        ("x != y", "x ≠ y"),
        ("  x == y  ", "x = y"),
    ],
)
def test_text_is_read_as_written(text: str, shown: str) -> None:
    assert show(read_text(text, NAMES)) == shown


def test_a_chain_is_read_in_rows() -> None:
    assert [show(row) for row in read_rows("0 < x <= y == 1", NAMES)] == ["0 < x", "x ≤ y", "y = 1"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x + z", "in 'x [+] z': found the unknown name 'z', at column 5; expected one of zeta"),
        ("β + q", "the unknown name 'β', at column 1"),
        ("ẞ == 1", "at column 1"),
        ("0 < x < 1", "a chain of relations"),
        ("x = 1", "invalid syntax.*and =="),
        ("2x", "invalid decimal literal"),
        ("", "invalid syntax"),
        ("x\0", "null bytes"),
        ("x^2", r"BitXor, at column 1; expected \*\* for a power"),
        ("x % y", "the operator Mod"),
        ("x // y", "the operator FloorDiv"),
        ("+x", "the syntax UnaryOp"),
        ("v", "the sequence v alone.*v\\(...\\)"),
        ("f + 1", "the function f alone"),
        ("x(y + 1)", r"the scalar x applied, at column 1; expected \* between factors"),
        ("v(x)", "v is applied to real, expected integer"),
        ("f[t]", "an index on the function f"),
        ("x[t]", "the scalar x applied"),
        ("v(t, t)", "2 arguments of v, at column 1; expected 1"),
        ("v[t, t]", "Tuple, at column 3; expected one index"),
        ("v[t:]", "Slice"),
        ("h(x)", "in h: found 1 arguments"),
        ("exp(x, y)", "the syntax Call"),
        ("exp + 1", "the unknown name 'exp'"),
        ("f()", "the syntax Call"),
        ("f(x=1)", "the syntax Call"),
        ("f(*x)", "the syntax Starred"),
        ("sum(v(i), i, 0)", "the syntax Call.*sum"),
        ("sum(v(i), 1, 0, t)", "the syntax Call"),
        ("sum(i(0), i, 0, t)", "the bound variable i applied"),
        ("sum(v(i), i, 0, x)", "the bounds of a sum are integers"),
        ("(0 < x) + 1", "the syntax Compare, at column 2"),
        ("x is y", "the comparison Is"),
        ("x in y", "the comparison In"),
        ("x < y and y < x", "BoolOp.*one relation"),
        ("not x", "the syntax UnaryOp"),
        ("x if y else x", "the syntax IfExp"),
        ("lambda x: x", "the syntax Lambda"),
        ("(x := y)", "the syntax NamedExpr"),
        ("x.real", "Attribute, at column 1; expected names without dots"),
        ("__import__('os').system('true')", "the syntax Call"),
        ("__import__('os')", "'os', at column 12"),
        ("[x for x in y]", "the syntax ListComp"),
        ("'x'", "expected an integer or a decimal"),
        ("1e3", "1e3, at column 1; expected an integer or a decimal"),
        ("1j", "1j"),
        ("True", "True"),
        ("...", "[.][.][.], at column 1"),
        ("9" * 401, "a number of 401 digits"),
        ("9" * 5000, "5000 digits"),
        ("(" * 300 + "x" + ")" * 300, "too many nested parentheses"),
        ("-" * 3000 + "x", "recursion"),
        ("/".join("x" * 600), "nested too deeply"),
        ("x" * 10_001, "10001 characters"),
    ],
)
def test_a_slip_is_pointed_at(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_text(text, NAMES)


def test_nothing_is_evaluated() -> None:
    called = []
    with pytest.raises(Unreadable):
        read_text("call(1)", {"call": called.append})
    assert called == []


def test_a_scope_is_shared_between_lines() -> None:
    scope = Scope()
    read_text("x", {"x": real("x")}, scope)
    with pytest.raises(Unreadable, match="print alike"):
        read_text("x", {"x": real("x", above=0)}, scope)


def test_a_term_may_stand_behind_a_name() -> None:
    assert read_text("p == 1", {"p": Symbol("p")}) == eq(Symbol("p"), Number(1))


def test_names_are_declared_by_convention() -> None:
    made = declare("sum(b**q, q, 0, t - 1) == v(t + 1)*n", "u[q] == f(x, 1) + f2(x) - w(k) - w(x)")
    assert (made["t"], made["n"], made["k"], made["b"]) == (
        time("t"),
        integer("n", at_least=1),
        integer("k"),
        real("b"),
    )
    assert made["v"] == sequence("v")
    assert made["u"] == sequence("u")
    assert made["f"] == function("f", arity=2)
    assert made["w"] == function("w")


def test_what_is_declared_is_not_overridden() -> None:
    b, u = real("b", above=0), integer("u")
    made = declare("b*c(u)", names={"b": b, "u": u})
    assert made["b"] is b
    assert made["c"] == sequence("c")
    assert set(declare("x", names={"b": b})) == {"x", "b"}
