"""docs/contributing/architecture.md lists the modules by the first line of their docstrings."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.written import CONTRIBUTING, hold, with_passage

PAGE = CONTRIBUTING / "architecture.md"
PACKAGE = ROOT / "archive_builder"


def listed() -> str:
    """A list of all modules, folder by folder, in the order of their names."""
    lines = []
    for path in sorted(PACKAGE.rglob("*.py"), key=_place):
        name = path.parent if path.name == "__init__.py" else path
        depth = len(name.relative_to(PACKAGE).parts) - 1
        slash = "/" if path.name == "__init__.py" else ""
        if path.parent == PACKAGE and slash:
            continue
        lines.append(f"{'    ' * depth}- `{name.name}{slash}`: {_duty(path)}")
    return "\n".join(lines)


def _place(path: Path) -> tuple[str, ...]:
    """A folder's own words come before what is in it."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def _duty(path: Path) -> str:
    words = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return words.partition("\n")[0]


def test_the_modules_are_current(request: pytest.FixtureRequest) -> None:
    wanted = with_passage(PAGE.read_text("utf-8"), "modules", listed())
    hold(PAGE, wanted, request.config.getoption("--update"))


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in sorted(PACKAGE.rglob("*.py")) if not _duty(path)] == []
