"""The words of an OpenDocument text that a reader of the page cannot see, taken out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from archive_builder.read.word.colours import UNKNOWN, WHITE
from archive_builder.read.word.odt_looks import STYLE_NAMES, Letters, Looks
from archive_builder.read.word.odt_names import DRAW, TABLE, TEXT

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


@dataclass(slots=True)
class _Walk:
    """What was found so far."""

    looks: Looks
    letters: Counter[str] = field(default_factory=Counter)
    paragraph: int = 0

    def count(self, text: str) -> None:
        place = f"in paragraph {max(1, self.paragraph)}"
        self.letters[place] += sum(sign.isalnum() for sign in text)


def without_hidden(body: Element, looks: Looks) -> Counter[str]:
    """Take out of a body what a reader cannot see, in place; count its letters by paragraph."""
    walk = _Walk(looks)
    stack: list[tuple[Element, Letters]] = [(body, Letters(around=WHITE))]
    while stack:
        node, letters = stack.pop()
        if node.tag in _PARAGRAPHS:
            walk.paragraph += 1
        if not letters.are_seen:
            _blank(node, walk)
        for child in list(node):
            if _is_hidden(child, walk.looks):
                walk.count("".join(child.itertext()) + (child.get(f"{TEXT}string-value") or ""))
                remove(node, child)
        stack += [(child, _inside(child, letters, looks)) for child in reversed(node)]
    return +walk.letters


def _blank(node: Element, walk: _Walk) -> None:
    """Take out the text that stands straight in an element, and not that of the elements in it."""
    walk.count(node.text or "")
    node.text = None
    for child in node:
        walk.count(child.tail or "")
        child.tail = None


def _inside(node: Element, letters: Letters, looks: Looks) -> Letters:
    if node.tag == f"{DRAW}text-box":
        return replace(letters, around=UNKNOWN)
    style = next((name for key in STYLE_NAMES if (name := node.get(key))), None)
    return looks.within(style, letters) if style else letters


def _is_hidden(node: Element, looks: Looks) -> bool:
    if node.tag == f"{TEXT}section":
        return _is_section_hidden(node)
    if node.tag == f"{TEXT}hidden-text":
        return node.get(f"{TEXT}is-hidden") != "false"
    if node.tag == f"{TABLE}table-row":
        return node.get(f"{TABLE}visibility") in ("collapse", "filter")
    if node.tag in _PARAGRAPHS and any(
        field.get(f"{TEXT}is-hidden") == "true" for field in node.iter(f"{TEXT}hidden-paragraph")
    ):
        return True
    return any(looks.is_hidden(node.get(key)) for key in STYLE_NAMES)


def _is_section_hidden(section: Element) -> bool:
    display = section.get(f"{TEXT}display")
    return display == "none" or (display == "condition" and section.get(f"{TEXT}is-hidden") == "true")


def remove(parent: Element, child: Element) -> None:
    """Take an element out of its parent; the text that follows it stays."""
    at = list(parent).index(child)
    if child.tail:
        if at:
            before = parent[at - 1]
            before.tail = (before.tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)
