"""One run of a command: find the repository and its settings, run the pipeline, say what happened."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from archive_builder import pipeline, publish, settings
from archive_builder.cli import say
from archive_builder.problem import Problem, Severity
from archive_builder.run.cache import Cache
from archive_builder.run.lock import LockedError, locked
from archive_builder.run.workers import cores
from archive_builder.sources import SourceFile, printable

DONE, FAULTY, NOTHING = 0, 1, 2
LOCKS = ".archive"
"""The folder below the repository for the files of builds: configurations, the lock."""
CACHE = ".cache"
"""The folder below the repository for the cache of documents that were read."""


class StoppedError(click.ClickException):
    """Nothing was published, for a cause that is not in the documents."""

    exit_code = NOTHING


def cause(error: Exception) -> str:
    """Return what stopped a run, in one line."""
    if isinstance(error, OSError):
        where = Path(os.fsdecode(error.filename)) if error.filename else Path.cwd()
        return f"{error} ({publish.room(where)})"
    if isinstance(error, pipeline.StageError):
        return f"{error} (nothing was published: no document explains it; please report what -v prints)"
    return f"{type(error).__name__}: {error} (a fault of the program: please report what -v prints)"


@dataclass(frozen=True, slots=True)
class Job:
    """The arguments of a command."""

    sources: tuple[Path, ...]
    config: Path | None
    strict: bool = False
    loud: int = 0
    """-1 for problems only, 0 for the outcome too, 1 for every step."""
    jobs: int | None = None
    """Number of documents that are read at once; None for the number of cores."""
    cached: bool = True
    """True if documents that have not changed are taken from the cache."""


def build(job: Job, docs_dir: Path | None, site_dir: Path | None, with_site: bool = True) -> int:
    """Convert and publish; return the exit status."""
    root = repository()
    if root is None:
        raise click.UsageError(
            "no mkdocs.yml in this folder or above it (run this inside the archive's repository)"
        )
    places = publish.Places(root=root, docs=docs_dir or root / "docs", site=site_dir or root / "site")
    try:
        publish.refuse(places, _named(job))
        publish.refuse_without_room(places, 0)
        with locked((places.docs, places.site), root / LOCKS):
            return _build(job, places, with_site)
    except publish.RefusedError as error:
        raise click.UsageError(str(error)) from error
    except LockedError as error:
        raise StoppedError(str(error)) from error


def _build(job: Job, places: publish.Places, with_site: bool) -> int:
    gathered = gather(job, keep=True)
    _say_problems(gathered.problems, _shown(job, gathered), "text")
    if not gathered.archive.documents and not gathered.archive.tombstones:
        return NOTHING
    documents = gathered.archive.documents
    sizes = {document.source.original: document.source.size for document in documents}
    publish.refuse_without_room(places, sum(size for original, size in sizes.items() if original))
    started = time.monotonic()
    written = pipeline.publish_docs(gathered, load(job), places)
    _step(job, "pages written", started)
    _say_new(job, gathered, written.problems, gathered.problems)
    gathered, problems = written.gathered, written.problems
    if with_site:
        started = time.monotonic()
        built = pipeline.publish_site(written, load(job), places)
        _step(job, "site built", started)
        _say_new(job, gathered, built.problems, problems)
        if not built.published:
            return NOTHING
        gathered, problems = built.gathered, built.problems
    if job.loud >= 0:
        click.echo(say.summary(gathered.archive, problems), err=True)
        click.echo(
            f"site: {_near(places.site / 'index.html')}" if with_site else f"pages: {_near(places.docs)}"
        )
        click.echo(f"MkDocs configuration: {_near(written.configuration)}")
    return status(problems, job.strict)


def check(job: Job, form: str) -> int:
    """Read and recognise, say what is wrong; return the exit status."""
    gathered = gather(job)
    _say_problems(gathered.problems, _shown(job, gathered), form)
    if job.loud >= 0:
        click.echo(say.summary(gathered.archive, gathered.problems), err=True)
    return status(gathered.problems, job.strict) if gathered.archive.documents else NOTHING


def gather(job: Job, keep: bool = False) -> pipeline.Gathered:
    """The archive of a job's sources, with progress on a terminal; `keep` what is read for the next."""
    started = time.monotonic()
    root = repository()
    home = root / "content" if root else None
    try:
        gathered = pipeline.gather(
            _named(job),
            load(job),
            home=home,
            jobs=job.jobs or cores(),
            cache=Cache(root / CACHE, writable=keep) if root and job.cached else None,
            watch=_progress(job),
        )
    except settings.SettingsError as error:
        raise click.UsageError(str(error)) from error
    if not gathered.files and not gathered.problems:
        raise click.UsageError(f"no documents in {', '.join(map(str, _named(job)))}")
    _step(job, f"{say.counted(len(gathered.files), 'file')} read", started)
    return gathered


def load(job: Job) -> settings.Settings:
    root = repository()
    path = job.config or (root / "archive.toml" if root else None)
    try:
        return settings.load(path)
    except settings.SettingsError as error:
        raise click.UsageError(str(error)) from error


def repository() -> Path | None:
    """Return the nearest folder, from here upwards, with `mkdocs.yml`."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), None)


def status(problems: Sequence[Problem], strict: bool) -> int:
    """Return the exit status of a build that published something."""
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return FAULTY if failed or (strict and problems) else DONE


def _named(job: Job) -> tuple[Path, ...]:
    """The sources of a job: those named, else the repository's content."""
    if job.sources:
        return job.sources
    root = repository()
    if root is None or not (root / "content").is_dir():
        raise click.UsageError(
            "no content folder here (name files or folders, or run this in the archive's repository)"
        )
    return (Path(_near(root / "content")),)


def _shown(job: Job, gathered: pipeline.Gathered) -> dict[str, str]:
    """How each file is shown to whoever named its folder: with that folder before it."""
    shown = {source.file: printable(str(source.path)) for source in gathered.files}
    for problem in gathered.problems:  # also of what was found and not read
        for source in _named(job):
            if os.path.lexists(source / problem.file):
                shown.setdefault(problem.file, printable(str(source / problem.file)))
    return shown


def _say_problems(problems: Sequence[Problem], shown: dict[str, str], form: str) -> None:
    """Print problems: as messages on standard error, as data on standard output."""
    placed = [replace(problem, file=shown.get(problem.file, problem.file)) for problem in problems]
    for line in say.FORMATS[form](placed):
        click.echo(line, err=form == "text")


def _say_new(
    job: Job, gathered: pipeline.Gathered, problems: Sequence[Problem], said: Sequence[Problem]
) -> None:
    """Print the problems that have not been said yet."""
    known = set(said)
    new = [problem for problem in problems if problem not in known]
    _say_problems(new, _shown(job, gathered), "text")


def _progress(job: Job) -> pipeline.Watch:
    """Show a line that counts the files, if standard error is a terminal."""
    if job.loud < 0 or not sys.stderr.isatty() or os.environ.get("CI"):
        return pipeline.unwatched

    def watch(place: int, of: int, source: SourceFile) -> None:
        click.echo(f"\r\033[Kreading {place} of {of}: {source.file}", err=True, nl=False)
        if place == of:
            click.echo("\r\033[K", err=True, nl=False)

    return watch


def _step(job: Job, what: str, started: float) -> None:
    if job.loud > 0:
        click.echo(f"{what} ({time.monotonic() - started:.1f} s)", err=True)


def _near(path: Path) -> str:
    """Return a path relative to the current folder, if that is shorter."""
    return min(os.path.relpath(path), str(path.resolve()), key=len)
