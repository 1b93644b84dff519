"""Word files in the strict form of the standard, which names everything otherwise, in the usual names.

ISO/IEC 29500 has two sets of names for the same elements: those of its part 4 (transitional), which all
programs write, and those of its part 1 (strict), which Word writes if it is asked to.
"""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMED = re.compile(rb"""=\s*(?P<quote>["'])http://purl\.oclc\.org/ooxml/(?P<name>[\w/]+)(?P=quote)""")
_FAMILIES = (b"wordprocessingml", b"officeDocument", b"drawingml", b"schemaLibrary")
_OFFICE = b"http://schemas.openxmlformats.org/"


def transitional(part: bytes) -> bytes:
    """An XML part with the usual names for those of the strict form."""
    return _NAMED.sub(_usual, part) if _STRICT in part else part


def _usual(match: re.Match[bytes]) -> bytes:
    family, _, rest = match["name"].partition(b"/")
    if family not in _FAMILIES:
        return match[0]
    return b"=" + match["quote"] + _OFFICE + family + b"/2006/" + rest + match["quote"]
