"""The commands and their options; what they do is in the pipeline."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from archive_builder import __version__
from archive_builder.cli import say

if TYPE_CHECKING:
    from archive_builder.cli import job

Command = TypeVar("Command", bound=Callable[..., object])

PATHS = click.Path(exists=True, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
INTERRUPTED = 130
"""Exit status after Ctrl-C, as in shells."""
EXIT_STATUS = (
    "Exit status: 0 done; 1 published, but a document failed; 2 nothing published, or a wrong command."
)


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


SOURCES = _options(
    click.argument("sources", nargs=-1, type=PATHS),
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Settings to use instead of archive.toml.",
    ),
    click.option("--strict", is_flag=True, help="Let warnings count as errors for the exit status."),
    click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        show_default="the machine's cores",
        help="Documents read at once.",
    ),
    click.option(
        "--no-cache", is_flag=True, help="Read every document anew, and build even if nothing changed."
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print problems only."),
    click.option("-v", "--verbose", is_flag=True, help="Print what is being done."),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="archive")
def main() -> None:
    """Build a searchable public archive of meetings from the documents of public bodies.

    Put minutes, agendas, reports and notes as they were published into content/, then:

    \b
        archive build          make the site
        archive serve          look at it, rebuilt as you work
        archive check          what could not be read, and why
        archive show FILE      what was recognised in one document
        archive lock           write down what is published, so that no address dies
        archive diff OLD NEW   what changed between two sites or commits
        archive verify SITE    check a published site against its originals
    """


@main.command(epilog=EXIT_STATUS)
@SOURCES
@click.option(
    "--docs-dir", type=FOLDER, help="Write pages here; hand-written ones are copied first. [default: docs]"
)
@click.option("--site-dir", type=FOLDER, help="Build the site here. [default: site]")
@click.option("--no-site", is_flag=True, help="Write the pages and stop before the site.")
def build(
    sources: tuple[Path, ...],
    config: Path | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
    docs_dir: Path | None,
    site_dir: Path | None,
    no_site: bool,
) -> None:
    """Convert documents and publish them as a site.

    SOURCES are files or folders, content/ unless given. A document that cannot be read is named
    and left out; everything else is published.

    \b
        archive build
        archive build ../minutes --docs-dir /tmp/docs --site-dir /tmp/site
    """
    from archive_builder.cli.build import build as run_build

    task = _job(sources, config, strict, jobs, no_cache, quiet, verbose)
    _finish(task, lambda: run_build(task, docs_dir, site_dir, with_site=not no_site))


@main.command(epilog="Exit status: 0 all read; 1 a document failed; 2 a wrong command, or no documents.")
@SOURCES
@click.option(
    "--format",
    "form",
    type=click.Choice(list(say.FORMATS)),
    default="text",
    show_default=True,
    help="text on standard error; json or github (annotations of a workflow run) on standard output.",
)
def check(
    sources: tuple[Path, ...],
    config: Path | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
    form: str,
) -> None:
    """Read and recognise documents, print what is wrong, write nothing.

    \b
        archive check
        archive check content/2025-06-17-notes.txt --strict
    """
    from archive_builder.cli import job

    task = _job(sources, config, strict, jobs, no_cache, quiet, verbose)
    _finish(task, lambda: job.check(task, form))


@main.command(epilog="Exit status: 0 all of it stands; 1 something does not; 2 a wrong command, or no site.")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, help="Read so many originals at once. [default: 1]"
)
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def verify(site: Path, jobs: int, quiet: bool) -> None:
    """Check a published site by itself: its files, its originals, its quotations.

    Nothing but SITE is needed, a folder with the whole site: each file is compared with the list in
    data/manifest.json, each original with its SHA-256, and each quotation with its original and its page.

    \b
        archive verify site
    """
    from archive_builder.cli import job
    from archive_builder.cli.verification import verify_site

    task = job.Job((), None, loud=-1 if quiet else 0)
    _finish(task, lambda: verify_site(site, jobs, quiet))


@main.command(
    epilog="Exit status: 0 locked; 1 locked, but a document failed; 2 a wrong command, or nothing locked."
)
@SOURCES
@click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    show_default="today",
    help="The day of first publication of what is new.",
)
def lock(
    sources: tuple[Path, ...],
    config: Path | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
    day: datetime | None,
) -> None:
    """Write down which addresses are published, so that they never die.

    For each document a small file in content/lock/ holds its address, the day of its first publication
    and the anchors of its records. Commit these files: the next build keeps the addresses, or leads on
    from them. What `archive check` says of the lock is confirmed by this command.

    \b
        archive lock
        git add content/lock && git commit -m "Lock"
    """
    from archive_builder.cli import job

    task = _job(sources, config, strict, jobs, no_cache, quiet, verbose)
    _finish(task, lambda: job.lock(task, (day or datetime.now()).date()))


@main.command(epilog="Exit status: 0 compared; 2 one of the two cannot be read.")
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="Everything that differs, as JSON.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings to use instead of archive.toml.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    show_default="the machine's cores",
    help="Documents read at once.",
)
def diff(old: str, new: str, as_json: bool, config: Path | None, jobs: int | None) -> None:
    """List what changed from OLD to NEW: documents and records, each with the reason.

    OLD and NEW are each a built site, a folder of documents, an archive's repository, or a commit of this
    one. The reason is the source (another file), a correction, or else the program and its settings.

    \b
        archive diff HEAD~1 HEAD
        archive diff /var/www/archive site
    """
    from archive_builder.cli import compare, job

    task = job.Job((), config, jobs=jobs)
    _finish(task, lambda: compare.diff(task, old, new, as_json))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The records as in the site's data files.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings to use instead of archive.toml.",
)
def show(file: Path, as_json: bool, config: Path | None) -> None:
    """Show what is recognised in one document, and where.

    The document is read alone: what it says of others is listed as not held.

    \b
        archive show content/2025-06-17-notes.txt
    """
    from archive_builder import export
    from archive_builder.cli import job, outline

    gathered = job.gather(job.Job((file,), config))
    if as_json:
        tables = export.rows(gathered.archive, gathered.problems)
        click.echo(json.dumps(tables, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(outline.lines(gathered.archive, gathered.problems)))
    raise SystemExit(0 if gathered.archive.documents else 2)


@main.command()
@click.argument("act", required=False)
def rules(act: str | None) -> None:
    """List the rules by which lines and sentences are told, with what fits each and what does not.

    With ACT, only the rules of one speech act: asks, answers, moves, decides, promises and so on.

    \b
        archive rules
        archive rules decides
    """
    from archive_builder.cli import rule_list

    lines = list(rule_list.lines(act))
    if not lines:
        raise click.UsageError(f"no rule does {act!r}; the acts are: {', '.join(rule_list.acts())}")
    click.echo("\n".join(lines))


@main.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; 0 takes any port that is free.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def serve(port: int, quiet: bool) -> None:
    """Build the site, serve it on this machine and rebuild it when a document or page changes.

    Reload the page in the browser to see the change; Ctrl-C ends it.

    \b
        archive serve
    """
    from archive_builder.cli import desk, job

    desk.serve(job.Job((), None, loud=_loudness(quiet, False)), port)


def _finish(task: job.Job, run: Callable[[], int]) -> NoReturn:
    """Exit with the status of a run; an unexpected exception is one line, with -v a traceback."""
    from archive_builder.cli import job

    try:
        status = run()
    except click.ClickException:
        raise
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except Exception as error:
        if task.loud > 0:
            raise
        raise job.StoppedError(job.cause(error)) from error
    raise SystemExit(status)


def _job(
    sources: tuple[Path, ...],
    config: Path | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
) -> job.Job:
    """Return the job of a command that takes the options of SOURCES."""
    from archive_builder.cli.job import Job

    loud = _loudness(quiet, verbose)
    return Job(sources, config, strict=strict, loud=loud, jobs=jobs, cached=not no_cache)


def _loudness(quiet: bool, verbose: bool) -> int:
    if quiet and verbose:
        raise click.UsageError("-q and -v contradict each other")
    return verbose - quiet
