"""What can be found: an entry for each record, each section of a text and each person."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.index import exchanges, kinds
from archive_builder.index.details import DETAILS, asked, asked_by
from archive_builder.index.entry import Context, Entry
from archive_builder.index.sections import Section, sections
from archive_builder.lang.interface import names, noun, say
from archive_builder.model import Archive, Document, Person, Question, Record
from archive_builder.model.record_kinds import RecordKind, kind_of, name_key, words_of


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
        yield from _of(Context(document, name or document.organization, day.isoformat() if day else ""))


def of_people(archive: Archive) -> Iterator[Entry]:
    return map(_person, archive.people)


def _of(context: Context) -> Iterator[Entry]:
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


def _section(context: Context, section: Section) -> Entry:
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


def _record(context: Context, record: Record) -> Entry:
    """Return the entry of a record, made from the fields of its kind and from `DETAILS`."""
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
    details = DETAILS.get(kind.record)
    return context.entry(record.anchor, **(shown | (details(context, record) if details else {})))


def ids_of(document: Document) -> Iterator[str]:
    """Yield the ids of the people whom the entries of a document name, empty for those who are not known."""
    for record in document.records:
        yield from _ids(record, kind_of(record))
        if isinstance(record, Question):
            yield record.asker


def _ids(record: Record, kind: RecordKind) -> Iterator[str]:
    """The ids of the people whom a record names, empty for those who are not known."""
    for field in kind.fields:
        known = getattr(record, field.ids) if field.ids else ()
        yield from [known] if isinstance(known, str) else known


def _answer(context: Context, question: Question) -> Entry:
    return context.entry(
        question.answer_anchor,
        kind=say("search_results.answer"),
        sort=kinds.ANSWER,
        record=context.document.id_of(question),
        ids=(question.asker,),
        heading=asked(context, question),
        text=question.answer_text,
        extra=asked_by(question),
        also=question.text,
        **exchanges.of_answer(question),
    )


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
