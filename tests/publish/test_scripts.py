"""The site's scripts without comments and indentation: nothing else is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.publish.scripts import OURS, bare, lighten
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "archive_builder" / "theme" / "assets").rglob("*.js"))

SCRIPT = """\
// @ts-check
// What it is for.
import { a } from "./a.js";

/**
 * @typedef {object} Thing
 * with a * and a // in it
 */

/** @type {number} one line */
const one = /** @type {number} */ (a); // why
const address = "https://example.org/"; /* kept */
  // indented
  one();
export { one, address };
"""

BARE = """\
import { a } from "./a.js";


const one = /** @type {number} */ (a); // why
const address = "https://example.org/"; /* kept */
one();
export { one, address };
"""


def test_lines_that_are_comments_are_left_out_and_indentation_too() -> None:
    assert bare(SCRIPT) == BARE


def test_a_template_that_spans_lines_is_not_cut() -> None:
    script = OURS + "const text = `\n// no comment\n`;\n"
    assert bare(script) == script


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_code_is_lost(path: Path) -> None:
    script = path.read_text("utf-8")
    lines = script.splitlines()
    code = [
        line
        for line in lines
        if not line.lstrip().startswith(("//", "/**", "* ", "*/")) and line.strip() != "*"
    ]
    assert script.startswith(OURS)
    assert [line for line in bare(script).splitlines() if line] == [
        line.lstrip() for line in code if line.strip()
    ]
    assert len(bare(script)) < 0.95 * len(script)


def test_scripts_of_others_stay_as_they_are(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.js"
    theirs.write_bytes(b"// Licence\r\nx = 1;\r\n")
    (tmp_path / "ours.js").write_text(SCRIPT, encoding="utf-8")
    lighten(tmp_path)
    assert theirs.read_bytes() == b"// Licence\r\nx = 1;\r\n"
    assert (tmp_path / "ours.js").read_text("utf-8") == BARE
    lighten(tmp_path)
    assert (tmp_path / "ours.js").read_text("utf-8") == BARE
