"""What every page kind looks items up in: the archive's records, links, people and problems by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import TypeVar, cast

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
    TrackerRow,
    counts,
)
from archive_builder.model.archive import Role
from archive_builder.model.record_kinds import Field, kind_of
from archive_builder.problem import Problem
from archive_builder.render import wording
from archive_builder.render.document_text import markdown
from archive_builder.render.records.repeats import Repeats
from archive_builder.settings import Settings

Kind = TypeVar("Kind", bound=Record)
Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The look-ups that pages share; made once a build."""

    archive: Archive
    problems: tuple[Problem, ...]
    settings: Settings
    address: str
    """Of the site, with a slash at its end: what is read elsewhere than on the site needs it."""
    contact: str
    """Where an error can be reported, as the address of a link; empty where no contact is set."""
    data: DataFiles
    records: Mapping[str, tuple[Document, Record]]
    """By id: page path and anchor."""
    leaving: Mapping[str, tuple[Link, ...]]
    """Links by their source."""
    arriving: Mapping[str, tuple[Link, ...]]
    """Links by their target."""
    people: Mapping[str, Person]
    names: Mapping[str, str]
    """The names of people by their ids: links to people need no more."""
    bodies: Mapping[str, Body]
    meetings: Mapping[str, Meeting]
    """By path."""
    held: Mapping[str, tuple[Meeting, ...]]
    """A body's meetings by its slug, the latest first."""
    parts: Mapping[str, tuple[Document, ...]]
    """What is bound in a pack by the pack's path, in order."""
    lifelines: Mapping[str, LifeLine]
    """The life-line that a record is a step of, its own before another's."""
    open: Mapping[str, tuple[LifeLine, ...]]
    """The life-lines of actions and resolutions that are open, the newest first, by the body's slug."""
    beside: Mapping[str, tuple[Record, ...]]
    """The records that are shown beside another, by its id: the vote on a decision."""
    alike: Mapping[str, bool]
    """Records whose title another record of their document has too, by id."""
    repeats: Mapping[str, Repeats]
    """The questions that resemble earlier or later ones of other meetings, by id."""
    counted: tuple[Document, ...]
    """Documents that count: without those of which the archive holds a better one."""
    _tables: dict[Callable[[Context], object], object] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def table(self, make: Callable[[Context], Mapping[Key, Item]]) -> Mapping[Key, Item]:
        """Return a look-up table that some pages share, and that a function makes of the archive; made once."""
        if make not in self._tables:
            self._tables[make] = make(self)
        return cast(Mapping[Key, Item], self._tables[make])

    def document_meeting(self, document: Document) -> Meeting | None:
        """The meeting a document stands under: `meetings/<body>/<date>/` begins its address."""
        return self.archive.meeting_of(document)

    def date_of(self, document: Document) -> date | None:
        """A document's date, or that of the meeting it was published for."""
        meeting = self.document_meeting(document)
        return document.date or (meeting.held if meeting else None)

    def link(self, words: str, page: str, target: str) -> str:
        """A Markdown link, or the bare words where the target has no page."""
        return markdown.link(words, page, target) if self.exists(target) else markdown.escape(words)

    def exists(self, target: str) -> bool:
        """True if an id has a page, and an anchor on it."""
        if "#" in target:
            return target in self.records
        return bool(self.archive.document(target)) or target in self.meetings or target in self.names

    def person(self, name: str, person: str, page: str) -> str:
        """A name, linked to the person's page where it is known who is meant; on that page it is no link."""
        known = self.names.get(person)
        if known is None:
            return markdown.escape(name)
        return markdown.escape(known) if person == page else markdown.link(known, page, person)

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
