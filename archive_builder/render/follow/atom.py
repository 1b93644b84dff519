"""Atom feeds as bytes: the same entries give the same bytes.

A browser shows a feed as a page that says what it is: a style, and a few elements of XHTML in it (RFC 4287
lets both stand there; feed readers pass over them).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from archive_builder.lang import LANGUAGE
from archive_builder.lang.interface import say

NAMESPACE = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STYLE = "assets/style/feed.css"
UNKNOWN_DAY = date(2000, 1, 1)
"""A feed must say when it was updated; an archive without a date says this."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed."""

    url: str
    """Page and anchor below the site's root; with the site's address before it, also the entry's id."""
    title: str
    day: date
    """Of the document: the archive knows no other time."""
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What a feed says of itself."""

    path: str
    """Its own address below the site's root."""
    page: str
    """The page that it belongs to."""
    title: str
    about: str
    """The page that says how to follow a feed."""
    author: str
    """Who publishes the archive."""
    day: date | None
    """When it was updated, if it has no entries."""


def write_feed(heads: Heads, entries: Sequence[Entry], address: str) -> bytes:
    """A feed; `address` is the site's, with a slash at its end.

    Source: RFC 4287. Ids are addresses, which this archive promises to keep.
    """
    ET.register_namespace("", NAMESPACE)
    feed = ET.Element(f"{{{NAMESPACE}}}feed", {LANG: LANGUAGE})
    _add(feed, "id", f"{address}{heads.path}")
    _add(feed, "title", heads.title)
    _introduction(_add(feed, "subtitle", type="xhtml"), heads, address)
    newest = max((entry.day for entry in entries), default=heads.day or UNKNOWN_DAY)
    _add(feed, "updated", _instant(newest))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{address}{heads.path}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{address}{heads.page}")
    _add(_add(feed, "author"), "name", heads.author)
    for entry in entries:
        _entry(feed, entry, address)
    ET.indent(feed)
    declaration, _, text = bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)).partition(b"\n")
    style = f'<?xml-stylesheet type="text/css" href="{"../" * heads.path.count("/")}{STYLE}"?>'
    return b"\n".join([declaration, style.encode(), text, b""])


def _introduction(subtitle: ET.Element, heads: Heads, address: str) -> None:
    """What a feed is and where it says how to follow it, for somebody who opens it in a browser."""
    division = _add(subtitle, "div", "", "", xmlns=XHTML)
    _add(division, "h1", heads.title, "")
    _add(division, "p", say("feeds.what_it_is"), "")
    way = _add(division, "p", "", "")
    _add(way, "a", say("feeds.how_to_follow"), "", href=f"{address}{heads.about}")


def _entry(feed: ET.Element, entry: Entry, address: str) -> None:
    element = _add(feed, "entry")
    heading = _add(element, "h2", "", "", xmlns=XHTML)
    _add(heading, "a", entry.title, "", href=f"{address}{entry.url}")
    _add(element, "id", f"{address}{entry.url}")
    _add(element, "title", entry.title)
    _add(element, "updated", _instant(entry.day))
    _add(element, "link", rel="alternate", type="text/html", href=f"{address}{entry.url}")
    _add(element, "category", term=entry.kind)
    _add(element, "summary", entry.text)


def _add(
    parent: ET.Element, name: str, text: str = "", namespace: str = NAMESPACE, **attributes: str
) -> ET.Element:
    """Add an element; one without a namespace is in that of its `xmlns`, or of the element around it."""
    clean = {key: _NOT_XML.sub(" ", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name, clean)
    if text:
        element.text = _NOT_XML.sub(" ", text)
    return element


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
