"""Votes that are printed as a table: a row a member."""

from __future__ import annotations

from collections.abc import Mapping

from archive_builder.model import Block
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.table_heads import body_rows, headings_of
from archive_builder.recognise.signs.voting import SIDE, TOTAL, VOTE_COLUMN, VOTER, side_of
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded


def names_in_table(block: Block, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]] | None:
    """Who voted how in a table with a row a member, by side: a column a side, or one column that says the side.

    None for any other table.
    """
    heads = headings_of(block) if block.header else []
    voters = [at for at, head in enumerate(heads) if read(head, vocabulary).fits(VOTER)]
    sides = {
        at: side_of(match) for at, head in enumerate(heads) if (match := read(head, vocabulary).match(SIDE))
    }
    said = [at for at, head in enumerate(heads) if read(head, vocabulary).fits(VOTE_COLUMN)]
    if not voters or not (len(sides) > 1 or said):
        return None
    names: dict[str, tuple[str, ...]] = {}
    for _, row in body_rows(block):
        name = folded(row.cell(voters[0]))
        if not name or read(name, vocabulary).fits(TOTAL):
            continue
        cells = {at: row.cell(at).strip() for at in (*sides, *said)}
        if side := _ticked(cells, sides, vocabulary):
            names[side] = (*names.get(side, ()), name)
    return names


def _ticked(cells: Mapping[int, str], sides: Mapping[int, str], vocabulary: Vocabulary) -> str:
    """The side that a member's cells tell; empty where they tell none, or two."""
    ticked = [sides[at] for at, cell in cells.items() if at in sides and cell.strip("-–0")]
    spoken = [
        match
        for at, cell in cells.items()
        if at not in sides and (match := read(cell, vocabulary).match(SIDE))
    ]
    told = {*ticked, *map(side_of, spoken)}
    return told.pop() if len(told) == 1 else ""
