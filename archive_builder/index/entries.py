"""What can be found: an entry for each record, each section of a text and each person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive_builder.index import exchanges, kinds
from archive_builder.index.sections import Section, sections
from archive_builder.lang.interface import names, noun, say
from archive_builder.model import (
    Action,
    ActionMarker,
    Archive,
    Decision,
    DecisionKind,
    Document,
    Person,
    ProgrammeRow,
    Question,
    Record,
    TrackerRow,
    addresses,
)
from archive_builder.model.record_kinds import RecordKind, kind_of, name_key, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One result of a search: what is shown of it, and the further words by which it is found."""

    url: str
    """Page and anchor below the site's root."""
    kind: str
    """"Question", "Tracker row": shown before the heading."""
    sort: str
    """The value of the filter by kind."""
    body: str
    date: str
    """ISO 8601, or empty."""
    period: str = ""
    """The year that it covers, if it has no date: 2023-24."""
    heading: str
    text: str
    extra: str = ""
    """A line below the heading: "asked by …"."""
    title: str = ""
    """What the result is called in place of its heading: the words of a question."""
    beside: str = ""
    """What belongs to it and is shown below its words: the opening of a question's answer."""
    stands: str = ""
    """How it stands: "Answered"."""
    people: tuple[str, ...] = ()
    also: str = ""
    """Further words that find it: an answer is found by those of its question."""
    record: str = ""
    """Id of the record it is about; an answer is about its question. Empty for a section or a person."""
    document: str = ""
    """Path of the document it stands in."""
    body_slug: str = ""
    identifier: str = ""
    """The number it is known by: 687 iii a, 030-2022."""
    ids: tuple[str, ...] = ()
    """Ids of the people it names."""

    @property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        return {"heading": (self.heading,), "people": self.people, "text": (self.text, self.also)}


def entries(archive: Archive) -> Iterator[Entry]:
    """Yield all entries, document by document in the order of its text, then the people.

    Documents that a better one of the same meeting replaces are left out.
    """
    for document in archive.documents:
        yield from of_document(archive, document)
    yield from of_people(archive)


def of_document(archive: Archive, document: Document) -> Iterator[Entry]:
    """Yield the entries of one document in the order of its text; none if a better one replaces it."""
    if not document.same_as:
        day = archive.day_of(document)
        name = next((body.name for body in archive.bodies if body.slug == document.body), "")
        yield from _of(_Context(document, name or document.organization, day.isoformat() if day else ""))


def of_people(archive: Archive) -> Iterator[Entry]:
    return map(_person, archive.people)


@dataclass(frozen=True, slots=True)
class _Context:
    """A document with what all its entries share."""

    document: Document
    body: str
    date: str

    def heading(self, record: Record, identifier: str = "") -> str:
        """Return the agenda item a record stands under, with its number, or else the document's title.

        The number is left out if the identifier begins with it ("236 ii").
        """
        for item in self.document.items:
            if item.anchor == record.item:
                said = item.number and identifier.split()[:1] == [item.number]
                return " ".join(filter(None, ("" if said else item.number, item.text)))
        return self.document.title

    def numbered(self, record: Record, identifier: str, title: str = "") -> str:
        """Return a record's identifier before its title or what it stands under."""
        return ": ".join(filter(None, (identifier, title or self.heading(record, identifier))))

    def entry(self, anchor: str, **what: object) -> Entry:
        url = addresses.record(self.document.path, anchor)
        return Entry(
            url=url,
            body=self.body,
            body_slug=self.document.body,
            date=self.date,
            period="" if self.date else self.document.period,
            document=self.document.path,
            **what,  # type: ignore[arg-type]
        )


def _of(context: _Context) -> Iterator[Entry]:
    document = context.document
    found: list[tuple[int, int, Entry]] = []
    for section in sections(document):
        found.append((section.block, 0, _section(context, section)))
    for record in document.records:
        at = (record.place.first, record.place.row or 0)
        if kind_of(record).search:
            found.append((*at, _record(context, record)))
        if isinstance(record, Question) and record.answer is not None:
            found.append((record.answer.first, 1, _answer(context, record)))
    for _, _, entry in sorted(found, key=lambda place: place[:2]):
        yield entry


def _section(context: _Context, section: Section) -> Entry:
    document = context.document
    return context.entry(
        section.anchor,
        kind=_section_kind(section, document),
        sort=kinds.AGENDA_ITEM if section.is_item else kinds.SECTION,
        heading=section.heading or document.title,
        text=section.text,
        extra=document.title if section.heading else "",
        people=(*section.people, *(document.authors if not section.heading else ())),
    )


