"""What the elements of a web page are besides their tags: furniture, struck out, notes and their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.read.html.furniture import find_furniture
from archive_builder.read.html.notes import Notes, find_notes
from archive_builder.read.html.styles import PageStyles
from archive_builder.read.plain.markup import STRUCK_TAGS

_OF_ROWS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})


@dataclass(frozen=True, slots=True)
class Looks:
    """Elements by the `mem_id` of their nodes."""

    furniture: Mapping[int, str] = field(default_factory=dict)
    """The rule that sets each aside."""
    struck: frozenset[int] = frozenset()
    """Elements whose words a style strikes out; those of tables cell by cell."""
    unstruck: frozenset[int] = frozenset()
    """Elements whose tag strikes out and whose style does not."""

    notes: Notes = field(default_factory=Notes)

    def is_apart(self, node: LexborNode) -> bool:
        """True if the words of an element are not walked: furniture, the mark of a note, a link back to one."""
        own = node.mem_id
        return own in self.furniture or own in self.notes.marks or own in self.notes.left_out

    def is_struck(self, node: LexborNode) -> bool:
        """True if an element strikes out its words."""
        if self.struck and node.mem_id in self.struck:
            return True
        return (node.tag or "").lower() in STRUCK_TAGS and node.mem_id not in self.unstruck


NO_LOOKS = Looks()


def find_looks(page: LexborHTMLParser, styles: PageStyles) -> Looks:
    """What the elements of a page are; to be asked before anything is taken out of the page."""
    struck: set[int] = set()
    unstruck: set[int] = set()
    for node in styles.decorated:
        said = styles.of(node)
        decorated = f"{said.get('text-decoration', '')} {said.get('text-decoration-line', '')}"
        cells = node.css("td, th") if (node.tag or "").lower() in _OF_ROWS else [node]
        (struck if "line-through" in decorated else unstruck).update(cell.mem_id for cell in cells)
    return Looks(find_furniture(page), frozenset(struck), frozenset(unstruck), find_notes(page))
