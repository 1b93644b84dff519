"""A segment of the index: the files that it takes to search a part of the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from archive_builder.index import forms
from archive_builder.index.acronyms import meanings, stands_for
from archive_builder.index.columns import Columns
from archive_builder.index.counting import Counting
from archive_builder.index.dictionary import dictionary
from archive_builder.index.entry import Entry
from archive_builder.index.folders import digest, in_folders
from archive_builder.index.partition import Part
from archive_builder.index.postings import Postings
from archive_builder.index.shards import shards
from archive_builder.index.stored_fields import StoredFields
from archive_builder.index.topic_terms import topic_terms
from archive_builder.model import Archive

Meanings = Callable[[Entry], Iterable[str]]
"""Acronyms and what they stand for, where an entry has the other."""

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
    texts: list[int]
    """The lengths of the stretches of its texts, in steps."""
    files: dict[str, bytes]


def segment(part: Part) -> Segment:
    """Build the files of a part. Its entries are made twice: for the length of records, then for all else."""
    lengths = [len(entry.text) + len(entry.heading) + 80 for entry in part.entries(SAMPLE)]
    counting, columns = Counting(), Columns(part.archive)
    stored = StoredFields(sum(lengths) / len(lengths) if lengths else 0, SAMPLE * len(lengths))
    further = meanings_and_topics(part.archive)
    for entry in part.entries():
        stored.add(entry)
        columns.add(entry)
        counting.add(entry.fields, further_terms(entry, further))
    stored.finish()
    made = shards(Postings(counting).runs())
    words, bounds = dictionary(counting.dictionary(), stands_for(part.archive))
    of_columns = columns.file()
    files = {f"c-{digest([of_columns])}.bin": of_columns}
    about: dict[str, object] = {
        "records": counting.records,
        "name": part.name,
        "columns": next(iter(files)),
        "each": stored.each,
        "step": stored.step,
    }
    for kind, contents in {"s": made.shards, "o": made.blocks, "d": words, "t": stored.contents}.items():
        folders = in_folders(kind, contents)
        files |= folders.files
        about[kind] = "".join(folders.names)
    held = {f"{part.name}/{path}": content for path, content in files.items()}
    return Segment(about, made.bounds, bounds, stored.lengths, held)


def meanings_and_topics(archive: Archive) -> Meanings:
    """Return a function that gives the terms of an entry's acronyms and topics."""
    of_acronyms, of_topics = meanings(archive), topic_terms(archive)

    def of(entry: Entry) -> Iterator[str]:
        yield from of_acronyms(entry)
        yield from of_topics(entry)

    return of


def further_terms(entry: Entry, meanings: Meanings) -> list[str]:
    """Return the terms of an entry that are not words of its fields."""
    found = [*forms.forms(f"{entry.heading} {entry.text}"), *meanings(entry)]
    if entry.identifier:
        found.append(forms.joined(entry.identifier))
    if entry.date:
        found.append(forms.day(date.fromisoformat(entry.date)))
    return [*dict.fromkeys(found)]
