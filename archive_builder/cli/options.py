"""Options that several commands share, and how a command ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

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

EXIT_STATUS_OF_READING = "Exit status: 0 all read; 1 a document failed; 2 a wrong command, or no documents."


class Part(click.ParamType[tuple[int, int]]):
    """A share of a whole, written `3/8`."""

    name = "part"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the number of the part, and how many there are."""
        number, _, of = str(value).partition("/")
        if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
            return int(number), int(of)
        self.fail(f"{value!r} is not a part such as 3/8", param, ctx)


def options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


SOURCES = options(
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


def finish(task: job.Job, run: Callable[[], int]) -> NoReturn:
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


def job_of(
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

    loud = loudness(quiet, verbose)
    return Job(sources, config, strict=strict, loud=loud, jobs=jobs, cached=not no_cache)


def loudness(quiet: bool, verbose: bool) -> int:
    if quiet and verbose:
        raise click.UsageError("-q and -v contradict each other")
    return verbose - quiet
