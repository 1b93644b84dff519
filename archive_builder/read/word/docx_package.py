"""The parts of a Word file: which there are, what leads to them, and the files that stand in the place of text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from archive_builder.read.outcome import RefusedError
from archive_builder.read.packages import refuse_deep, tree
from archive_builder.read.word.docx_looks import W
from archive_builder.read.word.docx_margins import Margin, margins_of
from archive_builder.read.word.docx_names import BOX, DIAGRAM, RELATIONSHIP, SHAPES, paragraph_of

DOCUMENT = "word/document.xml"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_ASIDE = tuple(
    f"word/{name}.xml" for name in ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")
)
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWN = (f"{DIAGRAM}relIds", f"{_CHART}chart")
_MOST_DRAWN = 2_000
"""Pieces of text in the drawings of a file; what has more is data."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file's parts as trees."""

    trees: dict[str, Element]
    targets: Mapping[str, str]
    """The part that each relationship of the document leads to."""
    margins: list[Margin] = field(default_factory=list)

    @property
    def document(self) -> Element:
        return self.trees[DOCUMENT]

    def part(self, name: str) -> Element | None:
        """A part by its name; None where the file has none, or none that is read."""
        return self.trees.get(name)


def opened(parts: Mapping[str, bytes]) -> Package:
    """The parts of a file that hold text or say how it is set. Refuses, by code: damaged-file."""
    trees = {name: _tree(parts[name]) for name in (DOCUMENT, *_ASIDE) if name in parts}
    targets = dict(_targets(parts.get(_RELATIONSHIPS)))
    margins = margins_of(parts.keys(), targets, trees[DOCUMENT], trees.get("word/settings.xml"))
    trees |= {margin.part: _tree(parts[margin.part]) for margin in margins}
    return Package(trees, targets, margins)


def _tree(part: bytes) -> Element:
    root = tree(part)
    refuse_deep(root)
    return root


def _targets(relationships: bytes | None) -> Iterator[tuple[str, str]]:
    for each in tree(relationships) if relationships is not None else ():
        target = each.get("Target") or ""
        if each.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("word", target)
            yield each.get("Id") or "", posixpath.normpath(path)


def write_drawn_text(package: Package, parts: Mapping[str, bytes]) -> None:
    """Put the text of diagrams and charts, which have parts of their own, into boxes of the document, in place."""
    room = _MOST_DRAWN
    for drawing in list(package.document.iter(f"{W}drawing")):
        for name in _drawn_parts(drawing, package.targets):
            try:
                said = list(_drawn_text(tree(parts[name]))) if name in parts else []
            except RefusedError:
                continue
            box = SubElement(drawing, BOX)
            box.extend(paragraph_of(text) for text in said[:room])
            room -= len(box)


def _drawn_parts(drawing: Element, targets: Mapping[str, str]) -> Iterator[str]:
    for node in drawing.iter():
        if node.tag not in _DRAWN:
            continue
        identity = node.get(f"{RELATIONSHIP}dm") or node.get(f"{RELATIONSHIP}id") or ""
        if identity in targets:
            yield targets[identity]


def _drawn_text(part: Element) -> Iterator[str]:
    """The paragraphs of a diagram or of a chart's titles, and the names along a chart's sides."""
    for paragraph in part.iter(f"{SHAPES}p"):
        said = " ".join("".join(text.text or "" for text in paragraph.iter(f"{SHAPES}t")).split())
        if said:
            yield said
    values = (value for held in part.iter(f"{_CHART}strCache") for value in held.iter(f"{_CHART}v"))
    names = (" ".join((value.text or "").split()) for value in values)
    if said := "; ".join(dict.fromkeys(name for name in names if name)):
        yield said
