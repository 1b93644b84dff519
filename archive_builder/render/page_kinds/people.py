"""The index of people, and a page for each: roles with dates, meetings, questions, actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from archive_builder.lang.interface import say
from archive_builder.model import (
    Action,
    ActionMarker,
    AgendaItem,
    Classification,
    Document,
    Page,
    Person,
    Question,
    TrackerRow,
    addresses,
)
from archive_builder.model.archive import Role
from archive_builder.render import wording
from archive_builder.render.context import Context, Kind, body_of, held_roles
from archive_builder.render.document_text import markdown
from archive_builder.render.page_kinds.person_attendance import by_year, count_listed, find_attended
from archive_builder.render.page_kinds.person_promises import Undertaken, by_standing
from archive_builder.render.records.rows import question_row
from archive_builder.render.records.tally import grouped
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill


def pages(context: Context) -> Iterator[Page]:
    """`people/`."""
    people = sorted(context.archive.people, key=_surname_first)
    yield Page(
        path=addresses.PEOPLE,
        title=say("pages.people.title"),
        front={"description": say("pages.people.description")},
        body=fill(
            "people",
            addresses.PEOPLE,
            people=[(person.name, person.id, _latest(person)) for person in people],
        ),
    )


def _of_person(name: str, context: Context) -> Iterator[Page]:
    """Make the page of a person, named by the person's id."""
    person = context.people.get(name)
    if person:
        here = context.table(find_attended).get(name, [])
        asked = context.table(_asked).get(name, ())
        presented = context.table(_presented).get(name, ())
        yield Page(
            path=person.id,
            title=person.name,
            front={"description": _description(person)},
            body=fill(
                "person",
                person.id,
                person=person,
                roles=[(_role(role), _seen(role)) for role in held_roles(person)],
                years=by_year(here, context.table(count_listed)),
                meetings=[each.row(person.id) for each in here],
                questions=[question_row(d, q, person.id, context) for d, q in asked],
                presented=[_item(d, i, person.id, context) for d, i in presented],
                promised=_undertaken(person, True, context),
                actions=_undertaken(person, False, context),
            ),
        )


of_persons = PerSubject(lambda context: context.people, _of_person)
"""A page for each person at the person's id."""


def _surname_first(person: Person) -> tuple[str, str]:
    return person.name.split()[-1].casefold() if person.name else "", person.name


def _latest(person: Person) -> str:
    roles = held_roles(person)
    return _role(roles[0]) if roles else ""


def _role(role: Role) -> str:
    return ", ".join(part for part in (role.role, role.organization) if part)


def _seen(role: Role) -> str:
    return "" if role.first_seen is None else _span(role.first_seen, role.last_seen)


def _span(first: date, last: date | None) -> str:
    key = "seen_on" if last in (None, first) else "seen_from_to"
    return say(f"pages.person.{key}", first=wording.day(first), last=wording.day(last or first))


def _description(person: Person) -> str:
    role = _latest(person)
    key = "description_with_role" if role else "description"
    return say(f"pages.person.{key}", name=person.name, role=role)


def _asked(context: Context) -> dict[str, list[tuple[Document, Question]]]:
    """Questions by who asked them, the latest first."""
    return _newest_first(
        (question.asker, document, question) for document, question in context.each(Question)
    )


Owned = dict[str, list[tuple[Document, Action | TrackerRow]]]


def _owned(context: Context) -> Owned:
    """Actions, and tracker rows whose minutes are not held, by each of their owners, the latest first."""
    owned: list[tuple[Document, Action | TrackerRow]] = list(_tracked(context))
    owned += context.each(Action)
    return _newest_first(
        (owner, document, record) for document, record in owned for owner in dict.fromkeys(record.owner_ids)
    )


def _tracked(context: Context) -> Iterator[tuple[Document, TrackerRow]]:
    """Yield the tracker rows that life-lines begin with: the minutes of what they follow are not held."""
    for origin in context.archive.lifelines:
        document, record = context.records.get(origin, (None, None))
        if document and isinstance(record, TrackerRow):
            yield document, record


def _undertaken(person: Person, promised: bool, context: Context) -> Undertaken | None:
    """What a person promised in discussion, or what was given to the person to do."""
    own = [
        (document, record)
        for document, record in context.table(_owned).get(person.id, ())
        if promised is (isinstance(record, Action) and record.marker is ActionMarker.UNDERTAKING)
    ]
    return by_standing(own, "promise" if promised else "action", person.id, context)


def _presented(context: Context) -> dict[str, list[tuple[Document, AgendaItem]]]:
    """Agenda items by each of their presenters, the latest first; only minutes and notes are used."""
    return _newest_first(
        (presenter, document, item)
        for document, item in context.each(AgendaItem)
        if document.classification in TOLD_BY
        for presenter in dict.fromkeys(item.presenter_ids)
    )


TOLD_BY = (Classification.MINUTES, Classification.NOTES)
"""Kinds of document that say what was presented; an agenda only says what was planned."""


def _item(document: Document, item: AgendaItem, page: str, context: Context) -> Written:
    words = markdown.link(wording.record_title(item), page, document.id_of(item))
    when = context.date_of(document)
    about = ", ".join(filter(None, (wording.day(when) if when else "", body_of(document, context))))
    return Written(f'{words} <span class="meta">{markdown.escape(about)}</span>')


def _newest_first(
    named: Iterable[tuple[str, Document, Kind]],
) -> dict[str, list[tuple[Document, Kind]]]:
    by_person = grouped((found for found in named if found[0]), lambda found: found[0])
    return {
        person: [(document, record) for _, document, record in reversed(found)]
        for person, found in by_person.items()
    }
