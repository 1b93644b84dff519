"""Each script imports what it uses of others.

Scripts are joined before they are published, so that a name that a module forgot to import may be there in the
site and be missing where the module stands alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.publish.joining import EXPORT, IMPORT
from tests.conftest import ROOT
from tests.publish.module_names import missing

ASSETS = ROOT / "archive_builder" / "theme" / "assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))
EXPORTED = {line["name"] for path in SCRIPTS for line in EXPORT.finditer(path.read_text("utf-8"))}


def name(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_a_script_imports_what_it_uses_of_others(path: Path) -> None:
    assert missing(path.read_text("utf-8"), EXPORTED) == set()


@pytest.mark.parametrize(
    "path", [path for path in SCRIPTS if "import {" in path.read_text("utf-8")], ids=name
)
def test_an_import_that_is_left_out_is_noticed(path: Path) -> None:
    script = path.read_text("utf-8")
    for line in IMPORT.finditer(script):
        imported = {one.strip() for one in (line["names"] or "").split(",")} & EXPORTED
        functions = {one for one in imported if one in missing(script.replace(line[0], ""), EXPORTED)}
        assert imported == functions, line[0]
