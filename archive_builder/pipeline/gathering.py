"""Reads, recognises and links the documents of some folders and files."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from archive_builder import check, correct, link, published
from archive_builder.link import topic_vocabulary
from archive_builder.model import Archive, Document, Lock
from archive_builder.problem import Problem, Report
from archive_builder.removal import redactions, withdrawals
from archive_builder.removal.locks import without_redacted
from archive_builder.run import left_out, results
from archive_builder.run.cache import Cache
from archive_builder.run.left_out import FailedStage, Readings
from archive_builder.run.one_file import document
from archive_builder.run.watch import Watch
from archive_builder.settings import TOPICS_FILE, Settings
from archive_builder.sources import CORRECTIONS, SourceFile, find

READING = "reading the documents"
LINKING = "linking the documents"


@dataclass(frozen=True, slots=True)
class Gathered:
    """An archive, and what was found wrong with it, sorted."""

    archive: Archive
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]
    """What was read, or tried."""
    readings: Readings
    """What the archive was linked from: without the files that are left out."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to read, and what was published of it before."""

    every: tuple[SourceFile, ...]
    """All files found, those that are withdrawn among them."""
    files: tuple[SourceFile, ...]
    """The same, as they are to be read."""
    without: Readings
    """What it takes to link them, without any document."""


def gather(
    sources: Sequence[Path],
    settings: Settings,
    *,
    home: Path | None = None,
    jobs: int = 0,
    cache: Cache | None = None,
    watch: Watch | None = None,
) -> Gathered:
    """Read, recognise and link the documents of some folders and files; nothing is written but the cache.

    `home` is the repository's own sources folder. `jobs` is how many workers read at once, each within
    the settings' limits; with 0 the documents are read in this process, without limits and cache.
    Reports left-out for a file that linking fails over. Raises settings.SettingsError where a vocabulary
    of topics or a list of withdrawn documents cannot be used, and StageError.
    """
    watch = watch or Watch()
    problems: list[Problem] = []
    found = _find(sources, settings, home, problems.append)
    documents: list[Document] = []
    with (
        watch.stage(READING, len(found.files)),
        closing(_each(found.files, settings, jobs, cache)) as made,
    ):
        for source, result in zip(found.files, made, strict=True):
            watch.advance(READING, source.file)
            documents += result.documents
            problems += result.problems
    for folder in sorted({source for source in sources if source.is_dir()}):
        correct.orphans(folder / CORRECTIONS, (source.name for source in found.every), problems.append)
    readings = replace(found.without, documents=tuple(documents), problems=tuple(problems))
    with watch.stage(LINKING):
        gathered = _link_without_culprits(readings, found.files, _steps(readings, watch))
    if cache:
        _forget(gathered, documents, cache)
    return gathered


def read_part(
    sources: Sequence[Path],
    settings: Settings,
    part: int,
    of: int,
    *,
    home: Path | None,
    jobs: int,
    cache: Cache,
    watch: Watch,
) -> Gathered:
    """Read share `part` of `of` shares of the files into the cache, which then holds this share alone.

    So the caches of several machines can be copied into one in any order. Nothing is linked. Raises
    settings.SettingsError as `gather` does.
    """
    problems: list[Problem] = []
    found = _find(sources, settings, home, problems.append)
    share = found.files[part - 1 :: of]
    for source in set(found.files).difference(share):
        cache.drop(source)
    with watch.stage(READING, len(share)), closing(_each(share, settings, jobs, cache)) as made:
        for source, result in zip(share, made, strict=True):
            watch.advance(READING, source.file)
            problems += result.problems
    return Gathered(Archive(), tuple(sorted(set(problems))), share, found.without)


def _find(sources: Sequence[Path], settings: Settings, home: Path | None, report: Report) -> _Found:
    """Find the files, with what is redacted and withdrawn in them."""
    folders = _folders(sources, home)
    topics = topic_vocabulary.load(folder / TOPICS_FILE for folder in folders)
    every = find(sources, report, home)
    files = redactions.mark(every, redactions.load(folders), report)
    lock = without_redacted(_lock(sources, home, report), files)
    withdrawn, files = withdrawals.load(folders, files, lock, report)
    without = Readings((), (), settings, tuple(topics), withdrawn, lock)
    return _Found(tuple(every), tuple(files), without)


def _steps(readings: Readings, watch: Watch) -> Callable[[], None]:
    """Return what shows how far linking is: each step counts as an equal share of the documents."""
    documents = len(readings.documents)
    steps = link.STEPS * (2 if readings.withdrawn else 1)
    numbers = count(1)
    return lambda: watch.reached(LINKING, documents * next(numbers) // steps, documents)


def link_readings(
    readings: Readings, files: tuple[SourceFile, ...] = (), step: Callable[[], None] = lambda: None
) -> Gathered:
    """Link and check what was read; `step` is called behind each step. Raises whatever a stage fails with."""
    found: list[Problem] = []
    archive = link.link(
        readings.documents,
        readings.settings,
        found.append,
        readings.topics,
        readings.withdrawn,
        readings.lock,
        step,
    )
    archive = check.check(archive, found.append)
    found += published.find_misfits(archive)
    problems = {*readings.problems, *found}
    if archive.tombstones:
        problems = {*withdrawals.of_published(problems, readings.documents, archive)}
    return Gathered(archive, tuple(sorted(problems)), files, readings)


def _link_without_culprits(
    readings: Readings, files: tuple[SourceFile, ...], step: Callable[[], None]
) -> Gathered:
    """Link the documents; a file that linking fails over is left out, with the problem left-out."""
    try:
        return link_readings(readings, files, step)
    except left_out.OF_THE_MACHINE:
        raise
    except Exception as error:
        failure = FailedStage(LINKING, error)
        return link_readings(left_out.without_culprits(readings, failure, link_readings), files)


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
    read_by = settings.for_reading()
    if jobs:
        yield from results.apart(files, read_by, document, jobs, cache)
    else:
        yield from (results.here(source, read_by, document) for source in files)
