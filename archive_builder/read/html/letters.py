"""How many letters each element of a web page has, and how many of them stand in links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_PAPER = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|pptx?)(?:[?#]|$)|^#", re.IGNORECASE)
"""Addresses of papers and of places in the page: a list of these is no menu."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How many letters an element has, how many of them in links, and how many links."""

    all: int = 0
    linked: int = 0
    links: int = 0
    papers: int = 0
    """Links to papers and to places in the page."""

    @property
    def share(self) -> float:
        """Part of the letters that stand in links, from 0 to 1."""
        return self.linked / self.all if self.all else 0.0


def measured(body: LexborNode) -> dict[int, Letters]:
    """The letters of each element, those of what it holds among them."""
    made: dict[int, Letters] = {}
    stack = [(body, False, False)]
    while stack:
        node, in_link, is_known = stack.pop()
        href = (node.attributes.get("href") or "") if node.tag == "a" else ""
        if is_known:
            made[node.mem_id] = _of_all(node, in_link, href, made)
            continue
        stack.append((node, in_link, True))
        stack += [(child, in_link or bool(href), False) for child in node.iter()]
    return made


def _of_all(node: LexborNode, in_link: bool, href: str, known: Mapping[int, Letters]) -> Letters:
    """The letters of an element whose parts are known."""
    own = sum(len(child.text_content or "") for child in node.iter(include_text=True) if _has_words(child))
    parts = [known[child.mem_id] for child in node.iter()]
    return Letters(
        all=own + sum(part.all for part in parts),
        linked=(own if in_link or href else 0) + sum(part.linked for part in parts),
        links=bool(href) + sum(part.links for part in parts),
        papers=bool(_PAPER.search(href)) + sum(part.papers for part in parts),
    )


def _has_words(node: LexborNode) -> bool:
    return bool(node.is_text_node and (node.text_content or "").strip())
