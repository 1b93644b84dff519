"""Lines of a column to paragraphs, headings and list items.

A paragraph ends where a line is short enough for the next word to have fitted, where the distance,
the size or the weight changes, or where a mark begins: printed lines carry no other sign of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder import lang
from archive_builder.model import Block, BlockKind, Run, Text, cut, plain
from archive_builder.read.pdf.edges import NO_COLUMN, Column, fits
from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.strokes import is_struck, struck_apart
from archive_builder.read.pdf.tags import Tag
from archive_builder.read.pdf.type import Lettering
from archive_builder.read.plain.frame import marked
from archive_builder.read.plain.markup import folded
from archive_builder.text.numerals import BULLETS, split_marker

_SENTENCE_END = re.compile(r"""[.?!:;]["”’')\]]*$""")
_CUT_WORD = re.compile(r"(\w+)[-\u00ad\u2010]$")
_SIGN = re.compile(r"(?P<sign>[o–*➢✓-])\s+(?=\S)")
"""Signs that stand for a bullet; a text file's dashes are read as bullets too."""
_TEXT_PAIRS = tuple((kind, BlockKind.PARAGRAPH) for kind in (BlockKind.PARAGRAPH, BlockKind.ITEM))


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its place on the page, for whatever is to be put beside it."""

    block: Block
    lines: tuple[Line, ...] = ()
    """None for a table, and for a note that stands beside the text."""
    column: Column = NO_COLUMN
    """The column that its lines stand in."""

    @property
    def top(self) -> float:
        return self.lines[0].top

    @property
    def left(self) -> float:
        return self.lines[0].x0


def placed(lines: Sequence[Line], column: Column, letters: Lettering) -> list[Placed]:
    """The blocks of the lines of one column."""
    made: list[Placed] = []
    lists: list[float] = []
    items: set[int] = set()
    before: Line | None = None
    for group in _groups(lines, column, letters):
        block = _block(group, letters)
        tag = group[0].tag
        if block.kind is BlockKind.HEADING:
            lists = []
        elif tag.item:
            block = _as_tagged(block, tag, first=tag.item not in items)
            items.add(tag.item)
        else:
            lists = _open_lists(lists, group[0].x0, block)
            block = replace(block, level=len(lists) - (block.kind is BlockKind.ITEM))
        distance = _distance(before, group[0], letters)
        block = replace(
            block, tight=0 < distance <= MEASURES.loose, gap=1 if distance > MEASURES.loose else 0
        )
        made.append(Placed(block, tuple(group), column))
        before = group[-1]
    return made


def _as_tagged(block: Block, tag: Tag, first: bool) -> Block:
    """A block of a tagged list: an item where the list item begins, though its bullet be only drawn."""
    if first and block.kind is BlockKind.PARAGRAPH:
        block = replace(block, kind=BlockKind.ITEM, marker="•")
    return replace(block, level=max(0, tag.depth - (block.kind is BlockKind.ITEM)))


def blocks(lines: Sequence[Line], column: Column, letters: Lettering) -> list[Block]:
    """The blocks of one column, without their places."""
    return [each.block for each in placed(lines, column, letters)]


def across(found: Sequence[Placed], letters: Lettering) -> list[Block]:
    """Blocks with the paragraphs made whole that the end of a page or column cut in two."""
    made: list[Placed] = []
    for each in found:
        at = next((i for i in range(len(made) - 1, -1, -1) if not _is_note(made[i])), -1)
        if at >= 0 and _goes_on(made[at], each, letters):
            before = made[at]
            lines = (*before.lines, *each.lines)
            whole = replace(before.block, runs=_block(lines, letters).runs, last=each.block.last)
            made[at] = Placed(whole, lines, each.column)
        else:
            made.append(each)
    return [each.block for each in made]


def _is_note(each: Placed) -> bool:
    return not each.lines and each.block.kind is not BlockKind.TABLE


def _goes_on(before: Placed, after: Placed, letters: Lettering) -> bool:
    """Whether a paragraph at the top of a page or column is the rest of the one before it."""
    kinds = (before.block.kind, after.block.kind)
    if after.block.number or not before.lines or not after.lines:
        return False
    last, first = before.lines[-1], after.lines[0]
    if first.tag.item and first.tag.element == last.tag.element and last.page < first.page:
        return True
    if kinds not in _TEXT_PAIRS:
        return False
    if (
        _distance(last, first, letters)
        or last.bold != first.bold
        or abs(last.size - first.size) > MEASURES.size_across
    ):
        return False
    if last.tag.element and first.tag.element:
        return last.tag.element == first.tag.element
    if _SENTENCE_END.search(last.text) or before.block.framed != after.block.framed:
        return False
    return first.text[:1].islower() or not fits(last, first, before.column)


def _distance(before: Line | None, line: Line, letters: Lettering) -> float:
    """The distance of two lines in pitches; 0 where they are not on one page, one above the other."""
    if before is None or before.page != line.page:
        return 0.0
    return max(0.0, (line.baseline - before.baseline) / (letters.pitch * max(before.size, line.size)))


def _open_lists(lists: Sequence[float], x0: float, block: Block) -> list[float]:
    """Where the marks of the lists stand that are open after a block at `x0`, the outermost first."""
    if block.kind is not BlockKind.ITEM:
        return [mark for mark in lists if mark < x0 - MEASURES.list_text]
    return [*(mark for mark in lists if mark < x0 - MEASURES.list_step), x0]


def _groups(lines: Sequence[Line], column: Column, letters: Lettering) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _begins(group, line, column, letters):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: Sequence[Line], line: Line, column: Column, letters: Lettering) -> bool:
    """Whether a line begins a new block."""
    before = group[-1]
    distance = _distance(before, line, letters)
    if line.row_number or distance == 0.0 or _tagged_apart(before, line):
        return True
    level = letters.level(line)
    if letters.level(before) != level:
        apart = abs(before.size - line.size) > MEASURES.size_of_level or distance > MEASURES.title_gap
        return apart or _opens_bullet(line)
    if level:
        if distance > MEASURES.title_gap or before.bold != line.bold or not _like_size(before, line):
            return True
        return fits(before, line, column) and _ends_title(group, line)
    if distance > MEASURES.loose or not _like_size(line, before):
        return True
    has_room = fits(before, line, column)
    if _opens_item(group, line, has_room):
        return True
    if has_room:
        return _ended(before, line, column)
    shifted = abs(line.x0 - before.x0) > MEASURES.shift * line.size and len(group) > 1
    return shifted and (bool(_SENTENCE_END.search(before.text)) or not line.text[:1].islower())


def _like_size(one: Line, other: Line) -> bool:
    """True if two lines have letters of about the size of the other's."""
    return abs(one.size - other.size) <= MEASURES.like_size * other.size


