"""Where the addresses lead that were published and that no page has any more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from archive_builder.model import Archive, Document, LockedDocument, addresses
from archive_builder.published.renewal import REGISTERS, pages_of
from archive_builder.text.spellings import spelling_key


@dataclass(frozen=True, slots=True, order=True)
class Lead:
    """An address that leads on."""

    old: str
    new: str
    """A page that there is, with an anchor where it is known."""


def leads(archive: Archive, pages: Collection[str]) -> tuple[Lead, ...]:
    """Return where each published address leads that is none of today's `pages`, sorted.

    A document that is gone is not among them: its address has a page that says so. A page of what is no
    longer there, a meeting's or a register's, leads to the nearest page above it.
    """
    targets: dict[str, Counter[str]] = defaultdict(Counter)
    for old, new in (*_of_documents(archive, pages), *_of_lost(archive), *_of_names(archive)):
        if old not in pages:
            targets[old][new] += 1
    made = (Lead(old, _standing(_best(found), pages)) for old, found in targets.items())
    return tuple(sorted(made))


def _best(found: Mapping[str, int]) -> str:
    """Return what most documents lead to; of several, the first by address."""
    return min(found, key=lambda new: (-found[new], new))


def _standing(address: str, pages: Collection[str]) -> str:
    """Return an address if its page stands, else the nearest page above it."""
    page = addresses.page_of(address)
    if page in pages:
        return address
    while page and page not in pages:
        page = page.rstrip("/").rpartition("/")[0]
        page = f"{page}/" if page else addresses.HOME
    return page


def _of_documents(archive: Archive, pages: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what each old page of a published document leads to: to the same of its pages today."""
    for path, locked in archive.published.documents.items():
        document = archive.document(path)
        if document is not None:
            olds = list(dict.fromkeys((*locked.was, *pages_of(locked))))
            yield from ((old, _today(old, document, archive)) for old in olds)
            yield from _of_records(locked, olds, path, pages)


def _today(old: str, document: Document, archive: Archive) -> str:
    """Return the page that has taken the place of an old one of a document."""
    top, *below = old.rstrip("/").split("/")
    under = addresses.parse_meeting(document.path)
    if f"{top}/" in REGISTERS:
        return archive.register_page(f"{top}/", document)
    if f"{top}/" == addresses.MEETINGS and len(below) == 1:
        body = under.body if under else document.body
        return addresses.body(body) if body else addresses.MEETINGS
    if f"{top}/" == addresses.MEETINGS and len(below) == 2 and under:
        return addresses.meeting(*under)
    return document.path


def _of_records(
    locked: LockedDocument, olds: list[str], path: str, pages: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield what the old pages of life-lines and threads lead to: today's, else the record."""
    for one in locked.anchors:
        if one.register:
            now = addresses.what_came_of(one.register, path, one.anchor)
            new = now if now in pages else addresses.record(path, one.anchor)
            for old in filter(_is_document, olds):
                yield addresses.what_came_of(one.register, old, one.anchor), new


def _is_document(page: str) -> bool:
    """True if a page in the lock is a document's: not a register's, a body's or a meeting's."""
    top, *below = page.rstrip("/").split("/")
    return f"{top}/" not in REGISTERS and not (f"{top}/" == addresses.MEETINGS and len(below) < 3)


def _of_lost(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the pages that documents had which the archive does not hold: they lead to where they stood."""
    for locked in archive.published.absent:
        olds = list(dict.fromkeys((*locked.was, *pages_of(locked))))
        for old in olds:
            yield old, locked.address if _is_document(old) else old
        for one in locked.anchors:
            if one.register:
                new = addresses.record(locked.address, one.anchor)
                for old in filter(_is_document, olds):
                    yield addresses.what_came_of(one.register, old, one.anchor), new


def _of_names(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the pages of people and topics, each with that of the same name today, if there is one."""
    now = {topic.name: topic.path for topic in archive.topics}
    for person in archive.people:
        for name in (*person.other_names, person.name):
            now[spelling_key(name)] = person.id
    for old, name in archive.published.lock.names.items():
        is_person = old.startswith(addresses.PEOPLE)
        if old not in archive.published.forgotten:
            yield old, now.get(spelling_key(name) if is_person else name, old)
