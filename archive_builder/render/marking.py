"""Decides what is marked in a document and where: records, headings, tables, figures."""

from __future__ import annotations

import re
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
)
from archive_builder.render import labels
from archive_builder.render.context import Context
from archive_builder.render.nesting import Stretch
from archive_builder.render.phrases import Phrase

_WORDS = re.compile(r"\w+")


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
    table_labels: dict[int, str]
    figures: dict[int, list[Figure]]
    anchors: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Further anchors at the beginning of a block: agenda items, headings that share a paragraph."""
    papers: dict[int, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    """What agenda items are linked to, by the block below which it is said."""


def marked_in(document: Document, context: Context) -> Marked:
    """Everything that is marked in a document."""
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
    headings = outline(document)
    captioned = {table.block: table for table in document.tables}
    marked = Marked(
        document=document,
        whole=tuple(whole),
        within=within,
        rows=rows,
        headings=headings,
        tables=captioned,
        table_labels=_table_labels(document, captioned, headings),
        figures=figures,
    )
    _mark_headings(marked)
    _mark_items(marked, context)
    return marked


def outline(document: Document) -> dict[int, tuple[str, int]]:
    """The blocks that are headings, with anchor and level on the page.

    The page's title is level 1, so the source's highest becomes 2; none is skipped on the way down.
    """
    found = list(_headings(document))
    highest = min((level for _, _, level in found), default=1)
    headings: dict[int, tuple[str, int]] = {}
    above = 1
    for at, anchor, level in found:
        above = min(level - highest + 2, above + 1, 6)
        headings[at] = (anchor, above)
    return headings


def _headings(document: Document) -> Iterator[tuple[int, str, int]]:
    """Blocks that are headings and nothing else, with anchor and level in the source."""
    known = {heading.block: heading for heading in document.headings}
    for at, block in enumerate(document.blocks):
        heading = known.get(at)
        if block.kind in (BlockKind.TABLE, BlockKind.FIGURE) or not block.text.strip():
            continue
        if heading and _same_words(heading.text, block):
            yield at, heading.anchor, heading.level
        elif block.kind is BlockKind.HEADING:
            yield at, heading.anchor if heading else "", max(block.level, 1)


def _table_labels(
    document: Document, tables: dict[int, Table], headings: dict[int, tuple[str, int]]
) -> dict[int, str]:
    """What each table is called to somebody who cannot see it: by its caption or the heading above."""
    found: dict[int, str] = {}
    above = ""
    for at, block in enumerate(document.blocks):
        if at in headings:
            above = block.text
        if block.kind is BlockKind.TABLE:
            name = " ".join((tables[at].caption if at in tables else "").split())
            numbered = name.lower().startswith("table ") and name not in found.values()
            plain = f"Table {len(found) + 1}: {name or ' '.join(above.split())}".rstrip(": ")
            found[at] = name if numbered else plain
    return found


def _same_words(heading: str, block: Block) -> bool:
    """The same but for punctuation and a number that stands in a column of its own."""
    wanted, printed = _WORDS.findall(heading), _WORDS.findall(block.text)
    number = _WORDS.findall(f"{block.number} {block.marker}")
    return wanted in (printed, number + printed)


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
