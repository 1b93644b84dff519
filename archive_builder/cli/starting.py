"""`archive new` and `archive upgrade`: the files that an archive begins with."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from archive_builder import __version__
from archive_builder.cli.job import DONE, FAULTY, StoppedError, near, required_repository
from archive_builder.starter.answers import HOSTS, Answers
from archive_builder.starter.files import files
from archive_builder.starter.record import RECORD, Record, fingerprint, read_record, write_record
from archive_builder.starter.upgrade import Change, State, compare


def new(folder: Path, answers: Answers) -> int:
    """Write the files of a new archive; return the exit status.

    Raises click.UsageError where a file of the same name is there already.
    """
    made = files(answers)
    taken = [name for name in (*made, RECORD) if (folder / name).exists()]
    if taken:
        raise click.UsageError(f"{folder} has {taken[0]} already (name a new folder, or an empty one)")
    for name, text in made.items():
        _write(folder / name, text)
    (folder / "content").mkdir(exist_ok=True)
    write_record(folder, _record(answers, made))
    click.echo(f"A new archive in {near(folder)}: {', '.join(made)}.")
    click.echo("\n".join(_next_steps(folder, answers)))
    return DONE


def ask(
    name: str | None,
    body: str | None,
    host: str | None,
    sample: bool | None,
    text_recognition: bool,
    package: str,
) -> Answers:
    """Return the answers to what an archive's files depend on; what was not given is asked on a terminal.

    Raises click.UsageError where there is nobody to ask, and the name or the body was not given.
    """
    asking = _somebody_is_there()
    if not asking and not (name and body):
        raise click.UsageError("there is nobody to ask: give --name and --body")
    body = body or click.prompt("Whose meetings, first of all? (the body's full name)")
    name = name or click.prompt("What is the archive called?", default=f"{body}: meetings archive")
    if host is None and asking:
        click.echo("\n".join(f"  {word:<11}{meaning}" for word, meaning in HOSTS.items()))
        host = click.prompt("Where will it be published?", type=click.Choice(list(HOSTS)), default="github")
    if sample is None and asking:
        sample = click.confirm("Write a sample document, to have something to look at?", default=True)
    return Answers(
        name=name,
        body=body,
        host=host or "github",
        sample=sample is not False,
        text_recognition=text_recognition,
        package=package,
    )


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()


def _record(answers: Answers, made: dict[str, str]) -> Record:
    return Record(__version__, answers, {name: fingerprint(text) for name, text in made.items()})


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _next_steps(folder: Path, answers: Answers) -> Iterator[str]:
    """Say which two commands come next."""
    yield ""
    yield f"Put documents into {near(folder / 'content')}, then:"
    yield ""
    yield f"    cd {near(folder)}"
    yield "    archive serve    shows the site at http://127.0.0.1:8000/ while you work"
    yield "    archive build    makes the site, in the folder site/"
    yield ""
    yield f"README.md there says how it is published ({HOSTS[answers.host]})."


def upgrade(dry: bool) -> int:
    """Renew the files that nobody changed since they were written; return the exit status."""
    root = required_repository()
    try:
        record = read_record(root)
    except ValueError as error:
        raise StoppedError(str(error)) from error
    changes = list(compare(root, record))
    for line in _told(changes):
        click.echo(line)
    if not dry:
        _renew(root, record, changes)
    click.echo(
        f"{'would be' if dry else 'is'} as version {__version__} writes it (begun with {record.version})"
    )
    return FAULTY if any(change.state is State.CHANGED for change in changes) else DONE


def _told(changes: Iterable[Change]) -> Iterator[str]:
    """Say what happens to each file that is not as it would be written today."""
    for change in changes:
        if change.state is not State.SAME:
            yield f"{change.path}: {change.state.value}"
            yield from (f"    {line}" for line in change.differences)


def _renew(root: Path, record: Record, changes: Iterable[Change]) -> None:
    """Write what is renewed or new, and remember what is now as the program wrote it."""
    fingerprints = dict(record.fingerprints)
    for change in changes:
        if change.state in (State.RENEWED, State.NEW):
            _write(root / change.path, change.wanted)
        if change.state is not State.REMOVED:
            # Of a file that was left as it is, too: the same differences are not told at the next upgrade.
            fingerprints[change.path] = fingerprint(change.wanted)
    write_record(root, Record(__version__, record.answers, fingerprints))
