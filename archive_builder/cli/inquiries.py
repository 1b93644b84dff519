"""The commands that look and change nothing: what is wrong, what was recognised, what differs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from archive_builder.cli import say
from archive_builder.cli.options import EXIT_STATUS_OF_READING, SOURCES, finish, job_of


@click.command(epilog=EXIT_STATUS_OF_READING)
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

    task = job_of(sources, config, strict, jobs, no_cache, quiet, verbose)
    finish(task, lambda: job.check(task, form))


@click.command(epilog="Exit status: 0 all of it stands; 1 something does not; 2 a wrong command, or no site.")
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
    finish(task, lambda: verify_site(site, jobs, quiet))


@click.command(epilog="Exit status: 0 compared; 2 one of the two cannot be read.")
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
    finish(task, lambda: compare.diff(task, old, new, as_json))


@click.command()
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


@click.command()
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


COMMANDS = (check, verify, diff, show, rules)
