"""What the small documents in `files/` share: invented words, a picture, and where they are written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from PIL import Image

FILES = Path(__file__).parent / "files"

ROADS = (
    "Superintendent Lindqvist reported that forty officers now patrol the ring road at night, and that"
    " collisions fell from 61 to 48 in the year. The Chair asked whether the cameras would be moved. "
)
LIBRARY = (
    "Members heard that the library at Orchard Green opened on Saturdays from the first of May. The survey"
    " of visitors showed that most came on foot, and that few knew of the reading group. "
)
SAID = "Bars of the lanterns mended each month"
"""What stands for a picture."""


def picture(width: int = 300) -> io.BytesIO:
    """A plain green picture."""
    held = io.BytesIO()
    Image.new("RGB", (width, 200), (20, 110, 60)).save(held, "PNG")
    held.seek(0)
    return held


def zipped(name: str, parts: dict[str, bytes]) -> None:
    """A zip container with one date, so that the same content is the same file."""
    with zipfile.ZipFile(FILES / name, "w", zipfile.ZIP_DEFLATED) as made:
        for part, content in parts.items():
            made.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
