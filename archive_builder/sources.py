"""The files that sources hold: which are documents, in an order that no file system decides."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_builder.model import Redaction
from archive_builder.problem import Problem, Report, Severity
from archive_builder.settings import (
    FETCHED_FOLDER,
    LOCK_FOLDER,
    REDACTIONS_FILE,
    TOPICS_FILE,
    WITHDRAWN_FILE,
)

CORRECTIONS = "corrections"
"""The folder of a sources folder that holds corrections and no documents."""
REDACTED = "redacted"
"""The folder of a sources folder that holds files to be published in the place of those that were read."""
OWN_FOLDERS = (CORRECTIONS, REDACTED, LOCK_FOLDER, FETCHED_FOLDER)
"""The folders in the top of a sources folder that hold no documents."""
_OWN_FILES = (TOPICS_FILE, WITHDRAWN_FILE, REDACTIONS_FILE)
"""The files in the top of a sources folder that say something of the documents and are none."""

_UNFINISHED = (".tmp", ".bak", ".wbk", ".asd", ".part", ".crdownload", ".download")
"""Endings of what office programs and browsers have not finished, or keep for themselves."""
_LEFT_BEHIND = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", ".ds_store"})
"""What Windows and macOS put into folders that somebody has looked at."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read."""

    path: Path
    """Where it is, as the user named its folder."""
    file: str
    """Its path below its sources folder, with forward slashes: how problems and pages name it."""
    folder: Path
    """Its sources folder, in full."""
    stand_in: Path | None = None
    """The Word file that was made of it, and is read in its place."""
    withdrawn: bool = False
    """True if it is withdrawn: what it is read into is not kept from one build to the next."""
    redactions: tuple[Redaction, ...] = ()
    """What is taken out of it before anything else reads it."""
    own_name: str = ""
    """Its path as it stands in its folder, where words of it are redacted in `file`; else empty."""
    published: Path | None = None
    """The file that is published in its place; None where it is published itself."""

    @property
    def name(self) -> str:
        """Its path as it stands in its folder: what its corrections are named after."""
        return self.own_name or self.file

    @property
    def original(self) -> Path:
        """The file that is published."""
        return self.published or self.path


def find(sources: Sequence[Path], report: Report, home: Path | None = None) -> tuple[SourceFile, ...]:
    """The files below some folders, and files named themselves; each once, however often it is named.

    What lies in `home`, the repository's own sources folder, is named from there even where only
    a part of it was asked for: its corrections hold all the same.

    Hidden files, and what says something of the documents and is none (in the top of a sources folder:
    corrections, redacted files, the lock, records of what was fetched, `topics.yml`, `withdrawn.yml`,
    `redactions.yml`), are left out silently.
    Reports, as errors, unreadable-folder and link-not-followed (a link that leads nowhere or out of its
    sources folder: what it leads to was not put there to be published) and, as a warning, not-a-file.
    """
    found: dict[str, SourceFile] = {}
    seen: set[Path] = set()
    for source in sources:
        folder = _folder(source, home)
        for path in sorted(_walked(source, report), key=lambda path: path.as_posix()):
            if _full(path) in seen:
                continue
            seen.add(_full(path))
            file = printable(_full(path).relative_to(folder).as_posix())
            # The same name in two sources folders: two documents all the same.
            name = file if file not in found else f"{folder.name}/{file}"
            found.setdefault(name, SourceFile(path, name, folder))
    return tuple(found.values())


def left_behind(sources: Sequence[Path]) -> tuple[str, ...]:
    """Return the files below some folders that `find` skips because a program or system left them there.

    Files whose names begin with a dot are not among them: they are hidden on purpose.
    """
    found = (
        path
        for source in sources
        for path in (source.rglob("*") if source.is_dir() else ())
        if _is_left_behind(path.name) and not path.name.startswith(".")
    )
    return tuple(sorted(printable(path.as_posix()) for path in found))


def _folder(source: Path, home: Path | None) -> Path:
    """The sources folder that a file or folder belongs to, in full."""
    here = _full(source)
    if home is not None and here.is_relative_to(_full(home)):
        return _full(home)
    return here if source.is_dir() else here.parent


def _full(path: Path) -> Path:
    """A path from the root; a link keeps its own name, which `resolve` would not leave it."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _walked(source: Path, report: Report) -> Iterator[Path]:
    if not source.is_dir():
        if _is_left_behind(source.name):
            message = (
                "an office program or the system left this file behind; it is no document and is skipped"
            )
            report(Problem(printable(source.name), 1, "not-a-file", message, "leave it out"))
        else:
            yield source
        return

    def unreadable(error: OSError) -> None:
        name = _below(source, Path(error.filename))
        hint = "check that it is there and may be read"
        report(
            Problem(name, 1, "unreadable-folder", f"cannot be opened: {error.strerror}", hint, Severity.ERROR)
        )

    for folder, folders, files in os.walk(source, onerror=unreadable):
        here = Path(folder)
        at_top = here == source
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [
            name
            for name in folders
            if not _hidden(name) and name not in links and not (at_top and name in OWN_FOLDERS)
        ]
        for name in (*files, *links):
            path = here / name
            known = _hidden(name) or (at_top and name in _OWN_FILES)
            if not known and _is_document(path, source, report):
                yield path


def _hidden(name: str) -> bool:
    """True if a name is that of a hidden file, or of one that an office program or system leaves behind."""
    return (name.startswith(".") and not name.startswith("..")) or _is_left_behind(name)


def _is_left_behind(name: str) -> bool:
    """True if a name is that of the lock, draft or backup of a document, of a broken download or a folder's looks."""
    small = name.lower()
    if small.startswith(("~$", ".~lock.", "._")) or small.endswith(("~", *_UNFINISHED)):
        return True
    return small in _LEFT_BEHIND


def _is_document(path: Path, source: Path, report: Report) -> bool:
    """True if a file is to be read. A pipe is not opened, and a link out of the folder is not followed."""
    name = _below(source, path)
    if path.is_symlink() and not _leads_to_file_inside(path, source):
        message = "this is a link that leads nowhere or out of its folder; it is not followed"
        hint = "put the document itself here"
        report(Problem(name, 1, "link-not-followed", message, hint, Severity.ERROR))
        return False
    if not path.is_file():
        report(Problem(name, 1, "not-a-file", "this is not a file and is skipped", "remove it"))
        return False
    return True


def _leads_to_file_inside(path: Path, source: Path) -> bool:
    try:
        end = path.resolve(strict=True)
    except (OSError, RuntimeError):  # nowhere, or in a circle
        return False
    return end.is_file() and end.is_relative_to(source.resolve())


def _below(source: Path, path: Path) -> str:
    return printable(path.relative_to(source).as_posix())


def printable(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
