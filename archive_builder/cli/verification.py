"""`archive verify`: check a published site by itself, and say what does not stand."""

from __future__ import annotations

from pathlib import Path

import click

from archive_builder import pipeline
from archive_builder.cli import say
from archive_builder.cli.job import DONE, FAULTY
from archive_builder.settings import load
from archive_builder.verify import SiteError, Verified


def verify_site(site: Path, jobs: int, quiet: bool) -> int:
    """Check a site; return the exit status."""
    try:
        found = pipeline.verify_site(site, load(), jobs)
    except SiteError as error:
        raise click.UsageError(f"{site} is no site that can be checked: {error}") from error
    for problem in sorted(found.problems):
        click.echo(str(problem), err=True)
    if not quiet:
        click.echo(_summary(found), err=True)
    return DONE if found.stands else FAULTY


def _summary(found: Verified) -> str:
    """ "42 files, 5 originals and 195 quotations stand"; what is not published is said too."""
    counted = ", ".join(
        (
            say.counted(found.files, "file"),
            say.counted(found.originals, "original"),
            say.counted(found.quotations, "quotation"),
        )
    )
    told = f"{counted}: {'all of it stands' if found.stands else 'not all of it stands'}"
    if found.not_published:
        more = say.counted(found.not_published, "quotation")
        told += f"; {more} from originals that are not published, compared with their pages alone"
    return told
