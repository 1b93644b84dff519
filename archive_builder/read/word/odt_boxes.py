"""Text boxes and shapes with text of an OpenDocument text, put below the paragraph that they are fixed to."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive_builder.read.word.odt_hidden import remove
from archive_builder.read.word.odt_names import DRAW, TEXT

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


def lift_boxes(root: Element) -> None:
    """Move what is drawn and holds paragraphs out of the paragraphs around it, in place."""
    if not any(node.tag.startswith(DRAW) for node in root.iter()):
        return
    for node in reversed(list(root.iter())):
        if any(child.tag in _PARAGRAPHS for child in node):
            node[:] = [each for child in node for each in _with_boxes(child)]


def _with_boxes(paragraph: Element) -> Iterator[Element]:
    yield paragraph
    if paragraph.tag not in _PARAGRAPHS:
        return
    for parent, box in list(_boxes(paragraph)):
        remove(parent, box)
        box.tail = None
        yield box


def _boxes(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """The outermost drawn elements of a paragraph that hold paragraphs, each with its parent."""
    stack = [paragraph]
    while stack:
        node = stack.pop()
        for child in node:
            if child.tag.startswith(DRAW) and any(each.tag in _PARAGRAPHS for each in child.iter()):
                yield node, child
            else:
                stack.append(child)
