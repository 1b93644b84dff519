"""Whether letters of one colour can be told from a ground of another."""

from __future__ import annotations

import re

WHITE, BLACK = "ffffff", "000000"
UNKNOWN = ""
"""A ground that nobody can tell: a drawing, a picture."""
SMALLEST = 2.0
"""Points: smaller letters cannot be read."""
_CONTRAST = 24
"""The least difference of red, green or blue, of 255, that a reader can see."""
_HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)


def hex_of(text: str | None) -> str | None:
    """A colour as six digits; None where none is named ("auto", "transparent")."""
    match = _HEX.fullmatch(text or "")
    return match[1].lower() if match else None


def are_alike(letters: str, ground: str) -> bool:
    """True if a reader cannot tell letters from their ground; False where the ground is not known."""
    if UNKNOWN in (letters, ground):
        return False
    return (
        max(abs(one - other) for one, other in zip(_parts(letters), _parts(ground), strict=True)) < _CONTRAST
    )


def is_dark(colour: str) -> bool:
    """True if black letters cannot be read on a ground."""
    return max(_parts(colour)) < 2 * _CONTRAST


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)
