"""The examples of docs/maintaining/layouts.md are recognised as the page says.

Each example is a fenced block `text`; the block `found` below it is what `archive show` lists.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive_builder import settings
from archive_builder.cli import outline
from archive_builder.pipeline import gather
from tests.docs.written import MAINTAINING, hold

PAGE = MAINTAINING / "layouts.md"
EXAMPLE = re.compile(r"```text\n(?P<source>.*?)```\n+```found\n(?P<found>.*?)```", re.DOTALL)


def found_in(source: str, folder: Path) -> str:
    """The records of an example as `archive show` lists them, below its kind, body and date."""
    path = folder / "example.txt"
    path.write_text(source, "utf-8")
    gathered = gather([path], settings.load())
    shown: list[str] = []
    kept = False
    for line in outline.lines(gathered.archive, ()):
        if line.startswith("  ") and not line.startswith("    "):
            kept = line.startswith("  Records:")
        if "(layout:" in line:
            shown.append(line.strip())
        elif kept and line.startswith("    "):
            shown.append(f"  {line.strip()}")
    return "".join(f"{line}\n" for line in shown)


def test_examples_are_recognised_as_stated(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")

    def renewed(match: re.Match[str]) -> str:
        return f"```text\n{match['source']}```\n\n```found\n{found_in(match['source'], tmp_path)}```"

    assert EXAMPLE.search(text)
    hold(PAGE, EXAMPLE.sub(renewed, text), request.config.getoption("--update"))
