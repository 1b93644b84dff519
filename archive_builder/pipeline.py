"""The stages in their order; this module alone knows them all.

read -> tidy -> correct -> recognise -> link -> check -> render, index, export -> publish

The first four look at one file alone; they are in `run.one_file`. From `link` on, a stage works on all
documents together. Where one fails, the files that it fails over are left out, each with a problem, and
the rest is published; a failure that no file explains is a StageError (`run.left_out`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from archive_builder import check, correct, export, index, link, publish, published, render, verify
from archive_builder.link import topic_vocabulary
from archive_builder.model import Archive, Asset, DataFiles, Document, Lock, Page
from archive_builder.problem import Problem, Report, Severity
from archive_builder.removal import private, redactions, withdrawals
from archive_builder.removal.gate import (
    Gate,
    check_folder,
    checked,
    leaks_of_cache,
    leaks_of_originals,
    raise_leaks,
)
from archive_builder.removal.gate import LeakError as LeakError
from archive_builder.removal.gate import gate as make_gate
from archive_builder.removal.locks import without_redacted
from archive_builder.run import left_out, results
from archive_builder.run.cache import Cache
from archive_builder.run.left_out import FailedStage, Readings
from archive_builder.run.left_out import StageError as StageError
from archive_builder.run.one_file import document as document
from archive_builder.run.one_file import text_alone
from archive_builder.settings import TOPICS_FILE, Settings
from archive_builder.sources import CORRECTIONS, SourceFile, find

Files = Generator[Page | Asset, None, None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """An archive, and what was found wrong with it, sorted."""

    archive: Archive
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]
    """What was read, or tried."""
    readings: Readings
    """What the archive was linked from: without the files that are left out."""


Watch = Callable[[int, int, SourceFile], None]
"""Called for each file as it is read: its place, how many there are, the file."""


def unwatched(place: int, of: int, source: SourceFile) -> None:
    """A Watch that does nothing."""


def gather(
    sources: Sequence[Path],
    settings: Settings,
    *,
    home: Path | None = None,
    jobs: int = 0,
    cache: Cache | None = None,
    watch: Watch = unwatched,
) -> Gathered:
    """Read, recognise and link the documents of some folders and files; nothing is written but the cache.

    `home` is the repository's own sources folder. `jobs` is how many workers read at once, each within
    the settings' limits; with 0 the documents are read in this process, without limits and cache.
    Reports left-out for a file that linking fails over. Raises settings.SettingsError where a vocabulary
    of topics or a list of withdrawn documents cannot be used, and StageError.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    folders = _folders(sources, home)
    topics = topic_vocabulary.load(folder / TOPICS_FILE for folder in folders)
    found = find(sources, problems.append, home)
    files = redactions.mark(found, redactions.load(folders), problems.append)
    lock = without_redacted(_lock(sources, home, problems.append), files)
    withdrawn, files = withdrawals.load(folders, files, lock, problems.append)
    with closing(_each(files, settings, jobs, cache)) as made:
        for place, (source, result) in enumerate(zip(files, made, strict=True), start=1):
            watch(place, len(files), source)
            documents += result.documents
            problems += result.problems
    for folder in sorted({source for source in sources if source.is_dir()}):
        correct.orphans(folder / CORRECTIONS, (source.name for source in found), problems.append)
    readings = Readings(tuple(documents), tuple(problems), settings, tuple(topics), withdrawn, lock)
    gathered = _linked_without_culprits(readings, files)
    if cache:
        _forget(gathered, documents, cache)
    return gathered


def _linked_without_culprits(readings: Readings, files: tuple[SourceFile, ...]) -> Gathered:
    """Link the documents; a file that linking fails over is left out, with the problem left-out."""
    try:
        return _linked(readings, files)
    except left_out.OF_THE_MACHINE:
        raise
    except Exception as error:
        failure = FailedStage("linking the documents", error)
        return _linked(left_out.without_culprits(readings, failure, _linked), files)


def _forget(gathered: Gathered, documents: Iterable[Document], cache: Cache) -> None:
    """Remove from the cache what a withdrawn document was read into: entries by address are known only now."""
    if gathered.archive.tombstones:
        kept = {(document.source.file, document.position) for document in gathered.archive.documents}
        lost = {each.source.file for each in documents if (each.source.file, each.position) not in kept}
        for source in gathered.files:
            if source.file in lost:
                cache.drop(source)


def _folders(sources: Sequence[Path], home: Path | None) -> list[Path]:
    """Return the sources folders, each once: the repository's own, then those that were named."""
    folders = [*([home] if home else ()), *sorted({source for source in sources if source.is_dir()})]
    return list({folder.resolve(): folder for folder in folders}.values())


