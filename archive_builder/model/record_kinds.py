"""The kinds of record, a row a kind: what each is called, holds, publishes, and where it is listed.

Labels, lists, search entries, counts, data files and corrections are made from this table; a stage says
by itself only in what a kind differs. To add a kind: docs/contributing/add-a-record-kind.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from archive_builder.model import addresses
from archive_builder.model.records import (
    Action,
    AgendaItem,
    Amendment,
    Decision,
    DecisionKind,
    ProgrammeRow,
    Question,
    Record,
    Records,
    TrackerRow,
    Vote,
)
from archive_builder.model.statuses import ActionMarker, ActionStatus, VoteOutcome


class FieldType(StrEnum):
    """What a field of a record holds: how it is corrected, published and shown follows from it."""

    WORDS = "words"
    NAMES = "names"
    """People as printed, several."""
    PERSON = "person"
    """One person as printed."""
    IDS = "ids"
    """What the archive calls the people or records that are meant, one for each name."""
    DATE = "date"
    STATUS = "status"
    """One of the field's `values`."""
    NUMBER = "number"
    FLAG = "flag"
    ANCHOR = "anchor"
    """The anchor of another record on the page; it is published as that record's id."""
    DERIVED = "derived"
    """Published, but looked up in the archive rather than held by the record."""


Values = type[StrEnum]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, beside those that all records have."""

    name: str
    type: FieldType = FieldType.WORDS
    export: str = ""
    """Its key in the data, where that is not its name."""
    correctable: bool = False
    """A correction file may set it. The printed words cannot be set: the text is corrected."""
    tells_topic: bool = False
    """Its words say what the record is about."""
    searched: bool = False
    """Its words are found as text of the record."""
    optional: bool = True
    """Empty words are published as null."""
    published: bool = True
    """It is in the data."""
    added: bool = False
    """Its key came to the data after the others: it stands behind them, for their order is promised."""
    values: Values | None = None
    """Of a status: its values."""
    labelled: bool = False
    """The line above the record on its page says it, by the words `labels.<name>`."""
    ids: str = ""
    """Of names: the attribute with the ids of the people who are meant; empty where nobody is looked up."""
    makes_people: bool = False
    """Of names: a full one is a person of the archive, whatever the attendance lists say."""
    by_surname: bool = False
    """Of names: one that is no full name is looked up in the document's attendance list."""
    described: bool = False
    """Of names: ranks and posts stand beside them: "Chief Inspector Ann Lee, Custody"."""

    @property
    def key(self) -> str:
        """Its key in the data."""
        return self.export or self.name

    def names(self, record: Record) -> tuple[str, ...]:
        """The people whom a record names in it, as printed; none where it holds something else."""
        if self.type not in (FieldType.NAMES, FieldType.PERSON):
            return ()
        value: str | tuple[str, ...] = getattr(record, self.name)
        if isinstance(value, str):
            return (value,) if value else ()
        return value


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record."""

    record: type[Record]
    noun: str
    """The key of its name, singular and plural, among the language's nouns."""
    held: str
    """The field of a document that holds its records."""
    export: str
    """The name of its data file."""
    fields: tuple[Field, ...]
    search: str = ""
    """What a search is narrowed to it by; empty where sections of the text stand for it."""
    register: str = ""
    """The address of the register that lists it, where there is one."""
    listed_as: str = ""
    """The key of the noun that its register counts by."""
    beside: str = ""
    """The field with the anchor of the record that it is shown beside in lists: the decision of a vote."""
    style: str = "row"
    """The class by which the style sheet knows its records on a page."""
    counted: bool = True
    """It is named when the records of a document or meeting are counted."""
    under_item: bool = True
    """Its rows in the data name the agenda item."""
    has_evidence: bool = True
    """Its rows in the data name page, lines, rule and confidence."""
    is_followed: bool = False
    """Something is to be done: its rows in the data say how it stands."""

    def field(self, name: str) -> Field:
        """The field of a name. A name that is none is an error of ours: StopIteration."""
        return next(field for field in self.fields if field.name == name)

    @property
    def correctable(self) -> Mapping[str, Field]:
        """The fields that a correction file may set, by name."""
        return {field.name: field for field in self.fields if field.correctable}

    def of(self, records: Records) -> tuple[Record, ...]:
        """The records of this kind that a document, or the draft of one, holds."""
        found: tuple[Record, ...] = getattr(records, self.held)
        return found


_TEXT = Field("text", tells_topic=True, searched=True, optional=False)
_OWNERS = Field("owners", FieldType.NAMES, correctable=True, labelled=True, ids="owner_ids")
_OWNER_IDS = Field("owner_ids", FieldType.IDS)
_DUE = Field("due", FieldType.DATE, export="due_date", correctable=True, labelled=True)
_STATUS = Field("status", FieldType.STATUS, correctable=True, labelled=True, values=ActionStatus)

