"""What the columns of a table hold, by what they are headed; and whether a cell says that a thing is done."""

from __future__ import annotations

import re

from archive_builder.model import Block, Row
from archive_builder.settings import Vocabulary

_ENDED = r"(?:complet\w*|closed|discharged|done|achieved|finished|implemented|actioned|resolved|delivered)"
_DONE = re.compile(
    rf"\b(?:{_ENDED}|withdrawn|superseded|cancelled|no\s+longer\s+(?:required|needed|relevant))\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    rf"""\b(?: outstanding | open | on-?going | in\s+progress | overdue | pending | awaiting | awaited
          | carried\s+(?:over|forward) | partial\w* | incomplete
          | (?: not | never ) \s+ (?:yet\s+)? (?:been\s+)? (?:\w+ly\s+)? {_ENDED}
          | (?: to | will | should | must | can | may ) \s+ be \s+ (?:\w+ly\s+)? {_ENDED}
          | completion \s+ (?:is\s+|date\s+)? (?: expected | due | planned | target\w* )
          | due \s+ for \s+ completion )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A thing that is still to be done is told in the words of one that is done: this is looked for first."""


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
