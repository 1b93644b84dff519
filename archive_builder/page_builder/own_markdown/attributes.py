"""Attributes: those of HTML tags, and the lists of `attr_list`, as in `{: .meta #name }`."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from archive_builder.page_builder.own_markdown.unsure import UnsureError

HTML_ATTRIBUTES = r"""(?:\ [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>`\\\[\]]*")?)*"""
"""The attributes of a tag, each after one blank; in a verbose pattern."""
_HTML_ATTRIBUTE = re.compile(r' (?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:="(?P<value>[^"]*)")?')
_NAME = r"[^\W_][^\W_:.-]*(?:[:.-]+[^\W_:.-]+)*"
_VALUE = r"""[^"{}<>&\\`*_\[\]!\n]*"""
"""A value that no inline pattern of Markdown finds anything in."""
LIST = re.compile(rf'\{{: (?:(?:[.#]{_NAME}|[a-z-]+="{_VALUE}") )+\}}')
_IN_LIST = re.compile(rf'(?P<sign>[.#])(?P<word>{_NAME})|(?P<name>[a-z-]+)="(?P<value>{_VALUE})"')
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|#\d+);")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def read_list(text: str) -> dict[str, str]:
    """Return the attributes of a list that `LIST` matches."""
    found: dict[str, str] = {}
    classes: list[str] = []
    for each in _IN_LIST.finditer(text):
        if each["sign"] == ".":
            classes.append(each["word"])
        elif each["sign"]:
            found["id"] = each["word"]
        else:
            found[each["name"]] = each["value"]
    if classes and "class" in found:
        raise UnsureError("a class given in two ways")
    return {**found, "class": " ".join(classes)} if classes else found


def read_html(text: str) -> dict[str, str]:
    """Return the attributes of a block's tag, with their character references resolved once."""
    found: dict[str, str] = {}
    for each in _HTML_ATTRIBUTE.finditer(text):
        value = each["name"] if each["value"] is None else each["value"]
        if "&" in _REFERENCE.sub("", value):
            raise UnsureError(f"an ampersand in an attribute: {value}")
        if each["name"] in found or not each["name"].islower():
            raise UnsureError(f"an attribute given twice, or in capitals: {each['name']}")
        found[each["name"]] = html.unescape(value)
    return found


def find_anchors(tag: str, text: str) -> list[str]:
    """Return what links can lead to among the attributes of a tag."""
    names = ("id", "name") if tag == "a" else ("id",)
    given = _HTML_ATTRIBUTE.finditer(text)
    return [html.unescape(each["value"] or "") for each in given if each["name"] in names]


def write(attributes: Mapping[str, str]) -> str:
    """Return attributes as Python-Markdown writes them: by their names, each after a blank."""
    return "".join(f' {name}="{_escape(value)}"' for name, value in sorted(attributes.items()))


def _escape(value: str) -> str:
    if "&" in value:
        value = _BARE_AMPERSAND.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
