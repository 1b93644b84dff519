"""What the converter does not look into, opened in place: the words in it stand in paragraphs and runs.

Fields, elements of other programs, content controls, words written in another direction, readings above
words, and text boxes. A text box becomes paragraphs above or below the one it is fixed to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from archive_builder.read.word.docx_forms import fill_control
from archive_builder.read.word.docx_looks import W
from archive_builder.read.word.docx_names import BOX, COMPATIBILITY, DRAWING, has_any, printed_text, text_node

_OPENED = frozenset(
    f"{W}{name}" for name in ("fldSimple", "bdo", "dir", "customXml", "smartTag", "sdt", "ruby")
)
_NOT_CONTENT = frozenset(
    f"{W}{name}" for name in ("fldData", "customXmlPr", "smartTagPr", "sdtPr", "sdtEndPr")
)
_ALTERNATIVE = f"{COMPATIBILITY}AlternateContent"
_SHOWN = (BOX, f"{W}t", f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym")


def choose_alternatives(root: Element) -> None:
    """Put what Word shows in the place of elements that are stored twice, for new programs and for old ones."""
    if not has_any(root, _ALTERNATIVE):
        return
    for node in _bottom_up(root):
        if any(child.tag == _ALTERNATIVE for child in node):
            node[:] = [each for child in node for each in _chosen(child)]


def _chosen(node: Element) -> Sequence[Element]:
    if node.tag != _ALTERNATIVE:
        return (node,)
    choices = [child for child in node if len(child)]
    shown = (choice for choice in choices if any(each.tag in _SHOWN for each in choice.iter()))
    return list(next(shown, choices[0] if choices else ()))


def open_containers(root: Element) -> list[str]:
    """Open all containers of a part but text boxes; return the prompts of form fields that nobody filled in."""
    prompts: list[str] = []
    if not has_any(root, *_OPENED):
        return prompts
    for node in _bottom_up(root):
        if any(child.tag in _OPENED for child in node):
            node[:] = [each for child in node for each in _content(child, prompts)]
    return prompts


def lift_boxes(root: Element) -> None:
    """Put the text of boxes above or below the paragraphs that they are fixed to, in place."""
    if not has_any(root, BOX):
        return
    for node in _bottom_up(root):
        if any(child.tag == f"{W}p" for child in node):
            node[:] = [each for child in node for each in _with_boxes(child)]


def _content(node: Element, prompts: list[str]) -> Sequence[Element]:
    if node.tag not in _OPENED:
        return (node,)
    if node.tag == f"{W}ruby":
        return _reading(node)
    if node.tag == f"{W}sdt":
        fill_control(node, prompts)
        return [each for content in node.findall(f"{W}sdtContent") for each in content]
    return [child for child in node if child.tag not in _NOT_CONTENT]


def _reading(ruby: Element) -> Sequence[Element]:
    """The words of a line, and in brackets those that are printed small above them."""
    base, above = ruby.find(f"{W}rubyBase"), ruby.find(f"{W}rt")
    words = printed_text(base) if base is not None else ""
    small = printed_text(above) if above is not None else ""
    return (text_node(f"{words} ({small})" if small else words),)


def _with_boxes(paragraph: Element) -> Iterator[Element]:
    """A paragraph with the text of the boxes that are fixed to it, above or below it."""
    boxes = [box for box in paragraph.iter(BOX) if len(box)] if paragraph.tag == f"{W}p" else []
    if not boxes:
        yield paragraph
        return
    is_above = any(_rises(anchor) for anchor in paragraph.iter(f"{DRAWING}anchor"))
    lifted = [block for box in boxes for block in box]
    for box in boxes:
        box[:] = ()
    yield from (*lifted, paragraph) if is_above else (paragraph, *lifted)


def _rises(anchor: Element) -> bool:
    """True if a drawing begins above the line that it is fixed to."""
    place = anchor.find(f"{DRAWING}positionV")
    if place is None or place.get("relativeFrom") not in ("paragraph", "line"):
        return False
    return (place.findtext(f"{DRAWING}posOffset") or "").strip().startswith("-")


def _bottom_up(root: Element) -> Iterator[Element]:
    """All elements, those inside others first."""
    return reversed(list(root.iter()))
