"""What the columns of a table hold, by what they are headed."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from archive_builder.model import Block, Row
from archive_builder.recognise.grammar.action_heads import HEADS_OF_ACTIONS, LONGEST_HEAD, RISK_HEAD
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded


def columns(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which field each column of a table holds, by the vocabulary's `columns`.

    A heading that the vocabulary does not know is read by its parts ("Action / Owner", "Progress (RAG)");
    in a table that has a column of actions besides, it is read by its words ("Position in May").
    """
    if not table.header:
        return {}
    headings = headings_of(table)
    meanings = {name: _one_of(known) for name, known in vocabulary.columns.items()}
    found = _assigned(headings, meanings)
    _add(found, headings, lambda heading: _part_of(heading, meanings))
    if is_of_risks(table, vocabulary):
        return {name: column for name, column in found.items() if name != "action"}
    _add(found, headings, lambda heading: _task_head(heading, vocabulary))
    if "action" in found:
        _add(found, headings, lambda heading: beside_actions(heading, vocabulary))
    return found


def is_of_risks(table: Block, vocabulary: Vocabulary) -> bool:
    """True for a register of risks: what it plans are no actions of a meeting."""
    return bool(table.header) and any(RISK_HEAD.match(heading, vocabulary) for heading in headings_of(table))


def _add(found: dict[str, int], headings: Sequence[str], named: Callable[[str], str]) -> None:
    """Add the columns that are still free and whose heading names a field that is."""
    for column, heading in enumerate(headings):
        if column not in found.values() and (name := named(heading)) and name not in found:
            found[name] = column


def _task_head(heading: str, vocabulary: Vocabulary) -> str:
    """ "action" for a heading such as "Outstanding actions", else nothing."""
    return "action" if HEADS_OF_ACTIONS["action"].match(heading, vocabulary) else ""


def beside_actions(heading: str, vocabulary: Vocabulary) -> str:
    """The field that the words of a heading name, in a table of actions; empty where none does."""
    if len(heading.split()) > LONGEST_HEAD:
        return ""
    return next((name for name, rule in HEADS_OF_ACTIONS.items() if rule.match(heading, vocabulary)), "")


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
    if len(table.rows) < _PAIR or table.header > 1:
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
