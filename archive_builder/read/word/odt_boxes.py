"""Text boxes and shapes with text of an OpenDocument text, put below the paragraph that they are fixed to."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

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
    stack = [paragraph]
    while stack:
        node = stack.pop()
        boxes = [child for child in node if _is_box(child)]
        if boxes:
            _take_out(node, {id(box) for box in boxes})
        yield from boxes
        stack += reversed(node)


def _is_box(node: Element) -> bool:
    return node.tag.startswith(DRAW) and any(each.tag in _PARAGRAPHS for each in node.iter())


def _take_out(parent: Element, boxes: set[int]) -> None:
    """Take boxes out of an element; the text that follows each of them stays where it was."""
    kept: list[Element] = []
    texts: list[list[str]] = [[parent.text or ""]]
    for child in parent:
        tail, child.tail = child.tail or "", None
        if id(child) in boxes:
            texts[-1].append(tail)
        else:
            kept.append(child)
            texts.append([tail])
    parent.text = "".join(texts[0])
    for child, pieces in zip(kept, texts[1:], strict=True):
        child.tail = "".join(pieces)
    parent[:] = kept
