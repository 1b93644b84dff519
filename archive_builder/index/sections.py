"""The running text of a document, cut at its headings and items, without what records already hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from archive_builder.model import AgendaItem, Block, BlockKind, Document, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading or agenda item with the text up to the next; the first may have no heading."""

    anchor: str
    heading: str
    text: str
    block: int
    """Where it begins."""
    is_item: bool = False
    people: tuple[str, ...] = ()


def sections(document: Document) -> Iterator[Section]:
    """Yield all sections in order, and each row of an agenda's table.

    A section keeps only the blocks that no question, answer, action, decision or row takes whole:
    what stands in two places would be found twice. A heading that is a record's own title and has no
    other text is found with the record.
    """
    openings = _openings(document)
    taken = _taken(document)
    edges = [*sorted({0, *openings}), len(document.blocks)] if document.blocks else []
    for start, end in pairwise(edges):
        opening = openings.get(start)
        body = range(start + _is_only(opening, document.blocks[start]), end)
        text = " ".join(filter(None, (_text(document.blocks[n], n, taken) for n in body)))
        if opening is not None and (text or opening.is_item or not _is_titled(document, opening, start, end)):
            yield Section(
                anchor=opening.anchor,
                heading=opening.heading,
                text=text,
                block=start,
                is_item=opening.is_item,
                people=opening.people,
            )
        elif opening is None and text:
            yield Section(anchor="", heading="", text=text, block=start)
    for item in document.items:
        if item.place.row is not None:
            yield _agenda_row(document, item)


@dataclass(frozen=True, slots=True)
class _Opening:
    anchor: str
    heading: str
    is_item: bool = False
    people: tuple[str, ...] = ()


def _is_only(opening: _Opening | None, block: Block) -> bool:
    """True if the block of an opening contains nothing but its heading."""
    return opening is not None and len(block.text.split()) <= len(opening.heading.split())


def _is_titled(document: Document, opening: _Opening, start: int, end: int) -> bool:
    """True if a question or decision in these blocks has the words of the opening as its title."""
    questions = ((question.title, question.place) for question in document.questions)
    decisions = ((decision.title, decision.place) for decision in document.decisions)
    return any(
        title and title in opening.heading and start <= place.first < end
        for title, place in (*questions, *decisions)
    )


def _openings(document: Document) -> dict[int, _Opening]:
    """Return what opens a section, by block: headings, and items, which have the better anchor."""
    found = {heading.block: _Opening(heading.anchor, heading.text) for heading in document.headings}
    for item in document.items:
        if item.place.row is None:
            found[item.place.first] = _Opening(item.anchor, _title(item), True, item.presenters)
    return found


def _agenda_row(document: Document, item: AgendaItem) -> Section:
    place = item.place
    row = document.blocks[place.first].rows[place.row or 0]
    return Section(
        anchor=item.anchor,
        heading=_title(item),
        text=" ".join(row.texts),
        block=place.first,
        is_item=True,
        people=item.presenters,
    )


def _title(item: AgendaItem) -> str:
    return " ".join(filter(None, (item.number, item.text)))


Taken = frozenset[tuple[int, int | None]]
"""Blocks, and rows of table blocks, that are records of their own."""


def _taken(document: Document) -> Taken:
    places = [record.place for record in document.records if not isinstance(record, AgendaItem)]
    places += [question.answer for question in document.questions if question.answer is not None]
    places += [item.place for item in document.items if item.place.row is not None]
    return frozenset(spot for place in places for spot in _spots(place))


def _spots(place: Place) -> Iterator[tuple[int, int | None]]:
    if place.row is not None:
        yield place.first, place.row
    elif place.start is None and place.end is None:
        for block in range(place.first, place.last + 1):
            yield block, None


def _text(block: Block, number: int, taken: Taken) -> str:
    """Return the words of a block on one line; of a table, those of the rows that are not records."""
    if (number, None) in taken:
        return ""
    if block.kind is not BlockKind.TABLE:
        return " ".join(f"{block.marker} {block.text}".split())
    left = [n for n in range(len(block.rows)) if (number, n) not in taken]
    if all(n < block.header for n in left):
        return ""
    rows = (block.rows[n] for n in left)
    return " ".join(text for row in rows for text in row.texts)
