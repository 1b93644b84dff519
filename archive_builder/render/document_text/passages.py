"""A document's text in the source's order, with its records marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from archive_builder.lang.interface import say
from archive_builder.model import Block, BlockKind, Document, Text
from archive_builder.render.charts import below_tables
from archive_builder.render.context import Context
from archive_builder.render.document_text import (
    figures,
    list_items,
    markdown,
    notes,
    page_headings,
    published_notes,
    tables,
)
from archive_builder.render.document_text.marking import Marked, Passage, find_marks
from archive_builder.render.document_text.nesting import Piece, Stretch, nest
from archive_builder.render.records import phrases
from archive_builder.text.languages import ENGLISH


def text_of(document: Document, context: Context) -> str:
    """A document's blocks as Markdown: every word once, in order, records marked.

    A record of whole blocks is a division with its label above and its links below, one within a
    block a span whose label and links follow the block, one in a table a row with an id.
    """
    document = replace(document, blocks=notes.with_links(document.blocks))
    marked = find_marks(document, context)
    pieces = nest(marked.whole, 0, len(document.blocks))
    return "\n\n".join(_pieces(pieces, marked))


def _pieces(pieces: Sequence[Piece[Passage]], marked: Marked) -> Iterator[str]:
    for piece in pieces:
        if piece.stretch is None:
            yield from _by_language(range(piece.start, piece.end), marked)
        else:
            yield _division(piece, piece.stretch, marked)


def _division(piece: Piece[Passage], stretch: Stretch[Passage], marked: Marked) -> str:
    passage = stretch.mark
    text = "\n\n".join(_pieces(piece.inside, marked))
    if stretch.continued:
        return f'<div class="record {passage.kind} continued" markdown="1">\n\n{text}\n\n</div>'
    parts = [f'<div class="record {passage.kind}" id="{markdown.attribute(passage.anchor)}" markdown="1">']
    if passage.label:
        parts.append(markdown.with_class(f"{_label(passage, marked)} · {_quote(passage)}", "label"))
    parts.append(text)
    if passage.links:
        parts.append(markdown.with_class(phrases.line(passage.links, marked.document.path), "links"))
    return "\n\n".join([*parts, "</div>"])


def _label(passage: Passage, marked: Marked) -> str:
    """A record's label as a heading: whoever reads by ear goes from one record to the next."""
    level = marked.label_levels[passage.anchor]
    return f'<span role="heading" aria-level="{level}">{passage.label}</span>'


def _quote(passage: Passage) -> str:
    """A link to a record itself; the page's script offers its words and address to be copied there."""
    return f"[{say('labels.quote')}](#{passage.anchor}){{: .quote }}"


def _by_language(blocks: range, marked: Marked) -> Iterator[str]:
    """Blocks outside records; those in another language than most of the document say which."""
    own = marked.document.language
    for code, group in groupby(blocks, key=lambda at: marked.document.blocks[at].lang):
        places = list(group)
        text = _bare(range(places[0], places[-1] + 1), marked)
        if code == own:
            yield from text
        else:
            inner = "\n\n".join(text)
            yield f'<div lang="{markdown.attribute(code or ENGLISH)}" markdown="1">\n\n{inner}\n\n</div>'


def _bare(blocks: range, marked: Marked) -> Iterator[str]:
    """Blocks outside records; neighbouring list items make one list."""
    items: list[int] = []
    for at in blocks:
        if _is_item(at, marked):
            items.append(at)
            if not _below(at, marked):
                continue
        if items:
            yield _list(items, marked)
            items = []
        if not _is_item(at, marked) and not _is_caption(at, blocks, marked):
            caption = at > blocks.start and _is_caption(at - 1, blocks, marked)
            yield _block(at, marked, caption=caption)
            yield from (markdown.with_class(note, "links") for note in _notes(at, marked))
        yield from _below(at, marked)
    if items:
        yield _list(items, marked)


def _is_item(at: int, marked: Marked) -> bool:
    return marked.document.blocks[at].kind is BlockKind.ITEM and at not in marked.headings


def _is_caption(at: int, blocks: range, marked: Marked) -> bool:
    """True if a block is only the caption of the table that follows."""
    table = marked.tables.get(at + 1) if at + 1 in blocks else None
    block = marked.document.blocks[at]
    if table is None or not table.caption or block.kind is not BlockKind.PARAGRAPH:
        return False
    taken = marked.within.get(at) or marked.anchors.get(at) or marked.figures.get(at) or at in marked.headings
    plain = not (taken or block.number or block.marker)
    return plain and table.caption.split() == block.text.split()


def _list(items: Sequence[int], marked: Marked) -> str:
    blocks = marked.document.blocks
    return list_items.write_list(
        [list_items.Entry(blocks[at].level, _mark(blocks[at]), _entry(at, marked)) for at in items]
    )


def _mark(block: Block) -> str:
    """Return an item's mark as printed; empty for a bullet, because the list prints its own."""
    return list_items.printed_number(
        replace(block, marker="") if list_items.is_bullet(block.marker) else block
    )


