"""`withdrawn.yml` of a sources folder: the documents that are withdrawn, an entry each.

    - file: 2025-06-09 Panel minutes.md
      date: 2026-03-04
      reason: It was published by mistake.
      by: the clerk of the Panel
    - address: meetings/panel/2025-06-09/minutes/    # also when the file is no longer there
      date: 2026-03-04
      reason: It was published by mistake.
      by: the clerk of the Panel

What an entry names is withdrawn even where the rest of the entry is at fault. A file that cannot be read as a
list stops the build: otherwise all that was withdrawn would be published again.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from archive_builder.model import Archive, Document, Lock, Withdrawal, addresses
from archive_builder.problem import Problem, Report, Severity
from archive_builder.settings import WITHDRAWN_FILE, SettingsError
from archive_builder.sources import SourceFile
from archive_builder.text.plain_yaml import entry_lines, load_yaml

KEYS = ("file", "address", "date", "reason", "by")
_TOPS = (addresses.MEETINGS, addresses.DOCUMENTS, addresses.ANNUAL_REPORTS)
"""What the address of a document begins with."""
_Complain = Callable[[str, str], None]
"""Takes what is wrong with an entry, and the way out."""


def load(
    folders: Iterable[Path], files: Sequence[SourceFile], lock: Lock, report: Report
) -> tuple[tuple[Withdrawal, ...], tuple[SourceFile, ...]]:
    """Return what the sources folders' lists withdraw, and the files, those that are withdrawn marked as such.

    What is withdrawn by a file that has been deleted is known by the addresses that the lock has of it.
    Reports bad-withdrawal, an error. Raises SettingsError for a file that is no list.
    """
    names = {source.path.resolve(): source.file for source in files}
    entries = []
    for folder in folders:
        for entry in _entries(folder, lock, report):
            # A file that is not among those of this build has no document to withdraw.
            name = names.get((folder / entry.file).resolve(), "") if entry.file else ""
            entries += [replace(entry, file=name)] if name or entry.address else []
    withdrawn = {entry.file for entry in entries}
    marked = (replace(source, withdrawn=True) if source.file in withdrawn else source for source in files)
    return tuple(entries), tuple(marked)


def of_published(
    problems: Iterable[Problem], documents: Iterable[Document], archive: Archive
) -> Iterator[Problem]:
    """Yield the problems that quote nothing withdrawn: those of what is published, and of no document at all.

    Of a pack that has lost a part, the problems on the lines of that part are left out.
    """
    kept = {(document.source.file, document.position) for document in archive.documents}
    standing = {file for file, _ in kept}
    lost: dict[str, list[range]] = {}
    for document in documents:
        if (document.source.file, document.position) not in kept:
            lines = [line for block in document.blocks for line in (block.first, block.last)]
            lost.setdefault(document.source.file, []).append(
                range(min(lines, default=0), max(lines, default=0) + 1)
            )
    for problem in problems:
        gone = lost.get(problem.file, ())
        if not gone or (problem.file in standing and not any(problem.line in lines for lines in gone)):
            yield problem


def _entries(folder: Path, lock: Lock, report: Report) -> Iterator[Withdrawal]:
    file = folder / WITHDRAWN_FILE
    if not file.is_file():
        return
    for line, entry in _listed(file):

        def complain(message: str, hint: str, line: int = line) -> None:
            report(Problem(WITHDRAWN_FILE, line, "bad-withdrawal", message, hint, Severity.ERROR))

        deleted = _addresses_of_deleted(entry, folder, lock)
        read = _read(entry, folder, bool(deleted), complain)
        if read.file or read.address:
            yield replace(read, line=line)
        yield from (replace(read, address=address, line=line) for address in deleted)


def _addresses_of_deleted(entry: object, folder: Path, lock: Lock) -> list[str]:
    """Return the addresses at which a file was published that is not there any more."""
    name = _name(entry.get("file"), folder) if isinstance(entry, Mapping) else ""
    if not name or (folder / name).is_file():
        return []
    return [locked.address for locked in lock.documents if locked.file == name]


def _name(value: object, folder: Path) -> str:
    """Return the name of a file below its folder, which may be written before it."""
    return str(value).removeprefix(f"{folder.name}/") if value else ""


def _listed(file: Path) -> Iterator[tuple[int, object]]:
    """Yield the entries of a file, each with its line. Raises SettingsError."""
    try:
        text = file.read_text("utf-8-sig")
        listed = load_yaml(text) or []
        lines = entry_lines(text)
    except yaml.MarkedYAMLError as error:
        at = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SettingsError(f"{file}{at}: {error.problem or 'this is no YAML'}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{file}: it cannot be read as YAML in UTF-8") from error
    if not isinstance(listed, list):
        raise SettingsError(f"{file}:1: this is no list; begin each entry with `- file:` or `- address:`")
    yield from zip(lines, listed, strict=True)


def _read(entry: object, folder: Path, is_deleted: bool, complain: _Complain) -> Withdrawal:
    if not isinstance(entry, Mapping):
        complain("this names nothing to withdraw", "begin the entry with `- file:` or `- address:`")
        return Withdrawal()
    for key in entry:
        if key not in KEYS:
            near = difflib.get_close_matches(str(key), KEYS, n=1)
            hint = f"write `{near[0]}:`" if near else f"the keys are {', '.join(KEYS)}"
            complain(f"{key!r} is no key of an entry", hint)
    if not entry.get("file") and not entry.get("address"):
        complain("this names nothing to withdraw", "add a line `file:` or `address:`")
    return Withdrawal(
        file="" if is_deleted else _file(entry.get("file"), folder, complain),
        address=_address(entry.get("address"), complain),
        date=_date(entry.get("date"), complain),
        reason=_words(entry.get("reason"), "reason", "why it was withdrawn", complain),
        by=_words(entry.get("by"), "by", "who withdrew it", complain),
    )


def _file(value: object, folder: Path, complain: _Complain) -> str:
    """Return the name of a file below its folder; empty where there is none of that name."""
    if value is None:
        return ""
    name = _name(value, folder)
    if (folder / name).is_file():
        return name
    there = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    near = difflib.get_close_matches(name, there, n=1)
    hint = f"write `file: {near[0]}`" if near else "write the file's path below the folder of the documents"
    hint += (
        "; for a file that has been deleted, write the address of its page in the place of it (`address:`)"
    )
    complain(f"there is no file {name}", hint)
    return ""


def _address(value: object, complain: _Complain) -> str:
    """Return the address of a document's page below the site's root; empty where it is none."""
    if value is None:
        return ""
    path = unquote(urlsplit(str(value).strip()).path).removesuffix("index.html").strip("/")
    found = next((path[path.index(top) :] for top in _TOPS if top in f"{path}/" and top in path), "")
    if found and (not found.startswith(addresses.MEETINGS) or found.count("/") >= _OF_A_DOCUMENT):
        return f"{found}/"
    complain(
        f"{value} is not the address of a document's page",
        "copy it from the browser, such as meetings/panel/2025-06-09/minutes/, or write `file:` and the file",
    )
    return ""


_OF_A_DOCUMENT = 3
"""Number of slashes within the address of a document of a meeting, at least."""


def _date(value: object, complain: _Complain) -> datetime.date | None:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    said = "there is no date" if value is None else f"{value} is no date"
    complain(said, "write the day on which it was withdrawn as year-month-day: `date: 2026-03-04`")
    return None


def _words(value: object, key: str, what: str, complain: _Complain) -> str:
    said = " ".join(str(value).split()) if value is not None else ""
    if not said:
        complain(f"it does not say {what}", f"add a line `{key}:`, which readers see")
    return said
