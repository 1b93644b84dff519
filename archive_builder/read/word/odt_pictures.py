"""Pictures of an OpenDocument text: frames that hold one, and the words that stand for it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive_builder.read.word.odt_names import DRAW, SVG

PICTURE = "picture"
"""The name that an image is given; no OpenDocument element has it."""
ALT = "alt"
_FRAME, _IMAGE = f"{DRAW}frame", f"{DRAW}image"


def pictured(body: Element) -> None:
    """Mark the pictures of a text in place, each with its description, else its title.

    A chart is a picture too: beside the object that draws it stands an image of it. Called before
    descriptions are taken out.
    """
    for frame in body.iter(_FRAME):
        image = frame.find(_IMAGE)
        if image is not None:
            said = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
            image.tag = PICTURE
            image.set(ALT, " ".join(said.split()))
