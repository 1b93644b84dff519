"""How problems and counts read on a terminal, in a program and on a workflow's page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from archive_builder.lang.interface import count
from archive_builder.model import Archive, counts
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.problem import Problem, Severity


def _text(problems: Sequence[Problem]) -> Iterable[str]:
    return (visible(str(problem)) for problem in problems)


def visible(text: str) -> str:
    """A text on one line, its control characters spelled out: none of them may reach a terminal."""
    return "".join(
        c.encode("unicode_escape").decode()
        if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else c
        for c in text
    )


def _json(problems: Sequence[Problem]) -> Iterable[str]:
    keys = ("file", "line", "severity", "code", "message", "hint")
    rows = ({key: asdict(problem)[key] for key in keys} for problem in problems)
    yield json.dumps(list(rows), ensure_ascii=False, indent=1)


def _github(problems: Sequence[Problem]) -> Iterable[str]:
    """Workflow commands, which GitHub shows at the file's line.

    Source: GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    for problem in problems:
        place = f"file={_property(problem.file)},line={max(1, problem.line)},title={_property(problem.code)}"
        words = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        yield f"::{problem.severity.value} {place}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem]], Iterable[str]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
"""The formats of `archive check`."""


def summary(archive: Archive, problems: Sequence[Problem]) -> str:
    """ "5 documents, 144 questions, … 2 warnings": what was found, and what went wrong.

    A document bound in a pack is not counted, nor is what a better document of the meeting holds.
    """
    documents = counts.counted_documents(archive)
    if not documents:
        return f"no documents; {faults(problems)}"
    found = [count(sum(not document.part_of for document in documents), "document")]
    kinds = {kind.noun for kind in RECORD_KINDS}
    numbers = counts.numbers(documents).items()
    found += [count(number, noun) for noun, number in numbers if number or noun in kinds]
    return f"{', '.join(found)}; {faults(problems)}"


def faults(problems: Sequence[Problem]) -> str:
    """ "no errors, 2 warnings"."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"


def counted(number: int, noun: str) -> str:
    """ "no questions", "1 question", "1,204 questions"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"


_SKIPPED_NAMED = 5
"""Maximum number of skipped files that are named."""


def skipped(names: Sequence[str]) -> str:
    """Say which files were skipped because a program or system left them behind."""
    more = f" and {len(names) - _SKIPPED_NAMED:,} more" if len(names) > _SKIPPED_NAMED else ""
    told = visible(", ".join(names[:_SKIPPED_NAMED]))
    return f"skipped, left behind by an office program, a browser or the system: {told}{more}"
