"""Markdown to HTML exactly as a site has it, and what a reader then reads."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import markdown
from selectolax.lexbor import LexborHTMLParser

from archive_builder.model import BlockKind, Document
from archive_builder.publish.configuration import site_defaults

ROOT = Path(__file__).parents[2]
NUMBERED = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.NOTE)
OURS = ".label, .links, .missing, del > .visually-hidden"
"""What pages add to the source's words."""


@cache
def extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The extensions of every site, besides MkDocs' own three."""
    listed = site_defaults()["markdown_extensions"]
    names = ["toc", "tables", "fenced_code"]
    configured: dict[str, dict[str, Any]] = {}
    for entry in listed:
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        configured[name] = config
    return list(dict.fromkeys(names)), configured


def html(text: str) -> LexborHTMLParser:
    """A page's Markdown as a parsed page."""
    names, configured = extensions()
    body = markdown.markdown(text, extensions=names, extension_configs=configured)
    return parsed(f"<!doctype html><html><body>{body}</body></html>")


def parsed(text: str) -> LexborHTMLParser:
    """A page whose blocks stand apart when its text is taken."""
    blocks = r"<(?=/?(?:p|div|li|t[dhr]|h\d|br|ul|ol|table|caption|figure|figcaption)\b)"
    return LexborHTMLParser(re.sub(blocks, " <", text))


def source_words(text: str) -> list[str]:
    """The words that a reader of a page's Markdown reads, without what the pages add."""
    return read_words(html(text), "body")


def read_words(page: LexborHTMLParser, place: str) -> list[str]:
    """The words that a reader reads in one element of a page, without what the pages add."""
    for added in page.css(OURS):
        added.decompose()
    for mark in page.css(".note-mark"):
        mark.replace_with(f" {mark.text()} ")
    found = page.css_first(place)
    return words(found.text() if found else "")


def printed_words(document: Document) -> list[str]:
    """The words of a document's blocks with the numbers and marks printed before them."""
    printed: list[str] = []
    for block in document.blocks:
        for mark in dict.fromkeys([block.number, block.marker]) if block.kind in NUMBERED else ():
            printed += words(mark)
        printed += words(block.all_words.replace("\t", " "))
    return printed


def misread(document: Document, site: Path) -> str:
    """Where the published page of a document parts from its words; empty where it does not."""
    page = parsed((site / document.path / "index.html").read_text("utf-8"))
    read, printed = read_words(page, ".source"), printed_words(document)
    if read == printed:
        return ""
    at = next((at for at, (a, b) in enumerate(zip(read, printed, strict=False)) if a != b), len(read))
    return f"{document.source.file}: {printed[at : at + 8]} is read as {read[at : at + 8]}"


def words(text: str) -> list[str]:
    """A text's words, punctuation left aside: it may touch a word or stand alone."""
    return re.findall(r"\w+", text)


def ids(text: str) -> list[str]:
    """Every id on the page, in order."""
    return [node.attributes["id"] or "" for node in html(text).css("[id]")]
