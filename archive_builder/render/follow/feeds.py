"""Which feeds there are, which page each belongs to, and what its newest entries are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from archive_builder.lang.interface import say
from archive_builder.model import Action, Asset, Decision, Document, Question, Record, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.follow import atom
from archive_builder.render.records import subjects
from archive_builder.render.records.subjects import Thing
from archive_builder.render.records.tally import tally

NEWEST = 50
"""Maximum number of entries in a feed."""
REGISTERS: tuple[tuple[str, type[Record]], ...] = (
    (addresses.QUESTIONS, Question),
    (addresses.ACTIONS, Action),
    (addresses.DECISIONS, Decision),
)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with what it holds."""

    path: str
    page: str
    """The page that it belongs to and that leads to it."""
    title: str
    """As it is listed among others: "Questions"."""
    things: Sequence[Thing]


def feeds(context: Context) -> Iterator[Feed]:
    """Every feed of the archive: all, the registers, bodies, topics, people."""
    whole = [Thing(document, document, document.path) for document in context.counted]
    yield Feed(addresses.ALL_FEED, "", say("feeds.all"), whole)
    for page, kind in REGISTERS:
        title = say(f"feeds.{page.rstrip('/')}")
        held = [Thing(d, record, d.id_of(record)) for d, record in context.each(kind)]
        yield Feed(addresses.feed_of(page), page, title, held)
    of_body: dict[str, list[Thing]] = defaultdict(list)
    for thing in whole:
        of_body[thing.document.body].append(thing)
    for body in context.archive.bodies:
        yield Feed(addresses.feed_of(body.path), body.path, body.name, of_body[body.slug])
    about = subjects.by_topic(context)
    for topic in subjects.topics_with_a_page(context):
        yield Feed(addresses.feed_of(topic.path), topic.path, topic.name, about[topic.slug])
    of_person = _of_people(context)
    for person in context.archive.people:
        yield Feed(addresses.feed_of(person.id), person.id, person.name, of_person.get(person.id, ()))


def _of_people(context: Context) -> dict[str, list[Thing]]:
    """Questions and actions by the person who asked or owns them."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for document, question in context.each(Question):
        if question.asker:
            found[question.asker].append(Thing(document, question, document.id_of(question)))
    for document, action in context.each(Action):
        for owner in dict.fromkeys(action.owner_ids):
            if owner:
                found[owner].append(Thing(document, action, document.id_of(action)))
    return found


def assets(context: Context) -> Iterator[Asset]:
    """The feeds as files."""
    site = context.settings.site
    for feed in feeds(context):
        heads = atom.Heads(
            path=feed.path,
            page=feed.page,
            title=f"{feed.title} · {site.name}",
            author=site.name,
            day=context.archive.as_of,
        )
        entries = list(_entries(feed.things, context))
        yield Asset(path=feed.path, content=atom.write_feed(heads, entries, context.address))


def _entries(found: Iterable[Thing], context: Context) -> Iterator[atom.Entry]:
    """The newest things with a date; on the same day the archive's order decides."""
    dated = ((day, -at, thing) for at, thing in enumerate(found) if (day := context.date_of(thing.document)))
    for day, _, thing in nlargest(NEWEST, dated, key=lambda entry: entry[:2]):
        kind = subjects.kind_of(thing)
        title = subjects.title_of(thing, 120)
        named = isinstance(thing.what, Document)
        yield atom.Entry(
            url=thing.url,
            title=wording.full_title(thing.document) if named else f"{kind}: {title}",
            day=day,
            kind=kind,
            text=_text(thing, context),
        )


def _text(thing: Thing, context: Context) -> str:
    """Where and when, then the printed words; of a document, what it holds."""
    document = thing.document
    if isinstance(thing.what, Document):
        holds = str(tally([document]))
        return wording.capital(f"{holds}." if holds else f"{wording.kind_of(document)}.")
    day = context.date_of(document)
    where = ", ".join(part for part in (body_of(document, context), wording.day(day) if day else "") if part)
    said = f"{where}: {thing.what.text}"
    if isinstance(thing.what, Question) and thing.what.answer_text:
        said = say("feeds.with_answer", said=said, answer=thing.what.answer_text)
    return wording.shorten(said, 600)
