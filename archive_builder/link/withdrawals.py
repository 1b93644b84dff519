"""What was withdrawn: taken out of the archive, with a tombstone at each address that it had.

Documents that were withdrawn take part in the giving of addresses, so that theirs stay taken and no other
document moves. What else refers to them is found by linking the archive with and without them.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from archive_builder.model import (
    Archive,
    Block,
    Document,
    Link,
    Lock,
    Row,
    Run,
    Text,
    Tombstone,
    Withdrawal,
    addresses,
)
from archive_builder.problem import Problem, Report, Severity
from archive_builder.settings import WITHDRAWN_FILE

Withdrawn = Mapping[str, Withdrawal]
"""By the address of a document: the entry by which it was withdrawn."""

PART = "a part of the file was withdrawn"
"""Why an original is not published."""
MARK = "withdrawn"
"""What stands raised behind the words of a link that led to something withdrawn."""


def find_withdrawn(
    addressed: Sequence[Document], read: Iterable[Document], withdrawals: Sequence[Withdrawal]
) -> Withdrawn:
    """Return the documents that were withdrawn, by address.

    `read` are the documents before copies were left out: a copy of a file is withdrawn with it. A pack is
    withdrawn with its parts, a part alone.
    """
    by_file = {entry.file: entry for entry in withdrawals if entry.file}
    by_address = {entry.address: entry for entry in withdrawals if entry.address}
    by_content = {
        each.source.sha256: by_file[each.source.file] for each in read if each.source.file in by_file
    }
    found: dict[str, Withdrawal] = {}
    for document in addressed:
        entry = (
            by_content.get(document.source.sha256)
            or by_address.get(document.path)
            or by_address.get(document.part_of)
        )
        if entry:
            found[document.path] = entry
    return found


def report_unknown(withdrawals: Sequence[Withdrawal], gone: Withdrawn, lock: Lock, report: Report) -> None:
    """Report unknown-address, an error, for an entry whose address no document has and, by the lock, none had.

    Where there is no lock nobody can tell: the document may have been deleted.
    """
    known = {address for locked in lock.documents for address in (locked.address, *locked.was)}
    for entry in withdrawals:
        if known and entry.address and entry not in gone.values() and entry.address not in known:
            near = difflib.get_close_matches(entry.address, sorted(known), n=1)
            hint = f"write `address: {near[0]}`" if near else "copy the address of its page from the browser"
            message = f"no document has the address {entry.address}, and none ever had"
            report(Problem(WITHDRAWN_FILE, entry.line, "unknown-address", message, hint, Severity.ERROR))


def without(documents: Iterable[Document], gone: Collection[str]) -> tuple[Document, ...]:
    """Return the documents that are left. The original of a file with a withdrawn part is not published."""
    every = tuple(documents)
    files = {document.source.file for document in every if document.path in gone}
    return tuple(_kept(document, gone, files) for document in every if document.path not in gone)


def _kept(document: Document, gone: Collection[str], files: Collection[str]) -> Document:
    source = document.source
    if source.file in files:
        source = replace(source, withheld=source.withheld or PART)
    paper = "" if document.paper in gone else document.paper
    return replace(document, source=source, paper=paper, same_as="")


def with_tombstones(
    kept: Archive, whole: Archive, gone: Withdrawn, withdrawals: Sequence[Withdrawal]
) -> Archive:
    """Return what is left of an archive, with its tombstones; links to what is gone say that it was withdrawn."""
    links = tuple(_links(kept, whole))
    dead = {document.source.original for document in whole.documents if document.path in gone} - {""}
    dead -= {document.source.original for document in kept.documents}
    tombstones = _tombstones(kept, whole, gone, withdrawals)
    dead |= {tombstone.path for tombstone in tombstones}
    documents = tuple(_unlinked(document, dead) for document in kept.documents)
    return replace(kept, documents=documents, links=links, tombstones=tombstones)


def _links(kept: Archive, whole: Archive) -> Iterator[Link]:
    """Yield the links; those to what the whole archive held and the rest does not hold are marked."""
    standing = {*kept.page_addresses(), *(document.id_of(record) for document, record in kept.each())}
    lost = {
        (link.source, link.relation, link.reason): link
        for link in whole.links
        if link.target and link.target not in standing
    }
    for link in kept.links:
        before = None if link.target else lost.pop((link.source, link.relation, link.reason), None)
        yield replace(link, withdrawn=True) if before else link
    for link in lost.values():
        if addresses.page_of(link.source) in standing:
            yield replace(link, target="", withdrawn=True)


def _tombstones(
    kept: Archive, whole: Archive, gone: Withdrawn, withdrawals: Sequence[Withdrawal]
) -> tuple[Tombstone, ...]:
    """Return a tombstone for each address of which nothing is left, but for those of people: they are names."""
    standing = set(kept.page_addresses())
    people = {person.id for person in whole.people}
    found = dict(gone)
    for entry in withdrawals:
        if entry.address:
            found.setdefault(entry.address, entry)
    for path, entry in tuple(found.items()):
        under = addresses.parse_meeting(path)
        if under:
            found.setdefault(addresses.meeting(under.body, under.day), entry)
    for path in set(whole.page_addresses()) - people:
        found.setdefault(path, _entry_behind(path, gone))
    gone_now = sorted(path for path in found if path not in standing)
    return tuple(Tombstone(path=path, withdrawal=found[path]) for path in gone_now)


def _entry_behind(path: str, gone: Withdrawn) -> Withdrawal:
    """Return the entry of the document whose life-line or thread a page was; else one that gives no reason."""
    behind = (entry for page, entry in gone.items() if page.removeprefix(addresses.MEETINGS) in path)
    return next(behind, Withdrawal())


def _unlinked(document: Document, dead: Collection[str]) -> Document:
    """Return a document whose text no longer links to addresses that are dead."""
    blocks = tuple(_unlinked_block(block, dead) for block in document.blocks)
    changed = any(new is not old for new, old in zip(blocks, document.blocks, strict=True))
    return replace(document, blocks=blocks) if changed else document


def _unlinked_block(block: Block, dead: Collection[str]) -> Block:
    texts = (block.runs, *(cell for row in block.rows for cell in (*row.cells, *row.merged)))
    if not any(_is_dead(run.href, dead) for text in texts for run in text):
        return block
    rows = tuple(_unlinked_row(row, dead) for row in block.rows)
    return replace(block, runs=_unlinked_text(block.runs, dead), rows=rows)


def _unlinked_row(row: Row, dead: Collection[str]) -> Row:
    cells = tuple(_unlinked_text(cell, dead) for cell in row.cells)
    return replace(row, cells=cells, merged=tuple(_unlinked_text(cell, dead) for cell in row.merged))


def _unlinked_text(text: Text, dead: Collection[str]) -> Text:
    runs: list[Run] = []
    for run in text:
        runs += [replace(run, href=""), Run("", note=MARK)] if _is_dead(run.href, dead) else [run]
    return tuple(runs)


def _is_dead(href: str, dead: Collection[str]) -> bool:
    """True if a link leads to one of these addresses, on whichever host the archive stood."""
    if not href.startswith(("http:", "https:")):
        return False
    try:
        path = urlsplit(href).path.removesuffix("index.html")
    except ValueError:  # no address at all
        return False
    return any(f"{path.rstrip('/')}/".endswith(f"/{address.rstrip('/')}/") for address in dead)
