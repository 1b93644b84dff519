"""What every page kind looks items up in: the archive's records, links, people and problems by id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from archive_builder.model import (
    Action,
    Archive,
    Body,
    DataFiles,
    Document,
    LifeLine,
    Link,
    Meeting,
    Person,
    Record,
    Relation,
    StepKind,
    TrackerRow,
    addresses,
    counts,
)
from archive_builder.model.archive import Role
from archive_builder.model.record_kinds import RECORD_KINDS, Field, kind_of
from archive_builder.problem import Problem
from archive_builder.render import wording
from archive_builder.render.document_text import markdown
from archive_builder.render.records.repeats import Repeats, find_repeats
from archive_builder.settings import Settings

Kind = TypeVar("Kind", bound=Record)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The look-ups that pages share; made once a build."""

    archive: Archive
    problems: tuple[Problem, ...]
    settings: Settings
    address: str
    """Of the site, with a slash at its end: what is read elsewhere than on the site needs it."""
    data: DataFiles
    records: dict[str, tuple[Document, Record]]
    """By id: page path and anchor."""
    leaving: dict[str, tuple[Link, ...]]
    """Links by their source."""
    arriving: dict[str, tuple[Link, ...]]
    """Links by their target."""
    people: dict[str, Person]
    bodies: dict[str, Body]
    meetings: dict[str, Meeting]
    """By path."""
    held: dict[str, tuple[Meeting, ...]]
    """A body's meetings by its slug, the latest first."""
    parts: dict[str, tuple[Document, ...]]
    """What is bound in a pack by the pack's path, in order."""
    lifelines: dict[str, LifeLine]
    """The life-line that a record is a step of, its own before another's."""
    open: dict[str, tuple[LifeLine, ...]]
    """The life-lines of actions and resolutions that are open, the newest first, by the body's slug."""
    beside: dict[str, tuple[Record, ...]]
    """The records that are shown beside another, by its id: the vote on a decision."""
    alike: frozenset[str]
    """Records whose title another record of their document has too, by id."""
    repeats: Mapping[str, Repeats]
    """The questions that resemble earlier or later ones of other meetings, by id."""
    counted: tuple[Document, ...]
    """Documents that count: without those of which the archive holds a better one."""

    def document_meeting(self, document: Document) -> Meeting | None:
        """The meeting a document stands under: `meetings/<body>/<date>/` begins its address."""
        return self.archive.meeting_of(document)

    def date_of(self, document: Document) -> date | None:
        """A document's date, or that of the meeting it was published for."""
        meeting = self.document_meeting(document)
        return document.date or (meeting.held if meeting else None)

    @property
    def contact(self) -> str:
        """Where an error can be reported, as the address of a link; empty where no contact is set."""
        contact = self.settings.site.contact
        return f"mailto:{contact}" if "@" in contact and ":" not in contact else contact

    def link(self, words: str, page: str, target: str) -> str:
        """A Markdown link, or the bare words where the target has no page."""
        return markdown.link(words, page, target) if self.exists(target) else markdown.escape(words)

    def exists(self, target: str) -> bool:
        """True if an id has a page, and an anchor on it."""
        if "#" in target:
            return target in self.records
        return bool(self.archive.document(target)) or target in self.meetings or target in self.people

    def person(self, name: str, person: str, page: str) -> str:
        """A name, linked to the person's page where it is known who is meant; on that page it is no link."""
        known = self.people.get(person)
        if known is None:
            return markdown.escape(name)
        return markdown.escape(known.name) if known.id == page else markdown.link(known.name, page, known.id)

    def owners(self, record: Action | TrackerRow, page: str) -> list[str]:
        """Who is to do it, each linked where it is known who is meant."""
        return self.people_of(record, kind_of(record).field("owners"), page)

    def people_of(self, record: Record, field: Field, page: str) -> list[str]:
        """Whom a field of a record names, each linked where it is known who is meant."""
        ids: Sequence[str] = getattr(record, field.ids) if field.ids else ()
        pairs = zip_longest(field.names(record), ids, fillvalue="")
        return [self.person(name, person, page) for name, person in pairs]

    def title(self, document: Document, record: Record, limit: int = 160) -> str:
        """The words a record is listed by; of several with one title, each has its first words too."""
        title = wording.record_title(record, limit)
        if document.id_of(record) not in self.alike:
            return title
        return f"{title}: {wording.shorten(record.text, max(limit - len(title), 60))}"

    def each(self, kind: type[Kind]) -> Iterator[tuple[Document, Kind]]:
        """All counted records of one kind, oldest document first."""
        for document in self.counted:
            for record in document.records:
                if isinstance(record, kind) and counts.is_counted(record):
                    yield document, record

    def follow_ups(self, target: str) -> tuple[Link, ...]:
        """The tracker rows that follow a decision or action, oldest first."""
        tracks = [link for link in self.arriving.get(target, ()) if link.relation is Relation.TRACKS]
        return tuple(sorted(tracks, key=self._dated))

    def _dated(self, link: Link) -> tuple[str, str]:
        found = self.records.get(link.source)
        when = found[0].date if found else None
        return (when.isoformat() if when else "", link.source)


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
        data=data or DataFiles(),
        records={document.id_of(record): (document, record) for document, record in archive.each()},
        leaving=_by((link.source, link) for link in archive.links),
        arriving=_by((link.target, link) for link in archive.links if link.target),
        held=_by((meeting.body.slug, meeting) for meeting in _latest_first(archive)),
        parts=_by((document.part_of, document) for document in _in_packs(archive)),
        people={person.id: person for person in archive.people},
        bodies={body.slug: body for body in archive.bodies},
        meetings={meeting.path: meeting for meeting in archive.meetings},
        lifelines=_lifelines(archive),
        open=_open(archive),
        beside=_by(_beside(archive)),
        alike=frozenset(_alike(archive)),
        repeats=find_repeats(archive),
        counted=counts.counted_documents(archive),
    )


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


def body_of(document: Document, known: Context) -> str:
    """The name of the body a document belongs to, as readers know it."""
    body = known.bodies.get(document.body)
    return body.name if body else wording.title_case(document.organization)


def where(document: Document, context: Context) -> dict[str, str]:
    """What a page made of a document belongs to, by name and address: its meeting, or else the document."""
    meeting = context.document_meeting(document)
    if meeting:
        return meeting_link(meeting)
    return {"name": wording.full_title(document), "path": document.path}


def meeting_link(meeting: Meeting) -> dict[str, str]:
    """A meeting's name and address, as the bar of a page has them: the day first, for a name may be cut."""
    return {"name": f"{wording.day(meeting.held)}, {meeting.body.name}", "path": meeting.path}


def held_roles(person: Person) -> tuple[Role, ...]:
    """A person's roles, the latest first."""
    return tuple(sorted(person.roles, key=lambda role: str(role.last_seen or ""), reverse=True))
