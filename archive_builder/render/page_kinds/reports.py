"""Documents that belong to no meeting: annual reports, and everything else."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.records.tally import papers_outside_meetings
from archive_builder.render.templating import filled

SHELVES = (
    (addresses.ANNUAL_REPORTS, "Annual reports", "Annual reports, the newest first."),
    (addresses.DOCUMENTS, "Other documents", "Documents without a date or a body that could be read."),
)


def pages(context: Context) -> Iterator[Page]:
    """`annual-reports/` and `documents/`."""
    papers = papers_outside_meetings(context)
    for path, title, about in SHELVES:
        yield Page(
            path=path,
            title=title,
            front={"description": about},
            body=filled(
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
