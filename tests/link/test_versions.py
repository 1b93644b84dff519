"""Versions of one meeting's minutes, and what later minutes changed in them: an invented board."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_builder import export, pipeline
from archive_builder.model import Archive, Relation
from archive_builder.render import pages
from archive_builder.settings import load
from archive_builder.text.changes import Change, changed_passages, word_changes
from tests.render import site
from tests.render.test_pages import by_path, read

HEAD = "# {title}\n\nFernley Town Board\n\nMinutes of the meeting held on {day}\n\n"
MAY = """## 1. The clock

The clock in the tower was cleaned by {who}. It has told the right time since.

RESOLVED: That the clock be wound on {on}.
"""
JUNE = """## 1. Minutes

The minutes of the meeting of 6 May 2024 were agreed subject to the clock being wound on Fridays.

## 2. The gate

RESOLVED: That the gate be painted.
"""


def archive_of(folder: Path, **files: str) -> Archive:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return pipeline.gather([folder], load()).archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    head = HEAD.format(title="{}", day="6 May 2024")
    return archive_of(
        tmp_path,
        may=head.format("DRAFT MINUTES") + MAY.format(who="Ann Lee", on="Mondays"),
        may_2=head.format("CORRECTED MINUTES") + MAY.format(who="Ann Lee", on="Fridays"),
        june=HEAD.format(title="MINUTES", day="3 June 2024") + JUNE,
    )


def test_the_newest_version_leads_and_the_older_says_what_changed(archive: Archive) -> None:
    by_file = {document.source.file: document for document in archive.documents}
    draft, corrected = by_file["may.md"], by_file["may_2.md"]
    assert (draft.same_as, corrected.same_as) == (corrected.path, "")
    made = by_path(pages(archive, (), load()))
    older = site.html(made[draft.path].body)
    assert [" ".join(each.text().split()) for each in older.css(".changes del")] == [
        "removed: DRAFT",
        "removed: Mondays.",
    ]
    assert [" ".join(each.text().split()) for each in older.css(".changes ins")] == [
        "added: CORRECTED",
        "added: Fridays.",
    ]
    assert "This is an older version of it." in read(made[draft.path])
    assert "Older version, with what changed: Minutes of 6 May 2024 (DRAFT)" in read(made[corrected.path])


def test_an_amendment_stands_on_both_minutes_and_in_the_data(archive: Archive) -> None:
    (june,) = [document for document in archive.documents if document.source.file == "june.md"]
    (amendment,) = june.amendments
    expected = (date(2024, 5, 6), "the clock being wound on Fridays")
    assert (amendment.minutes_of, amendment.change) == expected
    newest = next(each for each in archive.documents if each.source.file == "may_2.md")
    (link,) = [each for each in archive.links if each.relation is Relation.AMENDS]
    assert (link.source, link.target) == (june.id_of(amendment), newest.path)
    made = by_path(pages(archive, (), load()))
    said = "The minutes of the meeting of 6 May 2024 were agreed subject to the clock being wound on Fridays."
    assert "Agreed with a change, in the minutes of 3 June 2024" in read(made[newest.path])
    assert said in read(made[newest.path])
    (confirmed,) = [each for each in archive.links if each.relation is Relation.CONFIRMS_MINUTES]
    assert confirmed.target == newest.path
    assert "Amendment of minutes · to the minutes of 6 May 2024" in read(made[june.path])
    (row,) = export.rows(archive)["amendments"]
    assert (row["minutes_id"], row["minutes_of"], row["text"]) == (newest.path, "2024-05-06", said)


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("The minutes of 6 May 2024 were agreed subject to the gate being blue.", "the gate being blue"),
        ("The minutes of 6 May 2024 were approved as amended.", ""),
        ("Corrections were made to the minutes of 6 May 2024 and they were approved.", ""),
        (
            "The minutes of 6 May 2024 were confirmed with the following corrections:\n\n"
            "- Ann Lee was there.\n- The gate is blue.",
            "Ann Lee was there. The gate is blue",
        ),
    ],
)
def test_the_words_of_the_change(words: str, change: str, tmp_path: Path) -> None:
    text = HEAD.format(title="MINUTES", day="3 June 2024") + f"## 1. Minutes\n\n{words}\n"
    (document,) = archive_of(tmp_path, june=text).documents
    assert [each.change for each in document.amendments] == [change]


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of 6 May 2024 were agreed.",
        "The plan was agreed subject to a survey.",
        "These minutes are subject to approval.",
    ],
)
def test_what_amends_no_minutes(words: str, tmp_path: Path) -> None:
    text = HEAD.format(title="MINUTES", day="3 June 2024") + f"## 1. Minutes\n\n{words}\n"
    (document,) = archive_of(tmp_path, june=text).documents
    assert document.amendments == ()


def test_words_are_compared_one_by_one() -> None:
    found = [
        (piece.change, piece.words) for piece in word_changes("the red gate is shut", "the gate is open")
    ]
    assert found == [
        (Change.SAME, "the"),
        (Change.REMOVED, "red"),
        (Change.SAME, "gate is"),
        (Change.REMOVED, "shut"),
        (Change.ADDED, "open"),
    ]


def test_passages_that_are_the_same_are_left_out() -> None:
    old, new = ["one", "two words", "three"], ["one", "two words here", "three", "four"]
    assert [[piece.words for piece in pieces] for pieces in changed_passages(old, new)] == [
        ["two words", "here"],
        ["four"],
    ]
    assert list(changed_passages(old, old)) == []
