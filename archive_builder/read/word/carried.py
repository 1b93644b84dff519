"""What Word and OpenDocument files carry besides their text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from xml.etree.ElementTree import Element

from archive_builder.read.carried import Carried, has_words, names_people
from archive_builder.read.outcome import RefusedError
from archive_builder.read.packages import tree
from archive_builder.read.word.odt_names import META, OFFICE

_EMBEDDED = re.compile(
    r"""
      word/embeddings/. | word/activeX/. | word/vbaProject\.bin    # Word
    | Object\ \d+/content\.xml | ObjectReplacements/. | (?:Basic|Scripts)/.   # OpenDocument
    """,
    re.VERBOSE,
)
"""Files within a document: spreadsheets behind charts, whole documents, macros."""
_CUSTOM = re.compile(r"customXml/item\d*\.xml|docProps/custom\.xml")
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")


def of_word(parts: Mapping[str, bytes], names: Collection[str]) -> frozenset[Carried]:
    """The kinds of what a Word file carries; `names` are those of all its parts, read or not."""
    return frozenset(_of_word(parts, names))


def _of_word(parts: Mapping[str, bytes], names: Collection[str]) -> Iterator[Carried]:
    if any(_names_people(parts, name) for name in _PROPERTIES):
        yield Carried.AUTHORS
    if any(_holds_words(parts, name) for name in parts if _CUSTOM.fullmatch(name)):
        yield Carried.DATA
    if any(_EMBEDDED.match(name) for name in names):
        yield Carried.ATTACHMENTS


def of_opendocument(parts: Mapping[str, bytes], names: Collection[str]) -> frozenset[Carried]:
    """The kinds of what an OpenDocument text carries."""
    return frozenset(_of_opendocument(parts, names))


def _of_opendocument(parts: Mapping[str, bytes], names: Collection[str]) -> Iterator[Carried]:
    meta = _part(parts, "meta.xml")
    if names_people(meta):
        yield Carried.AUTHORS
    about = meta.find(f"{OFFICE}meta") if meta is not None else None
    if about is not None and about.find(f"{META}user-defined") is not None:
        yield Carried.DATA
    if any(_EMBEDDED.match(name) for name in names):
        yield Carried.ATTACHMENTS
    if any(name.startswith("Versions/") for name in names):
        yield Carried.VERSIONS


def _names_people(parts: Mapping[str, bytes], name: str) -> bool:
    return names_people(_part(parts, name))


def _holds_words(parts: Mapping[str, bytes], name: str) -> bool:
    """True if a part holds text, or cannot be read so that nobody knows."""
    try:
        return has_words(tree(parts[name]))
    except RefusedError:
        return True


def _part(parts: Mapping[str, bytes], name: str) -> Element | None:
    try:
        return tree(parts[name]) if name in parts else None
    except RefusedError:
        return None
