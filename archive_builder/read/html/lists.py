"""The marks that a browser prints before the items of a web page's lists, and which are in no text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from archive_builder.read.word.list_numbers import figures, whole

BULLET = "•"
_TYPES = frozenset("1aAiI")
_STYLES = {
    "lower-roman": "i", "upper-roman": "I", "lower-alpha": "a", "lower-latin": "a",
    "upper-alpha": "A", "upper-latin": "A", "decimal": "1",
}  # fmt: skip
"""Names of CSS for the figures that HTML's `type` names by a letter."""
_STYLED = re.compile(r"list-style(?:-type)?\s*:\s*(?P<name>[a-z-]+)", re.IGNORECASE)


@dataclass(slots=True)
class Listed:
    """A list that is open: its figures, none for bullets, and the number of its next item."""

    figures: str
    count: int = 1

    def mark(self, item: LexborNode) -> str:
        """The mark of the next item; an item may say its own number, and those after it count on."""
        if not self.figures:
            return BULLET
        number = whole(item.attributes.get("value"), self.count)
        self.count = number + 1
        return f"{figures(number, self.figures)}."


def listed(node: LexborNode) -> Listed:
    """The list that a `ul` or `ol` opens, by its attributes (HTML standard, section 4.4.5)."""
    if (node.tag or "").lower() == "ul":
        return Listed("")
    said = node.attributes.get("type") or ""
    styled = _STYLED.search(node.attributes.get("style") or "")
    kind = _STYLES.get(styled["name"].lower(), "1") if styled else said if said in _TYPES else "1"
    return Listed(kind, whole(node.attributes.get("start"), 1))
