"""What records are about: they belong to the topics whose words they contain."""

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
"""Least number of times an answer must name a topic to be about it: a long answer names many things once."""
_TITLED = (Classification.REPORT, Classification.APPENDIX)
"""Kinds of document whose title says what the whole document is about."""
_STEMMER = PorterStemmer()
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    keys: Keys
    """What each of its words must be: a stem, "=word" for the word itself, "^WORD" for capitals."""
    topic: str
    meant: bool
    """False for a phrase that contains one of the topic's words but is about something else."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """The vocabulary, ready to be matched against texts."""

    topics: tuple[Topic, ...]
    phrases: Mapping[str, tuple[_Phrase, ...]] = field(repr=False)
    """By the key of their first word."""

    known: dict[tuple[str, bool], tuple[_Phrase, ...]] = field(default_factory=dict, repr=False)
    """A cache: the phrases that each word seen so far begins."""

    def count(self, text: str) -> Counter[str]:
        """Return how often a text names each topic, by slug, in time linear in the length of the text."""
        words, shouted = _words(text), text.isupper()
        found = [
            (at, at + len(phrase.keys), phrase)
            for at, word in enumerate(words)
            for phrase in self._begun(word, shouted)
            if _fits(phrase.keys, words, at, shouted)
        ]
        return _counted(found) if found else Counter()

    def _begun(self, word: str, shouted: bool) -> tuple[_Phrase, ...]:
        """Return the phrases that may begin with this word."""
        found = self.known.get((word, shouted))
        if found is None:
            found = tuple(phrase for key in _keys(word, shouted) for phrase in self.phrases.get(key, ()))
            self.known[word, shouted] = found
        return found


def _fits(keys: Keys, words: Sequence[str], at: int, shouted: bool) -> bool:
    """True if a phrase stands at this place of a text; its first word is known to."""
    rest = words[at + 1 : at + len(keys)]
    return len(rest) == len(keys) - 1 and all(
        wanted in _keys(word, shouted) for wanted, word in zip(keys[1:], rest, strict=True)
    )


def _counted(found: Sequence[tuple[int, int, _Phrase]]) -> Counter[str]:
    """Count places by topic, each once, without those within a phrase that means something else."""
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


def build_matcher(vocabulary: Sequence[TopicEntry]) -> Matcher:
    """Return a vocabulary, ready to be matched against texts."""
    slugs = distinct_slugs(entry.name for entry in vocabulary)
    topics = tuple(
        Topic(slug=slugs[entry.name], name=entry.name, about=entry.about, words=entry.words, lay=entry.lay)
        for entry in vocabulary
    )
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
    """Return the key that a word of a text must have to match this word of the vocabulary."""
    if _is_capitals(word):
        return f"^{word}"
    return f"={word.casefold()}" if exactly else _stem(word.casefold())


@lru_cache(maxsize=200_000)
def _keys(word: str, shouted: bool) -> Keys:
    """Return all keys of a word of a text; capitals mean nothing if the whole text is in capitals (`shouted`)."""
    lowered = word.casefold()
    keys = (_stem(lowered), f"={lowered}")
    bare = word.removesuffix("s")
    return (*keys, f"^{bare}") if _is_capitals(bare) and not shouted else keys


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _stem(word: str) -> str:
    return str(_STEMMER.stem(word))


def place_under_topics(
    archive: Archive, vocabulary: Sequence[TopicEntry]
) -> tuple[tuple[Topic, ...], dict[str, tuple[str, ...]]]:
    """Return the topics that something is about, and the slugs of the topics by the id of what is about them.

    That is records, headings, and reports by their title. What stands under an agenda item is about
    what the item's title is about; so are all records of a report.
    """
    known = build_matcher(vocabulary)
    order = {topic.slug: at for at, topic in enumerate(known.topics)}
    about: dict[str, tuple[str, ...]] = {}
    for document in archive.documents:
        for name, topics in _topics_in(document, known):
            if topics:
                both = {*topics, *about.get(name, ())}
                about[name] = tuple(sorted(both, key=order.__getitem__))
    used = {name for names in about.values() for name in names}
    return tuple(topic for topic in known.topics if topic.slug in used), about


def _topics_in(document: Document, known: Matcher) -> Iterator[tuple[str, set[str]]]:
    """Yield the ids of everything in a document that can be about topics, with the topics."""
    whole = set(known.count(document.title)) if document.classification in _TITLED else set()
    yield document.path, whole
    items = {item.anchor: set(known.count(item.text)) for item in document.items}
    for heading in document.headings:
        yield addresses.record(document.path, heading.anchor), set(known.count(heading.text))
    for record in document.records:
        above = items.get(record.item, set()) if record.item else set()
        yield document.id_of(record), find_topics(record, known) | above | whole


def find_topics(record: Record, known: Matcher) -> set[str]:
    """Return the topics that a record's own words name."""
    topics = set(known.count("\n".join(words_of(record, about=True))))
    if isinstance(record, Question):
        answer = known.count(record.answer_text)
        topics |= {name for name, times in answer.items() if times >= _IN_PASSING}
    return topics
