"""The stages that work on all documents together say how far they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from archive_builder import pipeline, publish, settings
from archive_builder.pipeline.docs_folder import ORIGINALS
from archive_builder.pipeline.gathering import LINKING
from archive_builder.run.watch import Watch

SETTINGS = settings.load()
NOTES = "Fenny Board\n\nMinutes of the meeting held on {day} May 2024\n\n1. The mill\n\nIt was mended.\n"


@dataclass(slots=True)
class Steps(Watch):
    """Notes how far stages say that they are."""

    seen: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def reached(self, name: str, done: int, pieces: int) -> None:
        self.seen.setdefault(name, []).append((done, pieces))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    for day in (13, 14, 15):
        (tmp_path / "content" / f"{day}.txt").write_text(NOTES.format(day=day), encoding="utf-8")
    return tmp_path


def linked(root: Path) -> list[tuple[int, int]]:
    watch = Steps()
    pipeline.gather([root / "content"], SETTINGS, watch=watch)
    return watch.seen[LINKING]


def test_linking_counts_up_to_all_documents(root: Path) -> None:
    seen = linked(root)
    assert seen == sorted(seen)
    assert seen[-1] == (3, 3)


def test_linking_counts_both_rounds_where_something_is_withdrawn(root: Path) -> None:
    entry = "- {file: 13.txt, date: 2024-06-01, reason: It was another board's., by: the clerk}\n"
    (root / "content" / "withdrawn.yml").write_text(entry, encoding="utf-8")
    assert linked(root)[-1] == (3, 3)


def test_copying_counts_the_originals(root: Path) -> None:
    watch = Steps()
    places = publish.Places(root=root, docs=root / "docs", site=root / "site")
    pipeline.publish_docs(pipeline.gather([root / "content"], SETTINGS), SETTINGS, places, watch=watch)
    assert watch.seen[ORIGINALS] == [(0, 3), (1, 3), (2, 3)]
