"""The site's scripts as they are published: without the comments, a third of what a reader would fetch of them.

Only lines that are nothing but comment are left out, and only of scripts that say `@ts-check` in their
first line, which are the project's own: that takes no parser. A script in which a template spans lines
stays as it is, for such a line may belong to it.
"""

from __future__ import annotations

import re
from pathlib import Path

OURS = "// @ts-check\n"
"""How every script of the project begins."""

_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
"""Lines that are a comment and nothing else."""


def lighten(folder: Path) -> None:
    """Leave the comments out of the scripts below a folder."""
    for path in sorted(folder.rglob("*.js")):
        with path.open(encoding="utf-8", newline="") as file:
            script = file.read()
        if script.startswith(OURS):
            path.write_text(bare(script), encoding="utf-8", newline="")


def bare(script: str) -> str:
    """A script without the lines that are nothing but comment."""
    made = _COMMENT.sub("", script)
    spans_lines = any(line.count("`") % 2 for line in made.splitlines())
    return script if spans_lines else made
