"""What a reader of one format hands back, and how it says that a file cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from archive_builder.model import Aside, Block, Recognition


class RefusedError(Exception):
    """A file that cannot be read; `code`, message and `hint` become the one line a person sees."""

    def __init__(self, code: str, message: str, hint: str, pages: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint
        self.pages = pages
        """The pages that it is about, counted from 1, where it is not about all of the file."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person has looked at in a file and found fit to be public."""

    hidden_words: bool = False
    """The words that a reader of the document cannot see."""
    original: bool = False
    """The file itself, whatever it carries besides its text."""


NOTHING = Confirmed()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something left out or uncertain in a file that was read: becomes a warning."""

    code: str
    message: str
    hint: str
    line: int = 1
    withholds: str = ""
    """Why the file must not be published for this, as readers are told; empty where it may be."""

    @property
    def is_hiding(self) -> bool:
        """True if the file must not be published for words that its page leaves out."""
        return self.withholds == HIDDEN


HIDDEN = "it holds words that a reader of the page cannot see"
"""Why a file is withheld whose page leaves such words out."""
_CONFIRM = (
    "take them out of the document and export it again; if they may be public, write `hidden: publish`"
    " into its file in corrections/"
)
_MOST_PLACES = 6


def hidden_words(letters: Mapping[str, int]) -> Doubt:
    """The warning of words that a reader cannot see: how many letters, by place; never the words.

    Places are named as "on page 3".
    """
    named = [f"{_counted(count)} {place}" for place, count in letters.items()]
    if len(named) > _MOST_PLACES:
        others = sum(list(letters.values())[_MOST_PLACES:])
        named = [*named[:_MOST_PLACES], f"{_counted(others)} elsewhere"]
    message = f"words that a reader of the document cannot see were left out: {', '.join(named)}"
    return Doubt("hidden-words", message, _CONFIRM, withholds=HIDDEN)


def all_hidden(letters: int) -> RefusedError:
    """A file with no word that a reader can see."""
    return RefusedError(
        "hidden-words", f"no word of the document can be seen: {_counted(letters)} are hidden", _CONFIRM
    )


def _counted(letters: int) -> str:
    return "1 letter" if letters == 1 else f"{letters:,} letters"


NOT_FINAL = "it holds tracked changes or comments"
"""Why a word processor's file is withheld: what was left out of its page would be in its download."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file's content, before anyone asks what it means."""

    blocks: list[Block]
    asides: list[Aside]
    words: str
    """The source's text, taken apart from the blocks: what fidelity is measured against."""
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()
    """Pages that are only pictures, counted from 1."""
    recognition: Recognition | None = None
    title: str = ""
    """What the file itself says it is called, apart from its text: the title of a web page."""
    doubts: tuple[Doubt, ...] = ()
    carries: frozenset[str] = frozenset()
    """What the file carries besides its text, by kind (`carried.Carried`)."""


class Opener(Protocol):
    """How one format is read.

    Words that a reader of the document cannot see are left out unless `keep_hidden`. Raises
    RefusedError, and nothing else, whatever the bytes are.
    """

    def __call__(self, data: bytes, keep_hidden: bool = False) -> Opened: ...
