"""What is found in a page while it is rendered: its anchors and its headings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the page's contents show it."""

    level: int
    anchor: str
    """Its anchor; "" until all others are known, where it is made of the words."""
    name: str
    """Its words as HTML without tags."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that is being rendered."""

    address_of: Callable[[str], str]
    """Returns the address of a link's target, as MkDocs writes it; may raise UnsureError."""
    anchors: set[str] = field(default_factory=set)
    """All anchors that links can lead to."""
    block_anchors: set[str] = field(default_factory=set)
    """The anchors of the blocks that hold Markdown: those from which the anchors of headings must differ."""
    headings: list[Heading] = field(default_factory=list)
    unnamed: dict[str, tuple[int, str]] = field(default_factory=dict)
    """For each line that stands for a heading without an anchor: its place among the headings, its words."""
    addresses: dict[str, str] = field(default_factory=dict)
    """The targets that were asked for: a page links to the same few again and again."""

    def add_block_anchor(self, anchor: str | None) -> None:
        """Note the anchor of a block or of an attribute list."""
        if anchor:
            self.anchors.add(anchor)
            self.block_anchors.add(anchor)

    def link_to(self, target: str) -> str:
        """Return the address of a link's target."""
        address = self.addresses.get(target)
        if address is None:
            address = self.addresses[target] = self.address_of(target)
        return address
