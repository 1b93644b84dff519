"""The commands that read, build and publish; what they do is in the pipeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from archive_builder import __version__
from archive_builder.cli import inquiries, own_archive
from archive_builder.cli.options import (
    EXIT_STATUS,
    EXIT_STATUS_OF_READING,
    FOLDER,
    SOURCES,
    Part,
    finish,
    job_of,
    loudness,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="archive")
def main() -> None:
    """Build a searchable public archive of meetings from the documents of public bodies.

    Begin with archive new DIR. Put minutes, agendas, reports and notes as they were published into its
    folder content/, then:

    \b
        archive build          make the site
        archive serve          look at it, rebuilt as you work
        archive check          what could not be read, and why
        archive fetch          download new documents from where bodies publish them
        archive read           read documents, alone or as one of several machines
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
@click.option("--timings", is_flag=True, help="Print what each stage took: seconds and memory.")
@click.option("--explain-rebuild", metavar="PAGE", help="Print why a page is made again, by its address.")
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
    timings: bool,
    explain_rebuild: str | None,
) -> None:
    """Convert documents and publish them as a site.

    SOURCES are files or folders, content/ unless given. A document that cannot be read is named
    and left out; everything else is published.

    \b
        archive build
        archive build ../minutes --docs-dir /tmp/docs --site-dir /tmp/site
    """
    from archive_builder.cli.build import build as run_build

    task = replace(
        job_of(sources, config, strict, jobs, no_cache, quiet, verbose),
        timings=timings,
        asked=explain_rebuild,
    )
    finish(task, lambda: run_build(task, docs_dir, site_dir, with_site=not no_site))


@main.command(epilog=EXIT_STATUS_OF_READING)
@SOURCES
@click.option(
    "--part",
    type=Part(),
    default="1/1",
    show_default=True,
    help="The share of this machine: 3/8 is the third of eight.",
)
def read(
    sources: tuple[Path, ...],
    config: Path | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
    part: tuple[int, int],
) -> None:
    """Read documents into the folder .cache and stop: the next build takes them from there.

    Several machines can each read a part. Their .cache folders, copied into one, are that of a machine
    that read everything; docs/maintaining/publish.md has workflows for this. With --part, .cache holds
    that part alone afterwards.

    \b
        archive read
        archive read --part 3/8
    """
    from archive_builder.cli import job

    task = job_of(sources, config, strict, jobs, no_cache, quiet, verbose)
    finish(task, lambda: job.read(task, *part))


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

    task = job_of(sources, config, strict, jobs, no_cache, quiet, verbose)
    finish(task, lambda: job.lock(task, (day or datetime.now()).date()))


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

    Reload the page in the browser to see the change; Ctrl-C ends it. Each record has a bar, which is no
    part of the site: it says how the record was found, and corrects, redacts and withdraws.

    \b
        archive serve
    """
    from archive_builder.cli import desk, job

    desk.serve(job.Job((), None, loud=loudness(quiet, False)), port)


for _command in (*inquiries.COMMANDS, *own_archive.COMMANDS):
    main.add_command(_command)
