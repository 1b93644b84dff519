"""What is written for the site builder: Markdown pages and the files beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive_builder.model import addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Markdown page."""

    path: str
    """Its address below the site's root, ending in a slash (`meetings/agb/2025-07-22/notes/`)."""
    title: str
    front: Mapping[str, object]
    """Front matter besides the title, in the order it is written."""
    body: str

    @property
    def file(self) -> str:
        """Where it is written below the docs folder."""
        return addresses.source_file(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that is published as it is: data, search index."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A kind of row of the data files, as it is described to readers."""

    kind: str
    """The name of its files: `questions`."""
    about: str
    """A sentence or two on what it holds."""
    keys: Mapping[str, str]
    """What each key of a row means, in the rows' order."""
    rows: int
    sizes: Mapping[str, int]
    """Bytes of its files by their ending: jsonl, csv."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFiles:
    """The data files as the data page describes them."""

    sheets: tuple[Sheet, ...] = ()
    database: int = 0
    """Bytes of the SQLite database."""
    query: str = ""
    """A query that shows what the database can do."""
