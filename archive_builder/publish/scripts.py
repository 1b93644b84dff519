"""Takes the comments and the indentation out of the site's scripts, two fifths of their size.

Only whole lines of comments are taken out, and only of the project's own scripts, which begin with
`@ts-check`; so no parser is needed. A script with a template literal over several lines is left
unchanged, because a line of it may look like a comment.
"""

from __future__ import annotations

import re
from pathlib import Path

OURS = "// @ts-check\n"
"""First line of every script of the project."""

_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
"""Lines that contain only a comment."""

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


def lighten(folder: Path) -> None:
    """Take the comments and the indentation out of the scripts below a folder."""
    for path in sorted(folder.rglob("*.js")):
        with path.open(encoding="utf-8", newline="") as file:
            script = file.read()
        if script.startswith(OURS):
            path.write_text(bare(script), encoding="utf-8", newline="")


def bare(script: str) -> str:
    """Return a script without indentation and without the lines that contain only a comment."""
    made = _COMMENT.sub("", script)
    spans_lines = any(line.count("`") % 2 for line in made.splitlines())
    return script if spans_lines else _INDENTATION.sub("", made)
