"""The fields of a document's head: "Date: 4 March 2025", on lines of their own or as the cells of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.facts.view import HEAD
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD, REPORT_OF
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded

_FIELD = r"(?P<field> {HEAD_FIELD} ) \s? [:;–-] \s? (?P<value> .+ )"
_MOST_CELLS = 8


def read_fields(lines: Sequence[Line], blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[str, str]:
    """The fields of the lines of the head, and of a form among the first blocks; the first of a name counts."""
    found: dict[str, str] = {}
    for text in (*(line.text for line in lines), *_form_rows(blocks[:HEAD])):
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
