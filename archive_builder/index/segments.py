"""A segment of the index: some documents with all files that it takes to search them.

There are two. `recent` holds the documents of the newest document's year, and the people; `base` all
others. A new document is nearly always of that year, so that the files of the base stay as they are.
A small archive has one segment: a search then asks for half as many files, and all of them are few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from archive_builder.index import forms
from archive_builder.index.acronyms import stands_for
from archive_builder.index.columns import Columns
from archive_builder.index.counting import Counting
from archive_builder.index.dictionary import dictionary
from archive_builder.index.entries import of_document, of_people
from archive_builder.index.entry import Entry
from archive_builder.index.folders import digest, in_folders
from archive_builder.index.postings import Postings
from archive_builder.index.shards import shards
from archive_builder.index.stored_fields import StoredFields
from archive_builder.model import Archive, Document

Meanings = Callable[[Entry], Iterable[str]]
"""Acronyms and what they stand for, where an entry has the other."""

Each = Callable[[int], Iterator[Entry]]
"""A function from n to the entries of every nth document of a segment."""

FEW = 150
"""Maximum number of documents of an archive that has one segment only."""

SAMPLE = 8
"""The mean length of records is taken from every nth document."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What the manifest says of a segment, and its files by their path below `search/`."""

    about: dict[str, object]
    shards: list[str]
    """The boundaries between its shards."""
    words: list[str]
    """The boundaries between the files of its dictionary."""
    files: dict[str, bytes]


def parts(archive: Archive) -> Iterator[tuple[str, Each]]:
    """Yield the name of each segment, and a function that gives its entries by date."""
    newest = archive.as_of
    days = {document.path: archive.day_of(document) for document in archive.documents}

    def of(documents: list[Document]) -> Iterator[Entry]:
        for document in documents:
            yield from of_document(archive, document)

    def by_day(document: Document) -> date:
        return days[document.path] or date.min

    ordered = sorted(archive.documents, key=by_day)
    is_small = len(ordered) <= FEW

    def is_recent(document: Document) -> bool:
        return is_small or (newest is not None and by_day(document).year == newest.year)

    recent = [document for document in ordered if is_recent(document)]
    base = [document for document in ordered if not is_recent(document)]
    if not is_small:
        yield "base", lambda step: of(base[::step])
    yield "recent", lambda step: chain(of(recent[::step]), of_people(archive))


def segment(archive: Archive, name: str, each: Each, meanings: Meanings) -> Segment:
    """Build the files of a segment. `each` is called twice: for the length of records, then for all else."""
    lengths = [len(entry.text) + len(entry.heading) + 80 for entry in each(SAMPLE)]
    counting, columns = Counting(), Columns(archive)
    stored = StoredFields(sum(lengths) / len(lengths) if lengths else 0, SAMPLE * len(lengths))
    for entry in each(1):
        stored.add(entry)
        columns.add(entry)
        counting.add(entry.fields, further_terms(entry, meanings))
    stored.finish()
    made = shards(Postings(counting).runs())
    words, bounds = dictionary(counting.dictionary(), stands_for(archive))
    of_columns = columns.file()
    files = {f"c-{digest([of_columns])}.bin": of_columns}
    about: dict[str, object] = {
        "records": counting.records,
        "name": name,
        "columns": next(iter(files)),
        "each": stored.each,
    }
    for kind, contents in {"s": made.shards, "o": made.blocks, "d": words, "t": stored.contents}.items():
        folders = in_folders(kind, contents)
        files |= folders.files
        about[kind] = "".join(folders.names)
    held = {f"{name}/{path}": content for path, content in files.items()}
    return Segment(about, made.bounds, bounds, held)


def further_terms(entry: Entry, meanings: Meanings) -> list[str]:
    """Return the terms of an entry that are not words of its fields."""
    found = [*forms.forms(f"{entry.heading} {entry.text}"), *meanings(entry)]
    if entry.identifier:
        found.append(forms.joined(entry.identifier))
    if entry.date:
        found.append(forms.day(date.fromisoformat(entry.date)))
    return [*dict.fromkeys(found)]
