"""What the columns of a table hold, by what they are headed; and whether a cell says that a thing is done."""

from __future__ import annotations

import re

from archive_builder.model import Block, Row
from archive_builder.settings import Vocabulary

_DONE = re.compile(
    r"\b(?:complet\w*|closed|discharged|done|achieved|finished|implemented|actioned|resolved|delivered)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:outstanding|open|ongoing|in\s+progress|not\s+(?:yet\s+)?complete\w*|overdue|pending|awaiting|awaited|carried\s+(?:over|forward)|on-going|partial\w*|incomplete)\b",
    re.IGNORECASE,
)


def columns(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which field each column of a table holds, by its heading.

    A column holds one field; of the fields its heading may mean, the first of the vocabulary that
    no column before it has taken.
    """
    if not table.header:
        return {}
    found: dict[str, int] = {}
    for index in range(len(table.rows[0].cells)):
        heading = table.rows[0].cell(index).casefold().strip(" .:*")
        meant = (
            name for name, headings in vocabulary.columns.items() if heading in headings and name not in found
        )
        if heading and (name := next(meant, "")):
            found[name] = index
    return found


def body_rows(table: Block) -> list[tuple[int, Row]]:
    """The rows below a table's header, with their index."""
    return list(enumerate(table.rows))[table.header :]


def told(text: str) -> str:
    """What a text says of an action: "outstanding", "completed", or nothing."""
    if _NOT_DONE.search(text):
        return "outstanding"
    return "completed" if _DONE.search(text) else ""


def status(*texts: str) -> str:
    """Whether an action is completed or outstanding: as the first of some texts says that tells it."""
    return next((said for text in texts if (said := told(text))), "outstanding")