def _entry(at: int, marked: Marked) -> str:
    """Return an item's words followed by its labels and links, so that the list is not interrupted."""
    notes = "".join(f' <span class="links">{note}</span>' for note in _notes(at, marked))
    return _words(at, marked) + notes


def _notes(at: int, marked: Marked) -> list[str]:
    """Return the notes below a block: papers of its item, labels and links of the records within it."""
    page = marked.document.path
    notes = [phrases.line(marked.papers[at], page)] if marked.papers.get(at) else []
    for passage in marked.within.get(at, ()):
        label = f'<span class="label {passage.kind}">{_label(passage, marked)}</span>'
        links = phrases.line(passage.links, page)
        notes.append(" · ".join(part for part in (label, _quote(passage), links) if part))
    return notes


def _below(at: int, marked: Marked) -> list[str]:
    """Return what stands below a block: its chart, lines on lost figures and on anchors that were published."""
    notes = [published_notes.write_note(note, marked.document) for note in marked.notes.get(at, ())]
    return [*_missing_at(at, marked), *_chart(at, marked), *notes]


def _chart(at: int, marked: Marked) -> list[str]:
    """Return the chart of a table with figures that can be drawn."""
    table = marked.tables.get(at)
    block = marked.document.blocks[at]
    chart = below_tables.write_chart(marked.document, block, table, marked.table_labels[at]) if table else ""
    return [chart] if chart else []


def _missing_at(at: int, marked: Marked) -> list[str]:
    """Return a line for each lost figure at a block; a figure block has its own."""
    if marked.document.blocks[at].kind is BlockKind.FIGURE:
        return []
    return [figures.write_lost(figure) for figure in marked.figures.get(at, ()) if figure.missing]


def _words(at: int, marked: Marked, end: int | None = None) -> str:
    """A block's words (up to `end`) as inline Markdown, with its further anchors and inner records."""
    block = marked.document.blocks[at]
    anchors = markdown.places(marked.anchors.get(at, ()))
    words = markdown.styled(block.runs, _spans(at, marked), end=end).strip()
    return anchors + (words if anchors else markdown.escape_opening(words))


def _words_after(at: int, marked: Marked, start: int) -> str:
    """The rest of a block that begins with a heading."""
    block = marked.document.blocks[at]
    return markdown.escape_opening(markdown.styled(block.runs, _spans(at, marked), start=start))


def _spans(at: int, marked: Marked) -> list[Stretch[str]]:
    return [_span(passage, marked.document.blocks[at]) for passage in marked.within.get(at, ())]


def _span(passage: Passage, block: Block) -> Stretch[str]:
    start = max(passage.place.start or 0, 0)
    end = len(block.text) if passage.place.end is None else min(passage.place.end, len(block.text))
    tag = f'<span class="record {passage.kind}" id="{markdown.attribute(passage.anchor)}">'
    return Stretch(start, max(end, start), tag)


def _block(at: int, marked: Marked, *, caption: bool = False) -> str:
    block = marked.document.blocks[at]
    if at in marked.headings:
        return _heading(at, marked)
    if block.kind is BlockKind.TABLE:
        return _table(at, marked, marked.document.blocks[at - 1].runs if caption else ())
    if block.kind is BlockKind.FIGURE:
        return figures.write_figure(at, marked)
    if block.kind is BlockKind.NOTE:
        return notes.write_note(at, marked.document.blocks, _words(at, marked))
    if marked.rosters.get(at):
        return _roster(at, marked)
    return list_items.with_number(list_items.printed_number(block), _words(at, marked))


def _roster(at: int, marked: Marked) -> str:
    """Return an attendance paragraph as a list with one entry a person."""
    block, spans = marked.document.blocks[at], _spans(at, marked)
    anchors = markdown.places(marked.anchors.get(at, ()))
    words = [
        markdown.escape_opening(markdown.styled(block.runs, spans, start=start, end=end).strip())
        for start, end in marked.rosters[at]
    ]
    words[0] = anchors + words[0]
    return list_items.write_list([list_items.Entry(0, "", entry) for entry in words])


def _heading(at: int, marked: Marked) -> str:
    headline = marked.headings[at]
    block = marked.document.blocks[at]
    words = list_items.with_number(list_items.printed_number(block), _words(at, marked, headline.end))
    name = page_headings.contents_name(block, headline)
    attributes = [f"#{headline.anchor}"] if headline.anchor else []
    attributes += [f'data-toc-label="{name}"'] if name else []
    identity = f" {{: {' '.join(attributes)} }}" if attributes else ""
    rest = _words_after(at, marked, headline.end)
    return f"{'#' * headline.level} {words}{identity}" + (f"\n\n{rest}" if rest else "")


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
    return tables.write_table(
        marked.document.blocks[at],
        marked.tables.get(at),
        marked.table_labels[at],
        rows,
        tuple(marked.anchors.get(at, ())),
        caption,
    )
