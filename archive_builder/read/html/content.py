"""What of a web page is text at all, its words, and its title."""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.read.html.looks import NO_LOOKS, Looks
from archive_builder.read.html.pictures import own_words
from archive_builder.read.plain.markup import INLINE_TAGS
from archive_builder.text.words import folded

_NEVER_SHOWN = (
    *("head", "script", "style", "template", "noscript", "iframe", "object", "embed", "canvas", "audio"),
    *("video", "datalist", "svg title", "svg desc", "svg defs", "svg metadata"),
)


def body(parser: LexborHTMLParser) -> LexborNode | None:
    """What a browser shows of a page; what it never shows as text is taken out of it."""
    for selector in _NEVER_SHOWN:
        for node in parser.css(selector):
            node.decompose()
    return parser.body


_SET = re.compile(r"""<!--\s*#set\s+var="title"\s+value="(?P<title>[^"<>]{3,200})"\s*-->""")
"""The title as a page names it for a server to fill in, where it was saved before that happened."""
_LONGEST_TITLE = 300


def title(parser: LexborHTMLParser, content: str) -> str:
    """What a page says it is called, for the bar of the browser; empty where it says nothing."""
    node = parser.css_first("head > title")
    said = folded(node.text()) if node is not None else ""
    if not said and (match := _SET.search(content)):
        said = folded(unescape(match["title"]))
    return said[:_LONGEST_TITLE]


def words(root: LexborNode | None, looks: Looks = NO_LOOKS) -> str:
    """The words below a node, for the measure of fidelity.

    Only tags of text styles stand inside a word; what is struck out is apart from what it stands beside.
    """
    pieces: list[str] = []
    stack: list[LexborNode | None] = [root]
    while stack:
        node = stack.pop()
        if node is None:
            pieces.append(" ")
        elif node.is_text_node:
            pieces.append(node.text_content or "")
        elif node.mem_id in looks.notes.marks:
            pieces.append(f" {looks.notes.marks[node.mem_id]} ")
        elif node.mem_id in looks.notes.left_out:
            pieces.append(" ")
        elif node.tag == "img":
            pieces.append(f" {own_words(node) or ''} ")
        else:
            inline = (node.tag or "").lower() in INLINE_TAGS and not looks.is_struck(node)
            children = reversed(list(node.iter(include_text=True)))
            stack += [*children] if inline else [None, *children, None]
    return "".join(pieces)
