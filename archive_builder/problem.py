"""What a person should look at: where, what, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in a document, at a file and line; `hint` says what to do about it."""

    file: str
    """Path below its sources folder, with forward slashes."""
    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.WARNING

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}: {self.severity.value}: {self.message}{hint} [{self.code}]"


Report = Callable[[Problem], None]
"""Functions that can find fault take one of these; `problems.append` will do."""
