"""Turns the finished archive into Markdown pages.

    archive, problems, settings -> look-ups (context) -> one function a page kind -> pages

Pages link to one another by relative paths to the other page's file, so that MkDocs checks them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from archive_builder.model import Archive, Asset, DataFiles, Page
from archive_builder.problem import Problem
from archive_builder.render import moved as moved
from archive_builder.render.context import Context as Context
from archive_builder.render.follow import calendars, feeds
from archive_builder.render.heads import add_heads
from archive_builder.render.lookups import context as context
from archive_builder.render.observed import LookUps as LookUps
from archive_builder.render.observed import Observer as Observer
from archive_builder.render.page_kinds import (
    added,
    changes,
    comparisons,
    data,
    document,
    due,
    feed_list,
    figures,
    gaps,
    glossary,
    gone,
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
    tombstones,
    topics,
    years,
)
from archive_builder.render.subjects import AssetKind, Made, PageKind, PerSubject
from archive_builder.settings import Settings

PAGE_KINDS: tuple[PageKind, ...] = (
    home.pages,
    meetings.pages,
    meetings.of_bodies,
    meeting.pages,
    document.pages,
    gone.pages,
    reports.pages,
    figures.pages,
    registers.pages,
    registers.of_years,
    lifelines.pages,
    threads.pages,
    comparisons.pages,
    people.pages,
    people.of_persons,
    topics.pages,
    topics.of_topics,
    glossary.pages,
    years.pages,
    added.pages,
    due.pages,
    changes.pages,
    gaps.pages,
    problem_list.pages,
    data.pages,
    feed_list.pages,
    search_page.pages,
    tombstones.pages,
)

ASSET_KINDS: tuple[AssetKind, ...] = (feeds.assets, calendars.assets)
"""What readers subscribe to, beside the pages."""


class Part(Enum):
    """The parts of pages, feeds and calendars that can be made apart from one another."""

    DOCUMENTS = auto()
    OTHERS = auto()
    DESCRIBING = auto()
    """Pages that describe files which are made beside the pages."""
    FOLLOWING = auto()
    """Feeds and calendars."""


def _part_of(kind: PageKind) -> Part:
    if kind is document.pages:
        return Part.DOCUMENTS
    return Part.DESCRIBING if kind is data.pages else Part.OTHERS


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages or files that are made together: those of a subject, or all of a kind that has no subjects."""

    part: Part
    kind: int
    """Its place among the kinds of page, or of file."""
    subject: str = ""

    @property
    def name(self) -> str:
        return f"{self.kind} {self.subject}"


def units(known: Context, part: Part) -> Iterator[Unit]:
    """Yield the units that a part is made in, in the order of the kinds."""
    for at, kind in _kinds_of(part):
        subjects = kind.subjects(known) if isinstance(kind, PerSubject) else ("",)
        yield from (Unit(part, at, subject) for subject in subjects)


def _kinds_of(part: Part) -> Iterator[tuple[int, PageKind | AssetKind]]:
    if part is Part.FOLLOWING:
        yield from enumerate(ASSET_KINDS)
    else:
        yield from ((at, kind) for at, kind in enumerate(PAGE_KINDS) if _part_of(kind) is part)


def files_of(unit: Unit, known: Context) -> Generator[Page | Asset]:
    """Yield the pages or files of a unit."""
    if unit.part is Part.FOLLOWING:
        yield from _made(ASSET_KINDS[unit.kind], unit, known)
    else:
        yield from add_heads(_made(PAGE_KINDS[unit.kind], unit, known), known)


def _made(kind: Callable[[Context], Iterator[Made]], unit: Unit, known: Context) -> Iterator[Made]:
    return kind.made(unit.subject, known) if isinstance(kind, PerSubject) else kind(known)


def pages(
    archive: Archive,
    problems: Sequence[Problem],
    settings: Settings,
    address: str = "",
    described: DataFiles | None = None,
    parts: Collection[Part] = tuple(Part),
) -> Iterator[Page]:
    """Every generated page of the site, or of some of its parts, in the order of the kinds.

    Pages of the navigation are always there and say "None yet" where they are empty. `address` is the
    site's, with a slash at its end; `described` is what the data page describes.
    """
    known = context(archive, problems, settings, address, described or DataFiles())
    kinds = [kind for kind in PAGE_KINDS if _part_of(kind) in parts]
    return add_heads((page for kind in kinds for page in kind(known)), known)


def assets(archive: Archive, settings: Settings, address: str) -> Iterator[Asset]:
    """The feeds and calendars of the site, whose links are in full: they are read elsewhere."""
    known = context(archive, (), settings, address)
    return (asset for kind in ASSET_KINDS for asset in kind(known))
