"""What was fetched, when and from where: `content/fetched/`, one small YAML file a document.

A file a document, so that two branches in which documents came never touch the same file.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from archive_builder.problem import Problem, Report, Severity
from archive_builder.settings import FETCHED_FOLDER
from archive_builder.text.plain_yaml import read_yaml

_HEAD = "# Written by `archive fetch`. Commit it; docs/maintaining/fetch.md says what it is for.\n"


class Fetched(BaseModel):
    """The record of one document that came."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str
    """Where it was asked for."""
    also: tuple[str, ...] = ()
    """Other addresses at which the same file lies."""
    source: str
    """The name of its source in `sources.toml`."""
    title: str = ""
    """The words of the link to it."""
    file: str
    """Its path below `content/`."""
    fetched: datetime.date
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int
    """In bytes."""
    version: int = 1
    """2 and so on where an earlier file lay at the same address."""
    etag: str = ""
    modified: str = ""


@dataclass(slots=True)
class Records:
    """All records of a sources folder, by address and by fingerprint."""

    folder: Path
    """The sources folder."""
    by_address: dict[str, Fetched] = field(default_factory=dict)
    """The newest version at each address."""
    by_fingerprint: dict[str, Fetched] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    """The paths of all documents that ever came, in small letters."""

    def add(self, record: Fetched) -> None:
        """Take a record in; it stands for its addresses unless a later version is there."""
        for address in (record.address, *record.also):
            held = self.by_address.get(address)
            if held is None or held.version <= record.version:
                self.by_address[address] = record
        self.by_fingerprint[record.sha256] = record
        self.files.add(record.file.casefold())

    def write(self, record: Fetched) -> None:
        """Take a record in and write its file."""
        self.add(record)
        path = self.folder / FETCHED_FOLDER / f"{record.file}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        held: dict[str, Any] = record.model_dump(exclude_defaults=True)
        if record.also:
            held["also"] = list(record.also)
        text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(_HEAD + text, "utf-8")


def load(folder: Path, report: Report) -> Records:
    """Return the records of a sources folder.

    Reports bad-fetch-record, an error, for a file that cannot be used: its document may come again.
    """
    records = Records(folder)
    for path in sorted((folder / FETCHED_FOLDER).rglob("*.yml")):
        try:
            records.add(Fetched.model_validate(read_yaml(path)))
        except (yaml.YAMLError, ValidationError, UnicodeDecodeError, OSError) as error:
            name = path.relative_to(folder).as_posix()
            message = f"the record cannot be used: {str(error).splitlines()[0]}"
            hint = "take the file as it was last committed: git checkout -- content/fetched"
            report(Problem(name, 1, "bad-fetch-record", message, hint, Severity.ERROR))
    return records


def withdrawn_files(folder: Path, file: str) -> frozenset[str]:
    """Return the documents that a list of withdrawals names; none where it cannot be read."""
    path = folder / file
    try:
        held = read_yaml(path) if path.is_file() else []
    except (yaml.YAMLError, UnicodeDecodeError, OSError):
        return frozenset()
    entries: Iterable[object] = held if isinstance(held, list) else ()
    return frozenset(str(entry["file"]) for entry in entries if isinstance(entry, dict) and "file" in entry)
