"""The problem codes that the source can report, read from its syntax trees.

Whatever takes a parameter or has a field called `code` makes a problem (Problem, the readers'
RefusedError and Doubt, a validator's own shorthand); what is handed over for it is a code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "archive_builder"
Makers = dict[str, int]
"""What makes problems, by name, with the place of the code among its arguments."""


@cache
def codes() -> dict[str, str]:
    """Every code with the module that reports it."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    makers = {_module(path): dict(_makers(tree)) for path, tree in trees.items()}
    return {
        code: path.relative_to(ROOT).as_posix()
        for path, tree in trees.items()
        for code in _handed_over(tree, _known(tree, makers[_module(path)], makers), path)
    }


def _module(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


def _makers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
        elif isinstance(node, ast.ClassDef):
            names = _made_from(node)
        else:
            continue
        if "code" in names:
            yield node.name, names.index("code")


def _made_from(node: ast.ClassDef) -> list[str]:
    """What a class takes: its constructor's parameters, else the fields of a dataclass."""
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return [argument.arg for argument in part.args.args[1:]]
    fields = [part.target for part in node.body if isinstance(part, ast.AnnAssign)]
    return [field.id for field in fields if isinstance(field, ast.Name)]


def _known(tree: ast.Module, own: Makers, makers: dict[str, Makers]) -> Makers:
    """A module's own makers and those that it imports."""
    known = dict(own)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            there = makers.get(node.module or "", {})
            known |= {a.asname or a.name: there[a.name] for a in node.names if a.name in there}
    return known


def _handed_over(tree: ast.Module, makers: Makers, path: Path) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in makers:
            continue
        named = {keyword.arg: keyword.value for keyword in node.keywords}
        place = makers[node.func.id]
        argument = named.get("code") or (node.args[place] if place < len(node.args) else None)
        if isinstance(argument, ast.Constant):
            yield str(argument.value)
        else:
            # A code that somebody else has named is handed on: `code`, `error.code`.
            handed_on = ast.unparse(argument).endswith("code") if argument else False
            assert handed_on, f"{path}:{node.lineno}: name the code of the problem here"
