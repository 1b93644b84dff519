"""Where one document ends and the next begins, in a file that binds several.

Named layout: an agenda pack, which binds agenda, minutes, tracker, reports with appendices, lists
and work programme. A part begins at a title that a masthead follows: two or more of its fields
("Date:", "Report of:"), or an attendance list, or at a title that calls itself an appendix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.signs.masthead_fields import APPENDIX, MASTHEAD_FIELD, MINUTES_TITLE, REPORT_OF
from archive_builder.settings import Vocabulary
from archive_builder.text.dates import only_date
from archive_builder.text.numerals import split_marker
from archive_builder.text.words import folded, phrase

_LISTING = ("appendices", "appendix", "annexes", "background papers", "attachments")
_REACH = 7
_BARE = 25
"""Words; what has fewer, and no list and no table, is no document."""
_ROSTER_REACH = 12


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part: its blocks from `first` up to, not including, `end`."""

    first: int
    end: int


def split(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Bounds]:
    """The documents bound in one file, in order; a single one where nothing else begins in it."""
    starts = [0]
    masthead_end = masthead(blocks, 0, vocabulary)
    for i in range(1, len(blocks)):
        if i > masthead_end and begins(blocks, i, vocabulary):
            starts.append(i)
            masthead_end = masthead(blocks, i, vocabulary)
    if len(starts) > 1 and _is_bare(blocks[: starts[1]]):
        del starts[1]
    bounds = [Bounds(first, end) for first, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    if _are_minutes_with_appendices(blocks, bounds, vocabulary) or not _is_pack(blocks, bounds):
        return [Bounds(0, len(blocks))]
    return bounds


def _are_minutes_with_appendices(
    blocks: Sequence[Block], bounds: Sequence[Bounds], vocabulary: Vocabulary
) -> bool:
    """True if nothing but appendices is bound behind the minutes of one meeting: they belong to it."""
    top = [folded(block.text) for block in blocks[:_TITLE]]
    minutes = any(compiled(_MINUTES, vocabulary).fullmatch(text) for text in top)
    appended = all(APPENDIX.match(folded(blocks[part.first].text), vocabulary) for part in bounds[1:])
    return minutes and appended


_TITLE = 3
"""Blocks of a title."""
_MINUTES = r"(?: .* \b )? {RECORD} \b .{0,80}"


def _is_bare(blocks: Sequence[Block]) -> bool:
    """True if blocks are the first lines of the head below them and no document: a letterhead, a title, a date."""
    lines = all(block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) for block in blocks)
    return lines and sum(len(block.text.split()) for block in blocks) < _BARE


def _is_pack(blocks: Sequence[Block], bounds: Sequence[Bounds]) -> bool:
    """Three documents, or two of which the first is an agenda, make a pack."""
    agenda = any(
        folded(block.text).casefold().strip(" :") == "agenda"
        for block in blocks[: bounds[0].end]
        if is_prose(block) or block.kind is BlockKind.HEADING
    )
    return len(bounds) > 2 or (len(bounds) == 2 and agenda)


def begins(blocks: Sequence[Block], i: int, vocabulary: Vocabulary) -> bool:
    """True if a document begins at block i."""
    block = blocks[i]
    text = folded(block.text)
    if block.framed or not 3 <= len(text) <= 250:
        return False
    if names_body(text, vocabulary) and i + 1 < len(blocks) and only_date(blocks[i + 1].text):
        return fields(blocks, i, vocabulary) >= 2
    if not is_title(block):
        return False
    if MINUTES_TITLE.match(text, vocabulary) and _roster_follows(blocks, i, vocabulary):
        return True
    if APPENDIX.match(text, vocabulary) and not _in_listing(blocks, i):
        return True
    return not text.endswith(".") and fields(blocks, i, vocabulary) >= 2


def is_title(block: Block) -> bool:
    """True if a block is set as a title: a heading or a bold line without a number."""
    if block.kind is BlockKind.HEADING:
        return not split_marker(block.text)[0] and not block.text[:1].isdigit()
    return block.kind is BlockKind.PARAGRAPH and block.bold and not block.text[:1].isdigit()


def names_body(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is nothing but the name of a body ("Strategic Transport Board")."""
    parts = text.split()
    last = parts[-1].casefold() if parts else ""
    return 2 <= len(parts) <= 9 and last in vocabulary.body_nouns and text[:1].isupper() and ":" not in text


def fields(blocks: Sequence[Block], i: int, vocabulary: Vocabulary) -> int:
    """How many masthead fields stand below block i, before the text begins."""
    below = _below(blocks, i, vocabulary)
    after = (below[-1] if below else i) + 1
    tabled = len(field_rows(blocks[after], vocabulary)) if after < len(blocks) else 0
    return sum(1 for j in below if _is_field(blocks[j], vocabulary)) + tabled


def field_rows(block: Block, vocabulary: Vocabulary) -> list[str]:
    """The rows of a form of two columns that are fields of a masthead: "Date of decision: 9 May 2025"."""
    if block.kind is not BlockKind.TABLE or len(block.rows[0].cells) != 2:
        return []
    rows = (f"{row.cell(0).rstrip(' :')}: {row.cell(1)}" for row in block.rows if row.cell(0) and row.cell(1))
    return [row for row in rows if MASTHEAD_FIELD.match(row, vocabulary)]


def masthead(blocks: Sequence[Block], i: int, vocabulary: Vocabulary) -> int:
    """The last block of the masthead that begins at block i."""
    return max([i, *(j for j in _below(blocks, i, vocabulary) if _is_field(blocks[j], vocabulary))])


def _below(blocks: Sequence[Block], i: int, vocabulary: Vocabulary) -> list[int]:
    found = []
    text_begun = False
    for j in range(i + 1, min(i + 1 + _REACH, len(blocks))):
        block = blocks[j]
        title = is_title(block) and not _is_field(block, vocabulary)
        if title and text_begun:
            break
        text_begun = text_begun or not title
        if block.kind is BlockKind.TABLE or block.marker or len(block.text) > 300 or block.number:
            break
        if block.kind is BlockKind.HEADING and (block.text[:1].isdigit() or split_marker(block.text)[0]):
            break
        found.append(j)
    return found


def _is_field(block: Block, vocabulary: Vocabulary) -> bool:
    text = folded(block.text)
    return (
        bool(MASTHEAD_FIELD.match(text, vocabulary))
        or (len(text) < 60 and only_date(text) is not None)
        or REPORT_OF.match(text, vocabulary) is not None
    )


def _roster_follows(blocks: Sequence[Block], i: int, vocabulary: Vocabulary) -> bool:
    heads = phrase((*vocabulary.present, *vocabulary.also_present))
    rule = Rule("roster", rf"(?:{heads})\s*[:\s–-]*", ())
    return any(rule.match(folded(block.text), vocabulary) for block in blocks[i + 1 : i + 1 + _ROSTER_REACH])


def _in_listing(blocks: Sequence[Block], i: int) -> bool:
    """True if the heading above says that appendices are listed here, not that one begins."""
    above = next(
        (block for block in reversed(blocks[:i]) if is_title(block) or block.kind is BlockKind.HEADING), None
    )
    if above is None:
        return False
    _, title = split_marker(above.text)
    return title.strip(" :0123456789.").casefold() in _LISTING and blocks[i].kind is not BlockKind.HEADING
