"""The page of corrections and withdrawals: what was put right by hand, what was taken out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive_builder.lang.interface import say
from archive_builder.model import Page, Tombstone, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.templating import fill

PAGE = addresses.CHANGES
_NOTE = 400
"""Maximum number of characters that are shown of a note."""


def pages(context: Context) -> Iterator[Page]:
    """`changes/`: withdrawals the latest first, then corrections by document in the archive's order."""
    archive = context.archive
    corrected = [
        (wording.full_title(document), document.path, [wording.shorten(note, _NOTE) for note in notes])
        for document in archive.documents
        if (notes := document.corrections)
    ]
    yield Page(
        path=PAGE,
        title=say("pages.changes.title"),
        front={"description": say("pages.changes.description")},
        body=fill(
            "changes",
            PAGE,
            withdrawn=_withdrawn(archive.tombstones),
            gone=[(locked.address, locked.gone) for locked in archive.published.lost],
            corrected=corrected,
        ),
    )


def _withdrawn(tombstones: tuple[Tombstone, ...]) -> list[tuple[str, date | None, str, str]]:
    """Return address, day, by whom and why of each document that was withdrawn, the latest first."""
    found = [
        (tombstone.path, tombstone.withdrawal.date, tombstone.withdrawal.by, tombstone.withdrawal.reason)
        for tombstone in tombstones
        if _is_document(tombstone.path)
    ]
    return sorted(found, key=lambda entry: entry[1] or date.min, reverse=True)


def _is_document(path: str) -> bool:
    """True for the address of a document: that of its meeting, or of what came of its records, is not listed."""
    if path.startswith(addresses.MEETINGS):
        return path.count("/") > addresses.meeting("body", date.min).count("/")
    return path.startswith((addresses.DOCUMENTS, addresses.ANNUAL_REPORTS))
