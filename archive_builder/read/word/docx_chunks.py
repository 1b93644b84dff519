"""Whole files that stand in a Word file in the place of text (`altChunk`): web pages, texts, other Word files.

Word puts them in when it opens the file. The others are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from xml.etree.ElementTree import Element

from archive_builder.model import Aside, Block
from archive_builder.read import html
from archive_builder.read.outcome import Doubt, Opened, RefusedError
from archive_builder.read.packages import kind_of, one_part
from archive_builder.read.word.docx_looks import W
from archive_builder.read.word.docx_names import RELATIONSHIP, paragraph_of
from archive_builder.read.word.docx_package import Package

_CHUNK = f"{W}altChunk"
_PLACE = "\ue015"
"""A private character that the paragraph in the place of a file is made of."""
_MOST = 20
_MOST_BYTES = 10_000_000
_TEXTS = (".txt", ".text")


@dataclass(slots=True)
class Chunks:
    """What the files hold that stand in a document."""

    blocks: dict[str, list[Block]] = field(default_factory=dict)
    """By the text of the paragraph that stands in their place."""
    asides: list[Aside] = field(default_factory=list)
    words: str = ""
    hidden: Counter[str] = field(default_factory=Counter)
    not_read: int = 0


def read_chunks(package: Package, data: bytes, *, keep_hidden: bool) -> Chunks:
    """Read the files within a document, and put paragraphs into their places."""
    found = Chunks()
    room = _MOST_BYTES
    for parent in [node for node in package.document.iter() if any(child.tag == _CHUNK for child in node)]:
        for at, child in enumerate(parent):
            if child.tag != _CHUNK:
                continue
            name = package.targets.get(child.get(f"{RELATIONSHIP}id") or "", "")
            inside = one_part(data, name, room) if len(found.blocks) < _MOST else b""
            room -= len(inside)
            opened = _opened(name, inside, keep_hidden=keep_hidden) if inside else None
            if opened is None:
                found.not_read += 1
                continue
            parent[at] = _put(found, opened)
    return found


def _put(found: Chunks, opened: Opened) -> Element:
    place = _PLACE * (len(found.blocks) + 1)
    found.blocks[place] = opened.blocks
    found.asides += opened.asides
    found.words += f"\n{opened.words}"
    return paragraph_of(place)


def _opened(name: str, inside: bytes, *, keep_hidden: bool) -> Opened | None:
    """A file within a document; None where it is of no kind that is read, or cannot be."""
    kind = kind_of(inside)
    try:
        if kind == "docx" and not _holds_files(inside):
            opened: Opened = import_module("archive_builder.read.word.docx").read(inside, keep_hidden)
            return opened
        if kind == "html" or (not kind and name.lower().endswith((".htm", ".html", ".xhtml"))):
            return html.read(inside, keep_hidden)
        if not kind and name.lower().endswith(_TEXTS):
            opened = import_module("archive_builder.read.plain.text").read(inside, keep_hidden)
            return opened
    except RefusedError:
        return None
    return None


def _holds_files(inside: bytes) -> bool:
    """True if a file within a file has files within itself: these are not followed further."""
    return b"altChunk" in one_part(inside, "word/document.xml", _MOST_BYTES)


def put_in(blocks: Sequence[Block], chunks: Chunks) -> tuple[list[Block], int]:
    """Blocks with those of the files in their places, counted anew; how many files were not read."""
    if not chunks.blocks:
        return list(blocks), chunks.not_read
    made: list[Block] = []
    for block in blocks:
        made += chunks.blocks.pop(block.text.strip(), [block])
    return list(_counted(made)), chunks.not_read + len(chunks.blocks)


def _counted(blocks: Sequence[Block]) -> Iterator[Block]:
    line = 0
    for block in blocks:
        by = line + 1 - block.first
        rows = tuple(replace(row, first=row.first + by, last=row.last + by) for row in block.rows)
        line = block.last + by
        yield replace(block, first=block.first + by, last=line, rows=rows)


def doubts(count: int) -> Iterator[Doubt]:
    """The warning of whole files in the place of text that were not read."""
    if count:
        files = "a file that is" if count == 1 else f"{count} files that are"
        message = f"{files} embedded in the place of text (altChunk) and not read"
        yield Doubt("part-not-read", message, "open the document in Word, save it again and put that in")
