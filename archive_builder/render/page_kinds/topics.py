"""The index of topics, and a page for each: its records over time as a chart, a table and a list."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import count, say
from archive_builder.model import Page, Topic, addresses
from archive_builder.render import chart, wording
from archive_builder.render.context import Context
from archive_builder.render.page_kinds import topic_story
from archive_builder.render.records.list_entries import ListEntry, by_topic, topics_with_a_page
from archive_builder.render.templating import fill

ROWS = 500
"""Maximum number of records on one page."""


def pages(context: Context) -> Iterator[Page]:
    """`topics/`, and `topics/<topic>/` for each topic that a record is about."""
    found = by_topic(context)
    topics = topics_with_a_page(context)
    yield Page(
        path=addresses.TOPICS,
        title=say("pages.topics.title"),
        front={"description": say("pages.topics.description")},
        body=fill(
            "topics",
            addresses.TOPICS,
            topics=[
                (topic.name, topic.path, topic.about, count(len(found[topic.slug]), "record"))
                for topic in sorted(topics, key=lambda topic: topic.name.casefold())
            ],
        ),
    )
    for topic in topics:
        yield from _topic_pages(topic, found[topic.slug], context)


def _topic_pages(topic: Topic, held: list[ListEntry], context: Context) -> Iterator[Page]:
    held = topic_story.in_order_of_time(held, context)
    batches = [held[start : start + ROWS] for start in range(0, len(held), ROWS)]
    paths = [addresses.numbered(topic.path, number) for number in range(1, len(batches) + 1)]
    days = [day for entry in held if (day := context.date_of(entry.document))]
    bars = chart.count_by_period(days)
    total = count(len(held), "record")
    for at, (path, batch) in enumerate(zip(paths, batches, strict=True)):
        told = topic_story.chapters(batch, path, context)
        part = say("numbers.page_of", page=at + 1, pages=len(batches)) if len(batches) > 1 else ""
        yield Page(
            path=path,
            title=f"{topic.name}{part}",
            front={
                "description": say(
                    "pages.topic.description",
                    topic=topic.name,
                    records=total,
                    span=_span(context, held),
                    part=part,
                )
            },
            body=fill(
                "topic",
                path,
                topic=topic,
                part=part,
                total=total,
                bars=bars if at == 0 and chart.is_worth_drawing(bars) else [],
                when="" if chart.is_worth_drawing(bars) else chart.as_sentence(bars),
                chart=chart.draw(bars, "records", say("pages.topic.chart", topic=topic.name)),
                counted=topic_story.counted_by(len(held) - len(days)),
                summary=topic_story.summary(held),
                asked=list(topic_story.asked(told)),
                chapters=told,
                earlier=paths[at - 1] if at else "",
                later=paths[at + 1] if at + 1 < len(paths) else "",
            ),
        )


def _span(context: Context, held: list[ListEntry]) -> str:
    days = [day for entry in held if (day := context.date_of(entry.document))]
    if not days:
        return ""
    span = wording.from_to(wording.day(min(days)), wording.day(max(days)))
    return f", {span}"
