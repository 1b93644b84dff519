"""File names: those of sources as readers see them, and as any server and any computer can keep them."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""Characters of a safe name, its ending included."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)", re.IGNORECASE)
"""What Windows takes for a device, whatever ending follows.

Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""
_UNSEEN = "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
"""Characters that turn the direction of what follows, or cannot be seen at all."""
_NOT_SHOWN = re.compile(rf"[\x00-\x1f\x7f-\x9f{_UNSEEN}\ud800-\udfff]")


def safe(name: str, ending: str) -> str:
    """A file's name for an address: ASCII letters and digits, hyphens, underscores, one `ending`.

    `ending` is in lower case, with its dot, and decides what a server says the file is: another ending
    in the name becomes part of its stem ("notes.html" with ".txt": "notes-html.txt"), for some
    servers act upon every dot in a name. A name of no such letters is called "document".
    """
    plain = unicodedata.normalize("NFKD", name.replace("\\", "/").rpartition("/")[2])
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    stem, dot, own = plain.rpartition(".")
    if not dot or f".{own.lower()}" != ending:
        stem = f"{stem}.{own.lower()}" if stem else own
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", _NOT_SHOWN.sub("", stem)).strip("-_")
    stem = stem[: LONGEST - len(ending)].rstrip("-_") or "document"
    if _RESERVED.fullmatch(stem):
        stem = f"document-{stem}"
    return f"{stem}{ending}"


def shown(name: str) -> str:
    """A file's own name as readers see it: what is unseen or turns the writing's direction is marked."""
    return _NOT_SHOWN.sub("\ufffd", name.rpartition("/")[2])
