"""Guards of the kernel, disabled one at a time: what no test misses is not known to be needed.

A guard is a place whose edit lets more through: a statement that is there for what it refuses (a call whose value
nobody takes, an empty pattern), a branch that raises or answers no, an operand of the condition of such a branch, and
an operand of a condition for a yes.  Nothing is written: a forked process imports the edited module in place of the one
on disk.
"""

from __future__ import annotations

import ast
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.util import spec_from_loader
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]
KERNEL: Final = Path("symbolic/kernel")
TESTS: Final = Path("tests/symbolic/kernel")
OURS: Final = ("symbolic", "numeric", "derivations", "tests")
LONGEST: Final = 240  # seconds; whoever runs longer than that has noticed

# What else tests a module besides the tests of its name, as patterns below the tests of the kernel.
ELSEWHERE: Final = {
    "definitions": ("test_refutation*.py",),
    "refutation": ("test_coins.py",),
    "replay": ("test_refutation*.py", "test_files.py"),
    "derivative": ("rules/test_calculus*.py", "rules/test_functions.py"),
    "rule": ("rules/test_*.py",),
    "theorem": ("test_replay.py",),
    "normals": ("rules/test_normals.py", "normal/test_growth.py"),
    "normal/growth": ("rules/test_normals.py",),
    "arrays": ("normal/test_entries.py",),
    "normal/facts": ("normal/test_sums.py", "rules/test_[acpr]*.py"),
    "normal/linear": ("normal/test_facts.py", "rules/test_algebra.py"),
    "normal/reading": ("normal/test_entries.py", "normal/test_[ps]*s.py", "rules/test_[ap][lr]*.py"),
    "normal/nets": ("normal/test_[rs]*.py", "rules/test_probability.py"),
    **dict.fromkeys(("normal/finish", "normal/naming"), ("normal/test_[nrs]*s.py",)),
    **dict.fromkeys(("normal/powers", "normal/polynomial", "normal/content"), ("normal/test_[cps]*[st].py",)),
}

Edit = tuple[Any, Callable[[], None]]


@dataclass(frozen=True)
class Guard:
    """The ``number``-th guard of the module at ``path``: ``text``, in ``function``."""

    path: Path
    number: int
    line: int
    function: str
    text: str

    @property
    def name(self) -> str:
        """By which it is told from the other guards of its module."""
        return f"{self.function}: {self.text}"


def guards(path: Path) -> list[Guard]:
    """The guards of a module."""
    tree = ast.parse((ROOT / path).read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    def within(node: Any) -> str:
        around = [one for one in functions if one.lineno <= node.lineno <= (one.end_lineno or 0)]
        return max(around, key=lambda one: one.lineno).name if around else ""

    found = [node for node, _ in _edits(tree)]
    return [Guard(path, at, node.lineno, within(node), ast.unparse(node)) for at, node in enumerate(found)]


def without(guard: Guard) -> str:
    """The source of the module with ``guard`` disabled."""
    tree = ast.parse((ROOT / guard.path).read_text())
    _, disable = list(_edits(tree))[guard.number]
    disable()
    return ast.unparse(tree)


def noticed(guard: Guard, tests: Sequence[Path]) -> bool:
    """Whether one of ``tests`` fails without ``guard``."""
    child = os.fork()
    if child == 0:
        signal.alarm(LONGEST)
        _begin_anew()
        sys.meta_path.insert(0, _Edited(guard))
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *map(str, tests)])))
    _, status = os.waitpid(child, 0)
    return status != 0


def covering(path: Path) -> list[Path]:
    """The tests of a module of the kernel."""
    module = path.relative_to(KERNEL).with_suffix("")
    refusals = ("rules/test_refusals.py",) if module.parent.name == "rules" else ()
    patterns = (f"{module.parent}/test_{module.name}*.py", *refusals, *ELSEWHERE.get(str(module), ()))
    found = sorted({test for pattern in patterns for test in (ROOT / TESTS).glob(pattern)})
    if not found:
        raise LookupError(f"no tests are known to be of {path}")
    return found


class _Edited(MetaPathFinder, SourceLoader):
    """Finds and loads one module, without a guard."""

    def __init__(self, guard: Guard) -> None:
        self._name, self._guard = ".".join(guard.path.with_suffix("").parts).removesuffix(".__init__"), guard

    def find_spec(self, fullname: str, *_: Any) -> Any:
        return spec_from_loader(fullname, self) if fullname == self._name else None

    def get_filename(self, fullname: str) -> str:
        return str(ROOT / self._guard.path)

    def get_data(self, path: str) -> bytes:
        return without(self._guard).encode()


def _begin_anew() -> None:
    """Nothing of this project is imported, and nothing is printed."""
    for name in [name for name in sys.modules if name.startswith(OURS)]:
        del sys.modules[name]
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 (until the process ends)
    for stream in (1, 2):
        os.dup2(sys.stdout.fileno(), stream)


def _edits(tree: ast.AST) -> Iterator[Edit]:
    """What loosens the module, place by place: a refusal is left out, or asks for less; a yes asks for less."""
    for node in ast.walk(tree):
        yield from _refusals(node)
        match node:
            case ast.If(test=ast.BoolOp(op=ast.Or(), values=values), body=body) if _refuses(body[-1]):
                yield from _weakened(values, False)
            case ast.Return(value=ast.BoolOp(op=ast.And(), values=values)):
                yield from _weakened(values, True)
            case ast.If(test=ast.BoolOp(op=ast.And(), values=values), body=body) if not _refuses(body[-1]):
                yield from _weakened(values, True)
            case ast.Call(func=ast.Name(id="expect"), args=[ast.BoolOp(op=ast.And(), values=values), *_]):
                yield from _weakened(values, True)
            case ast.Assign(value=ast.BoolOp(op=ast.And(), values=values)):
                yield from _weakened(values, True)
            case ast.comprehension(ifs=tests):
                yield from _weakened(tests, True)


def _weakened(parts: list[ast.expr], neutral: bool) -> Iterator[Edit]:
    yield from ((part, partial(parts.__setitem__, at, ast.Constant(neutral))) for at, part in enumerate(parts))


def _refusals(node: ast.AST) -> Iterator[Edit]:
    for field in ("body", "orelse"):
        block = getattr(node, field, None)
        for at, statement in enumerate(block if isinstance(block, list) else []):
            if (
                _refuses(statement) and not isinstance(node, ast.FunctionDef | ast.Lambda | ast.match_case)
            ) or _demands(statement):
                yield statement, partial(block.__setitem__, at, ast.Pass())


def _refuses(statement: ast.stmt) -> bool:
    """Whether a statement says no: it raises, or gives an answer that claims nothing."""
    match statement:
        case ast.Raise() | ast.Return(value=None | ast.Constant(value=None | False) | ast.Name(id="UNKNOWN")):
            return True
    return False


def _demands(statement: ast.stmt) -> bool:
    """Whether a statement is there for what it refuses: a call whose value nobody takes, or an empty pattern."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print") | ast.Attribute(attr="exit"))):
            return False
        case ast.Expr(value=ast.Call()) | ast.Assign(targets=[ast.Tuple(elts=[])]):
            return True
    return False
