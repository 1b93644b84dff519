"""The lines of a document's head: what stands above its text and names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.facts.body_looks import generic, within_another
from archive_builder.recognise.facts.head_lines import begins_with_date
from archive_builder.recognise.facts.kind import kind_of
from archive_builder.recognise.facts.view import HEAD, LONG_LINE
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.shape.packs import is_title
from archive_builder.recognise.signs.masthead_fields import PROGRAMME_TITLE
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded, phrase

_LETTERHEAD = 8
"""Lines of the shortest letterhead that goes on for long."""
_LATEST_HEAD = 45
"""Blocks from the top in which a head may begin that stands below a long letterhead."""
_BROKEN_HEAD = 40
"""Words that the head of a text may have which is broken into a word or two a line, whatever lines they take."""


def find_head_lines(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Line]:
    """The lines above the text: up to the first numbered heading, list, table or long paragraph.

    Below a letterhead that goes on for long, a list of the members say, the head begins at its kind: "MINUTES".
    """
    lines = _lines_from(blocks, 0, vocabulary)
    top = lines[:_LETTERHEAD]
    if any(kind_of(line.text, vocabulary) is not Classification.UNKNOWN for line in top):
        return lines
    places = range(_LETTERHEAD, min(_LATEST_HEAD, len(blocks)))
    late = next((place for place in places if _is_kind_alone(blocks[place], vocabulary)), None)
    if late is None or any(_is_text(block) for block in blocks[:late]):
        return lines
    below = _lines_from(blocks, late, vocabulary)
    return below if any(dates.only_date(line.text) for line in below) else lines


def _is_text(block: Block) -> bool:
    return block.kind is BlockKind.TABLE or len(block.text) > LONG_LINE


def _is_kind_alone(block: Block, vocabulary: Vocabulary) -> bool:
    """True if a block is the name of a kind of paper and no more: "MINUTES", "Meeting minutes"."""
    text = folded(block.text).strip(" :")
    kinds = phrase(word for words in vocabulary.kinds.values() for word in words)
    return re.fullmatch(rf"(?:\w+\s+)?(?:{kinds})", text, re.IGNORECASE) is not None


def _lines_from(blocks: Sequence[Block], first: int, vocabulary: Vocabulary) -> list[Line]:
    rosters = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
    roster = re.compile(rf"(?:\d+[.)]?\s+)?(?:{rosters})\s*(?:\([^()]*\))?[:\s–-]*", re.IGNORECASE)
    lines: list[Line] = []
    count = 0
    for index, block in enumerate(blocks[first:], first):
        text = folded(block.text)
        numbered = (
            block.number or block.marker or (index > first and _is_numbered_heading(block, text, vocabulary))
        )
        below = index > first or is_title(block)
        listed = below and roster.fullmatch(text) and not _names_board(text, vocabulary)
        if block.kind is BlockKind.TABLE and first == 0 and not lines:
            lines += [Line(index, text, False) for text in _title_rows(block)]
        elif block.kind is BlockKind.TABLE:
            lines += [Line(index, text, False) for text in _dated_column(block)]
        if block.kind is BlockKind.TABLE or numbered or len(text) > 250 or listed:
            break
        if index > first and _says_who_asks(text, vocabulary):
            break
        if index - first >= HEAD and count >= _BROKEN_HEAD:
            break
        count += len(text.split())
        lines.append(Line(index, text, is_title(block)))
    return lines


def _says_who_asks(text: str, vocabulary: Vocabulary) -> bool:
    """True for the label of a question with the name of who asks it: what it heads is text."""
    label = label_match(text, vocabulary)
    return label is not None and bool(label.groupdict().get("asker"))


def _names_board(text: str, vocabulary: Vocabulary) -> bool:
    """True for "BOARD OF DIRECTORS" without a colon: the body, and not the heading of a list of its members."""
    return not text.endswith(":") and generic(text, vocabulary) and within_another(text, vocabulary)


def _title_rows(table: Block) -> Iterator[str]:
    """The lines that a table at the top begins with: rows of one cell, or its only row, which is a line cut up."""
    for row in table.rows:
        cells = [folded(text) for text in row.texts if text.strip()]
        if len(cells) != 1 and len(table.rows) > 1:
            return
        if cells:
            yield " ".join(cells)


def _dated_column(table: Block) -> Iterator[str]:
    """The first column of a table below the title that begins with the day: when and where, beside whom to ask."""
    cells = [folded(row.texts[0]) for row in table.rows if row.texts and row.texts[0].strip()]
    if cells and begins_with_date(cells[0]):
        yield from cells[:_WHEN_AND_WHERE]


_WHEN_AND_WHERE = 2
"""Cells."""


def _is_numbered_heading(block: Block, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a block is a numbered heading ("1 Purpose", "681 NOTICE"), and not a date or "2026 meeting schedule"."""
    set_apart = block.kind is BlockKind.HEADING or block.bold
    if not set_apart or not re.match(r"\d+[.\s]", text) or dates.only_date(text):
        return False
    return not (_YEAR_FIRST.match(text) and PROGRAMME_TITLE.match(text, vocabulary))


_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s")
