"""A table of actions as its columns: by their heads, by what stands in them, or by the table that it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from archive_builder.model import Block, BlockKind, Row
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import below_title, body_rows, columns
from archive_builder.recognise.records.headless import columns_told, columns_without_heads
from archive_builder.text import dates
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class ActionTable:
    """A table with the column of each field, and whose header is counted as it is."""

    table: Block
    fields: Mapping[str, int]
    headless: bool = False
    """No head names its columns."""

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
            yield ActionRow(number, said, group)

    def _group_title(self, row: Row) -> str:
        """The words of a row that only names the meeting or matter of the rows below it."""
        filled = [column for column, text in enumerate(row.texts) if text]
        if len(filled) != 1 or filled[0] or len(row.cells) <= _PAIR:
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
    said: Mapping[str, str]
    group: str = ""
    """The title of the group of rows that it stands in."""


_PAIR = 2
_TITLE_WORDS = 12


@dataclass(slots=True)
class Reader:
    """Reads the tables of a draft in order, for one may go on what the one before it began."""

    draft: Draft
    _last: tuple[int, ActionTable] | None = field(default=None)

    def read(self, index: int) -> ActionTable:
        """The table at a block as one of actions; without fields if it is none."""
        found = self._fields(index)
        if "action" in found.fields:
            self._last = (index, found)
        return found

    def _fields(self, index: int) -> ActionTable:
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
