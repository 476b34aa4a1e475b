"""What leaves a guard of the kernel out, does: and tests miss it, or there is a reason why none does."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.soundness.guards import KERNEL, ROOT, covering, guards, noticed, without
from tests.soundness.guards_unneeded import UNNEEDED

MODULES = sorted(path.relative_to(ROOT) for path in (ROOT / KERNEL).rglob("*.py") if guards(path.relative_to(ROOT)))
RULES = [path for path in MODULES if path.parent.name == "rules"]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_without_a_guard_a_module_is_another_one(path: Path) -> None:
    """Each edit gives a module, no two the same, and none the one on disk."""
    sources = [without(guard) for guard in guards(path)]
    original = ast.unparse(ast.parse((ROOT / path).read_text()))
    assert all(ast.parse(source) for source in sources)
    assert Counter([*sources, original]).most_common(1)[0][1] == 1


@pytest.mark.parametrize("path", RULES, ids=str)
def test_a_rule_has_covering_its_own(path: Path) -> None:
    assert covering(path)[0].name.startswith("test_")
    assert any(test.stem.startswith(f"test_{path.stem}") for test in covering(path))


@pytest.mark.parametrize("module", UNNEEDED)
def test_what_is_not_needed_is_there(module: str) -> None:
    found = {guard.name for guard in guards(KERNEL / f"{module}.py")}
    assert UNNEEDED[module].keys() <= found


def test_no_guard_of_a_small_rule_can_be_left_out() -> None:
    """All modules take an hour: see benchmarks/guards.py."""
    path = KERNEL / "rules/equality.py"
    assert [guard.text for guard in guards(path) if not noticed(guard, covering(path))] == []


def test_a_guard_that_is_not_needed_is_not_missed() -> None:
    path = KERNEL / "rules/calculus.py"
    (guard,) = (guard for guard in guards(path) if guard.name in UNNEEDED["rules/calculus"])
    assert not noticed(guard, covering(path)[:1])
