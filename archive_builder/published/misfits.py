"""What of the lock no longer fits the archive: each with what becomes of it, and the way out."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import Archive, Document, LockedDocument, addresses
from archive_builder.problem import Problem
from archive_builder.published.files import file_of
from archive_builder.settings import LOCK_FOLDER

_SHOWN = 5
"""Maximum number of anchors that a problem names."""


def find_misfits(archive: Archive) -> Iterator[Problem]:
    """Yield address-gone, address-moved and anchor-gone: what was published and is not as it was."""
    for locked in archive.published.lost if archive.published.lock.whole else ():
        if not locked.gone:
            yield _gone(locked)
    for path, locked in archive.published.documents.items():
        document = archive.document(path)
        if document is None:
            continue
        if path != locked.address:
            yield _moved(locked, document)
        yield from _without_anchors(locked, document)


def _gone(locked: LockedDocument) -> Problem:
    message = (
        f"the document at {locked.address} is not held any more (it was {locked.file}); a page there says so"
    )
    hint = "put the file back, or confirm with archive lock"
    return Problem(f"{LOCK_FOLDER}/{file_of(locked.address)}", 1, "address-gone", message, hint)


def _moved(locked: LockedDocument, document: Document) -> Problem:
    message = f"its page was {locked.address} and is now {document.path}; the old address leads there"
    hint = (
        "confirm with archive lock; if the body or the date is wrong, settle it in a correction, or name the "
        "body in archive.toml with the slug that it had"
    )
    return Problem(document.source.file, 1, "address-moved", message, hint)


def _without_anchors(locked: LockedDocument, document: Document) -> Iterator[Problem]:
    now = {record.anchor for record in document.records}
    now |= {question.answer_anchor for question in document.questions if question.answer is not None}
    gone = [one.anchor for one in locked.anchors if not one.gone and one.anchor not in now]
    if gone:
        more = f" and {len(gone) - _SHOWN} more" if len(gone) > _SHOWN else ""
        named = ", ".join(f"#{anchor}" for anchor in gone[:_SHOWN])
        message = (
            f"no record of {addresses.page_of(document.path)} is {named}{more} any more; notes stand there"
        )
        hint = "see whether the records are found as they should be, then confirm with archive lock"
        yield Problem(document.source.file, 1, "anchor-gone", message, hint)
