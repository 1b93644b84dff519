"""A document's text in the source's order, with its records marked where they stand."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive_builder.model import (
    Action,
    AgendaItem,
    Block,
    BlockKind,
    Decision,
    Document,
    Figure,
    Place,
    Question,
    Record,
    Table,
    Text,
)
from archive_builder.render import labels, lists, markdown, phrases, tables
from archive_builder.render.context import Context
from archive_builder.render.nesting import Piece, Stretch, nested
from archive_builder.render.phrases import Phrase

NO_FIGURE = "Figure not available in the source text"


@dataclass(frozen=True, slots=True)
class Passage:
    """A record (or the answer of a question) as it is marked on the page."""

    anchor: str
    kind: str
    label: str
    links: tuple[Phrase, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a document: whole blocks, stretches within blocks, table rows, headings."""

    document: Document
    whole: tuple[Stretch[Passage], ...]
    within: dict[int, list[Passage]]
    rows: dict[int, dict[int, list[Passage]]]
    headings: dict[int, tuple[str, int]]
    """Anchor and level on the page, by block."""
    tables: dict[int, Table]
    figures: dict[int, list[Figure]]
    anchors: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Further anchors at the beginning of a block: agenda items, headings that share a paragraph."""
    papers: dict[int, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    """What agenda items are linked to, by the block below which it is said."""


def text_of(document: Document, context: Context) -> str:
    """A document's blocks as Markdown: every word once, in order, records marked.

    A record of whole blocks is a division with its label above and its links below, one within a
    block a span whose label and links follow the block, one in a table a row with an id.
    """
    marked = _marked(document, context)
    pieces = nested(marked.whole, 0, len(document.blocks))
    return "\n\n".join(_pieces(pieces, marked))


def _marked(document: Document, context: Context) -> Marked:
    whole: list[Stretch[Passage]] = []
    within: dict[int, list[Passage]] = defaultdict(list)
    rows: dict[int, dict[int, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for passage in _passages(document, context):
        place = passage.place
        if place.row is not None:
            rows[place.first][place.row].append(passage)
        elif _covers_blocks(place, document.blocks):
            whole.append(Stretch(place.first, place.last + 1, passage))
        else:
            within[place.first].append(passage)
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in document.figures:
        figures[figure.block].append(figure)
    marked = Marked(
        document=document,
        whole=tuple(whole),
        within=within,
        rows=rows,
        headings=outline(document),
        tables={table.block: table for table in document.tables},
        figures=figures,
    )
    _mark_headings(marked)
    _mark_items(marked, context)
    return marked


def outline(document: Document) -> dict[int, tuple[str, int]]:
    """The blocks that are headings, with anchor and level on the page.

    The page's title is level 1, so the source's begin at 2; no level is skipped on the way down.
    """
    known = {heading.block: heading for heading in document.headings}
    headings: dict[int, tuple[str, int]] = {}
    above = 1
    for at, block in enumerate(document.blocks):
        heading = known.get(at)
        if block.kind is BlockKind.TABLE or not block.text.strip():
            continue
        if heading and _same_words(heading.text, block.text):
            anchor, level = heading.anchor, heading.level + 1
        elif block.kind is BlockKind.HEADING:
            anchor, level = heading.anchor if heading else "", block.level + 1
        else:
            continue
        above = max(2, min(level, above + 1, 6))
        headings[at] = (anchor, above)
    return headings


def _same_words(heading: str, block: str) -> bool:
    return heading.split() == block.split() or heading.split()[1:] == block.split()


def _mark_headings(marked: Marked) -> None:
    """A heading that shares its paragraph with text is only an anchor there."""
    for heading in marked.document.headings:
        if heading.block not in marked.headings:
            marked.anchors[heading.block].append(heading.anchor)


def _mark_items(marked: Marked, context: Context) -> None:
    """Agenda items are where their heading or table row stands; what follows is the item anyway."""
    document = marked.document
    for item in document.items:
        links = labels.links(document.id_of(item), document.path, context)
        if item.place.row is not None:
            passage = Passage(item.anchor, "item", "", links, item.place)
            marked.rows[item.place.first][item.place.row].append(passage)
            continue
        marked.anchors[item.place.first].append(item.anchor)
        marked.papers[item.place.first].extend(links)


def _covers_blocks(place: Place, blocks: Sequence[Block]) -> bool:
    if place.first != place.last:
        return True
    if place.start is None and place.end is None:
        return True
    block = blocks[place.first]
    if block.kind in (BlockKind.TABLE, BlockKind.FIGURE):
        return True
    return (place.start or 0) <= 0 and (place.end is None or place.end >= len(block.text))


def _passages(document: Document, context: Context) -> Iterator[Passage]:
    """Records with a place of their own, the outer before the inner where two have the same place."""
    for record in document.records:
        if isinstance(record, AgendaItem):
            continue
        yield _passage(record, document, context)
        if isinstance(record, Question) and record.answer:
            label = labels.answer_label(record)
            yield Passage(record.answer_anchor, "answer", label, (), record.answer)


def _passage(record: Record, document: Document, context: Context) -> Passage:
    return Passage(
        anchor=record.anchor,
        kind=_kind(record),
        label=labels.label(record, document.path, context),
        links=tuple(labels.links(document.id_of(record), document.path, context)),
        place=record.place,
    )


def _kind(record: Record) -> str:
    if isinstance(record, Action):
        return "action"
    if isinstance(record, Decision):
        return "decision"
    return "question" if isinstance(record, Question) else "row"


def _pieces(pieces: Sequence[Piece[Passage]], marked: Marked) -> Iterator[str]:
    for piece in pieces:
        if piece.stretch is None:
            yield from _bare(range(piece.start, piece.end), marked)
        else:
            yield _division(piece, piece.stretch, marked)


def _division(piece: Piece[Passage], stretch: Stretch[Passage], marked: Marked) -> str:
    passage = stretch.mark
    text = "\n\n".join(_pieces(piece.inside, marked))
    if stretch.continued:
        return f'<div class="record {passage.kind} continued" markdown="1">\n\n{text}\n\n</div>'
    parts = [f'<div class="record {passage.kind}" id="{html.escape(passage.anchor)}" markdown="1">']
    if passage.label:
        parts.append(markdown.classed(passage.label, "label"))
    parts.append(text)
    if passage.links:
        parts.append(markdown.classed(phrases.line(passage.links, marked.document.path), "links"))
    return "\n\n".join([*parts, "</div>"])


def _bare(blocks: range, marked: Marked) -> Iterator[str]:
    """Blocks outside records; neighbouring list items make one list."""
    items: list[int] = []
    for at in blocks:
        if _is_item(at, marked):
            items.append(at)
        if items and (not _is_item(at, marked) or _notes(at, marked)):
            yield _list(items, marked)
            items = []
        if not _is_item(at, marked) and not _is_caption(at, blocks, marked):
            caption = at > blocks.start and _is_caption(at - 1, blocks, marked)
            yield _block(at, marked, caption=caption)
        yield from _notes(at, marked)
    if items:
        yield _list(items, marked)


def _is_item(at: int, marked: Marked) -> bool:
    return marked.document.blocks[at].kind is BlockKind.ITEM and at not in marked.headings


def _is_caption(at: int, blocks: range, marked: Marked) -> bool:
    """Whether a block is the caption of the table that follows, and nothing else."""
    table = marked.tables.get(at + 1) if at + 1 in blocks else None
    block = marked.document.blocks[at]
    if table is None or not table.caption or block.kind is not BlockKind.PARAGRAPH:
        return False
    taken = marked.within.get(at) or marked.anchors.get(at) or marked.figures.get(at) or at in marked.headings
    plain = not (taken or block.number or block.marker)
    return plain and table.caption.split() == block.text.split()


def _list(items: Sequence[int], marked: Marked) -> str:
    blocks = marked.document.blocks
    return lists.written(
        [lists.Entry(blocks[at].level, blocks[at].marker, _words(at, marked)) for at in items]
    )


def _notes(at: int, marked: Marked) -> list[str]:
    """What is said below a block: labels and links of the records within it, papers of its item."""
    notes: list[str] = []
    page = marked.document.path
    if marked.papers.get(at):
        notes.append(markdown.classed(phrases.line(marked.papers[at], page), "links"))
    for passage in marked.within.get(at, ()):
        linked = passage.label if "](" in passage.label else f"[{passage.label}](#{passage.anchor})"
        line = " · ".join(part for part in (linked, phrases.line(passage.links, page)) if part)
        notes.append(markdown.classed(line, "links"))
    if marked.document.blocks[at].kind is not BlockKind.FIGURE:
        notes.extend(_missing(figure) for figure in marked.figures.get(at, ()) if figure.missing)
    return notes


def _missing(figure: Figure) -> str:
    return f'<p class="missing" id="{html.escape(figure.anchor)}">{NO_FIGURE}</p>'


def _words(at: int, marked: Marked) -> str:
    """A block's words as inline Markdown, with its further anchors and the records within it."""
    block = marked.document.blocks[at]
    stretches = [_span(passage, block) for passage in marked.within.get(at, ())]
    anchors = "".join(f'<span id="{html.escape(anchor)}"></span>' for anchor in marked.anchors.get(at, ()))
    words = markdown.styled(block.runs, stretches).strip()
    return anchors + (words if anchors else markdown.opening(words))


