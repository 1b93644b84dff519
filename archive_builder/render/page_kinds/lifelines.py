"""The life-line of an action or decision: a page where another document says what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import Decision, Document, LifeLine, Page, Record, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of, where
from archive_builder.render.page_kinds.registers import crumb
from archive_builder.render.records import lifelines
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import fill


def _subjects(context: Context) -> Iterator[str]:
    return (origin for origin, lifeline in context.archive.lifelines.items() if lifeline.path)


def _pages(origin: str, context: Context) -> Iterator[Page]:
    lifeline = context.archive.lifelines[origin]
    if lifeline.origin in context.records:
        document, record = context.records[lifeline.origin]
        yield _page(lifeline, document, record, context)


pages = PerSubject(_subjects, _pages)
"""A page for each life-line that has an address of its own."""


def _page(lifeline: LifeLine, document: Document, record: Record, context: Context) -> Page:
    register = addresses.DECISIONS if isinstance(record, Decision) else addresses.ACTIONS
    name = wording.capital(wording.record_name(record))
    when = (
        wording.day(context.archive.day_of(document) or lifeline.steps[0].day)
        if lifeline.steps[0].day
        else ""
    )
    # Without a number of its own, only its words tell it from the others of that day.
    numbered = getattr(record, "identifier", "")
    called = name if numbered else f"{name}: {wording.text_of(record, 60)}"
    title = ", ".join(filter(None, (called, body_of(document, context), when)))
    return Page(
        path=lifeline.path,
        title=title,
        front={"description": _description(lifeline, record), "where": where(document, context)},
        body=fill(
            "lifeline",
            lifeline.path,
            register=(say(f"registers.{register.rstrip('/')}.title"), register),
            title=name,
            subtitle=wording.text_of(record, 300),
            listed=crumb(register, document, record, context),
            standing=lifelines.standing(lifeline, context),
            days=lifelines.days_open(lifeline, context),
            owners=lifelines.owners(document, record, lifeline.path, context),
            steps=lifelines.timeline(lifeline, lifeline.path, context),
        ),
    )


def _description(lifeline: LifeLine, record: Record) -> str:
    words = wording.text_of(record, 140)
    end = "" if words[-1:] in ".?!…" else "."
    return f"{say(f'standings.{lifeline.standing}')}: {words}{end}"
