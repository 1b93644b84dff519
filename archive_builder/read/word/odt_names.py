"""The names of OpenDocument's XML, and what of it is never text for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
"""LibreOffice's own, for what OpenDocument cannot say yet."""
LINK = "{http://www.w3.org/1999/xlink}href"

LEFT_OUT: dict[str, str] = {
    f"{TEXT}tracked-changes": "deletions",
    f"{OFFICE}annotation": "comments",
    f"{OFFICE}annotation-end": "",
    f"{TEXT}sequence-decls": "",
    f"{TEXT}variable-decls": "",
    f"{TEXT}user-field-decls": "",
    f"{OFFICE}forms": "",
    f"{OFFICE}scripts": "",
    f"{SVG}title": "",
    f"{SVG}desc": "",
}
"""Elements that are never read, and what a person calls them; no name where nobody misses them."""


def named(root: Element | None, name: str) -> Iterator[Element]:
    """All elements of one name below a root, in document order."""
    if root is not None:
        yield from root.iter(name)
