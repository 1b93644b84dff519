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
class DataFile:
    """A file of the open data, as its index lists it."""

    path: str
    kind: str = ""
    """The kind of its rows; "" if it holds several."""
    body: str = ""
    """The slug of the body whose rows it holds; "" if it holds those of all."""
    year: str = ""
    """The year of its rows; "" if it holds those of all."""
    rows: int
    size: int
    """Bytes, as they are published."""
    sha256: str


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
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFiles:
    """The data files as the data page describes them."""

    sheets: tuple[Sheet, ...] = ()
    database: tuple[DataFile, ...] = ()
    """The SQLite database in its forms."""
    years: tuple[DataFile, ...] = ()
    """A file for each body and year, in the order of their addresses."""
    query: str = ""
    """A query that shows what the database can do."""
    most_plain: int = 0
    """Maximum number of bytes of a file that is published uncompressed as well."""
