"""Makes the look-ups that pages share, of a finished archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from archive_builder.model import (
    Archive,
    DataFiles,
    Document,
    LifeLine,
    Meeting,
    Record,
    StepKind,
    addresses,
    counts,
)
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.problem import Problem
from archive_builder.render import wording
from archive_builder.render.context import Context, Item
from archive_builder.render.records.repeats import find_repeats
from archive_builder.settings import Settings


def context(
    archive: Archive,
    problems: Sequence[Problem],
    settings: Settings,
    address: str = "",
    data: DataFiles | None = None,
) -> Context:
    """The look-ups over a finished archive."""
    return Context(
        archive=archive,
        problems=tuple(sorted(problems)),
        settings=settings,
        address=address,
        contact=_contact(settings),
        data=data or DataFiles(),
        records={document.id_of(record): (document, record) for document, record in archive.each()},
        leaving=_by((link.source, link) for link in archive.links),
        arriving=_by((link.target, link) for link in archive.links if link.target),
        held=_by((meeting.body.slug, meeting) for meeting in _latest_first(archive)),
        parts=_by((document.part_of, document) for document in _in_packs(archive)),
        people={person.id: person for person in archive.people},
        names={person.id: person.name for person in archive.people},
        bodies={body.slug: body for body in archive.bodies},
        meetings={meeting.path: meeting for meeting in archive.meetings},
        lifelines=_lifelines(archive),
        open=_open(archive),
        beside=_by(_beside(archive)),
        alike=dict.fromkeys(_alike(archive), True),
        repeats=find_repeats(archive),
        counted=counts.counted_documents(archive),
    )


def _contact(settings: Settings) -> str:
    contact = settings.site.contact
    return f"mailto:{contact}" if "@" in contact and ":" not in contact else contact


def _alike(archive: Archive) -> Iterator[str]:
    for document in archive.documents:
        titles = Counter((type(record), wording.record_title(record)) for record in document.records)
        for record in document.records:
            titled = getattr(record, "title", "") and record.text
            if titled and titles[type(record), wording.record_title(record)] > 1:
                yield document.id_of(record)


def _beside(archive: Archive) -> Iterator[tuple[str, Record]]:
    for kind in RECORD_KINDS:
        if kind.beside:
            for document in archive.documents:
                for record in kind.of(document):
                    yield addresses.record(document.path, getattr(record, kind.beside)), record


def _lifelines(archive: Archive) -> dict[str, LifeLine]:
    """Return the life-line of each record; for a row that follows a resolution, that of the resolution."""
    found = dict(archive.lifelines)
    promises = [line for line in archive.lifelines.values() if _is_taken_up(line)]
    own = [line for line in archive.lifelines.values() if not _is_taken_up(line)]
    for lifeline in (*own, *promises):
        for step in lifeline.steps:
            found.setdefault(step.source, lifeline)
    return found


def _open(archive: Archive) -> dict[str, tuple[LifeLine, ...]]:
    bodies = {document.path: document.body for document in archive.documents}
    lines = reversed(counts.open_lines(archive))
    return _by((bodies.get(addresses.page_of(line.origin), ""), line) for line in lines)


def _is_taken_up(lifeline: LifeLine) -> bool:
    return any(step.kind is StepKind.TAKEN_UP for step in lifeline.steps)


def _latest_first(archive: Archive) -> list[Meeting]:
    return sorted(archive.meetings, key=lambda meeting: meeting.held, reverse=True)


def _in_packs(archive: Archive) -> list[Document]:
    bound = (document for document in archive.documents if document.part_of)
    return sorted(bound, key=lambda document: document.position)


def _by(pairs: Iterable[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    grouped: dict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        grouped[key].append(item)
    return {key: tuple(items) for key, items in grouped.items()}
