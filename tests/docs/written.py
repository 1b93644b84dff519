"""The project's written word: its files, and the passages in them that are made from the code.

A made passage stands between two comments, `<!-- made: NAME -->` and `<!-- end -->`; everything
around it is written by hand. `pytest tests/docs --update` makes the passages anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

MAINTAINING = ROOT / "docs" / "maintaining"
CONTRIBUTING = ROOT / "docs" / "contributing"
FILES = (
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted(MAINTAINING.glob("*.md")),
    *sorted(CONTRIBUTING.glob("*.md")),
)
_MADE = r"(?P<open><!-- made: {name} -->\n).*?(?P<close><!-- end -->)"


def name_of(path: Path) -> str:
    """A file as tests name it."""
    return path.relative_to(ROOT).as_posix()


def with_passage(text: str, name: str, passage: str) -> str:
    """A text with its made passage of that name replaced."""
    pattern = re.compile(_MADE.format(name=re.escape(name)), re.DOTALL)
    made, count = pattern.subn(lambda match: f"{match['open']}\n{passage.strip()}\n\n{match['close']}", text)
    assert count == 1, f"there must be one passage between <!-- made: {name} --> and <!-- end -->"
    return made


def hold(path: Path, wanted: str, update: bool) -> None:
    """Fail where a file differs from what the code says; with `--update` write it instead."""
    if update:
        path.write_text(wanted, "utf-8")
    assert path.read_text("utf-8") == wanted, "run `pytest tests/docs --update` and look at the difference"


def first_cells(text: str) -> list[str]:
    """What stands in code marks at the head of each table row: "| `undated` | ..."."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def fenced(text: str, language: str) -> list[str]:
    """The fenced blocks of one language, without their fences."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
