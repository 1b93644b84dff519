"""Where the notes on anchors stand that no record of a document has any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from archive_builder.model import Block, Document, LockedAnchor, Note
from archive_builder.published.anchors import Kept, in_order
from archive_builder.published.fingerprints import digest, digest_of
from archive_builder.text.sentences import spans


def place_notes(kept: Kept, locked: Sequence[LockedAnchor]) -> tuple[Note, ...]:
    """Return the notes of a document: on anchors that are gone, and on records that were split.

    The note on an anchor that is gone stands at its words, where the text still has them as a block, a cell
    or a sentence; else after the nearest record that stood before it, or before the first one.
    """
    if not kept.gone and not kept.split:
        return ()
    document = kept.document
    blocks = {record.anchor: record.place.first for record in document.records}
    blocks |= {each.answer_anchor: each.answer.first for each in document.questions if each.answer}
    halves = [
        Note(anchor=anchor, block=blocks[anchor], other_part=other) for anchor, other in kept.split.items()
    ]
    return (*halves, *_of_gone(kept, locked, blocks))


def _of_gone(kept: Kept, locked: Sequence[LockedAnchor], blocks: Mapping[str, int]) -> Iterator[Note]:
    if not kept.gone:
        return
    words = _passages(kept.document.blocks)
    gone = {one.anchor for one in kept.gone}
    nearest = _first(kept.document)
    for one in locked:
        nearest = blocks.get(one.anchor, nearest)
        if one.anchor in gone:
            yield Note(anchor=one.anchor, block=words.get(digest_of(one.fingerprint), nearest))


def _first(document: Document) -> int:
    """Return the block of the first record; of a document without any, its first block."""
    return next((record.place.first for record in in_order(document)), 0)


def _passages(blocks: Sequence[Block]) -> dict[str, int]:
    """Return the block in which each passage stands, by the digest of its words."""
    found: dict[str, int] = {}
    for at, block in enumerate(blocks):
        for passage in _texts(block):
            found.setdefault(digest(passage), at)
            found.setdefault(digest(passage.partition(":")[2]), at)  # "RESOLVED: That …"
    found.pop(digest(""), None)
    return found


def _texts(block: Block) -> Iterator[str]:
    """Yield the whole text of a block, its sentences, and the cells of a table."""
    yield block.text
    yield from (block.text[start:end] for start, end in spans(block.text))
    for row in block.rows:
        yield from row.texts
