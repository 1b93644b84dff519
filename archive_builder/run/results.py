"""What reading each file came to: kept from an earlier build, or read now by a worker of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from archive_builder.model import Document
from archive_builder.problem import Problem, Report, Severity
from archive_builder.run import cache, office, workers
from archive_builder.run.garbage import uncollected
from archive_builder.run.one_file import out_of_memory
from archive_builder.settings import Limits, Settings
from archive_builder.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Result:
    """One file's documents, and what was found wrong with it."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


Read = Callable[[SourceFile, Settings, Report], tuple[Document, ...]]
"""How one file is read: single.document."""

_RECOGNISING = 1_000_000_000
"""Bytes of a file that text recognition may write, in a folder of its own that goes with it."""
_FORM = TypeAdapter(Result)


def here(source: SourceFile, settings: Settings, read: Read) -> Result:
    """Read a file in this process, without bounds."""
    with office.word_files([source], settings.limits.file_bytes) as [readable]:
        return _read(readable, settings, read)


def _read(source: SourceFile, settings: Settings, read: Read) -> Result:
    problems: list[Problem] = []
    documents = read(source, settings, problems.append)
    return Result(documents, tuple(problems))


def apart(
    files: Sequence[SourceFile], settings: Settings, read: Read, jobs: int, kept: cache.Cache | None
) -> Generator[Result]:
    """Read each file in a process of its own, at most `jobs` at once, unless its result is kept.

    Reports as errors too-slow, no-answer, too-much-memory, too-much-output and reader-died: what a file costs
    that cannot be read within `settings.limits`. Such a result is read anew at each build.
    """
    for source in files if kept else ():
        if kept and (source.withdrawn or source.own_name):
            kept.drop(source)
    keys = [cache.key(source, settings) if kept else None for source in files]
    with uncollected():  # a third of the time that thousands of kept documents take
        known = [_known(kept, source, key, settings.limits) for source, key in zip(files, keys, strict=True)]
    missing = [source for source, result in zip(files, known, strict=True) if result is None]
    limits = settings.limits
    written = _RECOGNISING if settings.ocr != "off" else 0
    bounds = workers.Bounds(
        limits.seconds, limits.memory_bytes, limits.output_bytes, limits.wait_seconds, written
    )
    task = partial(encoded, settings=settings, read=read)
    if missing:
        workers.get_ready(settings.file)
    with (
        office.word_files(missing, limits.file_bytes) as readable,
        closing(workers.run(task, readable, bounds, jobs)) as outcomes,
    ):
        for source, key, result in zip(files, keys, known, strict=True):
            yield result or _taken(source, key, settings, next(outcomes), kept)
    if kept:
        kept.sweep()


def encoded(source: SourceFile, settings: Settings, read: Read) -> bytes:
    """A file's result as it is handed over by a worker, and kept: data, which can do nothing."""
    result = _read(source, settings, read)
    try:
        return _FORM.dump_json(result, exclude_defaults=True)
    except PydanticSerializationError as error:
        problem = _fault(source, "internal-fault", f"its text cannot be passed on: {error}", _REPORT)
        return _FORM.dump_json(Result((), (problem,)), exclude_defaults=True)


def _known(kept: cache.Cache | None, source: SourceFile, key: str | None, limits: Limits) -> Result | None:
    outcome = kept.find(source, key, limits.output_bytes) if kept and key else None
    try:
        return _FORM.validate_json(outcome) if outcome is not None else None
    except ValidationError:
        return None


def _taken(
    source: SourceFile,
    key: str | None,
    settings: Settings,
    outcome: bytes | workers.Failed,
    kept: cache.Cache | None,
) -> Result:
    """What a worker handed over; kept for the next build where that would come to the same."""
    if isinstance(outcome, workers.Failed):
        return Result((), (_left_out(source, outcome, settings.limits),))
    result = _FORM.validate_json(outcome)
    lasting = all(problem.code not in _PASSING for problem in result.problems)
    if kept and key and lasting and cache.key(source, settings) == key:  # not written to while it was read
        kept.keep(source, key, outcome)
    return result


_PASSING = frozenset({"internal-fault", "too-much-memory", "unreadable-file", "no-libreoffice"})
"""Faults that may be the machine's: whether they come again is seen at each build."""
_REPORT = "this is a fault of the program: please report it with the document"


def _left_out(source: SourceFile, failed: workers.Failed, limits: Limits) -> Problem:
    """A file that was not read to its end, in a line."""
    split = "split the document, or raise {} in archive.toml"
    match failed.fault:
        case workers.Fault.SLOW:
            message = f"reading took more than {limits.seconds:,} seconds of processor time and was stopped"
            return _fault(source, "too-slow", message, split.format("limits.seconds"))
        case workers.Fault.HUNG:
            message = f"reading did not end within {limits.wait_seconds:,} seconds and was stopped"
            hint = (
                "see whether its disk answers and build again, or raise limits.wait_seconds in archive.toml"
            )
            return _fault(source, "no-answer", message, hint)
        case workers.Fault.MEMORY:
            return out_of_memory(source, limits)
        case workers.Fault.OUTPUT:
            message = f"what it holds takes more than {limits.output_bytes:,} bytes"
            return _fault(source, "too-much-output", message, split.format("limits.output_bytes"))
        case workers.Fault.DIED:
            message = f"the program's reader broke down over it ({failed.how})"
            return _fault(
                source, "reader-died", message, "export the document again; if that fails, report it"
            )


def _fault(source: SourceFile, code: str, message: str, hint: str) -> Problem:
    return Problem(source.file, 1, code, message, hint, Severity.ERROR)
