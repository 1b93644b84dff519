"""`archive build`: convert documents and publish them, unless nothing has changed since the last build."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from archive_builder import pipeline, publish
from archive_builder.cli import progress, say
from archive_builder.cli.job import (
    CACHE,
    DONE,
    LOCKS,
    NOTHING,
    Job,
    StoppedError,
    gather,
    load,
    named,
    near,
    required_repository,
    say_problems,
    shown,
    status,
    step,
)
from archive_builder.problem import Problem
from archive_builder.run import last_build
from archive_builder.run.cache import Cache
from archive_builder.run.lock import LockedError, locked
from archive_builder.run.watch import Watch


def build(task: Job, docs_dir: Path | None, site_dir: Path | None, with_site: bool = True) -> int:
    """Convert and publish; return the exit status."""
    root = required_repository()
    places = publish.Places(root=root, docs=docs_dir or root / "docs", site=site_dir or root / "site")
    try:
        publish.refuse(places, named(task))
        publish.refuse_without_room(places, 0)
        with locked((places.docs, places.site), root / LOCKS):
            return (
                _build_unless_unchanged(task, places) if with_site else _build(task, places, False, _Said())
            )
    except pipeline.LeakError as error:
        say_problems(error.problems, {}, "text")
        raise StoppedError(f"{error}; what was published before stands as it was") from error
    except publish.RefusedError as error:
        raise click.UsageError(str(error)) from error
    except LockedError as error:
        raise StoppedError(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Said:
    """What a build has said so far."""

    lines: list[str] = field(default_factory=list)
    """On standard error."""
    where: list[str] = field(default_factory=list)
    """At its end: where its outcome is."""


def _build_unless_unchanged(task: Job, places: publish.Places) -> int:
    """Build a site, or say what the last build said where nothing has changed since."""
    started = time.monotonic()
    path = publish.configuration_path(places).with_suffix(".last")
    folders = (places.docs, places.site)
    inputs = _inputs(task, places)
    last = last_build.read(path) if task.cached else None
    if last and last.inputs == inputs and last.outputs == last_build.outputs(folders):
        for line in last.said:
            click.echo(line, err=True)
        step(task, "nothing changed since the last build", started)
        _say_why(task, ("nothing has changed since the last build",))
        click.echo("\n".join(last.where), nl=bool(last.where))
        return DONE
    path.unlink(missing_ok=True)
    said = _Said()
    outcome = _build(task, places, True, said)
    if outcome == DONE and inputs == _inputs(task, places):
        outputs = last_build.outputs(folders)
        last_build.write(path, last_build.LastBuild(inputs, outputs, tuple(said.lines), tuple(said.where)))
    return outcome


def _inputs(task: Job, places: publish.Places) -> str:
    """Return the digest of all that decides what a build makes and says."""
    root = places.root
    own = [root / name for name in ("mkdocs.yml", "archive.toml", "content")]
    by_hand = [places.handwritten] if places.apart else []  # else they are among the outputs
    settings = [task.config] if task.config else []
    day = os.environ.get("SOURCE_DATE_EPOCH")
    options = (task.sources, task.config, task.strict, task.loud, Path.cwd(), day)
    files = [*named(task), *own, *by_hand, *settings, *publish.theme_folders(places)]
    return last_build.inputs(files, (*map(str, options), publish.settings_told(places)))


def _build(task: Job, places: publish.Places, with_site: bool, said: _Said) -> int:
    """Convert and publish, and say what it took, also where it stops; return the exit status."""
    watch = progress.watch(task.loud)
    try:
        return _convert_and_publish(task, places, with_site, said, watch)
    finally:
        if task.timings:
            click.echo("\n".join(progress.table(watch.taken)))


def _convert_and_publish(
    task: Job, places: publish.Places, with_site: bool, said: _Said, watch: Watch
) -> int:
    """Convert and publish; add to `said` what is printed. Return the exit status."""
    gathered = gather(task, keep=True, watch=watch)
    said.lines.extend(say_problems(gathered.problems, shown(task, gathered), "text"))
    if not gathered.archive.documents and not gathered.archive.tombstones:
        return NOTHING
    documents = gathered.archive.documents
    sizes = {document.source.original: document.source.size for document in documents}
    publish.refuse_without_room(places, sum(size for original, size in sizes.items() if original))
    started = time.monotonic()
    cache = Cache(places.root / CACHE)
    written = pipeline.publish_docs(gathered, load(task), places, cache, watch, keep=task.cached)
    step(task, "pages written", started)
    said.lines.extend(_say_new(task, gathered, written.problems, gathered.problems))
    gathered, problems, size = written.gathered, written.problems, None
    if with_site:
        started = time.monotonic()
        built = pipeline.publish_site(written, load(task), places, watch, task.asked)
        step(task, "site built", started)
        said.lines.extend(_say_new(task, gathered, built.problems, problems))
        _say_why(task, built.explained or ("MkDocs makes every page: see docs/maintaining/decisions.md",))
        if not built.published:
            return NOTHING
        gathered, problems, size = built.gathered, built.problems, built.size
    if task.loud >= 0:
        said.lines.append(say.summary(gathered.archive, problems))
        click.echo(said.lines[-1], err=True)
        said.where.extend(_where(places, size))
        click.echo("\n".join(said.where))
    return status(problems, task.strict)


def _say_why(task: Job, reasons: Sequence[str]) -> None:
    """Print why the page that was asked for is made again."""
    for reason in reasons if task.asked is not None else ():
        click.echo(f"{task.asked}: {reason}")


def _where(places: publish.Places, size: publish.SiteSize | None) -> Iterator[str]:
    """Yield lines that say where the outcome of a build is, and how large it is if it is a site."""
    if size:
        yield f"site: {near(places.site / 'index.html')}"
        files = say.counted(size.files, "file")
        yield f"size: {publish.megabytes(size.bytes)} in {files}: {size.largest}"
    else:
        yield f"pages: {near(places.docs)}"
    yield f"MkDocs configuration: {near(publish.configuration_path(places))}"


def _say_new(
    task: Job, gathered: pipeline.Gathered, problems: Sequence[Problem], said: Sequence[Problem]
) -> list[str]:
    """Print the problems that have not been said yet; return what was printed."""
    known = set(said)
    new = [problem for problem in problems if problem not in known]
    return say_problems(new, shown(task, gathered), "text")