RECORD_KINDS: tuple[RecordKind, ...] = (
    RecordKind(
        AgendaItem,
        noun="agenda_item",
        held="items",
        export="agenda_items",
        fields=(
            Field("number", correctable=True),
            Field("text", export="title", tells_topic=True, searched=True, optional=False),
            Field("time"),
            Field("presenters", FieldType.NAMES, ids="presenter_ids", described=True),
        ),
        counted=False,
        under_item=False,
        has_evidence=False,
    ),
    RecordKind(
        Question,
        noun="question",
        held="questions",
        export="questions",
        fields=(
            Field("label", correctable=True),
            Field("title", correctable=True, tells_topic=True),
            Field("asked_by", FieldType.PERSON, correctable=True, ids="asker", makes_people=True),
            Field("asker", export="asked_by_id"),
            _TEXT,
            Field("answer_text", searched=True),
            Field("answer_status", optional=False),
            Field("answer_evidence", FieldType.DERIVED, added=True),
        ),
        search="question",
        register=addresses.QUESTIONS,
        listed_as="question",
        style="question",
    ),
    RecordKind(
        Action,
        noun="action",
        held="actions",
        export="actions",
        fields=(
            Field("identifier", correctable=True),
            _TEXT,
            replace(_OWNERS, makes_people=True),
            _OWNER_IDS,
            Field("marker", optional=False),
            Field("question_id", FieldType.DERIVED),
            _DUE,
            _STATUS,
            Field("history", FieldType.DERIVED),
        ),
        search="action",
        register=addresses.ACTIONS,
        listed_as="action_or_undertaking",
        style="action",
        is_followed=True,
    ),
    RecordKind(
        Decision,
        noun="decision",
        held="decisions",
        export="decisions",
        fields=(
            Field("identifier", correctable=True),
            Field("title", correctable=True, tells_topic=True, published=False),
            _TEXT,
            Field("kind", export="classification", optional=False),
            Field("decided", FieldType.DATE, export="date", correctable=True),
            Field("confidential", FieldType.FLAG, correctable=True, labelled=True),
            Field("stem", added=True),
            Field("in_parts", FieldType.FLAG, added=True),
        ),
        search="decision",
        register=addresses.DECISIONS,
        listed_as="decision_or_recommendation",
        style="decision",
        is_followed=True,
    ),
    RecordKind(
        Vote,
        noun="vote",
        held="votes",
        export="votes",
        fields=(
            _TEXT,
            Field("decision", FieldType.ANCHOR, export="decision_id"),
            Field("outcome", FieldType.STATUS, correctable=True, labelled=True, values=VoteOutcome),
            Field("votes_for", FieldType.NUMBER, correctable=True, labelled=True),
            Field("votes_against", FieldType.NUMBER, correctable=True, labelled=True),
            Field("abstentions", FieldType.NUMBER, correctable=True, labelled=True),
            Field(
                "names_for", FieldType.NAMES, correctable=True, labelled=True, ids="ids_for", by_surname=True
            ),
            Field("ids_for", FieldType.IDS),
            Field(
                "names_against",
                FieldType.NAMES,
                correctable=True,
                labelled=True,
                ids="ids_against",
                by_surname=True,
            ),
            Field("ids_against", FieldType.IDS),
            Field(
                "names_abstaining",
                FieldType.NAMES,
                correctable=True,
                labelled=True,
                ids="ids_abstaining",
                by_surname=True,
            ),
            Field("ids_abstaining", FieldType.IDS),
            Field("names_absent", FieldType.NAMES, correctable=True, labelled=True),
            Field("names_recused", FieldType.NAMES, correctable=True, labelled=True),
        ),
        search="vote",
        beside="decision",
    ),
    RecordKind(
        Amendment,
        noun="amendment",
        held="amendments",
        export="amendments",
        fields=(
            _TEXT,
            Field("minutes_of", FieldType.DATE, correctable=True, labelled=True),
            Field("change"),
            Field("minutes_id", FieldType.DERIVED),
        ),
        search="amendment",
        counted=False,
    ),
    RecordKind(
        TrackerRow,
        noun="tracker_row",
        held="tracker_rows",
        export="tracker_rows",
        fields=(
            Field("identifier", correctable=True),
            Field("meeting", correctable=True),
            Field("text", export="action_text", tells_topic=True, searched=True, optional=False),
            _OWNERS,
            _OWNER_IDS,
            _DUE,
            Field("update", export="update_text", correctable=True, tells_topic=True, searched=True),
            _STATUS,
            Field("tracks", FieldType.DERIVED),
        ),
        search="tracker-row",
        under_item=False,
    ),
    RecordKind(
        ProgrammeRow,
        noun="programme_row",
        held="programme",
        export="work_programme",
        fields=(
            Field("scheduled", FieldType.DATE, export="date", correctable=True),
            Field("text", export="topic", tells_topic=True, searched=True, optional=False),
            Field("aims", searched=True),
            Field("presenters"),
        ),
        search="work-programme",
        counted=False,
        under_item=False,
        has_evidence=False,
    ),
)
"""In the order in which records are counted, exported and listed."""

_BY_RECORD = {kind.record: kind for kind in RECORD_KINDS}


def kind_of(record: Record) -> RecordKind:
    """The row of a record's kind. Raises KeyError for a kind that has none: add it to the table."""
    return _BY_RECORD[type(record)]


def words_of(record: Record, *, about: bool = False) -> Iterator[str]:
    """The words that a record is found by; with `about`, those that say what it is about."""
    for field in kind_of(record).fields:
        if (field.tells_topic if about else field.searched) and (words := getattr(record, field.name)):
            yield str(words)


def name_key(record: Record) -> str:
    """The key of a record's name where it is pointed at: its noun, or that of its sort within the kind."""
    match record:
        case Action(marker=ActionMarker.UNDERTAKING):
            return "undertaking"
        case Decision(kind=DecisionKind.RECOMMENDATION):
            return "recommendation"
        case Decision(kind=DecisionKind.KEY_DECISION):
            return "key_decision"
        case Decision(kind=DecisionKind.LOST):
            return "lost_motion"
    return kind_of(record).noun
