"""The index of meetings, and a page for each body with its meetings by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Body, Document, LifeLine, Meeting, Page, addresses, counts
from archive_builder.render import wording
from archive_builder.render.charts.over_years import join_figures
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.rows import origin_row
from archive_builder.render.records.tally import counted_of, documents_of, grouped, tally
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill

OPEN = 8
"""Maximum number of open actions and resolutions on a body's page; the registers list all."""
LATEST = 6
"""Maximum number of a body's meetings on the index; the body's page lists all."""


def pages(context: Context) -> Iterator[Page]:
    """`meetings/`."""
    bodies = [(body, context.held.get(body.slug, ())) for body in context.archive.bodies]
    yield Page(
        path=addresses.MEETINGS,
        title=say("pages.meetings.title"),
        front={"description": say("pages.meetings.description")},
        body=fill(
            "meetings",
            addresses.MEETINGS,
            bodies=[
                (
                    body,
                    span(meetings),
                    [_row(meeting, context) for meeting in meetings[:LATEST]],
                    _years(meetings),
                )
                for body, meetings in bodies
                if meetings
            ],
            others=[body for body, meetings in bodies if not meetings],
        ),
    )


def _of_body(slug: str, context: Context) -> Iterator[Page]:
    """Make the page of a body."""
    body, meetings = context.bodies[slug], context.held.get(slug, ())
    years = grouped(meetings, lambda meeting: meeting.held.year)
    documents = context.table(_by_body).get(slug, ())
    papers = [document for document in documents if not context.document_meeting(document)]
    counted = [document for document in documents if not document.same_as]
    yield Page(
        path=body.path,
        title=body.name,
        front={"description": say("pages.body.description", body=body.name), "organization": body.name},
        body=fill(
            "body",
            body.path,
            body=body,
            span=span(meetings),
            calendar=_calendar(body, meetings),
            open=_open(body, context)[:OPEN],
            number=len(context.open.get(body.slug, ())),
            holders=holders_of_open(context.open.get(body.slug, ()), body.path, context),
            newest=_newest_paper(body, context),
            years=[(year, [_row(meeting, context) for meeting in held]) for year, held in years.items()],
            figures=addresses.figures(body.slug) if join_figures(counted) else "",
            papers=[(wording.title_of(paper), paper.path) for paper in reversed(papers)],
        ),
    )


def _by_body(context: Context) -> dict[str, list[Document]]:
    return grouped(context.archive.documents, lambda document: document.body)


of_bodies = PerSubject(lambda context: context.bodies, _of_body)
"""`meetings/<body>/` for each body."""


def _calendar(body: Body, meetings: tuple[Meeting, ...]) -> list[tuple[int, list[Written]]]:
    """A row for each year, a cell for each month with the days of its meetings, oldest first."""
    years = grouped(meetings, lambda meeting: meeting.held.year)
    return [(year, [_month(body, month, held) for month in range(1, 13)]) for year, held in years.items()]


def _month(body: Body, month: int, meetings: list[Meeting]) -> Written:
    days = [meeting for meeting in reversed(meetings) if meeting.held.month == month]
    return Written(", ".join(_day_link(body, meeting) for meeting in days))


def _day_link(body: Body, meeting: Meeting) -> str:
    """The number of the day as a link; a screen reader reads the whole date."""
    when = wording.day(meeting.held)
    words = (
        f'{meeting.held.day}<span class="visually-hidden">{when.removeprefix(str(meeting.held.day))}</span>'
    )
    return f"[{words}]({markdown.to_source(body.path, meeting.path)})"


def _open(body: Body, context: Context) -> list[Written]:
    """The actions, resolutions and tracker rows of a body that are open, the newest first."""
    lines = context.open.get(body.slug, ())
    return [origin_row(*context.records[line.origin], body.path, context) for line in lines]


def holders_of_open(lines: Sequence[LifeLine], page: str, context: Context) -> Written:
    """Where what is open is listed: "2 in the register of decisions and 1 in action trackers"."""
    registers = counts.open_by_register(context.archive, lines)
    said = []
    for register, number in sorted(registers.items(), key=lambda item: item[0] or "~"):
        if register:
            name = say(f"registers.{register.rstrip('/')}.title").lower()
            said.append(say("open.in_register", number=number, register=markdown.link(name, page, register)))
        else:
            said.append(say("open.in_trackers", number=number))
    return Written(listed(said))


def _newest_paper(body: Body, context: Context) -> str:
    newest = context.archive.newest_paper(body.slug)
    return wording.day(newest) if newest else ""


def span(meetings: tuple[Meeting, ...]) -> str:
    """Return the number of meetings with the first and last day."""
    if not meetings:
        return say("pages.body.no_meetings")
    number = count(len(meetings), "meeting")
    first, last = wording.day(meetings[-1].held), wording.day(meetings[0].held)
    key = "on_a_day" if first == last else "from_to"
    return say(f"pages.body.{key}", meetings=number, first=first, last=last)


def _years(meetings: tuple[Meeting, ...]) -> list[tuple[int, str]]:
    years = grouped(meetings, lambda meeting: meeting.held.year)
    return [(year, count(len(held), "meeting")) for year, held in years.items()]


def _row(meeting: Meeting, context: Context) -> tuple[str, str, str]:
    """A meeting's date, address, and what it holds."""
    holds = str(tally(counted_of(meeting, context)))
    documents = documents_of(meeting, context)
    kinds = count(len(documents), "document")
    return wording.day(meeting.held), meeting.path, " · ".join(part for part in (kinds, holds) if part)
