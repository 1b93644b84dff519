"""The stages in their order; this module alone knows them all.

read -> tidy -> correct -> recognise -> link -> check -> render, index, export -> publish

The first four look at one file alone; they are in `single`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from archive_builder import check, correct, export, index, link, publish, render, topics
from archive_builder.model import Archive, Asset, Document, Page
from archive_builder.problem import Problem
from archive_builder.run import results
from archive_builder.run.cache import Cache
from archive_builder.run.one_file import document as document
from archive_builder.settings import Settings
from archive_builder.sources import CORRECTIONS, SourceFile, find


@dataclass(frozen=True, slots=True)
class Gathered:
    """An archive, and what was found wrong with it, sorted."""

    archive: Archive
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]
    """What was read, or tried."""


Watch = Callable[[int, int, SourceFile], None]
"""Told of each file as it is read: its place, how many there are, the file."""


def unwatched(place: int, of: int, source: SourceFile) -> None:
    """For whoever does not want to be told."""


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
    Raises settings.SettingsError where a vocabulary of topics cannot be used.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    subjects = topics.load(_vocabularies(sources, home))
    files = find(sources, problems.append, home)
    with closing(_each(files, settings, jobs, cache)) as made:
        for place, (source, result) in enumerate(zip(files, made, strict=True), start=1):
            watch(place, len(files), source)
            documents += result.documents
            problems += result.problems
    for folder in sorted({source for source in sources if source.is_dir()}):
        correct.orphans(folder / CORRECTIONS, (source.file for source in files), problems.append)
    archive = link.link(documents, settings, problems.append, subjects)
    archive = check.check(archive, problems.append)
    return Gathered(archive, tuple(sorted(set(problems))), files)


def _vocabularies(sources: Sequence[Path], home: Path | None) -> list[Path]:
    """Where topics may be told of: the repository's sources folder, then those that were named."""
    folders = [*([home] if home else ()), *sorted({source for source in sources if source.is_dir()})]
    return list({(folder / topics.FILE).resolve(): folder / topics.FILE for folder in folders}.values())


def _each(
    files: Sequence[SourceFile], settings: Settings, jobs: int, cache: Cache | None
) -> Generator[results.Result]:
    """Each file's documents and problems, in the order of the files."""
    if jobs:
        yield from results.apart(files, settings, document, jobs, cache)
    else:
        yield from (results.here(source, settings, document) for source in files)


@dataclass(frozen=True, slots=True)
class Published:
    """A docs folder that was written."""

    configuration: Path
    """The MkDocs configuration that builds it."""
    problems: tuple[Problem, ...]
    """What was found wrong on the way, besides what was gathered."""


def publish_docs(gathered: Gathered, settings: Settings, places: publish.Places) -> Published:
    """Write the docs folder.

    Raises publish.RefusedError where files of somebody else are in the way.
    """
    found: list[Problem] = []
    files = {source.file: source.path for source in gathered.files}
    archive = publish.copy(places, gathered.archive, files, found.append)
    problems = tuple(sorted({*gathered.problems, *found}))
    address = publish.address(places)
    originals = {document.source.original for document in archive.documents} - {""}
    publish.write(places, _files(archive, problems, settings, address), originals)
    names = {"site_name": settings.site.name, "site_description": settings.site.description}
    return Published(publish.configure(places, names), tuple(found))


def _files(
    archive: Archive, problems: Sequence[Problem], settings: Settings, address: str
) -> Iterator[Page | Asset]:
    """All that is generated, one after the other: together it is several times the archive's size."""
    described = yield from export.exported(archive, problems)
    yield from render.pages(archive, problems, settings, address, described)
    yield from index.assets(archive)
    yield from render.assets(archive, settings, address)


def publish_site(gathered: Gathered, places: publish.Places, configuration: Path) -> publish.Outcome:
    """Build the site from the docs folder."""
    return publish.build(configuration, places, gathered.archive.as_of)
