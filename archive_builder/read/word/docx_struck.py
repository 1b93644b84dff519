"""Which words of a Word file are struck out, said of each run itself: the converter asks no styles."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from archive_builder.read.word.docx_looks import Looks, W, look_of, value
from archive_builder.read.word.docx_names import has_any

_LINE = f"{W}strike"
_LINES = (_LINE, f"{W}dstrike")


def write_struck(document: Element, looks: Looks) -> None:
    """Say of each run whether it is struck out, in place, by one line or two, by itself or by its styles."""
    if not (looks.strike or has_any(document, *_LINES)):
        return
    for paragraph in document.iter(f"{W}p"):
        style = looks.of_style(value(paragraph.find(f"{W}pPr/{W}pStyle"))).over(looks.default)
        for run in paragraph.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            named = value(properties.find(f"{W}rStyle")) if properties is not None else ""
            look = look_of(properties).over(looks.of_style(named)).over(style)
            if look.struck is not None:
                _say(run, properties, is_struck=look.struck)


def _say(run: Element, properties: Element | None, *, is_struck: bool) -> None:
    if properties is None:
        properties = Element(f"{W}rPr")
        run.insert(0, properties)
    for mark in properties.findall(_LINE):
        properties.remove(mark)
    if is_struck:
        SubElement(properties, _LINE)
