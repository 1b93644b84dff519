"""The parts that an archive is indexed in, each with all that its entries are made of and nothing else.

There are two. `recent` holds the documents of the newest document's year, and the people; `base` all
others. A new document is nearly always of that year, so that the files of the base stay as they are.
A small archive has one part: a search then asks for half as many files, and all of them are few.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from archive_builder.index.entries import ids_of, of_document, of_people
from archive_builder.index.entry import Entry
from archive_builder.model import (
    Abbreviation,
    Archive,
    Document,
    LifeLine,
    Person,
    Published,
    addresses,
)

FEW = 150
"""Maximum number of documents of an archive that has one part only."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents of an archive."""

    name: str
    """The folder of its files."""
    archive: Archive
    """These documents by date, and of everything else what is about them."""
    has_people: bool
    """True if the people are entries of this part."""

    def entries(self, step: int = 1) -> Iterator[Entry]:
        """Yield the entries of every nth document by date, then those of the people."""
        for document in self.archive.documents[::step]:
            yield from of_document(self.archive, document)
        if self.has_people:
            yield from of_people(self.archive)


def parts(archive: Archive) -> tuple[Part, ...]:
    """Return the parts of an archive, the older documents first."""
    newest = archive.as_of
    days = {document.path: archive.day_of(document) or date.min for document in archive.documents}
    ordered = sorted(archive.documents, key=lambda document: days[document.path])
    if len(ordered) <= FEW:
        return (_part(archive, "recent", ordered, has_people=True),)

    def is_recent(document: Document) -> bool:
        return newest is not None and days[document.path].year == newest.year

    recent = [document for document in ordered if is_recent(document)]
    base = [document for document in ordered if not is_recent(document)]
    return (
        _part(archive, "base", base, has_people=False),
        _part(archive, "recent", recent, has_people=True),
    )


def _part(archive: Archive, name: str, documents: Iterable[Document], has_people: bool) -> Part:
    """Return a part: nothing that is not in its archive can change its files."""
    held = {document.path: document for document in documents}
    named = {who for document in held.values() for who in ids_of(document)}
    about = _of_pages(archive.about, held.__contains__)
    lifelines = _of_pages(archive.lifelines, held.__contains__)
    used = {slug for slugs in about.values() for slug in slugs}
    bodies = {document.body for document in held.values()}
    kept = replace(
        archive,
        documents=tuple(held.values()),
        bodies=tuple(body for body in archive.bodies if body.slug in bodies),
        meetings=(),
        people=archive.people if has_people else tuple(_names(archive.people, named)),
        links=(),
        lifelines={origin: _standing(line) for origin, line in lifelines.items()},
        threads={},
        answerers={},
        topics=tuple(topic for topic in archive.topics if topic.slug in used),
        about=about,
        glossary=tuple(_within(abbreviation, held.__contains__) for abbreviation in archive.glossary),
        tombstones=(),
        published=Published(),
    )
    return Part(name, kept, has_people)


def _names(people: Iterable[Person], named: Collection[str]) -> Iterator[Person]:
    """Yield the people who are named in a part, without what later documents tell of them."""
    return (Person(id=person.id, name=person.name) for person in people if person.id in named)


def _standing(line: LifeLine) -> LifeLine:
    """Return how a life-line stands, without its days: they are counted to the newest paper."""
    return LifeLine(origin=line.origin, standing=line.standing, steps=())


def _of_pages(table: Mapping[str, Value], is_held: Callable[[str], bool]) -> dict[str, Value]:
    """Return the rows of a table that are about something on the pages that are held."""
    return {thing: value for thing, value in table.items() if is_held(addresses.page_of(thing))}


def _within(abbreviation: Abbreviation, is_held: Callable[[str], bool]) -> Abbreviation:
    """Return an acronym with those of its documents that are held: whether it has one meaning is kept."""
    return replace(abbreviation, documents=tuple(filter(is_held, abbreviation.documents)))
