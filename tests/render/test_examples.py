"""The search page's examples are made of the archive's own words, and are there to be found."""

from __future__ import annotations

from dataclasses import replace

from archive_builder.model import Archive
from archive_builder.render.examples import examples
from archive_builder.render.lookups import context
from archive_builder.settings import load


def made(archive: Archive) -> dict[str, str]:
    return dict(examples(context(archive, (), load())))


def with_text(archive: Archive, text: str) -> Archive:
    """The archive, with other words in its only question."""
    notes, *others = archive.documents
    question = replace(notes.questions[0], text=text)
    return replace(archive, documents=(replace(notes, questions=(question,)), *others))


def test_words_side_by_side_in_a_title_and_in_a_record_are_an_example(small_archive: Archive) -> None:
    found = made(with_text(small_archive, "Is firearms licensing slow?"))
    assert list(found)[:3] == ["firearms licensing", '"firearms licensing"', "licens*"]
    assert found["licens*"] == "words that begin so: licensing and others"


def test_no_word_is_shown_without_another_unless_a_record_is_so(small_archive: Archive) -> None:
    notes, *others = with_text(small_archive, "Is firearms licensing slow?").documents
    action = replace(notes.actions[0], text="Count the firearms.")
    archive = replace(small_archive, documents=(replace(notes, actions=(action,)), *others))
    assert made(archive)["firearms -licensing"] == "with “firearms” and without “licensing”"


def test_facts_are_those_of_the_newest_records(small_archive: Archive) -> None:
    found = made(small_archive)
    assert list(found) == ["687 iii a", "by:okafor", "kind:action", "17 June 2025", "after:2025"]
    assert found["by:okafor"] == "asked, owned or presented by Ada Okafor"


def test_an_empty_archive_has_no_examples() -> None:
    assert made(Archive(documents=())) == {}
