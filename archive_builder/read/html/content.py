"""The main content of a saved web page: what of it is read at all, and its words."""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.read.html.pictures import own_words
from archive_builder.read.plain.markup import INLINE_TAGS
from archive_builder.text.words import folded

_NOT_TEXT = (
    *("script", "style", "template", "noscript", "iframe"),
    *("object", "embed", "svg", "head", "form", "select"),
)
_AROUND = ("nav", "header", "footer", "aside")


def main_content(parser: LexborHTMLParser) -> LexborNode | None:
    """The main content of a page: `main` or `article`, else the body without what stands around it.

    The rest is taken out of the page.
    """
    for selector in _NOT_TEXT:
        for node in parser.css(selector):
            node.decompose()
    main = parser.css_first("main") or parser.css_first("article")
    if main is not None:
        return main
    for selector in _AROUND:
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


def words(root: LexborNode | None) -> str:
    """The words below a node, for the measure of fidelity; only tags of text styles stand inside a word."""
    pieces: list[str] = []
    stack: list[LexborNode | None] = [root]
    while stack:
        node = stack.pop()
        if node is None:
            pieces.append(" ")
        elif node.is_text_node:
            pieces.append(node.text_content or "")
        elif node.tag == "img":
            pieces.append(f" {own_words(node) or ''} ")
        else:
            inline = (node.tag or "").lower() in INLINE_TAGS
            children = reversed(list(node.iter(include_text=True)))
            stack += [*children] if inline else [None, *children, None]
    return "".join(pieces)