def _tagged_apart(before: Line, line: Line) -> bool:
    """Whether the tag tree says that two lines belong to different paragraphs."""
    elements = (before.tag.element, line.tag.element)
    return all(elements) and elements[0] != elements[1]


def _opens_bullet(line: Line) -> bool:
    """Whether a line begins with a bullet, which nothing but the item of a list begins with."""
    marker, _ = split_marker(line.text)
    return bool(marker) and marker in BULLETS


def _opens_item(group: Sequence[Line], line: Line, has_room: bool) -> bool:
    """Whether a line begins with a list's mark, and not with a number that a sentence brought there."""
    if _opens_bullet(line):
        return True
    marker, rest = split_marker(line.text)
    if _SIGN.match(line.text):
        return has_room or bool(_SENTENCE_END.search(group[-1].text.rstrip("- ")))
    if not marker or not rest:
        return False
    inner = group[1].x0 if len(group) > 1 else group[0].x0
    is_shifted = abs(line.x0 - inner) > MEASURES.item_shift * line.size
    return has_room or is_shifted or bool(_SENTENCE_END.search(group[-1].text))


def _ended(before: Line, line: Line, column: Column) -> bool:
    """Whether a line that had room for the next word was the last of its paragraph."""
    if before.bold != line.bold or _SENTENCE_END.search(before.text):
        return True
    if _leads_on(before, line):
        return False  # a sentence goes on: the text runs around a picture
    return column.is_short(before)


def _ends_title(group: Sequence[Line], line: Line) -> bool:
    """Whether lines of a title that had room for the next word are a title of their own."""
    before = group[-1]
    if sum(len(each.text.split()) for each in group) > MEASURES.longest_title:
        return False  # prose in large letters
    last = before.text.split()[-1].casefold()
    is_open = len(last) <= MEASURES.longest_joining_word and last in lang.word_list("stop_words")
    return not is_open and not _leads_on(before, line)


def _leads_on(before: Line, line: Line) -> bool:
    """Whether the words of two lines show that the second goes on with the first."""
    return line.text[:1].islower() or before.text.endswith(",") or bool(_CUT_WORD.search(before.text))


def _block(group: Sequence[Line], letters: Lettering) -> Block:
    block = _marked_block(group, letters)
    return replace(block, runs=struck_apart(block.runs))


def _marked_block(group: Sequence[Line], letters: Lettering) -> Block:
    """The block of some lines; a mark that is struck out with its words makes no item."""
    text = joined(group, letters)
    level = letters.level(group[0]) if letters.is_heading(group) else 0
    base = Block(
        kind=BlockKind.HEADING if level else BlockKind.PARAGRAPH, runs=text, level=level,
        first=group[0].number, last=group[-1].number, page=group[0].page, number=group[0].row_number,
    )  # fmt: skip
    if level or is_struck(text):
        return base
    if sign := _SIGN.match(plain(text)):
        marker = "○" if sign["sign"] == "o" else "•"
        return replace(base, kind=BlockKind.ITEM, marker=marker, runs=cut(text, sign.end()))
    return marked(base)


def joined(lines: Sequence[Line], letters: Lettering) -> Text:
    """Lines as one text; words that a line end cut are mended."""
    runs: list[Run] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        part = _CUT_WORD.search(line.text)
        second = re.match(r"\w+", following.text) if following else None
        if part and second:
            end = len(line.text) - (0 if letters.joint(part[1], second.group()) else 1)
            runs += cut(line.runs, 0, end)
        else:
            runs += [*line.runs, Run(" ", line.runs[-1].bold, line.runs[-1].italic, "")]
    return folded(runs)
