"""OpenDocument texts to blocks."""

from __future__ import annotations

from archive_builder.read.outcome import Opened, RefusedError


def read(data: bytes) -> Opened:
    """An OpenDocument text as blocks."""
    raise RefusedError("unknown-format", "OpenDocument files are not read yet", "save it as .docx")