def _lock(sources: Sequence[Path], home: Path | None, report: Report) -> Lock:
    """What was published of the sources folders; of the repository's own also where a part of it is read."""
    folders = {source.resolve() for source in sources if source.is_dir()}
    within = home is not None and any(source.resolve().is_relative_to(home.resolve()) for source in sources)
    part = within and home is not None and home.resolve() not in folders
    named = [*([home.resolve()] if part and home is not None else ()), *sorted(folders)]
    return published.load(named, report, whole=not part)


def _each(
    files: Sequence[SourceFile], settings: Settings, jobs: int, cache: Cache | None
) -> Generator[results.Result]:
    """Each file's documents and problems, in the order of the files."""
    if jobs:
        yield from results.apart(files, settings, document, jobs, cache)
    else:
        yield from (results.here(source, settings, document) for source in files)


def _linked(readings: Readings, files: tuple[SourceFile, ...] = ()) -> Gathered:
    found: list[Problem] = []
    archive = link.link(
        readings.documents,
        readings.settings,
        found.append,
        readings.topics,
        readings.withdrawn,
        readings.lock,
    )
    archive = check.check(archive, found.append)
    found += published.find_misfits(archive)
    problems = {*readings.problems, *found}
    if archive.tombstones:
        problems = {*withdrawals.of_published(problems, readings.documents, archive)}
    return Gathered(archive, tuple(sorted(problems)), files, readings)


@dataclass(frozen=True, slots=True)
class Published:
    """A docs folder that was written."""

    configuration: Path
    """The MkDocs configuration that builds it."""
    problems: tuple[Problem, ...]
    """All that was found wrong so far, sorted."""
    gathered: Gathered
    """What is published: what was gathered, without the files that were left out on the way."""
    gate: Gate
    """What must not stand in the site that is made of it."""


def publish_docs(
    gathered: Gathered, settings: Settings, places: publish.Places, cache: Cache | None = None
) -> Published:
    """Write the docs folder.

    Reports left-out for a file that a stage fails over. Raises publish.RefusedError where files of
    somebody else are in the way, LeakError where redacted words stand in anything that would be published
    or is kept in the `cache`, and StageError.
    """
    address = publish.address(places)
    faults: list[Problem] = []
    look = publish.find_appearance(settings.site, places.handwritten, faults.append)
    while True:
        try:
            gate = make_gate(gathered.archive, gathered.files)
            found = _write(gathered, settings, places, address, gate, cache, look.assets)
            break
        except FailedStage as failure:

            def attempt(readings: Readings, stage: str = failure.stage) -> None:
                _run_stage(stage, _linked(readings), settings, address)

            kept = left_out.without_culprits(gathered.readings, failure, attempt)
            gathered = _linked(kept, gathered.files)
    names = {
        "site_name": settings.site.name,
        "site_description": settings.site.description,
        "extra": look.extra,
    }
    problems = tuple(sorted({*gathered.problems, *found, *faults}))
    return Published(publish.configure(places, names), problems, gathered, gate)


def _write(
    gathered: Gathered,
    settings: Settings,
    places: publish.Places,
    address: str,
    gate: Gate,
    cache: Cache | None,
    look: Iterable[Asset],
) -> tuple[Problem, ...]:
    """Write originals and pages, if the gate lets them through; return what was found wrong on the way."""
    found: list[Problem] = []
    files = {source.file: source.original for source in gathered.files}
    leaks = list(leaks_of_cache(gate, cache.entries() if cache else (), gathered.files))
    of_originals = list(leaks_of_originals(gate, gathered.archive, gathered.files))
    if of_originals:  # before they are copied
        raise_leaks([*leaks, *of_originals])
    archive = publish.copy(places, gathered.archive, files, found.append)
    problems = tuple(sorted(private.published({*gathered.problems, *found})))
    originals = {document.source.original for document in archive.documents} - {""}
    made = chain(_files(archive, problems, settings, address), publish.standing_pages(), look)
    try:
        publish.write(places, checked(gate, made, leaks), originals)
    except publish.SharedAddressError as error:
        raise FailedStage(_WRITING, error) from error
    return tuple(found)


_EXPORT = "exporting the data"
_RENDER = "making the pages"
_INDEX = "making the search"
_FOLLOW = "making feeds and calendars"
_WRITING = "giving each page its address"
"""The stages that make files, and what they are together, as a problem names them."""


def _files(archive: Archive, problems: Sequence[Problem], settings: Settings, address: str) -> Files:
    """All that is generated, one after the other: together it is several times the archive's size."""
    described = yield from left_out.named(_EXPORT, lambda: export.exported(archive, problems))
    stages = _stages(archive, problems, settings, address, described)
    pages: set[str] = set()
    for stage, make in stages.items():
        for file in left_out.named(stage, make):
            if isinstance(file, Page):
                pages.add(file.path)
            yield file
    yield from render.moved.assets(published.leads(archive, pages), settings.site.name, address)


