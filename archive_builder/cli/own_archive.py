"""The commands that look after an archive's own files: they begin it, renew it, examine it."""

from __future__ import annotations

from pathlib import Path

import click

from archive_builder.cli.options import FOLDER, finish, loudness
from archive_builder.starter.answers import HOSTS


@click.command(epilog="Exit status: 0 written; 2 a wrong command, or files of these names are there.")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--name", help='The archive\'s name: "Fenny Hollow meetings archive".')
@click.option("--body", help='The first body that meets: "Fenny Hollow Parish Council".')
@click.option("--host", type=click.Choice(list(HOSTS)), help="Where it will be published. [default: github]")
@click.option("--sample/--no-sample", default=None, help="Write a sample document, or none.")
@click.option(
    "--text-recognition", is_flag=True, help="Recognise the text of scanned pages, in workflows too."
)
@click.option(
    "--package", default="", help="What pip installs as the program, if not this version from the index."
)
def new(
    folder: Path,
    name: str | None,
    body: str | None,
    host: str | None,
    sample: bool | None,
    text_recognition: bool,
    package: str,
) -> None:
    """Begin an archive of your own in the folder DIR.

    What is not given as an option is asked. The archive holds your documents and a few lines of settings; the
    program, its pages and their look are installed beside it and not copied.

    \b
        archive new minutes
        archive new minutes --name "Fenny archive" --body "Fenny Council" --host github --no-sample
    """
    from archive_builder.cli import starting

    raise SystemExit(starting.new(folder, starting.ask(name, body, host, sample, text_recognition, package)))


@click.command(
    epilog="Exit status: 0 all is as it would be written today; 1 a changed file was left; 2 no record."
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def upgrade(dry_run: bool) -> None:
    """Renew the files that archive new wrote, after a newer version of the program is installed.

    A file that nobody has changed since is renewed. One that somebody has changed is left as it is, and the
    lines are shown in which it differs from today's default. No file is ever removed.

    \b
        archive upgrade --dry-run
    """
    from archive_builder.cli import starting

    raise SystemExit(starting.upgrade(dry_run))


@click.command(epilog="Exit status: 0 nothing to do; 1 something to do; 2 no archive here.")
@click.option(
    "--licences", is_flag=True, help="List the packages that the program needs, with their licences."
)
def doctor(licences: bool) -> None:
    """Say what this archive is built with, what it has of its own, and what needs a hand.

    \b
        archive doctor
        archive doctor --licences
    """
    from archive_builder.cli import doctor as examination
    from archive_builder.cli import licences as terms

    if licences:
        click.echo("\n".join(terms.lines(terms.parts(frozenset({"ocr"})))))
        return
    raise SystemExit(examination.doctor())


@click.command(
    epilog="Exit status: 0 all came; 1 something could not be fetched; 2 a wrong command, or no list."
)
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="List what is new, and download nothing.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors for the exit status.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.option("-v", "--verbose", is_flag=True, help="Print a traceback if the program fails.")
def fetch(names: tuple[str, ...], dry_run: bool, strict: bool, quiet: bool, verbose: bool) -> None:
    """Download new documents from where bodies publish them, into content/.

    sources.toml, beside mkdocs.yml, lists the places: pages with links, ModernGov sites, feeds, folders.
    SOURCE names some of them. Nothing is deleted; a file that has changed comes as a new version beside
    the old one. docs/maintaining/fetch.md says what to write into the list.

    \b
        archive fetch --dry-run
        archive fetch
    """
    from archive_builder.cli import fetching
    from archive_builder.cli.job import Job

    task = Job((), None, strict=strict, loud=loudness(quiet, verbose))
    finish(task, lambda: fetching.run(task, names, dry_run))


COMMANDS = (new, upgrade, doctor, fetch)
