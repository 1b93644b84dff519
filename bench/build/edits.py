"""The archive that is built, and what a maintainer does to it between two builds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from archive_builder.theme import FOLDER as THEME
from bench import corpus
from bench.build.once import DOCS

_CONFIGURATION = """site_name: Measured
site_url: https://example.org/archive/
theme: {name: archive, custom_dir: overrides}
"""


def make_repository(documents: int, folder: Path) -> None:
    """Make the repository of an archive of so many documents, in the place of an earlier one."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "overrides").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
    (folder / "archive.toml").write_text("", encoding="utf-8")
    for _ in corpus.write(range(documents), folder / "content"):
        pass


def _nothing(repository: Path, documents: int) -> None:
    """Leave the archive as it is."""


def _one_more(repository: Path, documents: int) -> None:
    for _ in corpus.write(range(documents, documents + 1), repository / "content"):
        pass


def _correct(repository: Path, documents: int) -> None:
    """Correct the title of the newest document but one."""
    corrections = repository / "content" / "corrections" / f"{corpus.name(documents - 1)}.yml"
    corrections.parent.mkdir(parents=True)
    text = 'document: {title: "Report on the lamps of the quay", why: the title was misprinted}\n'
    corrections.write_text(text, encoding="utf-8")


def _rename(repository: Path, documents: int) -> None:
    """Give a person another name."""
    rows = (repository / DOCS / "data" / "people.jsonl").read_text("utf-8").splitlines()
    name = json.loads(rows[0])["name"]
    text = f'[[people]]\nname = "Renamed {name}"\nalso = ["{name}"]\n'
    (repository / "archive.toml").write_text(text, encoding="utf-8")


def _change_template(repository: Path, documents: int) -> None:
    changed = (THEME / "main.html").read_text("utf-8") + "<!-- changed -->\n"
    (repository / "overrides" / "main.html").write_text(changed, encoding="utf-8")


EDITS: Mapping[str, Callable[[Path, int], None]] = {
    "cold": _nothing,
    "nothing changed": _nothing,
    "one document more": _one_more,
    "one correction": _correct,
    "one person renamed": _rename,
    "a template changed": _change_template,
}
"""What is done before each build, in their order: each follows the one before it."""
