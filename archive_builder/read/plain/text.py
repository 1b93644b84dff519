"""Text and Markdown files, plain or as machine transcriptions, to blocks.

A document's stretches of tab-separated lines are frames or tables (`frame`), tables drawn with pipes
are tables (`pipes`); all other lines are read as CommonMark, which plain paragraphs, numbered items
and bullets are too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from markdown_it.token import Token

from archive_builder.model import Aside, Block, BlockKind, Run, Text
from archive_builder.read.outcome import Opened
from archive_builder.read.plain import front_matter, pipes
from archive_builder.read.plain.encoding import decoded
from archive_builder.read.plain.frame import (
    Numbered,
    frame_row,
    is_residue,
    marked,
    opened,
    table,
)
from archive_builder.read.plain.markup import MARKDOWN, Styles, apply, folded
from archive_builder.read.plain.notes import find_notes
from archive_builder.read.plain.stretches import is_tabbed, stretches
from archive_builder.read.plain.typed_signs import with_boxes, with_note_marks

_BULLET_LINE = re.compile(r"^(\s*)[•○●▪◦‣·\uf0b7\uf0a7\uf0d8\uf0fc\uf076](?=\s)")
"""A bullet as it is typed, or as the private sign of a symbol font that a conversion left behind."""
_TOO_DEEP = re.compile(r"^(\s{30})\s+|^((?:\s*>){10})[\s>]+")
"""Indentation and quotation beyond any document's own: fifteen lists in one another, ten quotations."""
_UNWRAPPED = 110
"""Lines longer than this are whole paragraphs: the document was not wrapped at a width."""
_TAGS = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_CLOSE_TAGS = frozenset({"sup", "sub", "b", "strong", "em", "i", "u", "a", "span", "wbr"})

_ENOUGH, _NARROWEST = 5, 60
"""Fewer lines, none of them longer, show no width that a document was wrapped at."""


def read(data: bytes, keep_hidden: bool = False) -> Opened:
    """A text as blocks. Nothing in it is hidden. Refuses, by code: not-text."""
    content = with_note_marks(with_boxes(decoded(data)))
    front = front_matter.cut(content, with_lists=True)
    made, asides = blocks(front.rest)
    return Opened(blocks=made, asides=[*front.asides, *asides], words=_words(content), title=front.title)


def _words(source: str) -> str:
    """A text source without its marks: tags, and the addresses of links."""
    bare = _TAGS.sub(lambda tag: "" if tag["name"].lower() in _CLOSE_TAGS else " ", source)
    return unescape(_LINK.sub(r"\1", bare).replace("**", ""))


def blocks(text: str) -> tuple[list[Block], list[Aside]]:
    """A whole text file as blocks, with the lines that were set aside and why."""
    made: list[Block] = []
    asides: list[Aside] = []
    raw = text.split("\n")
    apart = {**pipes.tables(raw), **find_notes(raw)}
    drawn = {number for block in apart.values() for number in range(block.first, block.last + 1)}
    lines = [Numbered(number, line) for number, line in enumerate(raw, 1)]
    width = wrap_width([line.text for line in lines if line.number not in drawn])
    gap = 0
    inside = False
    for stretch in stretches(lines, drawn):
        head = stretch[0]
        if head.number in apart:
            found = [apart[line.number] for line in stretch if line.number in apart]
            made += [replace(found[0], gap=gap), *found[1:]]
        elif not head.text.strip():
            gap = len(stretch)
            continue
        elif is_residue(head.text):
            asides += [Aside(line.number, line.text.strip(), "table-rule") for line in stretch]
        elif is_tabbed(head.text):
            found = list(tabbed(stretch, inside, width, gap))
            inside = bool(found) and found[-1].framed
            made += found
        else:
            made += prose(stretch, width, gap)
        gap = 0
    return made, asides


def tabbed(stretch: Sequence[Numbered], inside: bool, width: int, gap: int) -> Iterator[Block]:
    """Tab-separated lines: rows of a layout frame opened, the rest as data tables.

    Where no line has two cells, the tabs only indent text.
    """
    waiting: list[Numbered] = []
    for line in stretch:
        match = None if waiting else frame_row(line.text, inside)
        if match:
            yield from opened(line, match, gap)
            inside, gap = True, 0
        else:
            waiting.append(line)
    if any(line.text.strip().count("\t") for line in waiting):
        yield table(waiting, gap)
    elif waiting:
        yield from prose([replace(line, text=line.text.strip()) for line in waiting], width, gap)


