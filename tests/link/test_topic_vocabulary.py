"""`topics.yml` of a sources folder: what it adds, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.link import topic_vocabulary as topics


def own(folder: Path, text: str) -> Path:
    path = folder / settings.TOPICS_FILE
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_the_topics_are_those_of_the_package(tmp_path: Path) -> None:
    assert topics.load([tmp_path / settings.TOPICS_FILE]) == topics.load()
    assert 25 <= len(topics.load()) <= 40


def test_a_topic_of_ones_own_comes_behind_the_others(tmp_path: Path) -> None:
    path = own(tmp_path, "topics:\n- name: River patrols\n  about: Boats.\n  words: [river patrol]\n")
    assert topics.load([path]) == (
        *topics.load(),
        topics.TopicEntry(name="River patrols", about="Boats.", words=("river patrol",)),
    )


def test_words_are_added_to_a_topic_that_is_there(tmp_path: Path) -> None:
    path = own(tmp_path, "topics:\n- name: hate crime\n  words: [slurs]\n  not: [slurs of tea]\n")
    before, after = (
        next(subject for subject in subjects if subject.name == "Hate crime")
        for subjects in (topics.load(), topics.load([path]))
    )
    assert after.words == (*before.words, "slurs")
    assert after.besides == (*before.besides, "slurs of tea")
    assert after.about == before.about


def test_a_topic_can_be_left_out(tmp_path: Path) -> None:
    path = own(tmp_path, "leave_out: [Planning and development]\n")
    gone = {s.name for s in topics.load()} - {s.name for s in topics.load([path])}
    assert gone == {"Planning and development"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topics:\n- name: A\n  wrods: [b]\n", "topics.1.wrods: unknown key; did you mean 'words'?"),
        ("topcis: []\n", "topcis: unknown key; did you mean 'topics'?"),
        (
            "topics:\n- name: A\n  nott: [b]\n  words: [c]\n",
            "topics.1.nott: unknown key; did you mean 'not'?",
        ),
        ("topics:\n- name: A\n  words: [101]\n", "topics.1.words.1: this is read as a number, a date or yes"),
        ("topics:\n- name: A\n  words: ['-']\n", "topics.1.words.1: "),
        ("topics:\n- about: A\n", "topics.1.name: Field required"),
        ("topics:\n- name: A\n", "A: a topic needs words that place records under it"),
        ("leave_out: [Hate crimes]\n", "there is no topic 'Hate crimes'; did you mean 'Hate crime'?"),
        ("topics:\n- name: [A\n", f"{settings.TOPICS_FILE}:3: "),
        ("topics: \x00", "characters are not allowed"),
        ("- A\n", "Input should be a valid dictionary"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    path = own(tmp_path, text)
    with pytest.raises(settings.SettingsError) as raised:
        topics.load([path])
    assert said in str(raised.value)
    assert str(path) in str(raised.value)


def test_the_file_is_no_document_and_is_used(tmp_path: Path) -> None:
    own(tmp_path, "topics:\n- name: Ferries\n  words: [ferry boat]\n")
    (tmp_path / "notes.txt").write_text(
        "Town Board\nNotes of the meeting held on 4 March 2025\n\n1. Ferry boats\n\n"
        "ACTION: Ann Lee to count the ferry boats.\n",
        "utf-8",
    )
    gathered = pipeline.gather([tmp_path], settings.load())
    assert [file.file for file in gathered.files] == ["notes.txt"]
    assert [topic.slug for topic in gathered.archive.topics] == ["ferries"]
