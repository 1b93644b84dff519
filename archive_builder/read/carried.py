"""What a file carries besides its text, and would carry with it if it were published as it is."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from xml.etree.ElementTree import Element

from archive_builder.read.outcome import Doubt


class Carried(StrEnum):
    """A kind of what a file carries, as archive.toml names it (`site.originals_carry`)."""

    AUTHORS = "authors"
    COMMENTS = "comments"
    ATTACHMENTS = "attachments"
    DATA = "custom-data"
    VERSIONS = "earlier-versions"


_SAID = {
    Carried.AUTHORS: "names of who wrote or saved it",
    Carried.COMMENTS: "comments",
    Carried.ATTACHMENTS: "embedded files or macros",
    Carried.DATA: "custom data of an office system",
    Carried.VERSIONS: "earlier versions of itself",
}


def carries_more(found: Collection[str], let_through: Collection[str]) -> Doubt | None:
    """The warning that a file carries more than its text; None where all of it may be published."""
    kinds = [said for kind, said in _SAID.items() if kind in found and kind not in let_through]
    if not kinds:
        return None
    named = kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    hint = (
        "inspect it, save a copy without them and put that in; if they may be public, write"
        " `original: {publish: true, why: ...}` into its file in corrections/"
    )
    message = f"the file carries more than its text and is not published itself: {named}"
    return Doubt("carries-more", message, hint, withholds=f"it carries {named}")


UNKNOWN_CARGO = Doubt(
    "carries-more",
    "the file was turned into a Word file to be read; what else it carries cannot be told, and it is not"
    " published itself",
    "save it as .docx or PDF and put that in; if all of it may be public, write"
    " `original: {publish: true, why: ...}` into its file in corrections/",
    withholds="what it carries besides its text cannot be told",
)
"""The warning that a file of an older kind is read and not published."""
_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager", "Company", "initial-creator", "printed-by"})
"""Elements of office files' properties that hold names of people or of their employer."""


def names_people(properties: Element | None) -> bool:
    """True if the properties of an office file name who wrote, saved or printed it."""
    return any(
        (node.text or "").strip() and node.tag.rpartition("}")[2] in _PEOPLE
        for node in (properties.iter() if properties is not None else ())
    )


def has_words(part: Element | None) -> bool:
    """True if an XML part holds any text."""
    return part is not None and any(text.strip() for text in part.itertext())
