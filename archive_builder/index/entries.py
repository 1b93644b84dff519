"""What can be found: an entry for each record, each section of a text and each person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive_builder.index.kinds import Kind
from archive_builder.index.sections import Section, sections
from archive_builder.lang.interface import names
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One result of a search: what is shown of it, and the words besides by which it is found."""

    url: str
    """Page and anchor below the site's root."""
    kind: str
    """"Question", "Tracker row": shown before the heading."""
    sort: Kind
    """What it is when a search is narrowed by kind."""
    body: str
    date: str
    """ISO 8601, or empty."""
    heading: str
    text: str
    extra: str = ""
    """A line below the heading: "asked by …"."""
    people: tuple[str, ...] = ()
    also: str = ""
    """Words that find it and are not part of its text: an answer is found by its question's."""
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
    """All entries, document by document in the order of its text, then the people.

    Documents that a better one of the same meeting replaces are left out.
    """
    for document in archive.documents:
        yield from of_document(archive, document)
    yield from of_people(archive)


def of_document(archive: Archive, document: Document) -> Iterator[Entry]:
    """The entries of one document in the order of its text; none if a better one replaces it."""
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
        """The agenda item a record stands under, with its number; else the document's title.

        Behind an identifier that begins with the item's number ("236 ii") it is not said again.
        """
        for item in self.document.items:
            if item.anchor == record.item:
                said = item.number and identifier.split()[:1] == [item.number]
                return " ".join(filter(None, ("" if said else item.number, item.text)))
        return self.document.title

    def numbered(self, record: Record, identifier: str, title: str = "") -> str:
        """A record's identifier before its title or what it stands under."""
        return ": ".join(filter(None, (identifier, title or self.heading(record, identifier))))

    def entry(self, anchor: str, **what: object) -> Entry:
        url = addresses.record(self.document.path, anchor)
        return Entry(
            url=url,
            body=self.body,
            body_slug=self.document.body,
            date=self.date,
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
        match record:
            case Question():
                found.append((*at, _question(context, record)))
                if record.answer is not None:
                    found.append((record.answer.first, 1, _answer(context, record)))
            case Action():
                found.append((*at, _action(context, record)))
            case Decision():
                found.append((*at, _decision(context, record)))
            case TrackerRow():
                found.append((*at, _tracker_row(context, record)))
            case ProgrammeRow():
                found.append((*at, _programme_row(context, record)))
    for _, _, entry in sorted(found, key=lambda place: place[:2]):
        yield entry


DECISIONS = {
    DecisionKind.RESOLVED: "Decision",
    DecisionKind.APPROVED: "Decision",
    DecisionKind.NOTED: "Noted",
    DecisionKind.KEY_DECISION: "Key decision",
    DecisionKind.RECOMMENDATION: "Recommendation",
}


def _section(context: _Context, section: Section) -> Entry:
    document = context.document
    return context.entry(
        section.anchor,
        kind="Agenda item" if section.is_item else names("document_kinds")[document.classification],
        sort=Kind.AGENDA_ITEM if section.is_item else Kind.SECTION,
        heading=section.heading or document.title,
        text=section.text,
        extra=document.title if section.heading else "",
        people=(*section.people, *(document.authors if not section.heading else ())),
    )


def _question(context: _Context, question: Question) -> Entry:
    return context.entry(
        question.anchor,
        kind="Question",
        sort=Kind.QUESTION,
        record=context.document.id_of(question),
        ids=(question.asker,),
        heading=": ".join(filter(None, (question.label, question.title))) or context.heading(question),
        text=question.text,
        extra=f"asked by {question.asked_by}" if question.asked_by else "",
        people=(question.asked_by,),
    )


def _answer(context: _Context, question: Question) -> Entry:
    return context.entry(
        question.answer_anchor,
        kind="Answer",
        sort=Kind.ANSWER,
        record=context.document.id_of(question),
        ids=(question.asker,),
        heading=": ".join(filter(None, (question.label, question.title))) or context.heading(question),
        text=question.answer_text,
        extra=f"asked by {question.asked_by}" if question.asked_by else "",
        also=question.text,
    )


def _action(context: _Context, action: Action) -> Entry:
    return context.entry(
        action.anchor,
        kind="Action" if action.marker is ActionMarker.EXPLICIT else "Undertaking",
        sort=Kind.ACTION if action.marker is ActionMarker.EXPLICIT else Kind.UNDERTAKING,
        record=context.document.id_of(action),
        identifier=action.identifier,
        ids=action.owner_ids,
        heading=context.numbered(action, action.identifier),
        text=action.text,
        extra=f"for {', '.join(action.owners)}" if action.owners else "",
        people=action.owners,
    )


def _decision(context: _Context, decision: Decision) -> Entry:
    return context.entry(
        decision.anchor,
        kind=DECISIONS[decision.kind],
        sort=Kind.DECISION,
        record=context.document.id_of(decision),
        identifier=decision.identifier,
        heading=context.numbered(decision, decision.identifier, decision.title),
        text=decision.text,
        also=DECISIONS[decision.kind],  # people type "decision 030/2022"
    )


def _tracker_row(context: _Context, row: TrackerRow) -> Entry:
    return context.entry(
        row.anchor,
        kind="Tracker row",
        sort=Kind.TRACKER_ROW,
        record=context.document.id_of(row),
        identifier=row.identifier,
        heading=context.numbered(row, row.identifier),
        ids=row.owner_ids,
        text=" ".join(filter(None, (row.text, row.update))),
        extra=", ".join(filter(None, _about_row(row))),
        people=row.owners,
    )


def _about_row(row: TrackerRow) -> tuple[str, ...]:
    return (
        row.status,
        f"for {', '.join(row.owners)}" if row.owners else "",
        f"first at {row.meeting}" if row.meeting else "",
    )


def _programme_row(context: _Context, row: ProgrammeRow) -> Entry:
    return context.entry(
        row.anchor,
        kind="Work programme",
        sort=Kind.WORK_PROGRAMME,
        record=context.document.id_of(row),
        heading=row.text,
        text=" ".join(filter(None, (row.text, row.aims))),
        extra=f"presented by {row.presenters}" if row.presenters else "",
        people=(row.presenters,),
    )


def _person(person: Person) -> Entry:
    roles = (", ".join(filter(None, (role.role, role.organization))) for role in person.roles)
    return Entry(
        url=person.id,
        kind="Person",
        sort=Kind.PERSON,
        ids=(person.id,),
        body="",
        date="",
        heading=person.name,
        text="; ".join(roles),
        extra=f"also printed as {', '.join(person.other_names)}" if person.other_names else "",
        people=(person.name, *person.other_names),
    )