def wrap_width(lines: Sequence[str]) -> int:
    """The width a document's lines were wrapped at, or a very large one if they were not."""
    long = sorted(len(line) for line in lines if len(line) > 40 and "\t" not in line)
    if (len(long) < _ENOUGH and (not long or long[-1] < _NARROWEST)) or long[-1] > _UNWRAPPED * 2:
        return 1_000_000
    return long[int(len(long) * 0.98)]


def prose(stretch: Sequence[Numbered], width: int, gap: int) -> Iterator[Block]:
    """Lines without tabs, read as CommonMark."""
    source = "\n".join(_BULLET_LINE.sub(r"\1-", _TOO_DEEP.sub(r"\1\2 ", line.text)) for line in stretch)
    raw = [line.text for line in stretch]
    depth = 0
    item: Token | None = None
    last_line = 0
    tokens = MARKDOWN.parse(source)
    for token, content in zip(tokens, [*tokens[1:], None], strict=True):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "list_item_open":
                yield from _bare(item, stretch)
                item = token
            case "heading_open" | "paragraph_open" if content and token.map:
                first, end = token.map
                blank = _blank_before(raw, first)
                shape = _shaped(token, item, depth)
                for number, block in enumerate(_lines(content, shape, raw, first, width)):
                    shift = stretch[0].number + first
                    yield replace(
                        block,
                        first=shift + block.first,
                        last=shift + block.last,
                        tight=block.tight if number else (blank == 0 and last_line == first and first > 0),
                        gap=0 if number else (blank if first else gap),
                    )
                item, last_line = None, end
            case _:
                pass
    yield from _bare(item, stretch)


def _bare(item: Token | None, stretch: Sequence[Numbered]) -> Iterator[Block]:
    """A number that no text followed, as the words that it is; a bare bullet has none."""
    if item is not None and item.info and item.map:
        line = stretch[item.map[0]].number
        yield Block(kind=BlockKind.PARAGRAPH, first=line, last=line, runs=(Run(f"{item.info}{item.markup}"),))


def _blank_before(raw: Sequence[str], first: int) -> int:
    count = 0
    while count < first and not raw[first - count - 1].strip():
        count += 1
    return count


def _shaped(token: Token, item: Token | None, depth: int) -> Block:
    """An empty block of the right kind for a CommonMark block."""
    if token.type == "heading_open":
        return Block(kind=BlockKind.HEADING, first=0, last=0, level=int(token.tag[1]))
    if item:
        marker = f"{item.info}{item.markup}" if item.info else "•"
        return Block(kind=BlockKind.ITEM, first=0, last=0, level=max(0, depth - 1), marker=marker)
    return Block(kind=BlockKind.PARAGRAPH, first=0, last=0, level=depth)


def _lines(inline: Token, shape: Block, raw: Sequence[str], first: int, width: int) -> Iterator[Block]:
    """A CommonMark block as one block, or several where its lines were broken on purpose."""
    styles = Styles()
    begun = at = 0
    for token in inline.children or []:
        tag = apply(token, styles)
        if token.type in ("softbreak", "hardbreak"):
            hard = token.type == "hardbreak" or not wrapped(raw, first + at, width)
            at += 1
            if hard and (text := styles.taken()):
                yield _finished(shape, text, begun, at - 1)
                begun = at
            else:
                styles.add(" ")
        elif tag:
            styles.add(" ")
    if text := styles.taken():
        yield _finished(shape, text, begun, at)


def wrapped(raw: Sequence[str], index: int, width: int) -> bool:
    """Whether a line broke only because the next word did not fit the document's width."""
    if index + 1 >= len(raw):
        return False
    following = raw[index + 1].split()
    return len(raw[index].rstrip()) + 1 + len(following[0] if following else "") > width


def _finished(shape: Block, text: Text, begun: int, ended: int) -> Block:
    block = replace(shape, runs=folded(text), first=begun, last=ended, tight=begun > 0)
    if begun and block.kind is BlockKind.ITEM:
        block = replace(block, kind=BlockKind.PARAGRAPH, marker="", level=block.level + 1)
    if block.kind is BlockKind.HEADING:
        return block
    inner = marked(block)
    bulleted = block.marker in ("", "•", "-", "*", "+")
    return inner if bulleted and inner.marker else block
