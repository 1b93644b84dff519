"""What can be found: an entry for each record, each section of a text and each person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive_builder.index.sections import Section, sections
from archive_builder.model import (
    KIND_NAMES,
    Action,
    Archive,
    Decision,
    DecisionKind,
    Document,
    Person,
    ProgrammeRow,
    Question,
    Record,
    TrackerRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One result of a search: what is shown of it, and the words besides by which it is found."""

    url: str
    """Page and anchor below the site's root."""
    kind: str
    """"Question", "Tracker row": shown before the heading."""
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

    @property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        return {"heading": (self.heading,), "people": self.people, "text": (self.text, self.also)}


def entries(archive: Archive) -> Iterator[Entry]:
    """All entries, document by document in the order of its text, then the people.

    Documents that a better one of the same meeting replaces are left out.
    """
    bodies = {body.slug: body.name for body in archive.bodies}
    for document in archive.documents:
        if not document.same_as:
            day = archive.day_of(document)
            context = _Context(
                document, bodies.get(document.body, document.organization), day.isoformat() if day else ""
            )
            yield from _of(context)
    for person in archive.people:
        yield _person(person)


@dataclass(frozen=True, slots=True)
class _Context:
    """A document with what all its entries share."""

    document: Document
    body: str
    date: str

    def heading(self, record: Record) -> str:
        """The agenda item a record stands under, with its number; else the document's title."""
        for item in self.document.items:
            if item.anchor == record.item:
                return " ".join(filter(None, (item.number, item.text)))
        return self.document.title

    def entry(self, anchor: str, **what: object) -> Entry:
        url = f"{self.document.path}#{anchor}" if anchor else self.document.path
        return Entry(url=url, body=self.body, date=self.date, **what)  # type: ignore[arg-type]


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
        kind="Agenda item" if section.is_item else KIND_NAMES[document.classification],
        heading=section.heading or document.title,
        text=section.text,
        extra=document.title if section.heading else "",
        people=(*section.people, *(document.authors if not section.heading else ())),
    )


def _question(context: _Context, question: Question) -> Entry:
    return context.entry(
        question.anchor,
        kind="Question",
        heading=": ".join(filter(None, (question.label, question.title))) or context.heading(question),
        text=question.text,
        extra=f"asked by {question.asked_by}" if question.asked_by else "",
        people=(question.asked_by,),
    )


def _answer(context: _Context, question: Question) -> Entry:
    return context.entry(
        question.answer_anchor,
        kind="Answer",
        heading=": ".join(filter(None, (question.label, question.title))) or context.heading(question),
        text=question.answer_text,
        extra=f"asked by {question.asked_by}" if question.asked_by else "",
        also=question.text,
    )


def _action(context: _Context, action: Action) -> Entry:
    return context.entry(
        action.anchor,
        kind="Action" if action.marker == "explicit" else "Undertaking",
        heading=": ".join(filter(None, (action.identifier, context.heading(action)))),
        text=action.text,
        extra=f"for {', '.join(action.owners)}" if action.owners else "",
        people=action.owners,
    )


def _decision(context: _Context, decision: Decision) -> Entry:
    return context.entry(
        decision.anchor,
        kind=DECISIONS[decision.kind],
        heading=": ".join(filter(None, (decision.identifier, decision.title or context.heading(decision)))),
        text=decision.text,
    )


def _tracker_row(context: _Context, row: TrackerRow) -> Entry:
    return context.entry(
        row.anchor,
        kind="Tracker row",
        heading=": ".join(filter(None, (row.identifier, context.heading(row)))),
        text=" ".join(filter(None, (row.text, row.update))),
        extra=", ".join(filter(None, (row.status, f"first at {row.meeting}" if row.meeting else ""))),
    )


def _programme_row(context: _Context, row: ProgrammeRow) -> Entry:
    return context.entry(
        row.anchor,
        kind="Work programme",
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
        body="",
        date="",
        heading=person.name,
        text="; ".join(roles),
        extra=f"also printed as {', '.join(person.other_names)}" if person.other_names else "",
        people=(person.name, *person.other_names),
    )
