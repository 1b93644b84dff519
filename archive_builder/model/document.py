"""A document of the archive: its source, what it is, its blocks and the records read from them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from archive_builder.model import addresses
from archive_builder.model.blocks import Block
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.model.records import Attendance, Figure, Heading, Place, Record, Records, Table


class Classification(StrEnum):
    """What a document is; the values are those of the data export."""

    NOTES = "notes"
    MINUTES = "minutes"
    AGENDA = "agenda"
    AGENDA_PACK = "agenda-pack"
    ACTION_TRACKER = "action-tracker"
    REPORT = "report"
    APPENDIX = "appendix"
    DECISION_LIST = "decision-list"
    DECISION_RECORD = "decision-record"
    WORK_PROGRAMME = "work-programme"
    ANNUAL_REPORT = "annual-report"
    UNKNOWN = "unknown"


class PaperStatus(StrEnum):
    """How far minutes or notes have got, where they say so themselves; the values are those of the data."""

    DRAFT = "draft"
    APPROVED = "approved"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class DoubtfulWord:
    """A word that text recognition is not sure of."""

    text: str
    page: int
    confidence: int
    """In percent."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """How sure text recognition is of the words that it read from pictures of pages."""

    pages: tuple[int, ...]
    confidence: int
    """Of its words, on average, in percent."""
    words: int
    doubtful: tuple[DoubtfulWord, ...]
    """In the order of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a document was read from."""

    file: str
    """Path below its sources folder, with forward slashes."""
    sha256: str
    size: int
    """Bytes."""
    media_type: str
    pages: int | None = None
    words: int = 0
    recognition: Recognition | None = None
    """Of a source with pages that are only pictures, whose words were recognised."""
    original: str = ""
    """Where the file is published, below the site's root; empty where it is not. Given by `link`."""
    withheld: str = ""
    """Why the file is not published, as readers are told: "it holds tracked changes"; else empty."""

    @property
    def is_pdf(self) -> bool:
        """True if `#page=3` behind its address opens it at that page."""
        return self.media_type == "application/pdf"


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the source that are not part of its text, and the rule that set them aside."""

    line: int
    text: str
    rule: str
    note: str = ""
    """Of what was put right by hand: what and why, as its page says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A value that a fact of a document may have, with what speaks for it."""

    fact: str
    """kind, body or date."""
    value: str
    score: float
    reasons: tuple[str, ...]
    """The names of the features that count for it or against it, the weightiest first."""
    words: str = ""
    """The printed words it was first read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader hands on: a source as blocks, before anyone asks what they mean."""

    source: Source
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    words: tuple[str, ...] = ()
    """The source's words, counted apart from the blocks: what fidelity is measured against."""
    title: str = ""
    """What the file itself says it is called, apart from its text: the title of a web page."""
    facts: tuple[tuple[str, str], ...] = ()
    """What a correction file says of the document: pairs of field (kind, title, body, date) and value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """The number of the source's words that are on the pages made from it."""

    source_words: int
    kept_words: int
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledOff:
    """That a meeting did not take place as announced, as a document says it."""

    words: str
    """The sentence or line that says so."""
    moved: bool = False
    """It was moved to another day, not cancelled."""
    moved_to: datetime.date | None = None
    """The day that it was moved to, if the words name one."""
    time: datetime.time | None = None
    """The time of that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Records):
    """One document, or one of the documents bound in a pack."""

    path: str = ""
    """Its page below the site's root, ending in a slash; given by `link`."""
    source: Source
    classification: Classification
    title: str
    organization: str = ""
    """The body that met or published, as printed."""
    body: str = ""
    """The body's slug; given by `link`."""
    date: datetime.date | None = None
    time: datetime.time | None = None
    venue: str = ""
    period: str = ""
    """The year an annual report covers: 2023-24."""
    previous_meeting: datetime.date | None = None
    next_meeting: datetime.date | None = None
    status: PaperStatus | None = None
    """How far minutes have got, where they say it."""
    called_off: CalledOff | None = None
    """How its meeting was called off, if it says so."""
    stated: tuple[tuple[str, str], ...] = ()
    """The words that state a date: pairs of field name and sentence."""
    authors: tuple[str, ...] = ()
    weighed: tuple[Weighed, ...] = ()
    """The candidates for its kind, body and date, the best of each first."""
    part_of: str = ""
    """The path of the pack it is bound in."""
    paper: str = ""
    """For an appendix: the path of the paper it belongs to."""
    position: int = 0
    """Its place in the pack, from 1; 0 for a document of its own."""
    layout: str = ""
    """The layout that claimed it."""

    blocks: tuple[Block, ...] = ()
    asides: tuple[Aside, ...] = ()
    headings: tuple[Heading, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    fidelity: Fidelity | None = None
    same_as: str = ""
    """The path of a better document of the same kind for the same meeting, if there is one."""

    @property
    def language(self) -> str:
        """The code of the language that most of it is in; empty for English."""
        foreign = [block for block in self.blocks if block.lang]
        most = 2 * sum(len(block.text) for block in foreign) > sum(len(block.text) for block in self.blocks)
        return foreign[0].lang if foreign and most else ""

    @property
    def other_name(self) -> str:
        """The name of its body in another language, where its head gives both; else empty."""
        bodies = [each for each in self.weighed if each.fact == "body" and "line" in each.reasons]
        named = {each.value for each in bodies if "foreign-noun" not in each.reasons}
        foreign = (each.value for each in bodies if "foreign-noun" in each.reasons)
        return next(foreign, "") if self.organization in named else ""

    @property
    def is_record_of_meeting(self) -> bool:
        """True for minutes and notes: they tell what was decided."""
        return self.classification in (Classification.MINUTES, Classification.NOTES)

    @property
    def is_draft(self) -> bool:
        """True for minutes or notes that say that nobody has approved them yet."""
        return self.status is PaperStatus.DRAFT

    @property
    def corrections(self) -> tuple[str, ...]:
        """What was put right by hand, as its page says it: in its text and facts, then in its records."""
        notes = (aside.note for aside in self.asides)
        return tuple(filter(None, (*notes, *(record.corrected for record in self.records))))

    @property
    def is_pack(self) -> bool:
        return self.classification is Classification.AGENDA_PACK

    @property
    def records(self) -> tuple[Record, ...]:
        """All records with an anchor, kind by kind."""
        return tuple(record for kind in RECORD_KINDS for record in kind.of(self))

    def id_of(self, record: Record) -> str:
        """A record's permanent id and address: page path and anchor."""
        return addresses.record(self.path, record.anchor)

    def lines(self, record: Record) -> tuple[int, int]:
        """The source lines a record was read from, first and last."""
        return self.lines_of(record.place)

    def lines_of(self, place: Place) -> tuple[int, int]:
        """The source lines of a place, first and last."""
        if place.row is not None:
            row = self.blocks[place.first].rows[place.row]
            return row.first, row.last
        return self.blocks[place.first].first, self.blocks[place.last].last

    def page_of(self, place: Place) -> int | None:
        """The page of the source that a place begins on, where the format has pages."""
        block = self.blocks[place.first]
        row = block.rows[place.row] if place.row is not None else None
        return row.page if row is not None and row.page is not None else block.page
