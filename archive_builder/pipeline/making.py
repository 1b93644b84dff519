"""The stages that make files of a linked archive: data, pages, search, feeds and calendars."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from functools import partial

from archive_builder import export, index, publish, published, render
from archive_builder.model import Archive, Asset, DataFiles, Page
from archive_builder.problem import Problem
from archive_builder.run import left_out
from archive_builder.run.watch import Watch
from archive_builder.settings import Settings

Files = Generator[Page | Asset, None, None]

EXPORT = "exporting the data"
RENDER = "making the pages"
INDEX = "making the search"
FOLLOW = "making feeds and calendars"
WRITING = "giving each page its address"
"""The stages that make files, and what they are together, as a problem names them."""


@dataclass(frozen=True, slots=True)
class Making:
    """What files are made of."""

    archive: Archive
    problems: tuple[Problem, ...]
    """What the site says is wrong, sorted."""
    settings: Settings
    address: str
    """Of the site, with a slash at its end."""
    watch: Watch = field(default_factory=Watch)


def all_files(making: Making) -> Files:
    """All that is generated, one after the other: together it is several times the archive's size."""
    exported = left_out.named(EXPORT, partial(export.exported, making.archive, making.problems))
    described = yield from making.watch.drawn(EXPORT, exported)
    pages: set[str] = set()
    for stage in (RENDER, INDEX, FOLLOW):
        files = left_out.named(stage, partial(_files, stage, making, described))
        for file in making.watch.drawn(stage, files):
            if isinstance(file, Page):
                pages.add(file.path)
            yield file
    leads = published.leads(making.archive, pages)
    yield from render.moved.assets(leads, making.settings.site.name, making.address)


def _files(stage: str, making: Making, described: DataFiles) -> Files:
    """Make the files of one stage; all but the export return nothing else."""
    archive, settings, address = making.archive, making.settings, making.address
    if stage == RENDER:
        yield from render.pages(archive, making.problems, settings, address, described)
    elif stage == INDEX:
        yield from index.assets(archive)
    else:
        yield from render.assets(archive, settings, address)


def run_stage(stage: str, making: Making) -> None:
    """Run one stage, and throw away what it makes."""
    made: Iterable[object]
    if stage == WRITING:
        made = publish.each_once(all_files(making))
    elif stage == EXPORT:
        made = export.exported(making.archive, making.problems)
    else:
        made = _files(stage, making, DataFiles())
    deque(made, maxlen=0)
