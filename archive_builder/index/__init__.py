"""The search index: what a reader's browser fetches to search all records, a few small files for a search.

docs/contributing/search.md describes the files. `search/manifest.bin` names the others and alone
keeps its name; whatever else changes gets another. `search/words.js` is the stemmer.
"""

from __future__ import annotations

import gzip
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from archive_builder import lang
from archive_builder.index import folders, lunr_words, packing, posting_blocks, shards, stored_fields
from archive_builder.index.acronyms import glossary
from archive_builder.index.partition import Part, parts
from archive_builder.index.segments import Segment, segment
from archive_builder.index.topic_terms import topics
from archive_builder.model import Archive, Asset, addresses

__all__ = [
    "Part",
    "Segment",
    "assets",
    "files",
    "files_of_all",
    "files_of_segment",
    "glossary",
    "parts",
    "segment",
    "words_of",
]


def assets(archive: Archive) -> Iterator[Asset]:
    """Return the search files of an archive, the manifest first. An empty archive has them too."""
    made = [segment(part) for part in parts(archive)]
    yield from files(made, topics(archive))


def files(segments: Sequence[Segment], topics: Sequence[object] = ()) -> Generator[Asset]:
    """Return the files of some segments, and the manifest that names them and holds the topics."""
    manifest = packing.packed(_manifest(segments, topics))
    yield Asset(path=addresses.search_file("manifest.bin"), content=manifest)
    yield Asset(path=addresses.search_file("words.js"), content=lunr_words.module())
    for one in segments:
        yield from files_of_segment(one)


def files_of_segment(one: Segment) -> Iterator[Asset]:
    """Return the files of a segment alone."""
    for path, content in one.files.items():
        yield Asset(path=addresses.search_file(path), content=content)


def files_of_all(segments: Sequence[Segment], archive: Archive) -> Generator[Asset]:
    """Return the files that all segments share: the manifest, and the stemmer."""
    shared = [replace(one, files={}) for one in segments]
    yield from files(shared, topics(archive))


_SORTED = {"d": 4, "s": 6}
"""The folders of files that begin with sorted words (the dictionary, the shards), with the number of their parts."""


def words_of(path: str, content: bytes) -> list[str]:
    """Return the sorted words or terms that a file of the index holds: what nothing else can read out of it."""
    folder = PurePosixPath(path).parent.parent.name
    if not path.startswith(addresses.SEARCH) or folder not in _SORTED:
        return []
    return packing.split_words(packing.split(gzip.decompress(content), _SORTED[folder])[0])


def _manifest(segments: Sequence[Segment], topics: Sequence[object]) -> bytes:
    """Return the number of parts, JSON, and of each segment three parts.

    They are the boundaries of its shards, those of its dictionary, and the lengths of the stretches of its texts.
    """
    about = {
        "levels": shards.LEVELS,
        "rest": posting_blocks.STEPS,
        "head": shards.HEAD,
        "piece": shards.BLOCK,
        "within": shards.WITHIN,
        "folders": folders.SIZES,
        "file": stored_fields.FILE,
        "topics": topics,
        "around": lang.table("query"),
        "segments": [one.about for one in segments],
    }
    tables = [table for one in segments for table in _tables(one)]
    return packing.number(1 + len(tables)) + packing.parts(packing.as_json(about), *tables)


def _tables(one: Segment) -> tuple[bytes, bytes, bytes]:
    return packing.words(one.shards), packing.words(one.words), packing.listed(one.texts)
