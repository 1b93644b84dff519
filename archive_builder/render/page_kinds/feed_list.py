"""The page of feeds and calendars: everything that can be followed."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import Page, addresses
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.follow import calendars
from archive_builder.render.follow.feeds import Feed, feeds
from archive_builder.render.templating import Written, filled

PAGE = addresses.FEEDS
GROUPS = (
    (addresses.BODY_FEEDS, "Bodies", "bodies"),
    (addresses.TOPIC_FEEDS, "Topics", "topics"),
    (addresses.PERSON_FEEDS, "People", "people"),
)


def pages(context: Context) -> Iterator[Page]:
    """`feeds/`."""
    listed = list(feeds(context))
    calendar = {body.path: addresses.calendar_of_body(body.slug) for body in calendars.with_meetings(context)}
    groups = [
        (
            title,
            anchor,
            sorted(
                (
                    (feed.title, feed.page, _ways(feed, calendar.get(feed.page, "")))
                    for feed in listed
                    if feed.path.startswith(prefix)
                ),
                key=lambda row: row[0].casefold(),
            ),
        )
        for prefix, title, anchor in GROUPS
    ]
    yield Page(
        path=PAGE,
        title="Feeds and calendars",
        front={"description": "Feeds of what is new in this archive, and calendars of its meetings."},
        body=filled(
            "feeds",
            PAGE,
            whole=[(feed.title, feed.path) for feed in listed if feed.path.count("/") == 1],
            calendar=addresses.ALL_CALENDAR if context.archive.meetings else "",
            groups=groups,
        ),
    )


def _ways(feed: Feed, calendar: str) -> Written:
    """Links to a feed and, of a body, its calendar; whoever hears them one by one hears of what they are."""
    of = f'<span class="visually-hidden"> of {markdown.escaped(feed.title)}</span>'
    ways = [("feed", feed.path), *([("calendar", calendar)] if calendar else [])]
    return Written(" · ".join(f"[{name}{of}]({markdown.to_source(PAGE, path)})" for name, path in ways))
