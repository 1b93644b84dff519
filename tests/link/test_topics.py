"""What records are about: each topic with what belongs to it and what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from archive_builder.link import topic_vocabulary as vocabulary
from archive_builder.link import topics
from archive_builder.link.topic_vocabulary import TopicEntry
from archive_builder.model import Archive, Classification
from archive_builder.text.slugs import slug

SUBJECTS = vocabulary.load()
MATCHER = topics.build_matcher(SUBJECTS)
EXAMPLES = yaml.safe_load(Path(__file__).with_name("topics.yml").read_text("utf-8"))


def about(text: str) -> set[str]:
    return set(MATCHER.count(text))


def test_every_topic_has_examples_and_counter_examples() -> None:
    assert list(EXAMPLES) == [subject.name for subject in SUBJECTS]
    assert all(said["fits"] and said["not"] for said in EXAMPLES.values())


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, said in EXAMPLES.items() for t in said["fits"]])
def test_what_belongs_to_a_topic(name: str, text: str) -> None:
    assert slug(name) in about(text)


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, said in EXAMPLES.items() for t in said["not"]])
def test_what_only_looks_like_it(name: str, text: str) -> None:
    assert slug(name) not in about(text)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: slug(subject.name))
def test_each_word_of_the_vocabulary_is_found_by_itself(subject: TopicEntry) -> None:
    for words in (*subject.words, *subject.exactly):
        assert slug(subject.name) in about(f"On {words} nothing was said."), words


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: slug(subject.name))
def test_each_topic_says_what_belongs_to_it_and_each_exception_is_one(subject: TopicEntry) -> None:
    assert subject.about.endswith(".")
    alone = topics.build_matcher([subject.model_copy(update={"besides": ()})])
    for words in subject.besides:
        assert alone.count(words), f"{words}: without this exception nothing would be found in it anyway"


def test_no_topic_has_a_word_twice() -> None:
    for subject in SUBJECTS:
        keys = [words.casefold() for words in (*subject.words, *subject.exactly)]
        assert sorted(set(keys)) == sorted(keys), subject.name


def test_a_place_counts_once_however_many_phrases_fit_there() -> None:
    assert MATCHER.count("knife crime and serious youth violence")["serious-violence-and-knives"] == 2


def test_an_answer_is_about_what_it_names_more_than_once(small_archive: Archive) -> None:
    (question,) = small_archive.documents[0].questions
    once = replace(question, answer_text="The unit also dealt with burglary that month.")
    twice = replace(question, answer_text="Burglary rose. The burglars came from elsewhere.")
    assert "burglary-robbery-and-theft" not in topics.find_topics(once, MATCHER)
    assert "burglary-robbery-and-theft" in topics.find_topics(twice, MATCHER)


def test_records_are_about_what_their_item_is_about(small_archive: Archive) -> None:
    used, placed = topics.place_under_topics(small_archive, SUBJECTS)
    notes = small_archive.documents[0]
    assert [topic.slug for topic in used] == ["firearms-licensing"]
    assert placed == {
        f"{notes.path}#item-4": ("firearms-licensing",),
        f"{notes.path}#question-4-1": ("firearms-licensing",),
        f"{notes.path}#action-4-1": ("firearms-licensing",),
        f"{notes.path}#vote-4-1": ("firearms-licensing",),
    }


def test_a_reports_title_says_what_all_of_it_is_about(small_archive: Archive) -> None:
    notes, tracker = small_archive.documents
    report = replace(tracker, classification=Classification.REPORT, title="Rural crime and road safety")
    _, placed = topics.place_under_topics(replace(small_archive, documents=(notes, report)), SUBJECTS)
    both = ("roads-and-road-safety", "rural-and-wildlife-crime")
    assert placed[report.path] == both
    assert placed[f"{report.path}#row-4"] == both


def test_topics_stand_in_the_order_of_the_vocabulary_and_only_those_that_are_used() -> None:
    used, placed = topics.place_under_topics(Archive(), SUBJECTS)
    assert (used, placed) == ((), {})
