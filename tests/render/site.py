"""Markdown to HTML exactly as mkdocs.yml has it, and what a reader then reads."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import markdown
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[2]
OURS = ".label, .links, .missing"
"""What pages add to the source's words."""


@cache
def extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The extension list of mkdocs.yml, besides MkDocs' own three."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        listed = yaml_load(file)["markdown_extensions"]
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
    body = re.sub(r"<(?=/?(?:p|div|li|t[dhr]|h\d|br|ul|ol|table|caption|figure|figcaption)\b)", " <", body)
    return LexborHTMLParser(f"<!doctype html><html><body>{body}</body></html>")


def source_words(text: str) -> list[str]:
    """The words a reader reads, without what the pages add."""
    page = html(text)
    for added in page.css(OURS):
        added.decompose()
    body = page.body
    return words(body.text() if body else "")


def words(text: str) -> list[str]:
    """A text's words, punctuation left aside: it may touch a word or stand alone."""
    return re.findall(r"\w+", text)


def ids(text: str) -> list[str]:
    """Every id on the page, in order."""
    return [node.attributes["id"] or "" for node in html(text).css("[id]")]
