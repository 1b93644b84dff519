"""A Word file's text part as its author left it: insertions stand, deletions go."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from archive_builder.read.word.docx_looks import W

_REMOVED = {f"{W}del": "deletions", f"{W}moveFrom": "moved passages"}


def cleaned(document: Element) -> Counter[str]:
    """Take out of a document what is not to be read, in place; count what there was, by its name."""
    found: Counter[str] = Counter()
    for parent in list(document.iter()):
        for child in list(parent):
            name = _REMOVED.get(child.tag)
            if name is not None:
                found[name] += _has_text(child)
                parent.remove(child)
            elif child.tag == f"{W}moveTo":
                child.tag = f"{W}ins"
            if child.tag == f"{W}ins":
                found["insertions"] += _has_text(child)
    return +found


def _has_text(node: Element) -> bool:
    return any(each.text for each in node.iter() if each.tag in (f"{W}t", f"{W}delText"))
