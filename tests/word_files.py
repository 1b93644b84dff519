"""Word files of the tests as bytes: small, and the same for the same content.

The template that python-docx starts from brings hundreds of styles, once more with effects, a theme and a
picture of a page. No reader looks at them, and they make each reading ten times as long.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_UNREAD = (
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_NAMED = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"), qn("w:basedOn"), qn("w:link"), qn("w:next"))


def saved(document: Document) -> bytes:
    """A document without what nobody reads; its container has one date."""
    for holder in (document.part, document.part.package):
        for name in [name for name, each in holder.rels.items() if each.reltype in _UNREAD]:
            holder.rels.pop(name)
    _drop_styles(document)
    held, made = io.BytesIO(), io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as package, zipfile.ZipFile(made, "w") as target:
        for part in package.namelist():
            target.writestr(zipfile.ZipInfo(part), package.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _drop_styles(document: Document) -> None:
    """Keep the defaults, the styles that the text and its lists name, and those that these name."""
    root = document.styles.element
    known = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
    kept: set[str] = set()
    waiting = [name for name, style in known.items() if style.get(qn("w:default")) == "1"]
    for part in (document.element, document.part.numbering_part.element):
        waiting += _named(part)
    while waiting:
        name = waiting.pop()
        if name in known and name not in kept:
            kept.add(name)
            waiting += _named(known[name])
    for name in known.keys() - kept:
        root.remove(known[name])
    for latent in root.findall(qn("w:latentStyles")):
        root.remove(latent)


def _named(node: BaseOxmlElement) -> Iterator[str]:
    """The styles that something names."""
    for each in node.iter(*_NAMED):
        yield each.get(qn("w:val"))
