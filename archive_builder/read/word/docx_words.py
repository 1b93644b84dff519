"""All words that a Word file shows, counted apart from the blocks that are made of it.

Every text element of every part counts, whatever holds it. Fidelity is measured against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from archive_builder.read.word import note_marks
from archive_builder.read.word.docx_looks import W
from archive_builder.read.word.docx_names import DRAWING, SHAPES, VML, has_any
from archive_builder.read.word.list_numbers import without_wrapping

_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_PICTURES = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_PICTURE = f"{SHAPES}graphic/{SHAPES}graphicData/{_PICTURES}pic/{_PICTURES}blipFill/{SHAPES}blip"
_STRUCK = f"{W}strike"
_GAPS = {
    **{f"{W}{name}": "\n" for name in ("p", "br", "cr", "tc")},
    **{f"{W}{name}": " " for name in ("tab", "footnoteReference", "endnoteReference", "rt", "rubyBase")},
    f"{W}noBreakHyphen": "\u2011",
}


def words_of(document: Element, others: Iterable[Element]) -> str:
    """The words of the text, of its pictures' descriptions, and of the other parts that are shown."""
    pieces = list(_words(document, with_pictures=True))
    for part in others:
        pieces += ["\n", *_words(part, with_pictures=False)]
    return "".join(pieces)


def _words(part: Element, *, with_pictures: bool) -> Iterator[str]:
    strikes = has_any(part, _STRUCK)
    struck = False
    for node in part.iter():
        if node.tag == f"{W}t":
            yield note_marks.without_wrapping(without_wrapping(node.text or ""))
        elif strikes and node.tag == f"{W}r":
            before, struck = struck, node.find(f"{W}rPr/{_STRUCK}") is not None
            yield " " if struck != before else ""
        elif gap := _GAPS.get(node.tag):
            yield gap
        elif node.tag == f"{VML}textpath":
            yield f" {node.get('string') or ''} "
        elif with_pictures and node.tag in (f"{DRAWING}inline", f"{DRAWING}anchor"):
            yield f" {_said_of_picture(node)} "
        elif with_pictures and node.tag == f"{VML}imagedata":
            yield f" {node.get(f'{_OFFICE}title') or ''} "


def _said_of_picture(drawing: Element) -> str:
    """The description of a picture, else its title, as the converter takes them."""
    properties = drawing.find(f"{DRAWING}docPr")
    if properties is None or drawing.find(_PICTURE) is None:
        return ""
    descr = properties.get("descr") or ""
    return descr if descr.strip() else properties.get("title") or ""
