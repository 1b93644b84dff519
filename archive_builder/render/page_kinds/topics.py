"""The index of topics, and a page for each: its records over time as a chart, a table and a list."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import count, say
from archive_builder.model import Page, Topic, addresses
from archive_builder.model.listed import ListEntry
from archive_builder.render import chart, wording
from archive_builder.render.context import Context
from archive_builder.render.page_kinds import topic_story
from archive_builder.render.records.list_entries import by_topic, topics_with_a_page
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import fill

ROWS = 500
"""Maximum number of records on one page."""


def pages(context: Context) -> Iterator[Page]:
    """`topics/`."""
    found = context.table(by_topic)
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


def _of_topic(slug: str, context: Context) -> Iterator[Page]:
    """Make the pages of a topic."""
    topic = context.table(_by_slug)[slug]
    held = topic_story.in_order_of_time(context.table(by_topic)[slug], context)
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


def _by_slug(context: Context) -> dict[str, Topic]:
    return {topic.slug: topic for topic in topics_with_a_page(context)}


of_topics = PerSubject(_by_slug, _of_topic)
"""`topics/<topic>/` for each topic that a record is about."""


def _span(context: Context, held: list[ListEntry]) -> str:
    days = [day for entry in held if (day := context.date_of(entry.document))]
    if not days:
        return ""
    span = wording.from_to(wording.day(min(days)), wording.day(max(days)))
    return f", {span}"
