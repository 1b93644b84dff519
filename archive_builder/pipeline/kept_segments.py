"""The segments of the search: one that is made of the same as in the last build is not made again.

A part of the archive holds all that its segment is made of (`index.partition`), so its digest tells. Acronyms are
the exception: those of new documents hold everywhere. Where they alone have changed, a segment stands as long
as its documents do not have the words of those that did.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from archive_builder import index
from archive_builder.model import Abbreviation, Archive, Asset
from archive_builder.pipeline import kept_shares
from archive_builder.publish import Draft

Lay = Callable[[Generator[Asset]], Iterable[Draft]]
"""Lays files aside."""


@dataclass(frozen=True, slots=True)
class KeptSegment:
    """A segment that was made."""

    key: str
    """Digest of all that it was made of, but acronyms."""
    glossary: tuple[Abbreviation, ...]
    """The acronyms that it was made with."""
    about: dict[str, object]
    shards: list[str]
    words: list[str]
    texts: list[int]
    files: dict[str, str]
    """The digest of each file, by its path below the docs folder."""


_FORM = TypeAdapter(KeptSegment)
_WORD = re.compile(r"\w+")


def drafts(
    archive: Archive, digests: Mapping[str, str], before: Mapping[str, bytes], docs: Path, lay: Lay
) -> Iterator[tuple[str, bytes, tuple[Draft, ...]]]:
    """Yield the name of each segment, the segment as it is kept, and its files; last the files of all, under no name.

    `digests` are those of the documents, `before` the segments of the last build.
    """
    made: list[index.Segment] = []
    for part in index.parts(archive):
        kept = _kept(before.get(part.name, b""))
        key = _key(part, digests)
        glossary = tuple(index.glossary(part.archive))
        files = None
        if kept and kept.key == key and not _touches(part, kept.glossary, glossary):
            files = kept_shares.standing(kept.files, docs)
        if kept and files is not None:
            made.append(index.Segment(kept.about, kept.shards, kept.words, kept.texts, {}))
            kept = replace(kept, glossary=glossary)
        else:
            files = tuple(lay(_files_of(part, made)))
            kept = _keeping(key, glossary, made[-1], files)
        yield part.name, _FORM.dump_json(kept), files
    yield "", b"", tuple(lay(index.files_of_all(made, archive)))


def _files_of(part: index.Part, made: list[index.Segment]) -> Generator[Asset]:
    """Make the segment of a part, add it to those that were made, and yield its files."""
    made.append(index.segment(part))
    yield from index.files_of_segment(made[-1])


def _keeping(
    key: str, glossary: tuple[Abbreviation, ...], segment: index.Segment, files: Iterable[Draft]
) -> KeptSegment:
    digests = {draft.path: draft.digest.hex() for draft in files}
    return KeptSegment(key, glossary, segment.about, segment.shards, segment.words, segment.texts, digests)


def _kept(row: bytes) -> KeptSegment | None:
    try:
        return _FORM.validate_json(row)
    except ValidationError:  # there is none, or it is damaged
        return None


def _key(part: index.Part, digests: Mapping[str, str]) -> str:
    whole = kept_shares.digest_of_archive(replace(part.archive, glossary=()), digests)
    return kept_shares.key((part.name, repr(part.has_people), whole))


def _touches(part: index.Part, before: Iterable[Abbreviation], now: Iterable[Abbreviation]) -> bool:
    """Return True if the part may have the words of an acronym whose meanings, or documents, have changed."""
    changed = {abbreviation.short for abbreviation in set(before) ^ set(now)}
    concerned = [each for each in (*before, *now) if each.short in changed]
    if not concerned:
        return False
    if not all(each.short.isascii() for each in concerned):  # the search takes letters for others
        return True
    texts = (kept_shares.in_words(document).decode().casefold() for document in part.archive.documents)
    people = (repr(person).casefold() for person in part.archive.people if part.has_people)
    needed = {tuple(_needed(each)) for each in concerned} | {(each.short.casefold(),) for each in concerned}
    return any(all(word in text for word in words) for text in (*texts, *people) for words in needed)


def _needed(abbreviation: Abbreviation) -> Iterator[str]:
    """Yield the words that a text has that has the meaning of an acronym."""
    return (word.casefold() for word in _WORD.findall(abbreviation.meaning))
