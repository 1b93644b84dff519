"""The search index: what a reader's browser fetches to search all records.

`search/lunr.js` is the search engine, `search/index.json` its index over all records, and
`search/records.json` what is shown of each; a record's place in that list is its name in the index.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib import resources

from lunr.builder import Builder

from archive_builder.index.entries import Entry, entries
from archive_builder.index.terms import terms
from archive_builder.model import Archive, Asset

BOOSTS = {"heading": 4, "people": 2, "text": 1}
"""The fields of the index, and what a word counts in each."""


def assets(archive: Archive) -> tuple[Asset, ...]:
    """The search files of an archive; of an empty one too, in which nothing is found."""
    found = tuple(entries(archive))
    return (
        Asset(path="search/lunr.js", content=_lunr_js()),
        Asset(path="search/index.json", content=_json(serialised(found))),
        Asset(path="search/records.json", content=_json([_shown(entry) for entry in found])),
    )


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
