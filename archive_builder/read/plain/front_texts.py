"""Texts that front matter holds: agenda and minutes as values of their own, printed as parts of the document."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence

from archive_builder import lang
from archive_builder.read.plain.front_lists import spans

LONGEST_VALUE = 300
"""Characters of the longest value; what is longer is text."""
_BLOCK = re.compile(r"[A-Za-z][\w -]{0,30}?\s*:\s*[>|][-+\d]*\s*(?:#.*)?")
"""A key whose value is the block of indented lines below it."""


def is_text(value: object) -> bool:
    """True if a value is a text of its own, as the agenda of a meeting: no words of the document are set aside."""
    return isinstance(value, str) and len(value) > LONGEST_VALUE


def are_read(values: Mapping[str, object]) -> bool:
    """True if every value that is a text stands under the key of a part of a document."""
    return all(_label(key) for key, value in values.items() if is_text(value))


def texts_of(lines: Sequence[str], values: Mapping[str, object]) -> dict[int, str]:
    """The lines of front matter, by their numbers, in which a part of the document is printed.

    Where one value is a text of its own, the title and a shorter one under the key of a part are printed, too.
    The key is the part's heading; only blocks of indented lines are printed, for in them a line is a line of the text.
    """
    printed: dict[int, str] = {}
    if not any(is_text(value) for value in values.values()):
        return printed
    for key, first, last in spans(lines):
        if key.casefold() == "title" and first == last:
            printed[first] = f"# {values[key]}"
            continue
        label = _label(key)
        if not label or not isinstance(values.get(key), str) or not _BLOCK.fullmatch(lines[first - 1]):
            continue
        body = textwrap.dedent("\n".join(lines[first:last])).split("\n")
        printed[first] = f"## {label}"
        printed |= dict(enumerate(body, first + 1))
    return printed


def _label(key: str) -> str:
    """What the part under a key is headed; empty for all other keys."""
    labels: Mapping[str, str] = lang.table("web_pages")["front_matter_texts"]
    return labels.get(re.sub(r"[ -]", "_", key.casefold()), "")
