"""The archive: all documents, the meetings, bodies and people they speak of, and the links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from archive_builder.model import addresses
from archive_builder.model.document import Document
from archive_builder.model.lifelines import Abbreviation, LifeLine, Thread, Topic
from archive_builder.model.published import Published
from archive_builder.model.records import Record
from archive_builder.model.withdrawals import Tombstone


class Relation(StrEnum):
    """What a link says; the values are those of the data export."""

    ANSWERS = "answers"
    ARISES_FROM = "arises-from"
    TRACKS = "tracks"
    UNTRACKED = "untracked"
    RESOLVED_AS = "resolved-as"
    PAPER_FOR = "paper-for"
    APPENDIX_OF = "appendix-of"
    PRESENTED_TO = "presented-to"
    PREVIOUS_MEETING = "previous-meeting"
    NEXT_MEETING = "next-meeting"
    SCHEDULED_FOR = "scheduled-for"
    CONFIRMS_MINUTES = "confirms-minutes"
    AMENDS = "amends"
    NOT_IN_ARCHIVE = "not-in-archive"
    SAME_MATTER = "same-matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One thing points to another; `target` is empty when the archive does not hold it."""

    source: str
    """Id of a document (its path), a meeting (its path) or a record (path and anchor)."""
    target: str = ""
    target_text: str = ""
    """What the source calls the target: "19 October 2022", "Annual Report 2021-22"."""
    relation: Relation
    reason: str
    """The words that say so."""
    withdrawn: bool = False
    """True if the archive held the target until it was withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation that meets or publishes."""

    slug: str
    name: str
    short: str = ""

    @property
    def path(self) -> str:
        return addresses.body(self.slug)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting the archive holds at least one document of."""

    body: Body
    held: date
    documents: tuple[str, ...]
    """Paths of its documents: a pack first, then its parts in order, then the rest."""

    @property
    def path(self) -> str:
        return addresses.meeting(self.body.slug, self.held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as the documents print it, with the dates of the documents that show it."""

    role: str
    organization: str
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person over all documents."""

    id: str
    """`people/<slug>/`, also the address of the page."""
    name: str
    other_names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything that is published; read-only after `link`."""

    documents: tuple[Document, ...] = ()
    """Oldest first; a pack before its parts."""
    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """Oldest first."""
    people: tuple[Person, ...] = ()
    links: tuple[Link, ...] = ()
    lifelines: Mapping[str, LifeLine] = field(default_factory=dict)
    """By origin: every counted action, every resolution that asks for something or is tracked, and every
    tracker row that is the first to tell of its matter."""
    threads: Mapping[str, Thread] = field(default_factory=dict)
    """Of every counted question, by its id."""
    answerers: Mapping[str, str] = field(default_factory=dict)
    """The id of the person who answered a question, by the question's id, where the answer says it."""
    topics: tuple[Topic, ...] = ()
    """Those that a record is about, in the vocabulary's order."""
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slugs of the topics that a record is about, by its id."""
    glossary: tuple[Abbreviation, ...] = ()
    """By acronym, then by meaning."""
    tombstones: tuple[Tombstone, ...] = ()
    """By address: where something was published until it was withdrawn."""
    published: Published = field(default_factory=Published)
    """How it stands to what was published before."""
    _by_path: dict[str, Document] = field(init=False, default_factory=dict, repr=False, compare=False)
    _by_day: dict[tuple[str, date], Meeting] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    _newest: dict[str, date] = field(init=False, default_factory=dict, repr=False, compare=False)
    _newest_papers: dict[str, date] = field(init=False, default_factory=dict, repr=False, compare=False)
    as_of: date | None = field(init=False, default=None, repr=False, compare=False)
    """The date of the newest document: the archive knows no other "today"."""

    def __post_init__(self) -> None:
        newest = max((document.date for document in self.documents if document.date), default=None)
        object.__setattr__(self, "as_of", newest)
        self._by_path.update({document.path: document for document in self.documents})
        self._by_day.update({(meeting.body.slug, meeting.held): meeting for meeting in self.meetings})
        for document in self.documents:
            when = self.day_of(document)
            if when:
                known = self._newest_papers.get(document.body, when)
                self._newest_papers[document.body] = max(when, known)
        for meeting in self.meetings:
            self._newest[meeting.body.slug] = max(
                meeting.held, self._newest.get(meeting.body.slug, meeting.held)
            )

    def first_published(self, document: Document) -> date | None:
        """The day on which a document was first published, if the lock knows it."""
        locked = self.published.documents.get(document.path)
        return locked.published if locked else None

    def document(self, path: str) -> Document | None:
        return self._by_path.get(path)

    def meeting(self, body: str, day: date) -> Meeting | None:
        """The meeting that a body, named by its slug, held on a day."""
        return self._by_day.get((body, day))

    def meeting_of(self, document: Document) -> Meeting | None:
        """The meeting that a document stands under, by its address."""
        under = addresses.parse_meeting(document.path)
        return self.meeting(under.body, under.day) if under else None

    def day_of(self, document: Document) -> date | None:
        """A document's date; a part without one has its pack's."""
        pack = self.document(document.part_of) if document.part_of else None
        return document.date or (pack.date if pack else None)

    def register_page(self, register: str, document: Document) -> str:
        """The page on which a register, named by its address, lists a document's records."""
        when = self.day_of(document)
        year = str(when.year) if when else document.period
        return addresses.register_page(register, document.body, year)

    def newest_meeting(self, body: str) -> date | None:
        """The day of the latest meeting of a body, named by its slug, that the archive holds."""
        return self._newest.get(body)

    def newest_paper(self, body: str) -> date | None:
        """The day of the latest paper of a body, named by its slug: what came later, the archive cannot know."""
        return self._newest_papers.get(body)

    def minutes_of(self, meeting: Meeting) -> Document | None:
        """The minutes or notes of a meeting that count; None where the archive does not hold any."""
        held = (self.document(path) for path in meeting.documents)
        return next((each for each in held if each and each.is_record_of_meeting and not each.same_as), None)

    def page_addresses(self) -> Iterator[str]:
        """The address of every page that is about one thing, as `link` gave it; each of them once."""
        yield from (document.path for document in self.documents)
        yield from (body.path for body in self.bodies)
        yield from (meeting.path for meeting in self.meetings)
        yield from (person.id for person in self.people)
        yield from (topic.path for topic in self.topics)
        yield from (line.path for line in self.lifelines.values() if line.path)
        yield from (thread.path for thread in self.threads.values() if thread.path)
        yield from (tombstone.path for tombstone in self.tombstones)

    def each(self) -> Iterator[tuple[Document, Record]]:
        """Every record with its document, in archive order."""
        for document in self.documents:
            for record in document.records:
                yield document, record