def _stages(
    archive: Archive,
    problems: Sequence[Problem],
    settings: Settings,
    address: str,
    described: DataFiles,
) -> dict[str, Callable[[], Files]]:
    """The stages that make files of a linked archive, in their order, but for the export."""

    def pages() -> Files:
        yield from render.pages(archive, problems, settings, address, described)

    def search() -> Files:
        yield from index.assets(archive)

    def follow() -> Files:
        yield from render.assets(archive, settings, address)

    return {_RENDER: pages, _INDEX: search, _FOLLOW: follow}


def _run_stage(stage: str, gathered: Gathered, settings: Settings, address: str) -> None:
    """Run one stage, and throw away what it makes."""
    archive, problems = gathered.archive, gathered.problems
    made: Iterable[object]
    if stage == _WRITING:
        made = publish.each_once(_files(archive, problems, settings, address))
    elif stage == _EXPORT:
        made = export.exported(archive, problems)
    else:
        made = _stages(archive, problems, settings, address, DataFiles())[stage]()
    deque(made, maxlen=0)


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built, or not."""

    published: bool
    problems: tuple[Problem, ...]
    """All that was found wrong from the first stage to the last, sorted."""
    gathered: Gathered
    """What is published: without the files that were left out on the way."""


def publish_site(written: Published, settings: Settings, places: publish.Places) -> Built:
    """Build the site from the docs folder.

    A file whose page MkDocs stops at is left out, with the problem left-out, and the rest is built.
    Reports site-fault for each warning and error of MkDocs, at the document whose page it is about.
    Raises StageError where MkDocs stops at a page that no document explains, and LeakError.
    """
    outcome = _build(written, places)
    while outcome.broken and not outcome.published:
        kept = _without_broken_page(written, outcome, settings, publish.address(places))
        written = publish_docs(_linked(kept, written.gathered.files), settings, places)
        outcome = _build(written, places)
    gathered = written.gathered
    files = {f"{document.path}index.md": document.source.file for document in gathered.archive.documents}
    faults = (_site_fault(fault, files) for fault in outcome.faults)
    return Built(outcome.published, tuple(sorted({*written.problems, *faults})), gathered)


def _build(written: Published, places: publish.Places) -> publish.Outcome:
    """Run MkDocs. Raises LeakError, and leaves the old site, where redacted words stand in the new one."""
    as_of = written.gathered.archive.as_of
    return publish.build(written.configuration, places, as_of, partial(_inspect, written.gate))


def _inspect(gate: Gate, site: Path) -> None:
    """Look through a site that is complete, then list its files: nothing is changed after that."""
    check_folder(gate, site)
    verify.manifest.write(site)


def verify_site(site: Path, settings: Settings, jobs: int = 1) -> verify.Verified:
    """Check a published site by itself; its originals are read by workers, within the settings' limits.

    Raises verify.SiteError for a folder that is no site of this program.
    """
    held = verify.read_originals(site)
    with tempfile.TemporaryDirectory() as folder:
        files = [_set_aside(site, original, Path(folder, str(at))) for at, original in enumerate(held)]
        there = [source for source in files if source]
        made = results.apart(there, settings, text_alone, jobs, None)
        with closing(made):
            readings = (next(made).documents if source else () for source in files)
            return verify.check_site(
                site, held, (documents[0].blocks if documents else None for documents in readings)
            )


def _set_aside(site: Path, original: verify.PublishedOriginal, folder: Path) -> SourceFile | None:
    """Return a copy of an original under its own name, whose ending tells how it is read; None if it is gone."""
    folder.mkdir()
    copy = folder / original.file.rpartition("/")[2]
    try:
        shutil.copyfile(site / original.address, copy)
    except OSError:
        return None
    return SourceFile(path=copy, file=original.file, folder=folder)


def _without_broken_page(
    written: Published, outcome: publish.Outcome, settings: Settings, address: str
) -> Readings:
    """Return the readings without the files that make MkDocs stop at a page."""

    def attempt(readings: Readings) -> None:
        gathered = _linked(readings)
        for page in render.pages(gathered.archive, gathered.problems, settings, address):
            if page.file == outcome.broken:
                publish.convert(written.configuration, page)

    said = " ".join(fault.message for fault in outcome.faults)
    failure = FailedStage(f"building the page {outcome.broken}", RuntimeError(said))
    return left_out.without_culprits(written.gathered.readings, failure, attempt)


def _site_fault(fault: publish.Fault, files: Mapping[str, str]) -> Problem:
    """Return what MkDocs said as a problem of the document whose page it is about, if there is one."""
    file = files.get(fault.page, "")
    if file:
        hint = "the page is published; report this with the document"
    else:
        hint = "mend the page, or report it if the page is generated"
    return Problem(file or "mkdocs.yml", 1, "site-fault", fault.message, hint, Severity.ERROR)
