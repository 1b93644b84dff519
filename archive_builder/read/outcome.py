"""What a reader of one format hands back, and how it says that a file cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive_builder.model import Aside, Block


class RefusedError(Exception):
    """A file that cannot be read; `code`, message and `hint` become the one line a person sees."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something left out or uncertain in a file that was read: becomes a warning."""

    code: str
    message: str
    hint: str
    line: int = 1
    withholds: str = ""
    """Why the file must not be published for this, as readers are told; empty where it may be."""


NOT_FINAL = "it holds tracked changes, comments or hidden text"
"""Why a word processor's file is withheld: what was left out of its page would be in its download."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file's content, before anyone asks what it means."""

    blocks: list[Block]
    asides: list[Aside]
    words: str
    """The source's text, taken apart from the blocks: what fidelity is measured against."""
    pages: int | None = None
    title: str = ""
    """What the file itself says it is called, apart from its text: the title of a web page."""
    doubts: tuple[Doubt, ...] = ()


Opener = Callable[[bytes], Opened]
"""How one format is read. Raises RefusedError, and nothing else, whatever the bytes are."""
