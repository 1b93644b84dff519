"""Files left out of a build because a stage that works on all documents together fails over them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from archive_builder.link.topic_vocabulary import TopicEntry
from archive_builder.model import Document, Lock, Withdrawal
from archive_builder.problem import Problem, Severity
from archive_builder.run.culprits import find_culprits
from archive_builder.settings import Settings

Made = TypeVar("Made")
Returned = TypeVar("Returned")

OF_THE_MACHINE = (OSError, MemoryError, sqlite3.OperationalError)
"""Errors that no document is to blame for: a full disk, too little memory."""


class StageError(Exception):
    """A stage failed, and leaving out documents does not help; the message says which stage, and why."""


class FailedStage(Exception):  # noqa: N818 - it is caught and tried without the documents behind it
    """A stage failed for a cause that may be in a document."""

    def __init__(self, stage: str, cause: Exception) -> None:
        super().__init__(stage, cause)
        self.stage = stage
        """What was being done, as a problem says it: "making the pages"."""
        self.cause = cause

    def __str__(self) -> str:
        return f"{self.stage} failed: {type(self.cause).__name__}: {self.cause}"


@dataclass(frozen=True, slots=True)
class Readings:
    """What the files were read into, each alone, and what it takes to link them."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    settings: Settings
    topics: tuple[TopicEntry, ...]
    """The vocabulary of topics."""
    withdrawn: tuple[Withdrawal, ...] = ()
    lock: Lock = field(default_factory=Lock)
    """What was published before."""

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files, sorted."""
        found = {document.source.file for document in self.documents}
        return tuple(sorted(found.union(problem.file for problem in self.problems)))

    def only(self, files: Iterable[str]) -> Readings:
        """Return what was read from these files."""
        kept = set(files)
        return replace(
            self,
            documents=tuple(document for document in self.documents if document.source.file in kept),
            problems=tuple(problem for problem in self.problems if problem.file in kept),
        )


Try = Callable[[Readings], object]
"""Runs a stage on some readings and throws away what it makes; raises where the stage fails."""


def named(stage: str, make: Callable[[], Generator[Made, None, Returned]]) -> Generator[Made, None, Returned]:
    """Yield what a stage makes; what it raises becomes a FailedStage, if a document may be its cause."""
    try:
        return (yield from make())
    except OF_THE_MACHINE:
        raise
    except Exception as error:
        raise FailedStage(stage, error) from error


def without_culprits(readings: Readings, failure: FailedStage, attempt: Try) -> Readings:
    """Return the readings without the files that a stage fails over, each with a problem in its place.

    A file is left out with all its documents: a pack with its parts. Reports left-out, an error. Raises
    StageError where the stage fails without any document or with none in particular, and where no document
    is left.
    """

    def works(files: Sequence[str]) -> bool:
        return _error(readings.only(files), attempt) is None

    if not works(()):
        raise StageError(str(failure)) from failure.cause
    culprits = find_culprits(readings.files, works)
    if not culprits:
        raise StageError(str(failure)) from failure.cause
    problems = [_left_out(file, failure, _error(readings.only([file]), attempt)) for file in culprits]
    rest = readings.only(file for file in readings.files if file not in culprits)
    if not rest.documents:
        raise StageError("\n".join(map(str, problems))) from failure.cause
    return replace(rest, problems=(*rest.problems, *problems))


def _error(readings: Readings, attempt: Try) -> Exception | None:
    """Return what stops a stage, or None where nothing does."""
    try:
        attempt(readings)
    except OF_THE_MACHINE:
        raise
    except FailedStage as failure:
        return failure.cause
    except Exception as error:
        return error
    return None


def _left_out(file: str, failure: FailedStage, alone: Exception | None) -> Problem:
    """Say that a file is left out: for what it does alone, or together with the other files."""
    error = alone or failure.cause
    where = "with this document" if alone else "with this document among the others"
    message = f"{failure.stage} failed {where}: {type(error).__name__}: {error}; it is left out"
    hint = "this is a fault of the program: report it with the document, or take the document out"
    return Problem(file, 1, "left-out", message, hint, Severity.ERROR)
