"""The stages that make files of a linked archive: data, pages, search, feeds and calendars.

What they make is several times the archive's size, so it is handed on file by file and laid aside. The
stages are cut into shares that need nothing of one another, each made in a process of its own; what has
to know of all of them is made last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from archive_builder import export, index, publish, published, render
from archive_builder.model import Archive, Asset, DataFiles, Page, addresses
from archive_builder.pipeline import kept_shares
from archive_builder.problem import Problem
from archive_builder.publish import Draft
from archive_builder.removal.gate import Gate, checked, raise_leaks
from archive_builder.run import forked, left_out
from archive_builder.run.watch import Taken, Watch
from archive_builder.run.workers import cores
from archive_builder.settings import Settings

Files = Generator[Page | Asset, None, DataFiles]
"""The files of a share; the export returns what it is described by, all others nothing."""

EXPORT = "exporting the data"
RENDER = "making the pages"
INDEX = "making the search"
FOLLOW = "making feeds and calendars"
WRITING = "giving each page its address"
"""The stages that make files, and what they are together, as a problem names them."""

_FEW = 20
"""Up to this number of documents, starting further processes takes longer than it saves."""


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


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a stage."""

    stage: str
    pages: render.Part | None = None
    """Which pages it makes."""

    @property
    def name(self) -> str:
        """What it is kept under."""
        return f"{self.stage}: {self.pages.name}" if self.pages else self.stage


SHARES = (
    Share(RENDER, render.Part.DOCUMENTS),
    Share(INDEX),
    Share(RENDER, render.Part.OTHERS),
    Share(EXPORT),
    Share(FOLLOW),
)
"""Those that take longest first: so the processes end at about the same time."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of a share."""

    drafts: tuple[Draft, ...]
    described: DataFiles
    leaks: tuple[Problem, ...]
    """Redacted words that stand in its files."""
    taken: Mapping[str, Taken]


def drafts(making: Making, docs: Path, gate: Gate, watch: Watch, aside: Path) -> Iterator[Draft]:
    """Yield all that is generated, laid aside where it differs from what stands in the docs folder.

    Raises LeakError behind the last file, if any holds redacted words, and FailedStage.
    """
    leaks = list(making.leaks)
    made = dict(_standing(making, docs, gate))
    if making.kept:
        making.kept.unlink(missing_ok=True)  # until all of it stands
    wanting = [share for share in SHARES if share.name not in made]
    works = [
        partial(_made, share, making, docs, gate, aside, f"{number}-") for number, share in enumerate(wanting)
    ]
    for share, done in zip(wanting, forked.run(works, _processes(making)), strict=True):
        watch.add(done.taken)
        leaks += done.leaks
        made[share.name] = done
    yield from chain.from_iterable(done.drafts for done in made.values())
    yield from publish.lay_aside(checked(gate, _last(making, made), leaks), docs, aside, "last-")
    raise_leaks(leaks)
    keys = _keys(making, gate)
    kept_shares.write(
        making.kept,
        {name: kept_shares.kept(keys[name], done.drafts, done.described) for name, done in made.items()},
    )


def _standing(making: Making, docs: Path, gate: Gate) -> Iterator[tuple[str, _Made]]:
    """Yield the shares that were made of the same by the last build and stand as it left them."""
    known = kept_shares.read(making.kept)
    for name, key in _keys(making, gate).items() if known else ():
        if name in known and known[name].key == key:
            standing = known[name].standing(docs)
            if standing is not None:
                yield name, _Made(standing, known[name].described, (), {})


def _keys(making: Making, gate: Gate) -> dict[str, str]:
    """Return the digest of what each share is made of: of all that `_files` gives to its stage."""
    archive = kept_shares.digest_of_archive(making.archive) if making.kept else ""
    rules = repr((gate.rules, sorted(gate.words)))
    site = (making.settings.model_dump_json(), making.address)
    given: Mapping[str, tuple[str, ...]] = {
        EXPORT: (repr(making.problems),),
        RENDER: (repr(making.problems), *site),
        INDEX: (),
        FOLLOW: site,
    }
    return {share.name: kept_shares.key((archive, rules, *given[share.stage])) for share in SHARES}


def _processes(making: Making) -> int:
    return cores() if len(making.archive.documents) > _FEW else 1


def _made(share: Share, making: Making, docs: Path, gate: Gate, aside: Path, prefix: str) -> _Made:
    """Make the files of a share, and lay them aside."""
    watch, leaks, described = Watch(), list[Problem](), DataFiles()

    def files() -> Iterator[Page | Asset]:
        nonlocal described
        made = left_out.named(share.stage, partial(_files, share, making))
        described = yield from watch.drawn(share.stage, made)

    with watch.stage(_COMPARING):
        laid = tuple(publish.lay_aside(checked(gate, files(), leaks), docs, aside, prefix))
    return _Made(laid, described, tuple(leaks), watch.taken)


_COMPARING = "comparing with what stands"


def _files(share: Share, making: Making) -> Files:
    archive, settings, address = making.archive, making.settings, making.address
    match share.stage:
        case stage if stage == EXPORT:
            return (yield from export.exported(archive, making.problems))
        case stage if stage == RENDER:
            parts = (share.pages,) if share.pages else ()
            yield from render.pages(archive, making.problems, settings, address, parts=parts)
        case stage if stage == INDEX:
            yield from index.assets(archive)
        case _:
            yield from render.assets(archive, settings, address)
    return DataFiles()


def _last(making: Making, made: Mapping[str, _Made]) -> Iterator[Page | Asset]:
    """Make what describes other files or leads to them, and what no document has a part in."""
    sources = (draft.path for share in SHARES if share.pages for draft in made[share.name].drafts)
    pages = {addresses.page_of_source(path) for path in sources}
    for page in left_out.named(RENDER, partial(_describing, making, made[EXPORT].described)):
        pages.add(page.path)
        yield page
    leads = (*published.leads(making.archive, pages), *export.leads(made[EXPORT].described))
    yield from render.moved.assets(leads, making.settings.site.name, making.address)
    yield from publish.standing_pages()
    yield from making.look


def _describing(making: Making, described: DataFiles) -> Generator[Page, None, None]:
    archive, settings, address = making.archive, making.settings, making.address
    yield from render.pages(archive, making.problems, settings, address, described, (render.Part.DESCRIBING,))


def run_stage(stage: str, making: Making) -> None:
    """Run one stage here, and throw away what it makes."""
    shares = [share for share in SHARES if stage in (share.stage, WRITING)]
    files = chain.from_iterable(_files(share, making) for share in shares)
    if stage in (RENDER, WRITING):
        files = chain(files, _describing(making, DataFiles()))
    made: Iterable[object] = publish.each_once(publish.unlaid(files)) if stage == WRITING else files
    deque(made, maxlen=0)
