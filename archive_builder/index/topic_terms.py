"""Topics in the search index: a term for each, which the records placed under it have, and its lay words.

Who searches for "bobbies" is shown what is placed under neighbourhood policing. The records have one term
for the topic, whatever the number of its lay words; a file of its own says which words stand for it, and is
fetched where few records have all words, or when all is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from archive_builder.index.entry import Entry
from archive_builder.index.terms import terms
from archive_builder.model import Archive

MARK = "#"
"""Begins the term of a topic; no word begins with it."""

WORDS = 3
"""Number of a topic's words that a browser knows: the first are the ones that it is known by. They are searched
for in texts where a lay word stands for it, and who types one is offered the topic."""

SHORTEST = 3
"""Minimum number of letters: "A and E" has no more than one without its small words."""


def topic_terms(archive: Archive) -> Callable[[Entry], Iterator[str]]:
    """Return a function that gives the terms of the topics an entry is placed under.

    A record is placed by its words; a section by its heading, or by the title of its report.
    """

    def of(entry: Entry) -> Iterator[str]:
        own = archive.about.get(entry.record or entry.url, ())
        whole = () if entry.record else archive.about.get(entry.document, ())
        yield from (f"{MARK}{slug}" for slug in dict.fromkeys((*own, *whole)))

    return of


def topics(archive: Archive) -> list[list[object]]:
    """Return the topics of an archive for their file: slug, name, path, the terms of words and lay words."""
    return [
        [topic.slug, topic.name, topic.path, _phrases(topic.words[:WORDS]), _phrases(topic.lay)]
        for topic in archive.topics
    ]


def _phrases(words: Sequence[str]) -> list[str]:
    made = (" ".join(terms(phrase)) for phrase in words)
    return [*dict.fromkeys(phrase for phrase in made if len(phrase) >= SHORTEST)]
