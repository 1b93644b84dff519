"""The meetings that documents belong to, and which of several minutes of one meeting counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from archive_builder.model import Body, Classification, Document, Meeting, PaperStatus, addresses

_RANK = (Classification.MINUTES, Classification.NOTES)
_STATUS_RANK = (PaperStatus.CORRECTED, PaperStatus.APPROVED, None, PaperStatus.DRAFT)
"""Of several versions of the minutes of a meeting, the first counts."""


def mark_same(documents: Sequence[Document]) -> list[Document]:
    """Return the documents; of several minutes of one meeting, all but the best name that one in `same_as`."""
    groups: dict[tuple[str, date], list[Document]] = defaultdict(list)
    for document in documents:
        if document.classification in _RANK and document.body and document.date:
            groups[document.body, document.date].append(document)
    best = {key: min(group, key=_rank) for key, group in groups.items() if len(group) > 1}
    replaced = {
        document.path: best[key].path
        for key, group in groups.items()
        for document in group
        if key in best and best[key] is not document
    }
    return [
        replace(document, same_as=replaced.get(document.path, document.same_as)) for document in documents
    ]


def _rank(document: Document) -> tuple[bool, int, int, str]:
    draft = document.is_draft or "draft" in document.title.casefold()
    newest = _STATUS_RANK.index(document.status)
    return draft, _RANK.index(document.classification), newest, document.path


def find_meetings(documents: Sequence[Document], bodies: Sequence[Body]) -> tuple[Meeting, ...]:
    """Return the meetings that documents belong to, oldest first."""
    by_slug = {body.slug: body for body in bodies}
    found: dict[tuple[date, str], list[str]] = defaultdict(list)
    for document in documents:
        under = addresses.parse_meeting(document.path)
        if under:
            found[under.day, under.body].append(document.path)
    return tuple(
        Meeting(body=by_slug[name], held=held, documents=tuple(paths))
        for (held, name), paths in sorted(found.items())
    )
