"""An archive in which something is wrong, and the hands of somebody who does what the hint says, to the letter."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from archive_builder import pipeline, published, settings
from archive_builder.problem import Problem

MINUTES = """Fenny Hollow Parish Council
Minutes of the meeting held on 4 March 2025

Present: Ann Lee (Chair), Bo Ray

1. Apologies
None.

2. Roads
ACTION: Bo Ray to write to the county by 30 April 2025.
RESOLVED: That the road be mended.
"""
_PLACEHOLDERS = {"NAME": "Fenny Hollow Parish Council", "YYYY-MM-DD": "2025-03-04", "…": "the clerk says so"}
_QUOTED = re.compile(r"`([^`]+)`")


@dataclass
class Workbench:
    """An archive's folder."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    def put(self, name: str, content: str | bytes) -> None:
        """Put a file below the archive's top folder."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def put_minutes(self, name: str = "a.txt", *changes: tuple[str, str]) -> None:
        """Put minutes into `content/`, with some words replaced by others."""
        text = MINUTES
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        self.put(f"content/{name}", text)

    def remove(self, name: str) -> None:
        (self.root / name).unlink()

    def text(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def add(self, name: str, lines: str) -> None:
        """Write lines at the end of a file."""
        path = self.root / name
        self.put(name, (path.read_text("utf-8") if path.is_file() else "") + lines + "\n")

    def check(self) -> list[Problem]:
        """What is wrong with the archive."""
        return list(self.gather().problems)

    def gather(self) -> pipeline.Gathered:
        loaded = settings.load(self.root / "archive.toml")
        return pipeline.gather([self.content], loaded, home=self.content)

    def lock(self) -> None:
        """Do what `archive lock` does."""
        archive = self.gather().archive
        published.write(published.renewed(archive, datetime.date(2026, 3, 4), frozenset()), self.content)

    def write_quoted(self, problem: Problem, name: str = "") -> None:
        """Write the lines that a hint quotes into the file that it names, with its placeholders filled."""
        named = re.search(r"corrections/(.+\.yml)", problem.hint)
        target = name or (named[1] if named else f"{problem.file}.yml")
        lines = [quoted for quoted in _QUOTED.findall(problem.hint) if ":" in quoted]
        text = "\n".join(lines)
        for placeholder, value in _PLACEHOLDERS.items():
            text = text.replace(placeholder, value)
        assert yaml.safe_load(text), problem.hint
        self.add(f"content/corrections/{target}", text)
