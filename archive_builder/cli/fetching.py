"""`archive fetch`: new documents from where bodies publish them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from archive_builder.cli import job
from archive_builder.cli.say import counted, visible
from archive_builder.fetch import SOURCES_FILE, Arrival, Client, Listed, Outcome, Place, fetch, load
from archive_builder.fetch.listing import own_hosts
from archive_builder.problem import Problem
from archive_builder.settings import Settings


def run(task: job.Job, names: tuple[str, ...], dry_run: bool) -> int:
    """Fetch what is new, say what came and what did not; return the exit status.

    Raises click.UsageError where there is no list of sources, or none of that name.
    """
    root = job.required_repository()
    path = root / SOURCES_FILE
    if not path.is_file():
        raise click.UsageError(
            f"there is no {SOURCES_FILE} beside mkdocs.yml (docs/maintaining/fetch.md has one)"
        )
    problems: list[Problem] = []
    sources = _named(load(path, problems.append), names, complete=not problems)
    settings = job.load(task)
    if not settings.site.contact and any(not listed.is_local for listed in sources):
        problems.append(NO_CONTACT)
    place = Place(root / "content", settings.limits.file_bytes, date.today(), dry_run)
    outcome = _fetched(sources, settings, place)
    problems += outcome.problems
    job.say_problems(problems, {}, "text")
    for line in _told(outcome, dry_run) if task.loud >= 0 else ():
        click.echo(visible(line))
    return job.status(problems, task.strict)


NO_CONTACT = Problem(
    "archive.toml",
    1,
    "no-contact",
    "whoever looks after a site that documents come from cannot see whom to write to",
    'give an address: contact = "archive@example.org" under [site]',
)
"""What is said where archive.toml gives no contact."""


def _named(sources: tuple[Listed, ...], names: tuple[str, ...], complete: bool) -> tuple[Listed, ...]:
    """Return the sources of some names; all where none is given."""
    unknown = [name for name in names if name not in {listed.name for listed in sources}]
    if unknown and complete:
        known = ", ".join(listed.name for listed in sources)
        raise click.UsageError(f"{SOURCES_FILE} has no source {unknown[0]!r}; its sources are: {known}")
    return tuple(listed for listed in sources if not names or listed.name in names)


def _fetched(sources: tuple[Listed, ...], settings: Settings, place: Place) -> Outcome:
    contact = settings.site.contact.removeprefix("mailto:")
    with Client(contact, own_hosts(sources)) as client:
        return fetch(sources, client, place)


def _told(outcome: Outcome, dry_run: bool) -> Iterator[str]:
    """Say what came: a line a document, and a sum."""
    for arrival in outcome.arrivals:
        yield from _of_arrival(arrival)
    came = counted(len(outcome.arrivals), "document")
    yield f"{came} {'would be asked for' if dry_run else 'came'}, {outcome.same:,} already here"


def _of_arrival(arrival: Arrival) -> Iterator[str]:
    what = f"version {arrival.version} of" if arrival.version > 1 else "new:"
    yield f"{what} {Path('content') / arrival.file if arrival.file else arrival.title or arrival.address}"
    yield f"    {arrival.title} <{arrival.address}> ({arrival.source})"
