"""The examples of docs/maintaining/layouts.md are recognised as the page says.

Each example is a fenced block `text`; the block `found` below it says what was recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_builder import settings
from archive_builder.cli import outline
from archive_builder.model import Document
from archive_builder.pipeline import gather
from tests.docs.written import MAINTAINING, hold

PAGE = MAINTAINING / "layouts.md"
EXAMPLE = re.compile(r"```text\n(?P<source>.*?)```\n+```found\n(?P<found>.*?)```", re.DOTALL)


def found_in(source: str, folder: Path) -> str:
    """The kind, body and date of an example, who attended, and its records as `archive show` has them."""
    path = folder / "example.txt"
    path.write_text(source, "utf-8")
    archive = gather([path], settings.load()).archive
    shown: list[str] = []
    listing = False
    people = iter([list(named(document)) for document in archive.documents])
    for line in outline.lines(archive, ()):
        if "(layout:" in line:
            shown += [line.partition(" (layout:")[0].strip(), *next(people)]
        if not line.startswith("    "):
            listing = line.startswith("  Records:")
        elif listing:
            shown.append(line[6:].rstrip())
    return "".join(f"{line}\n" for line in shown)


def named(document: Document) -> Iterator[str]:
    """A line for each person of the attendance list."""
    for row in document.attendance:
        status = row.status.value.replace("-", " ")
        yield f"  {status}: {', '.join(part for part in (row.name, row.role, row.organization) if part)}"


def test_examples_are_recognised_as_stated(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")

    def renewed(match: re.Match[str]) -> str:
        return f"```text\n{match['source']}```\n\n```found\n{found_in(match['source'], tmp_path)}```"

    assert EXAMPLE.search(text)
    hold(PAGE, EXAMPLE.sub(renewed, text), request.config.getoption("--update"))
