"""Which feeds there are, which page each belongs to, and what its newest entries are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest

from archive_builder.lang.interface import noun, say
from archive_builder.model import Action, Asset, Document, Question, Record, addresses
from archive_builder.model.deadlines import find_due
from archive_builder.model.listed import ListEntry
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.follow import atom
from archive_builder.render.records import list_entries
from archive_builder.render.records.tally import tally
from archive_builder.render.subjects import PerSubject

NEWEST = 50
"""Maximum number of entries in a feed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with what it holds."""

    path: str
    page: str
    """The page that it belongs to and that leads to it."""
    title: str
    """As it is listed among others: "Questions"."""
    entries: Sequence[ListEntry]
    by_publication: bool = False
    """True if its entries are dated by their first publication here, not by the day of their document."""


def feeds(context: Context) -> Iterator[Feed]:
    """Every feed of the archive: all, the registers, bodies, topics, people."""
    whole = [ListEntry(document, document, document.path) for document in context.counted]
    yield Feed(addresses.ALL_FEED, "", say("feeds.all"), whole)
    yield Feed(addresses.ADDED_FEED, addresses.ADDED, say("feeds.added"), whole, by_publication=True)
    due = [
        ListEntry(each.document, each.record, each.lifeline.origin)
        for each in find_due(context.archive)
        if each.day
    ]
    yield Feed(addresses.DUE_FEED, addresses.DUE, say("feeds.due"), due)
    for kind in RECORD_KINDS:
        if kind.register:
            title = wording.capital(noun(kind.listed_as, 2))
            held = [ListEntry(d, record, d.id_of(record)) for d, record in context.each(kind.record)]
            yield Feed(addresses.feed_of(kind.register), kind.register, title, held)
    of_body: dict[str, list[ListEntry]] = defaultdict(list)
    for entry in whole:
        of_body[entry.document.body].append(entry)
    for body in context.archive.bodies:
        yield Feed(addresses.feed_of(body.path), body.path, body.name, of_body[body.slug])
    about = context.table(list_entries.by_topic)
    for topic in list_entries.topics_with_a_page(context):
        yield Feed(addresses.feed_of(topic.path), topic.path, topic.name, about[topic.slug])
    of_person = _of_people(context)
    for person in context.archive.people:
        yield Feed(addresses.feed_of(person.id), person.id, person.name, of_person.get(person.id, ()))


def _of_people(context: Context) -> dict[str, list[ListEntry]]:
    """Questions and actions by the person who asked or owns them."""
    found: dict[str, list[ListEntry]] = defaultdict(list)
    for document, question in context.each(Question):
        if question.asker:
            found[question.asker].append(ListEntry(document, question, document.id_of(question)))
    for document, action in context.each(Action):
        for owner in dict.fromkeys(action.owner_ids):
            if owner:
                found[owner].append(ListEntry(document, action, document.id_of(action)))
    return found


def _with_newest(context: Context) -> dict[str, Feed]:
    """Return the feeds by their paths, each with those of its entries that are written."""
    return {feed.path: replace(feed, entries=_newest(feed, context)) for feed in feeds(context)}


def _newest(feed: Feed, context: Context) -> list[ListEntry]:
    """Return the newest entries with a date; on the same day the archive's order decides."""
    day_of = _day_of(feed, context)
    dated = ((day, -at, entry) for at, entry in enumerate(feed.entries) if (day := day_of(entry.document)))
    return [entry for *_, entry in nlargest(NEWEST, dated, key=lambda found: found[:2])]


def _day_of(feed: Feed, context: Context) -> Callable[[Document], date | None]:
    return context.archive.first_published if feed.by_publication else context.date_of


def _written(path: str, context: Context) -> Iterator[Asset]:
    """Yield a feed as a file."""
    feed = context.table(_with_newest)[path]
    site = context.settings.site
    heads = atom.Heads(
        path=feed.path,
        page=feed.page,
        title=f"{feed.title} · {site.name}",
        about=addresses.FEEDS,
        author=site.name,
        day=None if feed.entries else context.archive.as_of,
    )
    entries = list(_entries(feed, context))
    yield Asset(path=feed.path, content=atom.write_feed(heads, entries, context.address))


assets = PerSubject(lambda context: context.table(_with_newest), _written)
"""The feeds as files."""


def _entries(feed: Feed, context: Context) -> Iterator[atom.Entry]:
    day_of = _day_of(feed, context)
    for entry in feed.entries:
        kind = list_entries.kind_of(entry)
        title = list_entries.title_of(entry, 120)
        named = isinstance(entry.what, Document)
        yield atom.Entry(
            url=entry.url,
            title=wording.full_title(entry.document) if named else f"{kind}: {title}",
            day=day_of(entry.document) or atom.UNKNOWN_DAY,
            kind=kind,
            text=_text(entry, context),
        )


def _text(entry: ListEntry, context: Context) -> str:
    """Where and when, then the printed words; of a document, what it holds."""
    document = entry.document
    if isinstance(entry.what, Document):
        holds = str(tally([document]))
        return wording.capital(f"{holds}." if holds else f"{wording.kind_of(document)}.")
    day = context.date_of(document)
    where = ", ".join(part for part in (body_of(document, context), wording.day(day) if day else "") if part)
    words = wording.text_of(entry.what) if isinstance(entry.what, Record) else entry.what.text
    said = f"{where}: {words}"
    if isinstance(entry.what, Question) and entry.what.answer_text:
        said = say("feeds.with_answer", said=said, answer=entry.what.answer_text)
    due = getattr(entry.what, "due", None)
    if due:
        said = say("feeds.due_by", said=said, day=wording.day(due))
    return wording.shorten(said, 600)
