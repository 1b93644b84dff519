"""The page of feeds and calendars: everything that can be followed."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import Page, addresses
from archive_builder.model.deadlines import find_due
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.follow import calendars
from archive_builder.render.follow.feeds import Feed, feeds
from archive_builder.render.templating import Written, fill

PAGE = addresses.FEEDS
GROUPS = (
    (addresses.BODY_FEEDS, "bodies"),
    (addresses.TOPIC_FEEDS, "topics"),
    (addresses.PERSON_FEEDS, "people"),
)
"""Where the feeds of a sort stand, and the anchor of their list."""


def pages(context: Context) -> Iterator[Page]:
    """`feeds/`."""
    listed = list(feeds(context))
    calendar = {body.path: addresses.calendar_of_body(body.slug) for body in calendars.with_meetings(context)}
    by_title = sorted(listed, key=lambda feed: feed.title.casefold())
    groups = []
    for folder, anchor in GROUPS:
        group = [feed for feed in by_title if feed.path.startswith(folder)]
        rows = [(feed.title, feed.page, _ways(feed, calendar.get(feed.page, ""))) for feed in group]
        groups.append((say(f"pages.feeds.{anchor}"), anchor, rows))
    yield Page(
        path=PAGE,
        title=say("pages.feeds.title"),
        front={"description": say("pages.feeds.description")},
        body=fill(
            "feeds",
            PAGE,
            whole=[(feed.title, feed.path) for feed in listed if feed.path.count("/") == 1],
            calendars=_calendars(context),
            groups=groups,
        ),
    )


def _calendars(context: Context) -> list[tuple[str, str]]:
    """The calendars of the whole archive: what they are called and where they are."""
    found = []
    if context.archive.meetings:
        found.append((say("calendars.all_meetings"), addresses.ALL_CALENDAR))
    if any(due.day for due in find_due(context.archive)):
        found.append((say("calendars.all_due"), addresses.DUE_CALENDAR))
    return found


def _ways(feed: Feed, calendar: str) -> Written:
    """Links to a feed and, for a body, its calendar; screen readers also read which body or topic each is for."""
    of = f'<span class="visually-hidden">{say("feeds.of", title=markdown.escape(feed.title))}</span>'
    ways = [(say("feeds.feed"), feed.path)]
    if calendar:
        ways.append((say("feeds.calendar"), calendar))
    return Written(" · ".join(f"[{name}{of}]({markdown.to_source(PAGE, path)})" for name, path in ways))
