"""The page of what is due: what was to be done by a day, and what is open without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from archive_builder.lang.interface import listed, say, word_list
from archive_builder.model import Page, addresses
from archive_builder.model.deadlines import Deadline, Due, find_due
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.document_text import markdown
from archive_builder.render.records import chips, lifelines
from archive_builder.render.templating import Written, fill

PAGE = addresses.DUE
MOST = 500
"""Maximum number of rows on the page."""


def pages(context: Context) -> Iterator[Page]:
    """`due/`: a table that is narrowed and sorted as those of the registers are."""
    found = list(find_due(context.archive))
    yield Page(
        path=PAGE,
        title=say("pages.due.title"),
        front={"description": say("pages.due.description"), "script": "registers"},
        body=fill(
            "due",
            PAGE,
            number=len(found),
            most=MOST,
            counted=listed(_counts(found)),
            newest=_newest(found, context),
            columns=word_list("columns.due"),
            rows=[_cells(due, context) for due in found[:MOST]],
        ),
    )


def _counts(found: Sequence[Due]) -> list[str]:
    """How many stand in which way: "3 overdue", "1 due soon"."""
    numbers = Counter(due.deadline for due in found)
    return [f"{numbers[each]:,} {say(f'deadlines_counted.{each}')}" for each in Deadline if numbers[each]]


def _newest(found: Sequence[Due], context: Context) -> list[tuple[str, str]]:
    """The bodies, each with the day of its newest paper."""
    days = {body_of(due.document, context): due.newest for due in found if due.newest}
    return [(body, wording.day(newest)) for body, newest in sorted(days.items()) if body]


def _cells(due: Due, context: Context) -> tuple[Written, ...]:
    """When, what and of whom, who is to do it, and how the day stands to the body's newest paper."""
    when = context.date_of(due.document)
    of = ", ".join(filter(None, (body_of(due.document, context), wording.day(when) if when else "")))
    words = markdown.link(
        context.title(due.document, due.record), PAGE, due.lifeline.path or due.lifeline.origin
    )
    owners = lifelines.owners(due.document, due.record, PAGE, context)
    return (
        Written(wording.day(due.day) if due.day else say("columns.no_day")),
        Written(f'{words} <span class="meta">{markdown.escape(of)}</span>'),
        owners or Written(say("columns.not_named")),
        Written(f'{chips.deadline_chip(due)} <span class="meta">{_said(due, context)}</span>'),
    )


def _said(due: Due, context: Context) -> str:
    """To which day the archive can tell that it was not done."""
    return wording.capital(lifelines.in_short(due.lifeline))
