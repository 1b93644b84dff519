"""The index of years, and a page for each with the meetings of all bodies, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_builder.lang.interface import count, month_name, say
from archive_builder.model import Meeting, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.records.tally import counted_of, grouped, tally
from archive_builder.render.templating import fill

PAGE = addresses.YEARS


def pages(context: Context) -> Iterator[Page]:
    """`years/` and `years/<year>/`."""
    newest = sorted(context.archive.meetings, key=lambda meeting: (meeting.held, meeting.path), reverse=True)
    years = grouped(newest, lambda meeting: meeting.held.year)
    yield Page(
        path=PAGE,
        title=say("pages.years.title"),
        front={"description": say("pages.years.description")},
        body=fill(
            "years",
            PAGE,
            years=[(str(year), path(year), _holds(held, context)) for year, held in years.items()],
        ),
    )
    for year, held in years.items():
        yield _year_page(year, held, sorted(years), context)


def path(year: int) -> str:
    """The address of a year's page."""
    return addresses.year(year)


def _holds(held: Sequence[Meeting], context: Context) -> str:
    meetings = count(len(held), "meeting")
    records = str(tally(document for meeting in held for document in counted_of(meeting, context)))
    return f"{meetings}: {records}" if records else meetings


def _year_page(year: int, held: Sequence[Meeting], years: Sequence[int], context: Context) -> Page:
    months = grouped(held, lambda meeting: meeting.held.month)
    at = years.index(year)
    return Page(
        path=path(year),
        title=say("pages.year.title", year=year),
        front={"description": say("pages.year.description", year=year, holds=_holds(held, context))},
        body=fill(
            "year",
            path(year),
            year=year,
            holds=_holds(held, context),
            months=[
                (
                    say("dates.month", month=month_name(month), year=year),
                    [
                        (wording.day(m.held), m.path, m.body.name, str(tally(counted_of(m, context))))
                        for m in meetings
                    ],
                )
                for month, meetings in months.items()
            ],
            before=(str(years[at - 1]), path(years[at - 1])) if at else None,
            after=(str(years[at + 1]), path(years[at + 1])) if at + 1 < len(years) else None,
        ),
    )
