"""Joins the modules of a script, and the parts of a style, into one file: a reader's browser asks for few files.

Only the project's own modules are joined, and only their lines of import and export are read: those have one
simple form (`tests/publish/test_joining.py` holds it), so no parser is needed. Each module becomes a function
that is called once and returns what it exports.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENTRIES = (
    "archive.js",
    "bar.js",
    "boxes.js",
    "not-found.js",
    "quote.js",
    "registers.js",
    "terms.js",
    "search/box.js",
    "search/engine.js",
    "search/index/answering.js",
    "search/index/inflate.js",
    "search/marks.js",
    "search/page.js",
    "search/worker.js",
)
"""Scripts that a page, a worker or an `import()` asks for, below `assets/`."""

SHARED = "search/engine.js"
"""A script that holds what all scripts of a page share; it is in none of the others."""

IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE)
PART = re.compile(r'^@import "(?P<name>[\w-]+\.css)";\n', re.MULTILINE)
"""A line of a style that takes in another of the same folder."""
DYNAMIC = re.compile(r'import\("(?P<path>\.[^"]+)"\)')


@dataclass(frozen=True, slots=True)
class _Module:
    """A module that a script is made of."""

    path: Path
    text: str

    def imported(self) -> Iterator[Path]:
        for line in IMPORT.finditer(self.text):
            yield _resolved(self.path, line["path"])


def join(assets: Path) -> None:
    """Join the modules of each entry below a site's folder `assets`, and remove modules that are in entries only."""
    entries = {assets / name for name in ENTRIES}
    shared = assets / SHARED
    made: dict[Path, str] = {}
    absorbed: set[Path] = set()
    for entry in sorted(entry for entry in entries if entry.is_file()):
        modules = _modules(entry, shared)
        made[entry] = _joined(modules, entry)
        absorbed |= {module.path for module in modules}
    for entry, text in made.items():
        entry.write_text(text, encoding="utf-8", newline="")
    for path in absorbed - entries:
        if path.is_relative_to(assets):
            path.unlink()


def join_styles(folder: Path) -> None:
    """Put the parts of each style of a folder into it, and remove them."""
    parts: set[Path] = set()
    for path in sorted(folder.glob("*.css")):
        text = path.read_text(encoding="utf-8")
        if PART.search(text):
            parts |= {folder / line["name"] for line in PART.finditer(text)}
            whole = PART.sub(lambda line: (folder / line["name"]).read_text(encoding="utf-8"), text)
            path.write_text(whole, encoding="utf-8", newline="")
    for path in parts:
        path.unlink()


def _modules(entry: Path, shared: Path) -> list[_Module]:
    """Return the modules of an entry, each after those that it imports; the entry is the last."""
    found: dict[Path, _Module] = {}

    def visit(path: Path, above: tuple[Path, ...]) -> None:
        if path in above:
            raise ValueError(f"{path} imports itself over others")
        if path in found or not path.is_file() or (path == shared != entry):
            return
        module = _Module(path, path.read_text(encoding="utf-8"))
        for other in module.imported():
            visit(other, (*above, path))
        found[path] = module

    visit(entry, ())
    return [*found.values()]


def _joined(modules: list[_Module], entry: Path) -> str:
    """Return the text of one script for some modules, the last of which is the entry."""
    inside = {module.path for module in modules}
    outside = sorted({path for module in modules for path in module.imported()} - inside)
    lines = [f'import * as {_name(path)} from "{_relative(path, entry)}";\n' for path in outside]
    return "".join([*lines, *(_scope(module, entry) for module in modules[:-1]), _body(modules[-1], entry)])


def _scope(module: _Module, entry: Path) -> str:
    body = _body(module, entry)
    names = ", ".join(line["name"] for line in EXPORT.finditer(body))
    return f"const {_name(module.path)} = (() => {{\n{EXPORT.sub('', body)}return {{ {names} }};\n}})();\n"


def _body(module: _Module, entry: Path) -> str:
    """Return a module's text with what it imports taken from other scopes."""

    def taken(line: re.Match[str]) -> str:
        names = " ".join((line["names"] or "").split()).replace(" as ", ": ")
        return f"const {{ {names} }} = {_name(_resolved(module.path, line['path']))};\n" if names else ""

    def moved(call: re.Match[str]) -> str:
        return f'import("{_relative(_resolved(module.path, call["path"]), entry)}")'

    return DYNAMIC.sub(moved, IMPORT.sub(taken, module.text))


def _resolved(path: Path, named: str) -> Path:
    return Path(os.path.normpath(path.parent / named))


def _relative(path: Path, entry: Path) -> str:
    found = Path(os.path.relpath(path, entry.parent)).as_posix()
    return found if found.startswith(".") else f"./{found}"


def _name(path: Path) -> str:
    """Return the name of a module's scope: `$index_files`."""
    return "$" + re.sub(r"\W", "_", "_".join([path.parent.name, path.stem]))
