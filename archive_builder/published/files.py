"""The lock files of an archive: `content/lock/`, one small YAML file a document, and one of names.

    content/lock/meetings/pab/2025-03-18/notes.yml      the document at meetings/pab/2025-03-18/notes/
    content/lock/names.yml                              people and topics

A file is named by its document's address, so that two branches which add documents never touch one file.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from archive_builder.model import Lock, LockedAnchor, LockedDocument
from archive_builder.problem import Problem, Report, Severity
from archive_builder.settings import LOCK_FOLDER
from archive_builder.text.plain_yaml import LOADER

NAMES = "names.yml"
_HEAD = "# Written by `archive lock`. Commit it; docs/maintaining/permanence.md says what it is for.\n"
_ADDRESS = r"^([^\s/.#?\\][^\s/#?\\]*/)+$"
"""A page's address: names that begin with no dot, a slash behind each."""
_ANCHOR = r"^[\w.-]+$"
_DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The writer in C, as `LOADER` is the parser: an archive may have ten thousand of these files."""


class _Anchor(BaseModel):
    """What is said of an anchor besides the fingerprint of its words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: str
    own_page: str = Field(default="", pattern=rf"(^$|{_ADDRESS})")
    """The register below which its record has a page of its own."""
    gone: datetime.date | None = None
    other_part: str = Field(default="", pattern=rf"(^$|{_ANCHOR})")


class _Document(BaseModel):
    """A lock file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(pattern=_ADDRESS)
    published: datetime.date
    gone: datetime.date | None = None
    file: str
    part: int = 0
    source: str
    words: str
    body: str = ""
    year: str = ""
    was: tuple[Annotated[str, Field(pattern=_ADDRESS)], ...] = ()
    anchors: dict[Annotated[str, Field(pattern=_ANCHOR)], str | _Anchor] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of lock files that were written anew, left as they were, and removed."""

    changed: int
    same: int
    removed: int


def load(folders: Iterable[Path], report: Report, *, whole: bool = True) -> Lock:
    """Return the lock of some sources folders; an empty one where they have none.

    `whole` is True where all documents of these folders are read. Reports bad-lock for a file that cannot
    be used; it is as if the file were not there.
    """
    documents: dict[str, LockedDocument] = {}
    names: dict[str, str] = {}
    for folder in folders:
        for path in sorted((folder / LOCK_FOLDER).rglob("*.yml")):
            name = f"{LOCK_FOLDER}/{path.relative_to(folder / LOCK_FOLDER).as_posix()}"
            try:
                held = yaml.load(path.read_bytes(), Loader=LOADER)
                if name == f"{LOCK_FOLDER}/{NAMES}":
                    names |= _NAMES.validate_python(held)
                else:
                    locked = _document(_Document.model_validate(held))
                    documents.setdefault(locked.address, locked)
            except (yaml.YAMLError, ValidationError, ValueError, OSError) as error:
                report(_bad(name, error))
    return Lock(
        documents=tuple(documents[address] for address in sorted(documents)), names=names, whole=whole
    )


_NAMES = TypeAdapter(dict[Annotated[str, Field(pattern=_ADDRESS)], str])


def _bad(name: str, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    what = str(error).splitlines()[0]
    message = f"this lock file cannot be used: {what}"
    hint = (
        "take the file as it was last committed (git checkout), then run archive lock and commit the result"
    )
    return Problem(name, line, "bad-lock", message, hint, Severity.ERROR)


def _document(held: _Document) -> LockedDocument:
    facts = {name: getattr(held, name) for name in _Document.model_fields if name != "anchors"}
    return LockedDocument(anchors=tuple(_anchors(held.anchors)), **facts)


def _anchors(held: Mapping[str, str | _Anchor]) -> Iterator[LockedAnchor]:
    for anchor, said in held.items():
        if isinstance(said, str):
            yield LockedAnchor(anchor=anchor, fingerprint=said)
        else:
            yield LockedAnchor(
                anchor=anchor,
                fingerprint=said.words,
                register=said.own_page,
                gone=said.gone,
                other_part=said.other_part,
            )


def write(lock: Lock, folder: Path) -> Written:
    """Write the lock files of a sources folder; files of documents that have another address now are removed."""
    wanted = {file_of(locked.address): _text(_held(locked)) for locked in lock.documents}
    if lock.names:
        wanted[NAMES] = _text(dict(sorted(lock.names.items())))
    there = folder / LOCK_FOLDER
    changed = 0
    for name, text in wanted.items():
        path = there / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed += 1
    stale = [path for path in there.rglob("*.yml") if path.relative_to(there).as_posix() not in wanted]
    for path in stale:
        path.unlink()
        _remove_if_empty(path.parent, there)
    return Written(changed, len(wanted) - changed, len(stale))


def file_of(address: str) -> str:
    """Return the lock file of a document, below the folder of the lock."""
    return f"{PurePosixPath(address)}.yml"


def _remove_if_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _text(held: Mapping[str, Any]) -> str:
    dumped = yaml.dump(held, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=10**6)
    return f"{_HEAD}{dumped}"


def _held(locked: LockedDocument) -> dict[str, Any]:
    """Return what a lock file says, without what is empty."""
    facts = {name: getattr(locked, name) for name in _Document.model_fields if name != "anchors"}
    facts["was"] = list(locked.was)
    held = {name: value for name, value in facts.items() if value not in ("", None, 0, [])}
    if locked.anchors:
        held["anchors"] = {one.anchor: _said(one) for one in locked.anchors}
    return held


def _said(one: LockedAnchor) -> str | dict[str, Any]:
    more = {"own_page": one.register, "gone": one.gone, "other_part": one.other_part}
    said = {name: value for name, value in more.items() if value}
    return {"words": one.fingerprint, **said} if said else one.fingerprint
