"""Which words are redacted: in all documents by `redactions.yml`, in one by its corrections.

    - name: Ann Lee
      also: [Annie Lee]
      reason: a resident who asked for it

An entry of a correction file stands there under `redactions:` and holds for its document. Where such a file
cannot be used, the document is left out; where the list for all documents cannot be used, nothing is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import yaml
from pydantic import TypeAdapter, ValidationError

from archive_builder.correct import RedactionEntry, corrections_of, fault_of_file
from archive_builder.model import Redaction
from archive_builder.problem import Problem, Report, Severity
from archive_builder.removal.redact import redact_text
from archive_builder.removal.spellings import LEAST, find, fold, letters
from archive_builder.settings import REDACTIONS_FILE, SettingsError
from archive_builder.sources import CORRECTIONS, REDACTED, SourceFile
from archive_builder.text.plain_yaml import read_yaml

_LIST = TypeAdapter(tuple[RedactionEntry, ...])


def load(folders: Iterable[Path]) -> tuple[Redaction, ...]:
    """Return what is redacted in all documents. Raises SettingsError, without the words."""
    return tuple(redaction for folder in folders for redaction in _of_all(folder / REDACTIONS_FILE))


def _of_all(file: Path) -> Iterator[Redaction]:
    if not file.is_file():
        return
    try:
        entries = _LIST.validate_python(read_yaml(file) or ())
    except (OSError, yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        said = f"{fault_of_file(error)}; each entry has `passage:` or `name:`, and `reason:`"
        raise SettingsError(f"{file}: {said}") from error
    for number, entry in enumerate(entries, start=1):
        redaction = entry.redaction(f"entry {number} of {REDACTIONS_FILE}", is_of_document=False)
        if fault := _fault(redaction):
            raise SettingsError(f"{file}: entry {number}: {fault}")
        yield redaction


def _fault(redaction: Redaction) -> str:
    """What is wrong with a redaction, without its words; empty where nothing is."""
    surname = redaction.name.split()[-1:]
    for words in (redaction.passage, *redaction.also, *surname):
        if words and len(letters(words)) < LEAST - (words in surname):
            return f"words of fewer than {LEAST} letters would be found everywhere; give more of them"
    reason = redaction.reason
    if any(find(fold(reason), letters(reason), redaction)):
        return "the reason holds the words that it is to stand for; readers see it, so give another"
    return ""


def mark(
    files: Sequence[SourceFile], everywhere: tuple[Redaction, ...], report: Report
) -> tuple[SourceFile, ...]:
    """Return the files, each with what is redacted in it, its name without those words, and its stand-in.

    Reports bad-redactions, an error, for a file that is left out because its redactions cannot be used.
    """
    marked: list[SourceFile] = []
    taken = {source.file for source in files}
    for source in files:
        own = _of_file(source, report)
        if own is None:
            continue
        made = replace(source, redactions=(*own, *everywhere), published=_published(source))
        shown = redact_text(source.file, made.redactions)
        if shown != source.file:
            shown = _free(shown, taken)
            taken.add(shown)
            made = replace(made, file=shown, own_name=source.file)
        marked.append(made)
    return tuple(marked)


def _published(source: SourceFile) -> Path | None:
    path = source.folder / REDACTED / source.file
    return path if path.is_file() else None


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other file has."""
    path = PurePosixPath(name)
    free, number = name, 2
    while free in taken:
        free, number = str(path.with_stem(f"{path.stem} {number}")), number + 1
    return free


def _of_file(source: SourceFile, report: Report) -> tuple[Redaction, ...] | None:
    """Return what a document's corrections redact; None where that cannot be told, with a problem."""
    path = source.folder / CORRECTIONS / f"{source.file}.yml"
    if not path.is_file() or b"redactions" not in path.read_bytes():
        return ()
    faults: list[Problem] = []
    corrections = corrections_of(source.file, path.parent, faults.append)
    if corrections is None:
        _refuse(source, faults[0].message, faults[0].hint, report)
        return None
    redactions = tuple(
        entry.redaction(f"redaction {number} of its corrections", is_of_document=True)
        for number, entry in enumerate(corrections.redactions, start=1)
    )
    for number, redaction in enumerate(redactions, start=1):
        if fault := _fault(redaction):
            _refuse(source, f"redaction {number} cannot be used", fault, report)
            return None
    return redactions


def _refuse(source: SourceFile, message: str, hint: str, report: Report) -> None:
    message = f"{message}; the document is left out, for words in it are to be redacted"
    report(Problem(source.file, 1, "bad-redactions", message, hint, Severity.ERROR))
