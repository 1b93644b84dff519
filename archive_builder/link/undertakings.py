"""Links undertakings to the resolutions that take them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lunr.stemmer import PorterStemmer

from archive_builder import lang
from archive_builder.model import (
    Action,
    ActionMarker,
    Archive,
    Decision,
    DecisionKind,
    Document,
    Link,
    Relation,
)
from archive_builder.problem import Report
from archive_builder.text.words import words

_TAKEN_UP = 0.45
"""Least share of a resolution's own words that the undertaking must hold."""
_STEMMER = PorterStemmer()


def link_undertakings(archive: Archive, report: Report) -> Iterator[Link]:
    """Undertaking to the parts of its own item's resolution that ask for what was undertaken."""
    for document in archive.documents:
        for action in document.actions:
            if action.marker is ActionMarker.UNDERTAKING and action.item:
                parts = [
                    d for d in document.decisions if d.item == action.item and d.kind is DecisionKind.RESOLVED
                ]
                yield from (_link(document, action, part) for part in _taken_up(action, parts))


def _link(document: Document, action: Action, part: Decision) -> Link:
    return Link(
        source=document.id_of(action),
        target=document.id_of(part),
        target_text=part.identifier,
        relation=Relation.RESOLVED_AS,
        reason=part.text,
    )


def _taken_up(action: Action, parts: Sequence[Decision]) -> list[Decision]:
    """Return the parts most of whose words the action holds; words that several parts share count less."""
    said = stems(action.text)
    parents = {part.parent for part in parts}
    spread = Counter(stem for part in parts for stem in stems(part.text))
    found = []
    for part in parts:
        weigh = {stem: 1 / spread[stem] for stem in stems(part.text)}
        held = sum(weight for stem, weight in weigh.items() if stem in said)
        if weigh and part.identifier not in parents and held / sum(weigh.values()) >= _TAKEN_UP:
            found.append(part)
    return found


def stems(text: str) -> set[str]:
    """Return the stems of the words of a text that are no stop words."""
    return {stem for stem, _ in stemmed(text)}


def stemmed(text: str) -> list[tuple[str, str]]:
    """Return the words of a text that are no stop words, in order, each with its stem before it."""
    stop_words = lang.word_list("stop_words")
    return [(_stem(word), word) for word in words(text) if word not in stop_words]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stem(word))
