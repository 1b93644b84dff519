"""What `archive new` was told and wrote, in a file of the archive: the next upgrade tells by it what is untouched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from archive_builder.starter.answers import HOSTS, Answers

RECORD = ".archive-starter.json"
"""The file's name, at the top of an archive."""


@dataclass(frozen=True, slots=True)
class Record:
    """The answers, the version that wrote the files, and each file's fingerprint (SHA-256)."""

    version: str
    answers: Answers
    fingerprints: Mapping[str, str]


def fingerprint(text: str) -> str:
    """Return the fingerprint of a file's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_record(folder: Path, record: Record) -> None:
    """Keep a record in an archive."""
    told = {
        "note": "Written by `archive new` and `archive upgrade`. Keep this file with the archive.",
        "version": record.version,
        "answers": asdict(record.answers),
        "files": dict(sorted(record.fingerprints.items())),
    }
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (folder / RECORD).write_text(f"{text}\n", encoding="utf-8")


def read_record(folder: Path) -> Record:
    """Return the record of an archive.

    Raises ValueError where there is none that can be used; the message says what to do.
    """
    path = folder / RECORD
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        answers = Answers(**told["answers"])
        if answers.host not in HOSTS:
            raise ValueError(f"no such host: {answers.host}")
        return Record(told["version"], answers, told["files"])
    except FileNotFoundError as error:
        raise ValueError(
            f"{RECORD} is not here, so it cannot be told which files are as they were written "
            "(get it back from the history of the repository, or begin anew: archive new, and copy content/)"
        ) from error
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise ValueError(
            f"{path} cannot be used: {error} (get it back from the repository's history)"
        ) from error
