"""Decides what is marked in a document and where: records, headings, tables, figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from archive_builder.model import (
    AgendaItem,
    Block,
    BlockKind,
    Document,
    Figure,
    Note,
    Place,
    Question,
    Record,
    Table,
)
from archive_builder.model.record_kinds import kind_of
from archive_builder.render.context import Context
from archive_builder.render.document_text import originals, roster
from archive_builder.render.document_text.nesting import Stretch
from archive_builder.render.document_text.page_headings import (
    Headline,
    find_headlines,
    other_anchors,
    table_labels,
)
from archive_builder.render.records import labels, lifelines
from archive_builder.render.records.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Passage:
    """A record (or the answer of a question) as it is marked on the page."""

    anchor: str
    kind: str
    label: str
    links: tuple[Phrase, ...]
    place: Place
    depth: int = 1
    """How many levels its label stands below the heading above, as a heading: 2 for an answer."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a document: whole blocks, stretches within blocks, table rows, headings."""

    document: Document
    whole: tuple[Stretch[Passage], ...]
    within: dict[int, list[Passage]]
    rows: dict[int, dict[int, list[Passage]]]
    headings: dict[int, Headline]
    """By block."""
    tables: dict[int, Table]
    table_labels: dict[int, str]
    label_levels: dict[str, int]
    """The level of each record's label as a heading, by the record's anchor."""
    figures: dict[int, list[Figure]]
    rosters: dict[int, list[tuple[int, int]]]
    """The entries of attendance lists that run on in a paragraph, by block."""
    anchors: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Further anchors at the beginning of a block: agenda items, headings that share a paragraph."""
    notes: dict[int, list[Note]] = field(default_factory=lambda: defaultdict(list))
    """Notes on anchors that were published, by the block below which they stand."""
    papers: dict[int, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    """What agenda items are linked to, by the block below which it is said."""


def find_marks(document: Document, context: Context) -> Marked:
    """Return everything that is marked in a document."""
    whole: list[Stretch[Passage]] = []
    within: dict[int, list[Passage]] = defaultdict(list)
    rows: dict[int, dict[int, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    passages = list(_passages(document, context))
    for passage in passages:
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
    headings = find_headlines(document)
    marked = Marked(
        document=document,
        whole=tuple(whole),
        within=within,
        rows=rows,
        headings=headings,
        tables={table.block: table for table in document.tables},
        table_labels=table_labels(document, headings),
        label_levels=_label_levels(passages, headings, document.blocks),
        figures=figures,
        rosters=dict(_rosters(document)),
    )
    for block, anchor in other_anchors(document, headings):
        marked.anchors[block].append(anchor)
    for note in context.archive.published.notes.get(document.path, ()):
        marked.notes[note.block].append(note)
    _mark_items(marked, context)
    return marked


def _rosters(document: Document) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    for at, there in groupby(document.attendance, lambda attended: attended.place.first):
        block = document.blocks[at] if at < len(document.blocks) else None
        is_plain = block and block.kind is BlockKind.PARAGRAPH and not (block.number or block.marker)
        if block and is_plain and all(run.text for run in block.runs):
            yield at, roster.entries(block.text, [attended.name for attended in there])


def _mark_items(marked: Marked, context: Context) -> None:
    """Mark agenda items at their heading or table row."""
    document = marked.document
    for item in document.items:
        links = (
            *labels.links(document.id_of(item), document.path, context),
            *originals.pages_of(document, item.place),
        )
        if item.place.row is not None:
            passage = Passage(item.anchor, "item", "", links, item.place)
            marked.rows[item.place.first][item.place.row].append(passage)
            continue
        marked.anchors[item.place.first].append(item.anchor)
        marked.papers[item.place.first].extend(links)


def _label_levels(
    passages: Sequence[Passage], headings: Mapping[int, Headline], blocks: Sequence[Block]
) -> dict[str, int]:
    """Return the levels of labels as headings; none is skipped on the way down.

    The label of whole blocks stands above them, that of words within a block below it.
    """
    labelled = [passage for passage in passages if passage.place.row is None]
    labels = [(passage, 0 if _covers_blocks(passage.place, blocks) else 2) for passage in labelled]
    order: list[tuple[int, int, Passage | Headline]] = [
        *((passage.place.first, at, passage) for passage, at in labels),
        *((block, 1, headline) for block, headline in headings.items()),
    ]
    levels: dict[str, int] = {}
    heading = before = 1
    for _, _, each in sorted(order, key=lambda placed: placed[:2]):
        if isinstance(each, Headline):
            heading = before = each.level
        else:
            before = levels[each.anchor] = min(heading + each.depth, before + 1, 6)
    return levels


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
            label = labels.answer_label(document.id_of(record), record, document.path, context)
            pages = originals.pages_of(document, record.answer, besides=document.page_of(record.place))
            yield Passage(record.answer_anchor, "answer", label, pages, record.answer, depth=2)


def _passage(record: Record, document: Document, context: Context) -> Passage:
    return Passage(
        anchor=record.anchor,
        kind=kind_of(record).style,
        label=labels.label(record, document.path, context),
        links=(
            *lifelines.following(document.id_of(record), document.path, context),
            *labels.links(document.id_of(record), document.path, context),
            *originals.pages_of(document, record.place),
        ),
        place=record.place,
    )
