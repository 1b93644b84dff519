"""The search index: what a reader's browser fetches to search all records, a few small files for a search.

docs/contributing/search.md describes the files. `search/manifest.bin` names the others and alone
keeps its name; whatever else changes gets another. `search/words.js` is the stemmer.

`search/lunr.js`, `search/index.json` and `search/records.json` are the simple search of before, which
fetches all at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources

from lunr.builder import Builder

from archive_builder.index import lunr_words, packing, shards, shelves
from archive_builder.index.acronyms import meanings
from archive_builder.index.entries import Entry, entries
from archive_builder.index.segments import Segment, parts, segment
from archive_builder.index.terms import terms
from archive_builder.model import Archive, Asset

BOOSTS = {"heading": 4, "people": 2, "text": 1}
"""The fields of the index, and what a word counts in each."""


def assets(archive: Archive) -> tuple[Asset, ...]:
    """The search files of an archive; of an empty one too, in which nothing is found."""
    found = tuple(entries(archive))
    return (
        *_static(archive),
        Asset(path="search/lunr.js", content=_lunr_js()),
        Asset(path="search/index.json", content=_json(serialised(found))),
        Asset(path="search/records.json", content=_json([_shown(entry) for entry in found])),
    )


def _static(archive: Archive) -> Iterator[Asset]:
    """The files of the index, the manifest first."""
    means = meanings(archive)
    yield from files([segment(archive, name, each, means) for name, each in parts(archive)])


def files(segments: Sequence[Segment]) -> Iterator[Asset]:
    """The files of some segments, and the manifest that names them."""
    manifest = {
        "levels": shards.LEVELS,
        "head": shards.HEAD,
        "shelf": shelves.SHELF,
        "segments": [one.about for one in segments],
    }
    yield Asset(path="search/manifest.bin", content=packing.packed(packing.as_json(manifest)))
    yield Asset(path="search/words.js", content=lunr_words.module())
    for one in segments:
        yield from (Asset(path=f"search/{path}", content=content) for path, content in one.files.items())


def serialised(found: Sequence[Entry]) -> object:
    """The lunr index over some entries, in the form that lunr.js loads.

    The terms are made here, not by lunr, and its search pipeline is empty: a query hands over
    terms as `search-terms.js` makes them.
    """
    builder = Builder()
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    for number, entry in enumerate(found):
        builder.add({"id": number, **{field: _terms(entry.fields[field]) for field in BOOSTS}})
    if not found:
        # lunr divides by the number of documents
        return {
            "version": "2.3.9",
            "fields": [*BOOSTS],
            "fieldVectors": [],
            "invertedIndex": [],
            "pipeline": [],
        }
    return builder.build().serialize()


def _terms(texts: Iterable[str]) -> list[str]:
    return [term for text in texts for term in terms(text)]


def _shown(entry: Entry) -> dict[str, str]:
    """What the page of results says of an entry; the short keys are a third of the file's size."""
    return {
        "u": entry.url,
        "k": entry.kind,
        "b": entry.body,
        "d": entry.date,
        "h": entry.heading,
        "t": entry.text,
        "x": entry.extra,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _lunr_js() -> bytes:
    """lunr.js as MkDocs carries it."""
    return resources.files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_bytes()
