"""What the columns of a table hold, by what they are headed; and whether a cell says that a thing is done."""

from __future__ import annotations

import re
from functools import lru_cache

from archive_builder.model import ActionStatus, Block, Row
from archive_builder.settings import Vocabulary
from archive_builder.text.words import phrase


@lru_cache(maxsize=8)
def _states(
    completed: tuple[str, ...], outstanding: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that a thing is still to be done, and what says that it is done.

    The first is looked for first: it may be told in the words of the second ("not yet closed").
    """
    ended = rf"(?:{phrase(completed)})"
    open_still = rf"""\b(?: {phrase(outstanding)}
          | (?: not | never ) \s+ (?:yet\s+)? (?:been\s+)? (?:\w+ly\s+)? {ended}
          | (?: to | will | should | must | can | may ) \s+ be \s+ (?:\w+ly\s+)? {ended}
          | completion \s+ (?:is\s+|date\s+)? (?: expected | due | planned | target\w* )
          | due \s+ for \s+ completion )\b"""
    return (
        re.compile(open_still, re.IGNORECASE | re.VERBOSE),
        re.compile(rf"\b{ended}\b", re.IGNORECASE),
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


def state_of(text: str, vocabulary: Vocabulary) -> ActionStatus | None:
    """What a text says of an action: outstanding, completed, or nothing."""
    open_still, done = _states(vocabulary.completed, vocabulary.outstanding)
    if open_still.search(text):
        return ActionStatus.OUTSTANDING
    return ActionStatus.COMPLETED if done.search(text) else None


def status(vocabulary: Vocabulary, *texts: str) -> ActionStatus:
    """Whether an action is completed or outstanding: as the first of some texts says that tells it."""
    return next((said for text in texts if (said := state_of(text, vocabulary))), ActionStatus.OUTSTANDING)
