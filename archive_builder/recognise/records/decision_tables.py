"""Decisions of a meeting that stand in tables: in a column of decisions, in a box, in the sentences of a cell.

Named layouts: "Item | Discussion | Decision" over many rows; a box of two cells, "Decision" beside what was
decided; minutes set in cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import BlockKind, DecisionKind, Row
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.grammar.table_heads import body_rows, columns, fields_of
from archive_builder.recognise.signs.beside_decisions import DECISION_COLUMN, NOTHING_DECIDED, OUTCOME, RUN_IN
from archive_builder.recognise.signs.deciding import another_body_decides, deciding_rule, outcome_of
from archive_builder.recognise.signs.motion_outcomes import CARRIED, carried_within
from archive_builder.recognise.signs.moving import MOVED
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded

_LONGEST_SENTENCE = 600
_FEWEST_WORDS = 5
"""Words of a sentence in a cell that may decide: fewer are a label or a mark."""
_TASKS = frozenset({"owner", "due", "status", "update"})
"""Columns of a table that follows up what was decided earlier."""


@dataclass(frozen=True, slots=True)
class TableDecision:
    """A decision in a row of a table."""

    block: int
    row: int
    text: str
    kind: DecisionKind
    rule: Rule
    confidence: float


def find_decisions_in_tables(draft: Draft) -> Iterator[TableDecision]:
    """The decisions that the tables of a meeting's minutes hold, row by row."""
    taken = {row.place.first for row in (*draft.tracker_rows, *draft.programme)}
    for index, block in enumerate(draft.blocks):
        if block.kind is not BlockKind.TABLE or index in taken:
            continue
        heads = fields_of(block, {"decision": DECISION_COLUMN}, draft.vocabulary)
        if heads:
            yield from _of_column(draft, index, heads["decision"])
        elif not _TASKS & set(columns(block, draft.vocabulary)):
            for at, row in enumerate(block.rows):
                yield from _of_row(draft, index, at, row)


def _of_column(draft: Draft, index: int, column: int) -> Iterator[TableDecision]:
    for at, row in body_rows(draft.blocks[index]):
        for text in _entries(row.cell(column), draft.vocabulary):
            kind = outcome_of(DECISION_COLUMN, text, draft.vocabulary)
            if draft.read(text).fits(OUTCOME):
                text = folded(" ".join(row.texts))
            yield TableDecision(index, at, text, kind, DECISION_COLUMN, DECISION_COLUMN.confidence)


def _entries(cell: str, vocabulary: Vocabulary) -> list[str]:
    """What a cell of a column of decisions says: each line that is a sentence, else the cell."""
    lines = [folded(line) for line in cell.split("\n") if any(map(str.isalpha, line))]
    apart = all(len(line.split()) >= _FEWEST_WORDS for line in lines)
    told = lines if apart else [folded(" ".join(lines))]
    return [text for text in told if text and not read(text, vocabulary).fits(NOTHING_DECIDED)]


def _of_row(draft: Draft, index: int, at: int, row: Row) -> Iterator[TableDecision]:
    """A box "Decision | what was decided", or the sentences that decide in a row that an item's number begins."""
    cells = [cell for cell in row.texts if cell.strip()]
    if len(cells) == 2 and draft.read(folded(cells[0]).strip(" :")).fits(DECISION_COLUMN):
        for text in _entries(cells[1], draft.vocabulary):
            kind = outcome_of(DECISION_COLUMN, text, draft.vocabulary)
            yield TableDecision(index, at, text, kind, DECISION_COLUMN, DECISION_COLUMN.confidence)
        return
    if not cells or not _NUMBERED.fullmatch(cells[0].strip()):
        yield from _moved_in(draft, index, at, cells)
        return
    for cell in cells[1:]:
        for line in cell.split("\n"):
            yield from _of_line(draft, index, at, line)


def _moved_in(draft: Draft, index: int, at: int, cells: Sequence[str]) -> Iterator[TableDecision]:
    """The sentences of a row that put a motion and say what became of it: "Motion to pay: Lee/Ray – carried"."""
    for line in (line for cell in cells for line in cell.split("\n")):
        for start, end in spans(line):
            sentence = folded(line[start:end]).lstrip("• ")
            label = draft.read(sentence).match(RUN_IN)
            moved = any(
                draft.read(said).fits(MOVED) for said in (sentence, sentence[label.end() if label else 0 :])
            )
            if len(sentence) <= _LONGEST_SENTENCE and moved and carried_within(sentence, draft.vocabulary):
                kind = outcome_of(CARRIED, sentence, draft.vocabulary)
                yield TableDecision(index, at, sentence, kind, CARRIED, _LESS_SURE)


_NUMBERED = re.compile(r"[A-Z]{0,4}\s?\d[\d./-]*[a-z]?\.?")
"""The number of an item of business, which a row of minutes begins with."""
_LESS_SURE = 0.9
"""What a sentence in a cell counts, of one in running text."""


def _of_line(draft: Draft, index: int, at: int, line: str) -> Iterator[TableDecision]:
    for start, end in spans(line):
        sentence = folded(line[start:end])
        if not len(sentence.split()) >= _FEWEST_WORDS or len(sentence) > _LONGEST_SENTENCE:
            continue
        rule = deciding_rule(sentence, draft.vocabulary)
        if rule and not another_body_decides(sentence, draft.masthead.organization, draft.vocabulary):
            kind = outcome_of(rule, sentence, draft.vocabulary)
            yield TableDecision(index, at, sentence, kind, rule, rule.confidence * _LESS_SURE)
