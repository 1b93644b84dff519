"""The permanent address of every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive_builder.link.bodies import find_bodies
from archive_builder.link.meetings import mark_same
from archive_builder.link.neighbours import body_key, with_bodies_of_neighbours
from archive_builder.model import (
    Body,
    Classification,
    Document,
    Lock,
    LockedDocument,
    addresses,
)
from archive_builder.problem import Problem, Report
from archive_builder.published.documents import find_published, is_at_home
from archive_builder.settings import Settings
from archive_builder.text.slugs import slug

KIND_ADDRESS = {
    Classification.MINUTES: "minutes",
    Classification.NOTES: "notes",
    Classification.AGENDA: "agenda",
    Classification.AGENDA_PACK: "agenda-pack",
    Classification.ACTION_TRACKER: "tracker",
    Classification.DECISION_LIST: "decisions",
    Classification.WORK_PROGRAMME: "work-programme",
}
"""Kinds with a name of their own in an address; other documents are addressed by title."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Documents with body and path, oldest first, packs before their parts."""

    documents: tuple[Document, ...]
    bodies: tuple[Body, ...]
    published: Mapping[str, LockedDocument]
    """What the lock says of documents that were published before, by their path."""


def assign_addresses(
    documents: Sequence[Document], settings: Settings, report: Report, lock: Lock | None = None
) -> Addressed:
    """Return the documents with body and path; those that were published before keep theirs where they can.

    Reports duplicate-file, body-of-neighbours, repeated-title and shared-address.
    """
    kept = list(with_bodies_of_neighbours(list(_without_copies(documents, report)), report))
    bodies = find_bodies(kept, settings, report)
    placed = [
        replace(document, body=bodies[body_key(document.organization)].slug if document.organization else "")
        for document in kept
    ]
    with_paths, published = _distinct(_paths(placed), lock or Lock(), report)
    packs = {document.path: document for document in with_paths if document.is_pack}
    ordered = sorted(
        with_paths,
        key=lambda document: (
            _pack_date(document, packs.get(document.part_of)),
            document.source.file,
            document.position,
        ),
    )
    found = {body.slug: body for body in bodies.values()}
    return Addressed(tuple(mark_same(ordered)), tuple(found[name] for name in sorted(found)), published)


def _without_copies(documents: Sequence[Document], report: Report) -> Iterator[Document]:
    """Yield the documents without those whose file is byte for byte the same as another."""
    first: dict[str, str] = {}
    for document in documents:
        original = first.setdefault(document.source.sha256, document.source.file)
        if original == document.source.file:
            yield document
        elif document.position in (0, 1) and not document.is_pack:
            report(
                Problem(
                    document.source.file,
                    1,
                    "duplicate-file",
                    f"this file is byte for byte the same as {original}",
                    "remove one of the two",
                )
            )


def _paths(documents: Sequence[Document]) -> list[Document]:
    """Return the documents with the path of each by the rules, which several may share."""
    placed: list[Document] = []
    pack: Document | None = None
    paper = ""
    for document in documents:
        if document.position == 0:
            pack, paper = (document if document.is_pack else None), ""
        whole = replace(document, path=_path(document, pack, paper), part_of="")
        if pack is not None and document.position:
            under = paper if _is_appendix(document) else ""
            whole = replace(whole, part_of=_path(pack, None, ""), paper=under)
            if document.classification is Classification.REPORT:
                paper = whole.path
        placed.append(whole)
    return placed


def _is_appendix(document: Document) -> bool:
    return document.classification in (Classification.APPENDIX, Classification.DECISION_LIST)


def _path(document: Document, pack: Document | None, paper: str) -> str:
    """Return `meetings/<body>/<date>/<kind or title>/`, by the rules of docs/maintaining/addresses.md."""
    kind = document.classification
    name = KIND_ADDRESS.get(kind, slug(document.title))
    if kind is Classification.ANNUAL_REPORT and document.period and pack is None:
        return addresses.annual_report(document.period)
    if kind is Classification.APPENDIX and paper:
        return addresses.below(paper, name)
    own = kind in (Classification.MINUTES, Classification.NOTES)
    holder = document if pack is None or own else pack
    if holder.body and holder.date:
        return addresses.below(addresses.meeting(holder.body, holder.date), name)
    return addresses.other_document(slug(document.title))


def _distinct(
    documents: Sequence[Document], lock: Lock, report: Report
) -> tuple[list[Document], dict[str, LockedDocument]]:
    """Return the documents with a path each, and what the lock says of those that it knows, by their path.

    A document that was published keeps its address, unless it belongs to another meeting now. Of the others,
    those that share a path or want one that was another's get six digits of their source's hash.
    """
    known = find_published(documents, lock)
    kept = {
        at: locked.address for at, locked in known.items() if is_at_home(locked.address, documents[at].path)
    }
    taken = _taken(lock)
    wanted = Counter(document.path for at, document in enumerate(documents) if at not in kept)
    renamed: dict[tuple[str, str], str] = {}
    made = []
    for at, document in enumerate(documents):
        path = kept.get(at, document.path)
        own = known[at].address if at in known else ""
        if at not in kept and (wanted[path] > 1 or taken.get(path, own) != own):
            path = addresses.told_apart(path, document.source.sha256[:6])
        renamed.setdefault((document.source.sha256, document.path), path)
        made.append(replace(document, path=path))
    followed = [_follow(document, renamed) for document in made]
    numbered = list(_numbered(followed, kept, report))
    return numbered, {numbered[at].path: locked for at, locked in known.items()}


def _taken(lock: Lock) -> dict[str, str]:
    """Return every address that a document has or had, with the address by which the lock names the document."""
    taken = {old: locked.address for locked in lock.documents for old in locked.was}
    return taken | {locked.address: locked.address for locked in lock.documents}


def _follow(document: Document, renamed: Mapping[tuple[str, str], str]) -> Document:
    """Return a document that names its pack and its paper by their new paths, by source and old path."""
    source = document.source.sha256
    return replace(
        document,
        part_of=renamed.get((source, document.part_of), document.part_of),
        paper=renamed.get((source, document.paper), document.paper),
    )


def _numbered(documents: Sequence[Document], kept: Mapping[int, str], report: Report) -> Iterator[Document]:
    """Yield the documents; of two in one file with one title, the later gets its position behind its path.

    `kept` are the addresses that documents were published at and keep, by the documents' places.
    """
    seen = set(kept.values())
    for at, document in enumerate(documents):
        path = kept[at] if at in kept else _free(document, seen)
        if path != document.path:
            report(
                Problem(
                    document.source.file,
                    document.blocks[0].first if document.blocks else 1,
                    "repeated-title",
                    f"two documents in this file are called {document.title!r}",
                    "both are published",
                )
            )
        seen.add(path)
        yield replace(document, path=path)


def _free(document: Document, taken: Collection[str]) -> str:
    """Return the path of a document, with its position in its file behind it if the path is taken."""
    path, mark = document.path, document.position
    while path in taken:
        path = addresses.told_apart(document.path, str(mark))
        mark += 1
    return path


def _pack_date(document: Document, pack: Document | None) -> date:
    """Return the date a document is ordered by: its pack's, or else its own; undated ones come first."""
    return (pack.date if pack else None) or document.date or date.min
