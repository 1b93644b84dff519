"""Turns the finished archive into Markdown pages.

    archive, problems, settings -> look-ups (context) -> one function a page kind -> pages

Pages link to one another by relative paths to the other page's file, so that MkDocs checks them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from archive_builder.model import Archive, Page
from archive_builder.problem import Problem
from archive_builder.render.context import Context, context
from archive_builder.render.kinds import (
    data,
    document,
    gaps,
    home,
    lifelines,
    meeting,
    meetings,
    people,
    problem_list,
    registers,
    reports,
    search_page,
    threads,
)
from archive_builder.settings import Settings

PAGE_KINDS: tuple[Callable[[Context], Iterator[Page]], ...] = (
    home.pages,
    meetings.pages,
    meeting.pages,
    document.pages,
    reports.pages,
    registers.pages,
    lifelines.pages,
    threads.pages,
    people.pages,
    gaps.pages,
    problem_list.pages,
    data.pages,
    search_page.pages,
)


def pages(archive: Archive, problems: Sequence[Problem], settings: Settings) -> tuple[Page, ...]:
    """Every generated page of the site, in the order of the kinds.

    Pages of the navigation are always there and say "None yet" where they are empty.
    """
    known = context(archive, problems, settings)
    return tuple(page for kind in PAGE_KINDS for page in kind(known))
