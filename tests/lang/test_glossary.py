"""The terms that come with the program: enough of them, each explained once, in order and in plain sentences."""

from __future__ import annotations

from collections import Counter

from archive_builder.lang.glossary import meanings, terms

LONGEST = 160
"""Characters of an explanation that is read at a glance."""


def test_there_are_enough_terms() -> None:
    assert len(meanings()) >= 150
    assert sum(not term.meaning for term in terms()) >= 20


def test_no_meaning_stands_twice() -> None:
    counted = Counter((term.short, term.meaning.casefold()) for term in terms())
    assert [each for each, number in counted.items() if number > 1] == []


def test_the_file_is_in_order() -> None:
    for shorts in (
        [term.short for term in terms() if term.meaning],
        [term.short for term in terms() if not term.meaning],
    ):
        assert shorts == sorted(shorts, key=str.casefold)


def test_each_is_a_short_sentence_that_adds_something() -> None:
    for term in terms():
        assert term.about.endswith("."), term.short
        assert len(term.about) <= LONGEST, term.short
        assert term.about.casefold().rstrip(".") != term.meaning.casefold(), term.short


def test_an_acronym_is_written_in_capitals() -> None:
    odd = [short for short in meanings() if sum(c.isupper() for c in short) * 2 < len(short)]
    assert odd == []
