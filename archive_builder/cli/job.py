"""What the commands share: the repository and its settings, reading its documents, saying what happened."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from archive_builder import pipeline, publish, published, settings
from archive_builder.cli import progress, say
from archive_builder.problem import Problem, Severity
from archive_builder.run.cache import Cache
from archive_builder.run.watch import Watch
from archive_builder.run.workers import cores
from archive_builder.sources import left_behind, printable

DONE, FAULTY, NOTHING = 0, 1, 2
LOCKS = ".archive"
"""The folder below the repository for the files of builds: configurations, the lock."""
CACHE = ".cache"
"""The folder below the repository for the cache of documents that were read."""

NO_REPOSITORY = "no mkdocs.yml in this folder or above it (run this inside the archive's repository)"


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
    timings: bool = False
    """True if the seconds and the memory of each stage are printed at the end."""
    asked: str | None = None
    """The page of which a build says why it was made again."""


def check(job: Job, form: str) -> int:
    """Read and recognise, say what is wrong; return the exit status."""
    gathered = gather(job)
    say_problems(gathered.problems, shown(job, gathered), form)
    if job.loud >= 0:
        click.echo(say.summary(gathered.archive, gathered.problems), err=True)
    return status(gathered.problems, job.strict) if gathered.archive.documents else NOTHING


def read(job: Job, part: int, of: int) -> int:
    """Read a share of the documents into the cache, say what is wrong; return the exit status.

    Raises click.UsageError outside a repository, which is where the cache is.
    """
    root = required_repository()
    try:
        gathered = pipeline.read_part(
            named(job),
            load(job),
            part,
            of,
            home=root / "content",
            jobs=job.jobs or cores(),
            cache=Cache(root / CACHE),
            watch=progress.watch(job.loud),
        )
    except settings.SettingsError as error:
        raise click.UsageError(str(error)) from error
    say_problems(gathered.problems, shown(job, gathered), "text")
    if job.loud >= 0:
        click.echo(f"{say.counted(len(gathered.files), 'file')} read into {near(root / CACHE)}")
    return status(gathered.problems, job.strict)


def lock(job: Job, day: date) -> int:
    """Write down what is published as of a day; return the exit status.

    Raises click.UsageError unless all documents of one sources folder are read: what is missing is gone.
    """
    folder, *others = named(job)
    if others or not folder.is_dir():
        raise click.UsageError("name one folder of documents: the lock is of all that it holds")
    gathered = gather(job, keep=True)
    say_problems(gathered.problems, shown(job, gathered), "text")
    if not gathered.archive.documents:
        return NOTHING
    if any(problem.code == "bad-lock" for problem in gathered.problems):
        raise StoppedError("nothing was locked: a lock file cannot be used, and would be lost")
    read = {document.source.file for document in gathered.archive.documents}
    unread = {source.file for source in gathered.files} - read
    written = published.write(published.renewed(gathered.archive, day, unread), folder)
    if job.loud >= 0:
        counts = f"{written.changed:,} written, {written.same:,} as they were, {written.removed:,} removed"
        click.echo(f"lock: {near(folder / settings.LOCK_FOLDER)} ({counts})")
    return status(gathered.problems, job.strict)


def gather(job: Job, keep: bool = False, watch: Watch | None = None) -> pipeline.Gathered:
    """The archive of a job's sources, with progress on a terminal; `keep` what is read for the next."""
    started = time.monotonic()
    root = repository()
    home = root / "content" if root else None
    try:
        gathered = pipeline.gather(
            named(job),
            load(job),
            home=home,
            jobs=job.jobs or cores(),
            cache=Cache(root / CACHE, writable=keep) if root and job.cached else None,
            watch=watch or progress.watch(job.loud),
        )
    except settings.SettingsError as error:
        raise click.UsageError(str(error)) from error
    if not gathered.files and not gathered.problems:
        raise click.UsageError(f"no documents in {', '.join(map(str, named(job)))}")
    step(job, f"{say.counted(len(gathered.files), 'file')} read", started)
    if job.loud >= 0 and (skipped := left_behind(named(job))):
        click.echo(say.skipped(skipped), err=True)
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


def required_repository() -> Path:
    """Return the repository's folder. Raises click.UsageError outside of one."""
    root = repository()
    if root is None:
        raise click.UsageError(NO_REPOSITORY)
    return root


def status(problems: Sequence[Problem], strict: bool) -> int:
    """Return the exit status of a build that published something."""
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return FAULTY if failed or (strict and problems) else DONE


def named(job: Job) -> tuple[Path, ...]:
    """The sources of a job: those named, else the repository's content."""
    if job.sources:
        return job.sources
    root = repository()
    if root is None or not (root / "content").is_dir():
        raise click.UsageError(
            "no content folder here (name files or folders, or run this in the archive's repository)"
        )
    return (Path(near(root / "content")),)


def shown(job: Job, gathered: pipeline.Gathered) -> dict[str, str]:
    """How each file is shown to whoever named its folder: with that folder before it."""
    shown = {source.file: printable(str(source.path)) for source in gathered.files if not source.own_name}
    for problem in gathered.problems:  # also of what was found and not read
        for source in named(job):
            if os.path.lexists(source / problem.file):
                shown.setdefault(problem.file, printable(str(source / problem.file)))
    return shown


def say_problems(problems: Sequence[Problem], shown: dict[str, str], form: str) -> list[str]:
    """Print problems: as messages on standard error, as data on standard output. Return what was printed."""
    placed = [replace(problem, file=shown.get(problem.file, problem.file)) for problem in problems]
    lines = list(say.FORMATS[form](placed))
    for line in lines:
        click.echo(line, err=form == "text")
    return lines


def step(job: Job, what: str, started: float) -> None:
    if job.loud > 0:
        click.echo(f"{what} ({time.monotonic() - started:.1f} s)", err=True)


def near(path: Path) -> str:
    """Return a path relative to the current folder, if that is shorter."""
    return min(os.path.relpath(path), str(path.resolve()), key=len)
