"""What a page is, in schema.org's words, for search engines: meetings, questions, people.

Source: https://schema.org/Event, /Question, /Person. No FAQPage: that is for advice that a site gives.
"""

from __future__ import annotations

from datetime import datetime

from archive_builder.model import Meeting, Person, Question, Thread, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, held_roles
from archive_builder.render.records.tally import counted_of, tally

Description = dict[str, object]
LONGEST = 1000
"""Maximum number of characters of a text; search engines show far less."""


def describe(path: str, context: Context) -> Description | None:
    """The description of a page, or None for a page that is none of these."""
    meeting, person = context.meetings.get(path), context.people.get(path)
    if meeting:
        return _meeting(meeting, context)
    if person:
        return _person(person, context)
    thread = context.table(_threads).get(path)
    return _question(thread, context) if thread else None


def _threads(context: Context) -> dict[str, Thread]:
    """Return the threads that have a page, by its address."""
    return {thread.path: thread for thread in context.archive.threads.values() if thread.path}


def _meeting(meeting: Meeting, context: Context) -> Description:
    documents = counted_of(meeting, context)
    time = next((document.time for document in documents if document.time), None)
    venue = next((document.venue for document in documents if document.venue), "")
    start = datetime.combine(meeting.held, time).isoformat() if time else meeting.held.isoformat()
    event: Description = {
        **_typed("Event", meeting.path, context),
        "name": f"{meeting.body.name}, {wording.day(meeting.held)}",
        "startDate": start,
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": {
            "@type": "Organization",
            "name": meeting.body.name,
            "url": f"{context.address}{meeting.body.path}",
        },
    }
    if venue:
        event["location"] = {"@type": "Place", "name": venue, "address": venue}
    holds = str(tally(documents))
    if holds:
        event["description"] = wording.capital(f"{holds}.")
    return event


def _person(person: Person, context: Context) -> Description:
    made: Description = {**_typed("Person", person.id, context), "name": person.name}
    if person.other_names:
        made["alternateName"] = list(person.other_names)
    roles = held_roles(person)
    if roles and roles[0].role:
        made["jobTitle"] = roles[0].role
    if roles and roles[0].organization:
        made["affiliation"] = {"@type": "Organization", "name": roles[0].organization}
    return made


def _question(thread: Thread, context: Context) -> Description | None:
    document, question = context.records.get(thread.question, (None, None))
    if document is None or not isinstance(question, Question):
        return None
    when = context.date_of(document)
    made: Description = {
        **_typed("Question", thread.path, context),
        "name": wording.record_title(question),
        "text": wording.shorten(question.text, LONGEST),
        "answerCount": int(bool(question.answer_text)),
    }
    if when:
        made["dateCreated"] = when.isoformat()
    if question.asked_by:
        made["author"] = {"@type": "Person", "name": question.asked_by}
    if question.answer_text:
        made["acceptedAnswer"] = {
            "@type": "Answer",
            "text": wording.shorten(question.answer_text, LONGEST),
            "url": context.address + addresses.record(document.path, question.answer_anchor),
        }
    return made


def _typed(kind: str, path: str, context: Context) -> Description:
    return {"@context": "https://schema.org", "@type": kind, "url": f"{context.address}{path}"}
