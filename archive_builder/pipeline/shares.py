"""The shares of a build's work: what each makes, and how its files are laid aside.

What they make is several times the archive's size, so it is handed on file by file.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from archive_builder import export, index, publish, render
from archive_builder.model import Archive, Asset, DataFiles, Page
from archive_builder.pipeline import kept_segments, kept_shares, kept_units
from archive_builder.problem import Problem
from archive_builder.publish import Draft
from archive_builder.removal.gate import Gate, checked
from archive_builder.run import left_out
from archive_builder.run.watch import Taken, Watch
from archive_builder.settings import Settings

Files = Generator[Page | Asset, None, DataFiles]
"""The files of a share; the export returns what it is described by, all others nothing."""

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
    look: tuple[Asset, ...] = ()
    """Files that the settings make, not the documents."""
    leaks: tuple[Problem, ...] = ()
    """Redacted words that were found before anything was made."""
    kept: Path | None = None
    """Where it is kept what was made of what; None to make all of it."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Those of the documents by their paths, where what was made is kept."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a stage."""

    stage: str
    part: render.Part | None = None
    """Which pages it makes, or that it makes what readers subscribe to."""

    units: str = ""
    """The suffix of the file in which its units are kept; empty where it is made as a whole."""

    @property
    def name(self) -> str:
        """What it is kept under."""
        return f"{self.stage}: {self.part.name}" if self.part else self.stage


SHARES = (
    Share(RENDER, render.Part.DOCUMENTS, ".documents"),
    Share(INDEX, units=".search"),
    Share(RENDER, render.Part.OTHERS, ".others"),
    Share(EXPORT),
    Share(FOLLOW, render.Part.FOLLOWING, ".follow"),
)
"""Those that take longest first: so the processes end at about the same time."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a share."""

    drafts: tuple[Draft, ...]
    described: DataFiles
    leaks: tuple[Problem, ...]
    """Redacted words that stand in its files."""
    taken: Mapping[str, Taken]
    units: Path | None = None
    """Where it is kept what its pages were made of, until all files of the build stand."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the files of a share are laid."""

    docs: Path
    """Where files that stand already are looked for."""
    gate: Gate
    aside: Path
    prefix: str
    """Of the names of what is laid aside: no other share has it."""
    count: Callable[[int], None] = lambda files: None
    """Is told of each file that is done with, or of several at once."""

    def lay(self, files: Iterable[Page | Asset], leaks: list[Problem], prefix: str = "") -> Iterator[Draft]:
        """Yield files as drafts; add a problem to `leaks` for each redaction whose words one holds."""
        checked_files = checked(self.gate, files, leaks)
        return publish.lay_aside(checked_files, self.docs, self.aside, f"{self.prefix}{prefix}")


def make(share: Share, making: Making, desk: Desk) -> Made:
    """Make the files of a share, and lay them aside."""
    if making.kept and share.units:
        return _made_by_units(share, making, desk, making.kept.with_suffix(share.units))
    watch, leaks, described = Watch(), list[Problem](), DataFiles()

    def files() -> Iterator[Page | Asset]:
        nonlocal described
        made = left_out.named(share.stage, partial(files_of, share, making))
        described = yield from watch.drawn(share.stage, made)

    with watch.stage(_COMPARING):
        laid = tuple(_counted(desk.lay(files(), leaks), desk))
    return Made(laid, described, tuple(leaks), watch.taken)


def _counted(drafts: Iterable[Draft], desk: Desk) -> Iterator[Draft]:
    for draft in drafts:
        desk.count(1)
        yield draft


Units = Generator[tuple[str, bytes, tuple[Draft, ...]]]
"""The name of each unit, the unit as it is kept, and its files; what has no name is not kept."""
Lay = Callable[[Generator[Page | Asset]], Iterable[Draft]]
"""Lays the files of one unit aside."""


def _made_by_units(share: Share, making: Making, desk: Desk, units: Path) -> Made:
    """Make those units of a share that differ from the last build's, and lay their files aside."""
    watch, leaks, numbers = Watch(), list[Problem](), count()
    key = kept_shares.key((rules(desk.gate),))

    def lay(files: Generator[Page | Asset]) -> Iterator[Draft]:
        return desk.lay(watch.drawn(share.stage, files), leaks, f"{next(numbers)}-")

    rows: dict[str, bytes] = {}
    laid: list[Draft] = []
    before = kept_units.read(units, key)
    with watch.stage(_COMPARING):
        every = partial(_units_of, share, making, before, desk.docs, lay)
        for name, row, made in left_out.named(share.stage, every):
            laid += made
            desk.count(len(made))
            if name:
                rows[name] = row
        kept_units.write(desk.aside / units.name, key, rows)
    return Made(tuple(laid), DataFiles(), tuple(leaks), watch.taken, desk.aside / units.name)


def _units_of(share: Share, making: Making, before: Mapping[str, bytes], docs: Path, lay: Lay) -> Units:
    """Yield the units of a share. `before` are those of the last build."""
    if share.part is None:
        yield from kept_segments.drafts(making.archive, making.digests, before, docs, lay)
        return
    known = render.context(making.archive, making.problems, making.settings, making.address)
    yield from kept_units.drafts(
        known,
        making.digests,
        share.part,
        before,
        docs,
        lambda unit, context: lay(render.files_of(unit, context)),
    )


_COMPARING = "comparing with what stands"


def files_of(share: Share, making: Making) -> Files:
    archive, settings, address = making.archive, making.settings, making.address
    match share.stage:
        case stage if stage == EXPORT:
            return (yield from export.exported(archive, making.problems))
        case stage if stage == RENDER:
            parts = (share.part,) if share.part else ()
            yield from render.pages(archive, making.problems, settings, address, parts=parts)
        case stage if stage == INDEX:
            yield from index.assets(archive)
        case _:
            yield from render.assets(archive, settings, address)
    return DataFiles()


def rules(gate: Gate) -> str:
    """Return in words what the gate looks for."""
    return repr((gate.rules, sorted(gate.words)))
