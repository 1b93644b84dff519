"""A Word file's text part as a reader of the printed page would have it.

Insertions stand, deletions and hidden text go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "off", "none")
_REMOVED = {f"{_W}del": "deletions", f"{_W}moveFrom": "moved passages", _FALLBACK: ""}


def cleaned(document: Element, styles: Element | None) -> Counter[str]:
    """Take out of a document what is not to be read, in place; count what there was, by its name."""
    found: Counter[str] = Counter()
    hidden = {
        str(style.get(f"{_W}styleId")) for style in _all(styles, "style") if _vanishes(style.find(f"{_W}rPr"))
    }
    for parent in list(document.iter()):
        for child in list(parent):
            name = _REMOVED.get(child.tag)
            if name is None and _is_hidden(child, hidden):
                name = "hidden text"
            if name is not None:
                found[name] += bool(name) and _has_text(child)
                parent.remove(child)
            elif child.tag == f"{_W}moveTo":
                child.tag = f"{_W}ins"
            if child.tag == f"{_W}ins":
                found["insertions"] += _has_text(child)
    return +found


def _has_text(node: Element) -> bool:
    return any(each.text for each in node.iter() if each.tag in (f"{_W}t", f"{_W}delText"))


def _is_hidden(node: Element, hidden: set[str]) -> bool:
    properties = node.find(f"{_W}rPr") if node.tag == f"{_W}r" else None
    if node.tag == f"{_W}p":
        style = node.find(f"{_W}pPr/{_W}pStyle")
        return style is not None and style.get(f"{_W}val") in hidden
    if properties is None:
        return False
    style = properties.find(f"{_W}rStyle")
    return _vanishes(properties) or (style is not None and style.get(f"{_W}val") in hidden)


def _vanishes(properties: Element | None) -> bool:
    mark = properties.find(f"{_W}vanish") if properties is not None else None
    return mark is not None and mark.get(f"{_W}val", "1") not in _OFF


def _all(root: Element | None, name: str) -> Iterator[Element]:
    if root is not None:
        yield from root.iter(f"{_W}{name}")
