"""The lock of an archive as it is now: what was locked before, brought up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from archive_builder.model import Archive, Document, Lock, LockedAnchor, LockedDocument, addresses
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.published.anchors import locked_anchors
from archive_builder.published.documents import source_of, words_of
from archive_builder.published.fingerprints import fingerprint


def renewed(archive: Archive, day: date, unread: Collection[str] = ()) -> Lock:
    """Return the lock of an archive on a day: of its first publication for what is new.

    Documents that the archive does not hold any more are marked as gone, but for those that were withdrawn
    and those of `unread` files, which could not be read this time. Pages of people whom only withdrawn
    documents name are forgotten.
    """
    pages = _own_pages(archive)
    published = archive.published
    documents = [
        _locked(document, published.documents.get(document.path), archive, pages, day)
        for document in archive.documents
    ]
    for absent in published.absent:
        stays = absent.gone or absent.file in unread or absent.address in published.withdrawn
        documents.append(absent if stays else replace(absent, gone=day))
    names = {**published.lock.names, **{person.id: person.name for person in archive.people}}
    names |= {topic.path: topic.name for topic in archive.topics}
    return Lock(
        documents=tuple(sorted(documents, key=lambda locked: locked.address)),
        names={page: name for page, name in names.items() if page not in published.forgotten},
    )


def _own_pages(archive: Archive) -> dict[str, str]:
    """Return the register below which a record has a page of its own, by the record's id."""
    origins = [(line.origin, line.path) for line in archive.lifelines.values() if line.path]
    origins += [(origin, thread.path) for origin, thread in archive.threads.items() if thread.path]
    return {origin: f"{path.partition('/')[0]}/" for origin, path in origins}


def _locked(
    document: Document, before: LockedDocument | None, archive: Archive, pages: dict[str, str], day: date
) -> LockedDocument:
    now = LockedDocument(
        address=document.path,
        published=before.published if before else day,
        file=document.source.file,
        part=document.position,
        source=source_of(document),
        words=words_of(document),
        body=document.body,
        year=_year(document, archive),
        anchors=tuple(_anchors(document, before, pages, archive, day)),
    )
    if before is None:
        return now
    old = dict.fromkeys((*before.was, *pages_of(before)))
    return replace(now, was=tuple(address for address in old if address not in pages_of(now)))


def _year(document: Document, archive: Archive) -> str:
    """Return the year of a document in the registers, as `Archive.register_page` names it."""
    when = archive.day_of(document)
    return str(when.year) if when else document.period


def pages_of(locked: LockedDocument) -> dict[str, None]:
    """Return the pages that a document makes: its own, its meeting's, its body's, those of the registers."""
    found = [locked.address]
    meeting = addresses.parse_meeting(locked.address)
    if meeting:
        found += [addresses.body(meeting.body), addresses.meeting(*meeting)]
    held = {one.anchor.partition("-")[0] for one in locked.anchors}
    for register, beginnings in REGISTERS.items():
        if held & beginnings:
            found.append(addresses.register_page(register, locked.body, locked.year))
    return dict.fromkeys(found)


_BEGINNINGS = {"decisions": {"decision", "minute"}, "actions": {"action"}, "questions": {"question"}}
REGISTERS = {kind.register: _BEGINNINGS[kind.export] for kind in RECORD_KINDS if kind.register}
"""How the anchors begin of the records that a register lists, by the register's address."""


def _anchors(
    document: Document,
    before: LockedDocument | None,
    pages: dict[str, str],
    archive: Archive,
    day: date,
) -> Iterator[LockedAnchor]:
    """Yield the anchors of a document in the order of its text, each that is gone behind the one it followed."""
    known = {one.anchor: one for one in before.anchors} if before else {}
    notes = archive.published.notes.get(document.path, ())
    parts = {note.anchor: note.other_part for note in notes if note.other_part}
    now = {
        anchor: LockedAnchor(
            anchor=anchor,
            fingerprint=fingerprint(words),
            register=pages.get(addresses.record(document.path, anchor), "")
            or (known[anchor].register if anchor in known else ""),
            other_part=parts.get(anchor, ""),
        )
        for anchor, words in locked_anchors(document)
    }
    behind: dict[str, list[LockedAnchor]] = {}
    last = ""
    for one in known.values():
        if one.anchor in now:
            last = one.anchor
        else:
            behind.setdefault(last, []).append(one if one.gone else replace(one, gone=day))
    yield from behind.get("", ())
    for anchor, one in now.items():
        yield one
        yield from behind.get(anchor, ())
