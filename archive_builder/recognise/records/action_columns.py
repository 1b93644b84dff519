"""A table of actions as its columns: by their heads, by what stands in them, or by the table that it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from archive_builder.model import Block, BlockKind, Row, plain
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.table_heads import OF_ACTIONS, below_title, body_rows, columns
from archive_builder.recognise.records.headless import columns_told, columns_without_heads
from archive_builder.recognise.signs.action_marks import ENTRY_SORT
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class ActionTable:
    """A table, or the part of one, with the column of each field, and whose header is counted as it is."""

    table: Block
    fields: Mapping[str, int]
    headless: bool = False
    """No head names its columns."""
    start: int = 0
    """The row of the document's table at which it begins."""
    title: str = ""
    """What the row above says, where it begins within a table."""

    def rows(self) -> Iterator[ActionRow]:
        """The rows that hold something of an action, each with the group that it stands in.

        A row whose only words span the table is the title of a group.
        """
        group = ""
        for number, row in body_rows(self.table):
            if title := self._group_title(row):
                group = title
                continue
            said = {name: row.cell(column) for name, column in self.fields.items()}
            yield ActionRow(self.start + number, row, said, group)

    def _group_title(self, row: Row) -> str:
        """The words of a row that only names the meeting or matter of the rows below it."""
        if not _spans(row):
            return ""
        bold = all(run.bold for run in row.cells[0] if run.text.strip())
        title = row.cell(0)
        if self.fields.get("action") or bold or dates.month_of(title):
            return title if len(title.split()) <= _TITLE_WORDS else ""
        return ""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row of such a table: what it says in each field."""

    number: int
    """Its index in the document's table."""
    row: Row
    said: Mapping[str, str]
    group: str = ""
    """The title of the group of rows that it stands in."""

    def lines(self, fields: Mapping[str, int]) -> Mapping[str, tuple[str, ...]]:
        """The lines of the cell of each field, as they stand in the cell."""
        cells = {name: plain(self.row.cells[at]) for name, at in fields.items() if at < len(self.row.cells)}
        return {
            name: tuple(folded(line) for line in cell.split("\n") if line.strip())
            for name, cell in cells.items()
        }

    def is_decision(self, vocabulary: Vocabulary) -> bool:
        """True if a cell says that the row is a decision or remark: some lists hold both."""
        return any(read(text, vocabulary).fits(ENTRY_SORT) for text in self.row.texts)


_PAIR = 2
_TITLE_WORDS = 12


def _spans(row: Row) -> bool:
    """True for a row of a table of several columns whose only words stand in the first."""
    filled = [column for column, text in enumerate(row.texts) if text]
    return filled == [0] and len(row.cells) > _PAIR


@dataclass(slots=True)
class Reader:
    """Reads the tables of a draft in order, for one may go on what the one before it began."""

    draft: Draft
    _last: tuple[int, ActionTable] | None = field(default=None)
    _heads: tuple[int, Row] | None = field(default=None)
    """A table that is nothing but the heads of the next one, and its row of heads."""

    def read(self, index: int) -> tuple[ActionTable, ...]:
        """The table at a block as tables of actions; without fields if it is none."""
        whole = self._below_heads(index) or self._whole(index)
        if whole.table.header and not whole.table.rows[whole.table.header :]:
            self._heads = (index, whole.table.rows[-1])
            return (replace(whole, fields={}),)
        found = (whole,) if "action" in whole.fields else tuple(self._within(index)) or (whole,)
        if "action" in found[-1].fields:
            self._last = (index, found[-1])
        return found

    def _below_heads(self, index: int) -> ActionTable | None:
        """The table at a block with the heads that stand in the table before it, at the end of a page."""
        at, heads = self._heads or (index, None)
        table = self.draft.blocks[index]
        if heads is None or at != index - 1 or len(table.rows[0].cells) != len(heads.cells):
            return None
        below = replace(table, rows=(heads, *table.rows), header=1)
        fields = columns_told(self.draft, below, columns(below, self.draft.vocabulary))
        return ActionTable(below, fields, start=-1) if len(fields) > 1 else None

    def _whole(self, index: int) -> ActionTable:
        table = below_title(self.draft.blocks[index], self.draft.vocabulary)
        named = columns(table, self.draft.vocabulary)
        told = ActionTable(table, columns_told(self.draft, table, named))
        if len(named) > 1 or "action" in told.fields:
            return told
        bare = replace(table, header=0)
        if before := self._continued(index, bare):
            return ActionTable(bare, before.fields)
        without = ActionTable(bare, columns_without_heads(self.draft, bare), headless=True)
        return without if without.fields else told

    def _within(self, index: int) -> Iterator[ActionTable]:
        """The parts of a table that begin with a row of heads, each up to a row that spans the table."""
        rows = self.draft.blocks[index].rows
        at = 1
        while at < len(rows) - 1:
            part = self._part(index, at) if not _spans(rows[at]) else None
            if part is not None:
                yield part
                at += len(part.table.rows)
            else:
                at += 1

    def _part(self, index: int, at: int) -> ActionTable | None:
        block = self.draft.blocks[index]
        named = columns(replace(block, rows=block.rows[at : at + 1], header=1), self.draft.vocabulary)
        if "owner" not in named or len(OF_ACTIONS & named.keys()) < _PAIR:
            return None
        end = next((end for end in range(at, len(block.rows)) if _spans(block.rows[end])), len(block.rows))
        table = replace(block, rows=block.rows[at:end], header=1)
        fields = columns_told(self.draft, table, named)
        title = block.rows[at - 1].cell(0) if _spans(block.rows[at - 1]) else ""
        return ActionTable(table, fields, start=at, title=title) if "action" in fields else None

    def _continued(self, index: int, table: Block) -> ActionTable | None:
        """The table before, if this one is as wide and nothing but the end of a page may stand between."""
        if self._last is None:
            return None
        at, before = self._last
        between = self.draft.blocks[at + 1 : index]
        near = len(between) <= 1 and all(
            block.kind is BlockKind.PARAGRAPH and len(folded(block.text).split()) <= _TITLE_WORDS
            for block in between
        )
        width = len(before.table.rows[0].cells)
        return before if near and all(len(row.cells) == width for row in table.rows) else None
