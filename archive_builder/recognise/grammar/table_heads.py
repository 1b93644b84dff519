"""What the columns of a table hold, by what they are headed; and whether a cell says that a thing is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from archive_builder.model import ActionStatus, Block, Row
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.tick_boxes import has_boxes, is_tick, without_unticked
from archive_builder.text.words import folded


def columns(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which field each column of a table holds, by the vocabulary's `columns`.

    A heading that the vocabulary does not know is read by its parts: "Action / Owner", "Progress (RAG)".
    """
    if not table.header:
        return {}
    headings = headings_of(table)
    meanings = {name: _one_of(known) for name, known in vocabulary.columns.items()}
    found = _assigned(headings, meanings)
    for column, heading in enumerate(headings):
        if column not in found.values() and (name := _part_of(heading, meanings)) and name not in found:
            found[name] = column
    return found


def _part_of(heading: str, meanings: Mapping[str, _Meaning]) -> str:
    """The first field of a table of actions that a part of a heading names; empty where none does."""
    parts = _PARTS.split(heading)
    if len(parts) < _PAIR:
        return ""
    named = (name for part in parts if part for name in _IN_ORDER if meanings[name](part.strip()))
    return next(named, "")


_PARTS = re.compile(r"\s*(?:[/&,()|]|\band\b|\bor\b|\s[–—-]\s)\s*", re.IGNORECASE)
_IN_ORDER = ("identifier", "meeting", "action", "update", "status", "owner", "due")
OF_ACTIONS = frozenset(_IN_ORDER)
"""The fields that tables of actions have."""


def fields_of(table: Block, heads: Mapping[str, Rule], vocabulary: Vocabulary) -> dict[str, int]:
    """Which field each column of a table holds, by the rule that its heading fits."""
    meanings = {name: _fits(rule, vocabulary) for name, rule in heads.items()}
    return _assigned(headings_of(table), meanings) if table.header else {}


def headings_of(table: Block) -> list[str]:
    """What the columns of a table are headed, without marks around it; a first row that is a title is passed by."""
    heads = table.rows[1 if table.header > 1 and _is_title(table.rows[0]) else 0]
    return [heads.cell(column).strip(" :.*") for column in range(len(heads.cells))]


_Meaning = Callable[[str], bool]


def _one_of(headings: Container[str]) -> _Meaning:
    return lambda heading: _plain_head(heading) in headings


@lru_cache(maxsize=2048)
def _plain_head(heading: str) -> str:
    """A heading in small letters without the sign of a plural: "Action(s)" is "actions"."""
    return folded(_PLURAL.sub("s", heading).casefold())


_PLURAL = re.compile(r"\(s\)", re.IGNORECASE)


def _fits(rule: Rule, vocabulary: Vocabulary) -> _Meaning:
    return lambda heading: rule.match(heading, vocabulary) is not None


def _assigned(headings: Sequence[str], meanings: Mapping[str, _Meaning]) -> dict[str, int]:
    """The column of each field. A column holds one field; of those its heading may mean, the first that is free."""
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        free = (name for name, fits in meanings.items() if name not in found and fits(heading))
        if heading and (name := next(free, "")):
            found[name] = column
    return found


def below_title(table: Block, vocabulary: Vocabulary) -> Block:
    """A table whose first row is only its title, with the rows down to its heads as its header.

    It is one where the first row has a single cell with words, and the second names two fields.
    """
    if len(table.rows) <= _PAIR or table.header > 1:
        return table
    heads = replace(table, rows=table.rows[1:], header=1)
    return (
        replace(table, header=2)
        if _is_title(table.rows[0]) and len(columns(heads, vocabulary)) >= _PAIR
        else table
    )


def _is_title(row: Row) -> bool:
    return len(row.cells) > _PAIR and sum(1 for text in row.texts if text.strip()) == 1


def body_rows(table: Block) -> list[tuple[int, Row]]:
    """The rows below a table's header, with their index; a header printed again is no row."""
    heads = [row.texts for row in table.rows[: table.header]]
    return [(at, row) for at, row in enumerate(table.rows) if at >= table.header and row.texts not in heads]


def form_of(table: Block, vocabulary: Vocabulary) -> list[tuple[str, int]]:
    """The fields of a table that is a form, each with its row: what it is called stands left, what it says right.

    Empty for a table in which any row is no such pair: "Action | Send the figures", "Update | Sent in May".
    """
    fields = [(_field(row.cell(0), vocabulary), at) for at, row in enumerate(table.rows)]
    pairs = all(len(row.cells) == _PAIR for row in table.rows)
    return fields if pairs and len(fields) > 1 and all(name for name, _ in fields) else []


_PAIR = 2


def _field(heading: str, vocabulary: Vocabulary) -> str:
    """The field that a heading names, else nothing."""
    said = heading.strip(" :.*").casefold()
    return next((name for name, headings in vocabulary.columns.items() if said in headings), "")


OUTSTANDING = Rule(
    "still-to-be-done",
    r"""\b (?: {OUTSTANDING}
          | (?: not | never ) \s+ (?:yet\s+)? (?:been\s+)? (?:\w+ly\s+)? {COMPLETED}
          | (?: to | will | should | must | can | may ) \s+ be \s+ (?:\w+ly\s+)? {COMPLETED}
          | {COMPLETION} \s+ (?: is \s+ | {DATE_WORD} \s+ )? {EXPECTED}
          | due \s+ for \s+ {COMPLETION} ) \b""",
    ("Ongoing", "not yet closed", "to be completed in May", "completion expected in June"),
    ("Closed in May",),
    act=Act.REPORTS,
    anywhere=True,
)
"""What says that a thing is still to be done; it may be told in the words of its being done ("not yet closed")."""
COMPLETED = Rule(
    "done",
    r"\b {COMPLETED} \b",
    ("Closed in May", "Completed"),
    ("Closing in May",),
    act=Act.REPORTS,
    anywhere=True,
)


def state_of(text: str, vocabulary: Vocabulary) -> ActionStatus | None:
    """What a text says of an action: outstanding, completed, or nothing.

    Of tick boxes the words count that are ticked ("☐ Open ☒ Closed"); a tick alone says that it is done.
    """
    if has_boxes(text):
        chosen = without_unticked(text)
        if not chosen.strip():
            return ActionStatus.COMPLETED if is_tick(text) else ActionStatus.OUTSTANDING
        text = chosen
    if OUTSTANDING.match(text, vocabulary):
        return ActionStatus.OUTSTANDING
    return ActionStatus.COMPLETED if COMPLETED.match(text, vocabulary) else None


def status(vocabulary: Vocabulary, *texts: str) -> ActionStatus:
    """Return the state of an action: as the first of some texts says that tells it, else outstanding."""
    return next((said for text in texts if (said := state_of(text, vocabulary))), ActionStatus.OUTSTANDING)
