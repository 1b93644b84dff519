"""What a site says of its originals and quotations: read from its own data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_builder.model import addresses
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.published import data_files


class SiteError(Exception):
    """The folder is no site of this program, or its data files cannot be read."""


@dataclass(frozen=True, slots=True)
class PublishedOriginal:
    """A source file that the site publishes."""

    address: str
    """Where it is, below the site's root."""
    file: str
    """Its own path, as the site names it: its ending tells how it is read."""
    sha256: str
    documents: tuple[str, ...]
    """The paths of the documents read from it: of a pack, all of them."""
    put_right: tuple[int, ...]
    """The lines at which its text was put right by hand."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the site says stand in an original."""

    id: str
    """The record's address: page and anchor."""
    document: str
    words: str
    page: int | None
    first: int
    last: int
    """The lines of the original, both included."""
    data_file: str

    @property
    def anchor(self) -> str:
        return addresses.split(self.id)[1]

    @property
    def where(self) -> str:
        """Where in the original it is said to stand."""
        lines = f"line {self.first}" if self.first == self.last else f"lines {self.first} to {self.last}"
        return f"page {self.page}, {lines}" if self.page else lines


def read_originals(site: Path) -> list[PublishedOriginal]:
    """Return the originals that a site publishes, by address. Raises SiteError."""
    rows = list(_rows(site, "documents"))
    by_address: dict[str, list[Mapping[str, Any]]] = {}
    try:
        for row in rows:
            if row["original"]:
                by_address.setdefault(str(row["original"]), []).append(row)
        return [_original(address, by_address[address]) for address in sorted(by_address)]
    except (KeyError, TypeError) as error:
        raise SiteError(
            f"{data_files.file_of(site, 'documents')} lacks {error}: the site was built by an older program"
        ) from error


def _original(address: str, rows: list[Mapping[str, Any]]) -> PublishedOriginal:
    source = rows[0]["source"]
    lines = sorted({int(line) for row in rows for line in row["put_right"]})
    paths = tuple(str(row["id"]) for row in rows)
    return PublishedOriginal(address, str(source["file"]), str(source["sha256"]), paths, tuple(lines))


def read_quotations(site: Path) -> list[Quotation]:
    """Return everything that the site quotes with a place in an original. Raises SiteError."""
    found = []
    for kind in RECORD_KINDS:
        key = next((field.key for field in kind.fields if field.name == "text"), "")
        if kind.has_evidence and key:
            name = data_files.file_of(site, kind.export)
            found += [_quotation(row, key, "evidence", name) for row in _rows(site, kind.export)]
    name = data_files.file_of(site, "questions")
    answered = [row for row in _rows(site, "questions") if row.get("answer_evidence")]
    return found + [_quotation(row, "answer_text", "answer_evidence", name) for row in answered]


def _quotation(row: Mapping[str, Any], key: str, evidence: str, name: str) -> Quotation:
    try:
        first, last = row[evidence]["lines"]
        own = str(row["id"])
        page, anchor = addresses.split(own)
        answer = addresses.record(page, anchor.replace("question", "answer", 1))
        return Quotation(
            id=answer if key == "answer_text" else own,
            document=str(row["document_id"]),
            words=str(row[key] or ""),
            page=row[evidence]["page"],
            first=int(first),
            last=int(last),
            data_file=name,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SiteError(f"{name} cannot be read: {error}") from error


def _rows(site: Path, kind: str) -> Iterator[Mapping[str, Any]]:
    try:
        yield from data_files.rows(site, kind)
    except (OSError, EOFError, ValueError) as error:
        raise SiteError(f"{data_files.file_of(site, kind)} cannot be read: {error}") from error
