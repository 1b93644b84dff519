"""The home page: what the archive holds, search, what is new and what is open, ways in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archive_builder.lang.interface import count, say
from archive_builder.model import Page, counts
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.follow import recent
from archive_builder.render.page_kinds import years
from archive_builder.render.page_kinds.meetings import holders_of_open
from archive_builder.render.records.list_entries import topics_with_a_page
from archive_builder.render.records.tally import counted_of, tally
from archive_builder.render.templating import fill

LATEST = 6
CHANGES = 5
PROMISES = 5
TOPICS = 8
BODIES = 6
YEARS = 10
"""Maximum number of each that the home page lists; a link leads to all of them."""


def pages(context: Context) -> Iterator[Page]:
    """The home page."""
    site = context.settings.site
    newest = sorted(context.archive.meetings, key=lambda m: (m.held, m.path), reverse=True)[:LATEST]
    number, promises = recent.open_promises(context, PROMISES)
    as_of = context.archive.as_of
    yield Page(
        path="",
        title=site.name,
        front={"description": site.description},
        body=fill(
            "home",
            "",
            site=site,
            holds=holds(context),
            as_of=wording.day(as_of) if as_of else "",
            meetings=[
                (wording.day(m.held), m.path, m.body.name, str(tally(counted_of(m, context)))) for m in newest
            ],
            changes=recent.changes(context, CHANGES),
            open=number,
            open_holders=holders_of_open(counts.open_lines(context.archive), "", context),
            promises=promises,
            bodies=_bodies(context),
            topics=_topics(context),
            years=_years(context),
        ),
    )


def _bodies(context: Context) -> list[tuple[str, str]]:
    """The bodies with the latest meetings, by name."""
    met = [body for body in context.archive.bodies if context.held.get(body.slug)]
    latest = sorted(met, key=lambda body: context.held[body.slug][0].held, reverse=True)[:BODIES]
    return [(body.name, body.path) for body in sorted(latest, key=lambda body: body.name.casefold())]


def _topics(context: Context) -> list[tuple[str, str]]:
    """The topics with the most records, of those that have a page, by name."""
    counted = Counter(topic for topics in context.archive.about.values() for topic in topics)
    most = sorted(topics_with_a_page(context), key=lambda topic: -counted[topic.slug])[:TOPICS]
    return [(topic.name, topic.path) for topic in sorted(most, key=lambda topic: topic.name.casefold())]


def _years(context: Context) -> list[tuple[str, str]]:
    held = sorted({meeting.held.year for meeting in context.archive.meetings}, reverse=True)
    return [(str(year), years.path(year)) for year in held[:YEARS]]


def holds(context: Context) -> str:
    """Return one sentence on what the archive holds, with counts and dates."""
    meetings = context.archive.meetings
    if not context.archive.documents:
        return say("pages.home.empty")
    holds = count(len(context.archive.documents), "document")
    records = str(tally(context.counted).without("tracker_row"))
    if records:
        holds = say("pages.home.with_records", documents=holds, records=records)
    if not meetings:
        return say("pages.home.without_meetings", holds=holds)
    first, last = wording.day(meetings[0].held), wording.day(meetings[-1].held)
    covered = count(len(meetings), "meeting")
    bodies = {meeting.body.slug for meeting in meetings}
    if len(bodies) > 1:
        covered = say("pages.home.of_bodies", meetings=covered, bodies=count(len(bodies), "body"))
    key = "on_a_day" if first == last else "between_days"
    return say(f"pages.home.{key}", meetings=covered, first=first, last=last, holds=holds)
