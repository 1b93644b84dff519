"""The stages in their order; this module alone knows them all.

read -> tidy -> correct -> recognise -> link -> check -> render, index, export -> publish
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_builder import check, correct, export, index, link, publish, read, recognise, render, tidy
from archive_builder.model import Archive, Document
from archive_builder.problem import Problem, Report, Severity
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
"""Told before each file is read: its place, how many there are, the file."""


def unwatched(place: int, of: int, source: SourceFile) -> None:
    """For whoever does not want to be told."""


def gather(sources: Sequence[Path], settings: Settings, watch: Watch = unwatched) -> Gathered:
    """Read, recognise and link the documents of some folders and files; nothing is written."""
    problems: list[Problem] = []
    documents: list[Document] = []
    files = find(sources, problems.append)
    for place, source in enumerate(files, start=1):
        watch(place, len(files), source)
        documents += document(source, settings, problems.append)
    archive = link.link(documents, settings, problems.append)
    archive = check.check(archive, problems.append)
    return Gathered(archive, tuple(sorted(set(problems))), files)


def document(source: SourceFile, settings: Settings, report: Report) -> tuple[Document, ...]:
    """One source file as documents: none, one, or a pack and its parts."""
    try:
        reading = read.read(source.path, source.file, settings, report)
        if reading is None:
            return ()
        reading = tidy.tidy(reading)
        reading = correct.correct(reading, source.folder / CORRECTIONS, report)
        return recognise.recognise(reading, settings, report)
    except Exception as error:
        # A document must never keep the others from being published: the fault is ours and is named.
        message = f"reading this document failed: {type(error).__name__}: {error}"
        hint = "this is a fault of the program: please report it with the document"
        report(Problem(source.file, 1, "internal-fault", message, hint, Severity.ERROR))
        return ()


def publish_docs(gathered: Gathered, settings: Settings, places: publish.Places) -> Path:
    """Write the docs folder; give the MkDocs configuration that builds it.

    Raises publish.RefusedError where files of somebody else are in the way.
    """
    archive, problems = gathered.archive, gathered.problems
    pages = render.pages(archive, problems, settings)
    assets = (*index.assets(archive), *export.assets(archive, problems))
    publish.write(places, pages, assets)
    return publish.configure(places)


def publish_site(gathered: Gathered, places: publish.Places, configuration: Path) -> publish.Outcome:
    """Build the site from the docs folder."""
    return publish.build(configuration, places, gathered.archive.as_of)
