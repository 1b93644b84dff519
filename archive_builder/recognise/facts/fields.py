"""The fields of a document's head: "Date: 4 March 2025", on lines of their own or as the cells of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.facts.view import HEAD, LONG_LINE, OPENING
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD, REPORT_OF
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded

_FIELD = r"""
    (?P<field> {HEAD_FIELD} | {HEAD_TIME} | {HEAD_BEGAN} | {HEAD_PLACE} ) \s? [:;–-] \s? (?P<value> .+ )
"""
_ENTRY = r"""
    (?P<field> {DATE_WORD} | {HEAD_TIME} | {HEAD_BEGAN} | {HEAD_PLACE} | {HEAD_ENDED} ) \s? : \s? (?P<value> .+ )
"""
"""A field that stands as a heading, or among others as the entry of a list: "- Location: The Hut"."""
_SPACED = r"(?P<field> {DATE_WORD} | {HEAD_TIME} | {HEAD_PLACE} ) \s+ (?P<value> (?-i:[A-Z\d]) .+ )"
_MOST_CELLS = 8
_FEWEST_ENTRIES = 2
"""Fields among the entries of one list: a list with one of them can be about anything, as a list of plans is."""


def read_fields(lines: Sequence[Line], blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[str, str]:
    """The fields of the lines of the head, and of a form among the first blocks; the first of a name counts."""
    found: dict[str, str] = {}
    texts = (
        *(line.text for line in lines),
        *_form_rows(blocks[:HEAD]),
        *_entries(blocks[:OPENING], vocabulary),
        *_spaced(lines, vocabulary),
    )
    for text in texts:
        match = (
            MASTHEAD_FIELD.match(text, vocabulary)
            or REPORT_OF.match(text, vocabulary)
            or compiled(_FIELD, vocabulary).fullmatch(text)
        )
        if match:
            name = folded(match["field"]).casefold().replace("(s)", "")
            found.setdefault(name, match["value"].strip())
    return found


def _form_rows(blocks: Sequence[Block]) -> Iterator[str]:
    """The label and value pairs of forms: two cells a pair, one pair or more a row."""
    for block in blocks:
        if block.kind is not BlockKind.TABLE:
            continue
        for row in block.rows:
            cells = [text for text in row.texts if text]
            if len(cells) % 2 == 0 and len(cells) <= _MOST_CELLS:
                pairs = zip(cells[::2], cells[1::2], strict=True)
                yield from (f"{label.rstrip(' :;')}: {value}" for label, value in pairs)


def _spaced(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[str]:
    """Fields without a colon, where several lines of the head are such: "Date 6 May 2025", "Place The Hut"."""
    field = compiled(_SPACED, vocabulary)
    found = [match for line in lines if len(line.text) < LONG_LINE and (match := field.fullmatch(line.text))]
    dated = any(dates.first_date(match["value"]) or dates.clock(match["value"]) for match in found)
    if dated and len(found) >= _FEWEST_ENTRIES:
        yield from (f"{match['field']}: {match['value']}" for match in found)


def _entries(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[str]:
    """The fields that stand as headings, and those of lists that hold several: when and where the meeting was."""
    field = compiled(_ENTRY, vocabulary)
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind not in (BlockKind.HEADING, BlockKind.ITEM):
            continue
        texts = [folded(block.text) for block in group]
        fields = [text for text in texts if len(text) < LONG_LINE and field.fullmatch(text)]
        if kind is BlockKind.HEADING or len(fields) >= _FEWEST_ENTRIES:
            yield from fields
