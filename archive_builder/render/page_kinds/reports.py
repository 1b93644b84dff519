"""Documents that belong to no meeting: annual reports, and everything else."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.records.tally import papers_outside_meetings
from archive_builder.render.templating import fill

INDEXES = (addresses.ANNUAL_REPORTS, addresses.DOCUMENTS)


def pages(context: Context) -> Iterator[Page]:
    """`annual-reports/` and `documents/`."""
    papers = papers_outside_meetings(context)
    for path in INDEXES:
        key = f"pages.{path.rstrip('/')}"
        title, about = say(f"{key}.title"), say(f"{key}.about")
        yield Page(
            path=path,
            title=title,
            front={"description": about},
            body=fill(
                "reports",
                path,
                title=title,
                about=about,
                papers=[
                    (wording.title_of(paper), paper.path, body_of(paper, context))
                    for paper in papers
                    if paper.path.startswith(path)
                ],
            ),
        )
