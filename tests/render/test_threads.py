"""What came of a question, on a page of its own, and since when a matter is open."""

from __future__ import annotations

import pytest

from archive_builder import pipeline
from archive_builder.model import Page
from archive_builder.render import pages
from archive_builder.settings import load
from tests.render.test_pages import by_path, read

ASKED = "How many of the older books were thrown away last year, and who chose those that were to go into the skip?"
NOTES = f"""# Quayside Library Board

Notes of the Meeting

Tuesday 4 March 2025

## 1 Attendance

Ann Lee (Librarian)
Bo Ray (Caretaker)

## 2 Opening hours

The Board put the following questions:

When does the library close?

- At five. Ann Lee said that she would ask for a later hour.

{ASKED}

- Forty. Nobody knows who chose them.

ACTION: Bo Ray to ask who chose the books.
"""
LOG = """# Quayside Library Board

Action log

1 July 2025

| Meeting | Action | Update | Status |
| --- | --- | --- | --- |
| 4 March 2025 | Ask for a later hour. | No reply | Open |
| 4 March 2025 | Ask who chose the books. | It was Ann | Completed |
| 6 May 2025 | Paint the door. | | Open |
| Spring | Feed the cat. | | Open |
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    folder = tmp_path_factory.mktemp("threads")
    (folder / "notes.md").write_text(NOTES, encoding="utf-8")
    (folder / "log.md").write_text(LOG, encoding="utf-8")
    return by_path(pages(pipeline.gather([folder], load()).archive, (), load()))


def thread(made: dict[str, Page], number: int) -> Page:
    return made[f"questions/quayside-library-board/2025-03-04/notes/question-2-{number}/"]


def test_an_action_is_for_somebody_and_an_undertaking_by_somebody(made: dict[str, Page]) -> None:
    assert "Undertaking by Ann Lee" in read(thread(made, 1))
    assert "This undertaking on its own page" in read(thread(made, 1))
    assert "Action for Bo Ray" in read(thread(made, 2))
    assert "This action on its own page" in read(thread(made, 2))


def test_a_title_is_not_cut_by_a_word_or_two(made: dict[str, Page]) -> None:
    assert len(ASKED) > 100
    assert f"# {ASKED} " in thread(made, 2).body


def test_what_is_open_is_so_since_the_meeting_that_asked_for_it(made: dict[str, Page]) -> None:
    home = read(made[""])
    assert "Paint the door. not done as of 1 July 2025 · 56 days · since 6 May 2025" in home
    assert "Feed the cat. not done as of 1 July 2025 · first seen 1 July 2025" in home
