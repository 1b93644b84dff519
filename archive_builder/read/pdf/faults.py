"""Whose fault an exception is: a library's, which a damaged file makes stumble, or ours."""

from __future__ import annotations

import traceback

LIBRARIES = frozenset({"pdfminer", "pdfplumber", "pypdfium2", "pypdfium2_raw"})
_OURS = "archive_builder"


def is_of_library(error: BaseException) -> bool:
    """True if a library raised an exception on its own way through a file, and not code of this program.

    The innermost frame of either decides: pdfminer raises whatever a damaged object makes it stumble over.
    """
    names = (str(frame.f_globals.get("__name__", "")) for frame, _ in traceback.walk_tb(error.__traceback__))
    packages = (name.partition(".")[0] for name in names)
    own = [package for package in packages if package in LIBRARIES or package == _OURS]
    return bool(own) and own[-1] in LIBRARIES
