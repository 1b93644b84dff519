"""The agenda of a meeting, each item with the records that stand under it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import AgendaItem, Classification, Document, Meeting, Record, counts
from archive_builder.model.record_kinds import kind_of
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import labels
from archive_builder.render.records.rows import ROWS
from archive_builder.render.templating import Written


@dataclass(slots=True)
class Told:
    """The records that stand together, as rows, and how many of each kind they are."""

    rows: list[Written] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    """By noun."""

    @property
    def counted(self) -> str:
        """How many they are: "5 questions and 1 action"; empty where there are none."""
        return listed([count(number, noun) for noun, number in self.numbers.items()])


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business on the meeting's page."""

    id: str
    """Where it stands in its document."""
    heading: Written
    """Its number and its title, linked to where it stands."""
    anchor: str
    about: Written
    """Who presented it, and the papers for it."""
    told: Told
    """The records under it."""


def agenda(meeting: Meeting, documents: Sequence[Document], context: Context) -> tuple[list[Item], Told]:
    """Return the items of the fullest document, each with its records, and the records under none of them."""
    fullest = max(documents, key=_agenda_worth, default=None)
    held = fullest.items if fullest else ()
    told: dict[str, Told] = defaultdict(Told)
    anchors = {item.anchor for item in held}
    for document in documents:
        for record in _told(document):
            under = record.item if document is fullest and record.item in anchors else ""
            told[under].rows.append(ROWS[type(record)](document, record, meeting.path, context))
            told[under].numbers[kind_of(record).noun] += 1
    items = [_item(fullest, item, told[item.anchor], meeting, context) for item in held] if fullest else []
    return items, told[""]


def _agenda_worth(document: Document) -> tuple[bool, int]:
    """Sort key for the document to take the agenda from: minutes and notes say what was dealt with."""
    kept = document.classification in (Classification.MINUTES, Classification.NOTES)
    return bool(document.items) and kept, len(document.items)


def _told(document: Document) -> Iterator[Record]:
    """Yield the questions, actions and decisions of a document that count, in its order."""
    for record in sorted(document.records, key=lambda record: (record.place.first, record.place.start or 0)):
        if type(record) in ROWS and counts.is_counted(record):
            yield record


def _item(document: Document, item: AgendaItem, told: Told, meeting: Meeting, context: Context) -> Item:
    words = wording.title_case(item.text) or wording.capital(wording.record_name(item))
    source = document.id_of(item)
    linked = markdown.link(words, meeting.path, source)
    number = f'<span class="mark">{markdown.escape(item.number)}</span> ' if item.number else ""
    about = _about(source, item, meeting, context)
    return Item(source, Written(f"{number}{linked}"), item.anchor, about, told)


def _about(source: str, item: AgendaItem, meeting: Meeting, context: Context) -> Written:
    by = say("pages.meeting.presented_by", names=listed(item.presenters)) if item.presenters else ""
    papers = [phrase.markdown(meeting.path) for phrase in labels.links(source, meeting.path, context)]
    return Written(" · ".join(part for part in (markdown.escape(by), *papers) if part))