def _section_kind(section: Section, document: Document) -> str:
    if section.is_item:
        return say("search_results.agenda_item")
    return names("document_kinds")[document.classification]


def _record(context: _Context, record: Record) -> Entry:
    """Return the entry of a record, made from the fields of its kind and from `_DETAILS`."""
    kind = kind_of(record)
    number = str(getattr(record, "identifier", ""))
    shown: dict[str, object] = {
        "kind": noun(name_key(record)).capitalize(),
        "sort": kind.search,
        "record": context.document.id_of(record),
        "identifier": number,
        "heading": context.numbered(record, number, str(getattr(record, "title", ""))),
        "text": " ".join(words_of(record)),
        "people": tuple(name for field in kind.fields for name in field.names(record)),
        "ids": tuple(_ids(record, kind)),
    }
    details = _DETAILS.get(kind.record)
    return context.entry(record.anchor, **(shown | (details(context, record) if details else {})))


def _ids(record: Record, kind: RecordKind) -> Iterator[str]:
    """The ids of the people whom a record names, empty for those who are not known."""
    for field in kind.fields:
        known = getattr(record, field.ids) if field.ids else ()
        yield from [known] if isinstance(known, str) else known


Details = Callable[[_Context, Any], dict[str, object]]


def _question(context: _Context, question: Question) -> dict[str, object]:
    return {
        "heading": _asked(context, question),
        "text": question.text,
        "extra": _asked_by(question),
        **exchanges.of_question(question),
    }


def _asked(context: _Context, question: Question) -> str:
    """Return the heading of a question: its label and title, or else its agenda item."""
    return ": ".join(filter(None, (question.label, question.title))) or context.heading(question)


def _asked_by(question: Question) -> str:
    return say("search_results.asked_by", name=question.asked_by) if question.asked_by else ""


def _answer(context: _Context, question: Question) -> Entry:
    return context.entry(
        question.answer_anchor,
        kind=say("search_results.answer"),
        sort=kinds.ANSWER,
        record=context.document.id_of(question),
        ids=(question.asker,),
        heading=_asked(context, question),
        text=question.answer_text,
        extra=_asked_by(question),
        also=question.text,
        **exchanges.of_answer(question),
    )


def _action(context: _Context, action: Action) -> dict[str, object]:
    undertaken = action.marker is ActionMarker.UNDERTAKING
    return {
        **({"sort": kinds.UNDERTAKING} if undertaken else {}),
        "extra": _for(action.owners),
    }


def _for(owners: Sequence[str]) -> str:
    return say("search_results.owners", names=", ".join(owners)) if owners else ""


def _decision(context: _Context, decision: Decision) -> dict[str, object]:
    noted = decision.kind is DecisionKind.NOTED
    name = say("search_results.noted") if noted else noun(name_key(decision)).capitalize()
    return {"kind": name, "also": name, "extra": decision.stem}  # people type "decision 030/2022"


def _tracker_row(context: _Context, row: TrackerRow) -> dict[str, object]:
    first = say("search_results.first_at", meeting=row.meeting) if row.meeting else ""
    about = (row.status, _for(row.owners), first)
    return {"extra": ", ".join(filter(None, about))}


def _programme_row(context: _Context, row: ProgrammeRow) -> dict[str, object]:
    presented = say("search_results.presented_by", names=row.presenters) if row.presenters else ""
    return {
        "kind": say("search_results.work_programme"),
        "heading": row.text,
        "extra": presented,
        "people": (row.presenters,),
    }


_DETAILS: Mapping[type[Record], Details] = {
    Question: _question,
    Action: _action,
    Decision: _decision,
    TrackerRow: _tracker_row,
    ProgrammeRow: _programme_row,
}
"""What the entry of a kind has beyond, or in place of, what its fields give."""


def _person(person: Person) -> Entry:
    roles = (", ".join(filter(None, (role.role, role.organization))) for role in person.roles)
    others = ", ".join(person.other_names)
    return Entry(
        url=person.id,
        kind=say("search_results.person"),
        sort=kinds.PERSON,
        ids=(person.id,),
        body="",
        date="",
        heading=person.name,
        text="; ".join(roles),
        extra=say("search_results.also_printed", names=others) if others else "",
        people=(person.name, *person.other_names),
    )
