"""A correction file: its keys, how it is loaded, and what is reported of one that cannot be used."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from archive_builder.model import Classification, Redaction
from archive_builder.problem import Problem, Report, Severity
from archive_builder.text.plain_yaml import read_yaml


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextCorrection(_Strict):
    """A misprint and its reading; `printed` must stand in exactly one place."""

    printed: str
    read: str
    private: bool = False
    """The printed words are quoted nowhere: not on the page, among the problems, in the data, in the cache."""
    why: str


class DocumentFacts(_Strict):
    """What the builder could not tell of a document."""

    kind: Literal[tuple(kind.value for kind in Classification)] | None = None  # type: ignore[valid-type]
    title: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    why: str


class RecordCorrection(_Strict):
    """A fact of a record that was read wrongly, or a record that is none."""

    record: str
    part: int = 0
    set: dict[str, Any] = Field(default_factory=dict)
    drop: bool = False
    private: bool = False
    """What the record said before is quoted nowhere."""
    why: str


class OriginalCorrection(_Strict):
    """The decision whether a source file is published itself, and why."""

    publish: bool
    why: str = Field(pattern=r"\S")


class RedactionEntry(_Strict):
    """Words that must not be published: a passage, or a person's name wherever it stands."""

    passage: str = ""
    name: str = ""
    also: tuple[str, ...] = ()
    """Other names of the person."""
    reason: str = Field(pattern=r"\S")
    """What readers are told in the place of the words."""
    only_here: bool = False
    """True if other documents may have the same words."""

    @model_validator(mode="after")
    def _one_of_two(self) -> RedactionEntry:
        if bool(self.passage.strip()) == bool(self.name.strip()):
            raise ValueError("give either `passage:` or `name:`")
        return self

    def redaction(self, origin: str, is_of_document: bool) -> Redaction:
        """Return the redaction; `origin` names the entry without its words."""
        reason = " ".join(self.reason.split())
        return Redaction(
            passage=self.passage,
            name=self.name,
            also=self.also,
            reason=reason,
            only_here=self.only_here,
            is_of_document=is_of_document,
            origin=origin,
        )


class Corrections(_Strict):
    """A whole correction file."""

    document: DocumentFacts | None = None
    text: tuple[TextCorrection, ...] = ()
    records: tuple[RecordCorrection, ...] = ()
    redactions: tuple[RedactionEntry, ...] = ()
    original: OriginalCorrection | None = None
    private: Literal["publish"] | None = None
    """Passages that may be private were looked at and may be public."""
    hidden: Literal["publish"] | None = None
    """Words that a reader of the document cannot see may be public all the same."""


def load(path: Path, file: str, report: Report) -> Corrections | None:
    try:
        return Corrections.model_validate(read_yaml(path) or {})
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        message = f"the corrections in {path.name} cannot be used: {fault_of_file(error)}"
        hint = (
            "the keys are document, text (printed, read, private, why), "
            "records (record, part, set, drop, private, why), redactions (passage or name, also, reason, "
            "only_here), original (publish, why), private and hidden"
        )
        report(Problem(file, 1, "bad-corrections", message, hint, Severity.ERROR))
        return None


def fault_of_file(error: Exception) -> str:
    """What is wrong with a correction file, without its words: they may be private."""
    match error:
        case ValidationError():
            faults = error.errors(include_url=False, include_input=False)[:3]
            return "; ".join(_fault_of_key(fault["loc"], fault["msg"]) for fault in faults)
        case yaml.MarkedYAMLError() if error.problem_mark:
            return f"line {error.problem_mark.line + 1}: {error.problem}"
    return "it is no text in UTF-8" if isinstance(error, UnicodeDecodeError) else "it is no YAML"


def _fault_of_key(place: Sequence[int | str], message: str) -> str:
    """What is wrong at one key; a fact of the document that stands at the top of the file belongs below `document:`."""
    if len(place) == 1 and place[0] in DocumentFacts.model_fields:
        return f"{place[0]}: put it under `document:`, on a line of its own that begins with two spaces"
    return f"{'.'.join(map(str, place))}: {message}"


def publishes_hidden_words(file: str, folder: Path) -> bool:
    """True if somebody confirmed that the words which a reader of a document cannot see may be public."""
    corrections = corrections_of(file, folder)
    return corrections is not None and corrections.hidden == "publish"


def publishes_private(file: str, folder: Path) -> bool:
    """True if somebody confirmed that the passages of a document which may be private may be public."""
    corrections = corrections_of(file, folder)
    return corrections is not None and corrections.private == "publish"


def publishes_original(file: str, folder: Path) -> bool:
    """True if somebody confirmed that a file may be published with all that it carries."""
    corrections = corrections_of(file, folder)
    return corrections is not None and corrections.original is not None and corrections.original.publish


def _ignore(problem: Problem) -> None:
    """Report to nobody: a correction file is loaded several times, and its faults are said once."""


def corrections_of(file: str, folder: Path, report: Report = _ignore) -> Corrections | None:
    """The corrections of a source file; None where there are none, or they cannot be used."""
    path = folder / f"{file}.yml"
    return load(path, file, report) if path.is_file() else None


def orphans(folder: Path, files: Iterable[str], report: Report) -> None:
    """Report the correction files whose document is not among the sources (stale-correction, a warning)."""
    known = {f"{file}.yml" for file in files}
    for path in sorted(folder.rglob("*.yml")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if name not in known:
            message = "there is no document of that name"
            hint = f"remove {path.name}, or name it after its document"
            report(Problem(f"{folder.name}/{name}", 1, "stale-correction", message, hint))


def report_stale(file: str, path: Path, message: str, report: Report) -> None:
    """Report a correction that does not apply, or no longer does."""
    report(Problem(file, 1, "stale-correction", message, f"mend or remove it in {path.name}", Severity.ERROR))
