"""What records are about: the topics of the vocabulary whose words they hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lunr.stemmer import PorterStemmer

from archive_builder.link.topic_vocabulary import TopicEntry
from archive_builder.model import (
    Archive,
    Classification,
    Document,
    Question,
    Record,
    Topic,
    addresses,
)
from archive_builder.model.record_kinds import words_of
from archive_builder.text.slugs import distinct_slugs

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘")
_IN_PASSING = 2
"""How often an answer must name a topic to be about it: a long answer names many things once."""
_TITLED = (Classification.REPORT, Classification.APPENDIX)
"""Kinds whose title says what all of the document is about."""
_STEMMER = PorterStemmer()
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    keys: Keys
    """What each of its words must be: a stem, "=word" for the word itself, "^WORD" for capitals."""
    topic: str
    meant: bool
    """False for a phrase that holds one of the topic's words and is about something else."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """The vocabulary, ready to be looked for in texts."""

    topics: tuple[Topic, ...]
    phrases: Mapping[str, tuple[_Phrase, ...]] = field(repr=False)
    """By the key of their first word."""

    known: dict[tuple[str, bool], tuple[_Phrase, ...]] = field(default_factory=dict, repr=False)
    """What phrases each word begins that was met before: texts repeat their words."""

    def count(self, text: str) -> Counter[str]:
        """How often a text names each topic, by slug. In time with the text's length."""
        words, shouted = _words(text), text.isupper()
        found = [
            (at, at + len(phrase.keys), phrase)
            for at, word in enumerate(words)
            for phrase in self._begun(word, shouted)
            if _fits(phrase.keys, words, at, shouted)
        ]
        return _counted(found) if found else Counter()

    def _begun(self, word: str, shouted: bool) -> tuple[_Phrase, ...]:
        """The phrases whose first word this can be."""
        found = self.known.get((word, shouted))
        if found is None:
            found = tuple(phrase for key in _keys(word, shouted) for phrase in self.phrases.get(key, ()))
            self.known[word, shouted] = found
        return found


def _fits(keys: Keys, words: Sequence[str], at: int, shouted: bool) -> bool:
    """Whether a phrase stands at a place of a text; its first word does."""
    rest = words[at + 1 : at + len(keys)]
    return len(rest) == len(keys) - 1 and all(
        wanted in _keys(word, shouted) for wanted, word in zip(keys[1:], rest, strict=True)
    )


def _counted(found: Sequence[tuple[int, int, _Phrase]]) -> Counter[str]:
    """Places by topic, without those within a phrase that means something else; each place once."""
    other: dict[str, set[int]] = defaultdict(set)
    for start, end, phrase in found:
        if not phrase.meant:
            other[phrase.topic].update(range(start, end))
    taken: dict[str, int] = {}
    counted: Counter[str] = Counter()
    for start, end, phrase in sorted(found, key=lambda place: (place[0], -place[1])):
        free = start >= taken.get(phrase.topic, 0) and other[phrase.topic].isdisjoint(range(start, end))
        if phrase.meant and free:
            counted[phrase.topic] += 1
            taken[phrase.topic] = end
    return counted


def matcher(vocabulary: Sequence[TopicEntry]) -> Matcher:
    """A vocabulary, ready to be looked for."""
    slugs = distinct_slugs(entry.name for entry in vocabulary)
    topics = tuple(Topic(slug=slugs[entry.name], name=entry.name, about=entry.about) for entry in vocabulary)
    phrases: dict[str, list[_Phrase]] = defaultdict(list)
    for entry, topic in zip(vocabulary, topics, strict=True):
        for words, exactly, meant in (
            (entry.words, False, True),
            (entry.exactly, True, True),
            (entry.besides, False, False),
        ):
            for printed in words:
                keys = tuple(_wanted(word, exactly) for word in _words(printed))
                phrases[keys[0]].append(_Phrase(keys, topic.slug, meant))
    return Matcher(topics, {key: tuple(found) for key, found in phrases.items()})


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_APOSTROPHES))


def _wanted(word: str, exactly: bool) -> str:
    """What a word of the vocabulary asks of a word of a text."""
    if _is_capitals(word):
        return f"^{word}"
    return f"={word.casefold()}" if exactly else _stem(word.casefold())


@lru_cache(maxsize=200_000)
def _keys(word: str, shouted: bool) -> Keys:
    """What a word of a text can be asked for; where a whole text is in capitals they say nothing."""
    lowered = word.casefold()
    keys = (_stem(lowered), f"={lowered}")
    bare = word.removesuffix("s")
    return (*keys, f"^{bare}") if _is_capitals(bare) and not shouted else keys


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _stem(word: str) -> str:
    return str(_STEMMER.stem(word))


def placed(
    archive: Archive, vocabulary: Sequence[TopicEntry]
) -> tuple[tuple[Topic, ...], dict[str, tuple[str, ...]]]:
    """The topics that something is about, and the slugs of its topics by the id of each thing.

    Things are records, headings, and reports by their title. What stands under an agenda item is about
    what the item's title is about; so are all records of a report.
    """
    known = matcher(vocabulary)
    order = {topic.slug: at for at, topic in enumerate(known.topics)}
    about: dict[str, tuple[str, ...]] = {}
    for document in archive.documents:
        for thing, topics in _of(document, known):
            if topics:
                both = {*topics, *about.get(thing, ())}
                about[thing] = tuple(sorted(both, key=lambda name: order[name]))
    used = {name for names in about.values() for name in names}
    return tuple(topic for topic in known.topics if topic.slug in used), about


def _of(document: Document, known: Matcher) -> Iterator[tuple[str, set[str]]]:
    """Everything in a document that can be about something, with the topics it is about."""
    whole = set(known.count(document.title)) if document.classification in _TITLED else set()
    yield document.path, whole
    items = {item.anchor: set(known.count(item.text)) for item in document.items}
    for heading in document.headings:
        yield addresses.record(document.path, heading.anchor), set(known.count(heading.text))
    for record in document.records:
        above = items.get(record.item, set()) if record.item else set()
        yield document.id_of(record), named(record, known) | above | whole


def named(record: Record, known: Matcher) -> set[str]:
    """The topics that a record's own words name."""
    topics = set(known.count("\n".join(words_of(record, about=True))))
    if isinstance(record, Question):
        answer = known.count(record.answer_text)
        topics |= {name for name, times in answer.items() if times >= _IN_PASSING}
    return topics
