"""docs/maintaining/topics.md names every key of topics.yml, and its examples load."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import settings
from archive_builder.link import topic_vocabulary as topics
from tests.docs.written import MAINTAINING, fenced, first_cells

PAGE = (MAINTAINING / "topics.md").read_text("utf-8")


def test_every_key_is_explained() -> None:
    fields = topics.TopicEntry.model_fields.items()
    assert first_cells(PAGE) == ["topics", "leave_out", *(field.alias or name for name, field in fields)]


@pytest.mark.parametrize("example", fenced(PAGE, "yaml"))
def test_the_examples_can_be_used(example: str, tmp_path: Path) -> None:
    path = tmp_path / settings.TOPICS_FILE
    path.write_text(example, "utf-8")
    assert "River patrols" in [subject.name for subject in topics.load([path])]


def test_the_number_of_topics_is_right() -> None:
    assert len(topics.load()) == 40, "say the new number in the page"
