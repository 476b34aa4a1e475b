"""The arrows between the parts, and what the trusted part may hold."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("derivations", "symbolic", "numeric")
TRUSTED = sorted((ROOT / "symbolic" / "kernel").rglob("*.py")) + sorted((ROOT / "symbolic" / "terms").rglob("*.py"))


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


def test_each_part_imports_only_what_is_below_it():
    result = run("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")
    assert "3 kept, 0 broken" in result.stdout, result.stdout + result.stderr


def test_importing_the_kernel_imports_neither_sympy_nor_the_search():
    code = "import symbolic.kernel.__main__, sys; print(*sorted(sys.modules))"
    modules = run("-c", code).stdout.split()
    assert "symbolic.kernel" in modules
    foreign = (
        "sympy",
        "numpy",
        "mpmath",
        "rich",
        "symbolic.methods",
        "symbolic.language",
        "symbolic.prover",
        "numeric",
    )
    assert not [name for name in modules if name.startswith(foreign)]


def test_importing_the_top_of_the_search_package_imports_nothing():
    modules = run("-c", "import symbolic, sys; print(*sorted(sys.modules))").stdout.split()
    assert [name for name in modules if name.startswith(("symbolic", "sympy"))] == ["symbolic"]


@pytest.mark.parametrize("path", TRUSTED, ids=lambda path: path.name)
def test_the_kernel_raises_and_never_asserts_or_evaluates(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    assert not called & {"eval", "exec", "compile", "float", "sympify", "simplify", "__import__"}


@pytest.mark.parametrize("package", PACKAGES)
def test_functions_stay_short(package):
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 50
    ]
    assert not long


EVALUATING = {"eval", "exec", "compile", "__import__"}
OBJECTS_FROM_DATA = {"pickle", "marshal", "shelve", "dill", "cloudpickle"}
ALLOWED = {
    "derivations/loading.py": {"exec", "compile"},  # running the user's own script is its point
    "derivations/passing.py": {"pickle"},  # with a whitelist of plain classes; certificates pass as text
}


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_that_was_stored_is_evaluated(package):
    for path in sorted((ROOT / package).rglob("*.py")):
        found = set(_dangerous(ast.parse(path.read_text(encoding="utf-8"))))
        assert found == ALLOWED.get(str(path.relative_to(ROOT)), set()), path


def test_sympy_parses_no_text():
    """`sympify` of a text evaluates it; `strict` refuses texts."""
    parsing = {"parse_expr", "S", "lambdify"}
    for path in sorted((ROOT / "symbolic").rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert not {_name(call.func) for call in calls} & parsing, path
        for call in calls:
            if _name(call.func) == "sympify":
                assert any(keyword.arg == "strict" for keyword in call.keywords), f"{path}:{call.lineno}"


def _dangerous(tree):
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in EVALUATING:
                yield name
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name in OBJECTS_FROM_DATA)
            case ast.ImportFrom(module=module) if module in OBJECTS_FROM_DATA:
                yield module


def _name(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