def _span(passage: Passage, block: Block) -> Stretch[str]:
    start = max(passage.place.start or 0, 0)
    end = len(block.text) if passage.place.end is None else min(passage.place.end, len(block.text))
    tag = f'<span class="record {passage.kind}" id="{html.escape(passage.anchor)}">'
    return Stretch(start, max(end, start), tag)


def _block(at: int, marked: Marked, *, caption: bool = False) -> str:
    block = marked.document.blocks[at]
    if at in marked.headings:
        return _heading(at, marked)
    if block.kind is BlockKind.TABLE:
        return _table(at, marked, marked.document.blocks[at - 1].runs if caption else ())
    if block.kind is BlockKind.FIGURE:
        return _figure(block, marked.figures.get(at, []))
    return lists.numbered(printed_number(block), _words(at, marked))


def printed_number(block: Block) -> str:
    """The number column and the mark as printed, once where they are the same."""
    return " ".join(dict.fromkeys(part for part in (block.number.strip(), block.marker.strip()) if part))


def _heading(at: int, marked: Marked) -> str:
    anchor, level = marked.headings[at]
    words = lists.numbered(printed_number(marked.document.blocks[at]), _words(at, marked))
    return f"{'#' * level} {words}" + (f" {{: #{anchor} }}" if anchor else "")


def _table(at: int, marked: Marked, caption: Text) -> str:
    page = marked.document.path
    rows = {
        row: tables.RowMark(
            ids=tuple(passage.anchor for passage in passages),
            kind=" ".join(dict.fromkeys(passage.kind for passage in passages)),
            notes=tuple(phrase.html(page) for passage in passages for phrase in passage.links),
        )
        for row, passages in marked.rows.get(at, {}).items()
    }
    return tables.written(
        marked.document.blocks[at], marked.tables.get(at), rows, tuple(marked.anchors.get(at, ())), caption
    )


def _figure(block: Block, figures: Sequence[Figure]) -> str:
    caption = markdown.styled(block.runs, as_html=True).strip()
    identity = f' id="{html.escape(figures[0].anchor)}"' if figures else ""
    shown = f"\n<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure{identity}>\n<p class="missing">{NO_FIGURE}</p>{shown}\n</figure>'
