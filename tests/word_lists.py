"""Lists of a Word file that number themselves, which python-docx cannot write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Level:
    """One level: "%1.%2" in figures of Word's name for them."""

    figures: str
    pattern: str
    start: int = 1
    style: str = ""
    """The id of the paragraph style that stands at this level."""
    more: str = ""
    """Further XML, such as `<w:isLgl/>`."""


def define(document: Document, levels: Sequence[Level], more: str = "") -> int:
    """A new list; gives its number. `more` is XML before its levels."""
    root = document.part.numbering_part.element
    identity = 1000 + len(root)
    made = "".join(_level(depth, level) for depth, level in enumerate(levels))
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">'
        f'<w:multiLevelType w:val="multilevel"/>{more}{made}</w:abstractNum>'
    )
    root.insert(len(root.findall(qn("w:abstractNum"))), abstract)
    return number(document, identity)


def number(document: Document, abstract: int, overrides: str = "") -> int:
    """A list of the definition that `define` gave the same number, with XML of what it says otherwise."""
    root = document.part.numbering_part.element
    identity = abstract if not _has(root, abstract) else 1000 + len(root)
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
    )
    return identity


def anew(depth: int, start: int) -> str:
    """What a list says that begins at a level with a number of its own."""
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def put(target: Paragraph | ParagraphStyle, identity: int, depth: int | None = 0) -> None:
    """Place a paragraph, or all of a style, in a list; 0 takes it out of its style's."""
    mark = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", depth), ("w:numId", identity)):
        if value is not None:
            each = OxmlElement(name)
            each.set(qn("w:val"), str(value))
            mark.append(each)
    target._element.get_or_add_pPr()._insert_numPr(mark)


def _has(root: BaseOxmlElement, identity: int) -> bool:
    return any(each.get(qn("w:numId")) == str(identity) for each in root.findall(qn("w:num")))


def _level(depth: int, level: Level) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.figures}"/>'
        f'{style}{level.more}<w:lvlText w:val="{level.pattern}"/></w:lvl>'
    )
