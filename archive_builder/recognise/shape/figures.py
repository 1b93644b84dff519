"""Charts and pictures: where one stands, or stood before the source text lost it."""

from __future__ import annotations

from collections.abc import Sequence

from archive_builder.model import Block, BlockKind, Figure
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.headings import CAPTION
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded, words

_LEAD_IN = r"\b (?: {SHOWS_FIGURE} \b .* \b {BELOW} | {BELOW} \s+ {FIGURE_SHOWS} ) \b"


def figures(draft: Draft) -> list[Figure]:
    """Pictures: captions, and the gaps that lost pictures left below a caption or a lead-in."""
    found: list[Figure] = []
    taken: set[str] = set()
    captions = {_caption_of_picture(draft, index) for index in range(len(draft.blocks))} - {None}
    for index, block in enumerate(draft.blocks):
        after = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
        if block.kind is BlockKind.FIGURE:
            near = _caption_of_picture(draft, index)
            caption = folded(draft.blocks[index if near is None else near].text)
            found.append(_figure(caption, index, True, len(found), taken))
            continue
        if index in captions:
            continue
        text = folded(block.text) if is_prose(block) or block.kind is BlockKind.HEADING else ""
        if not text or len(text) > 400:
            continue
        lost = after is not None and after.gap >= 3
        captioned = bool(CAPTION.match(text, draft.vocabulary)) and not text.casefold().startswith("table")
        shown = captioned or (lost and _could_be_caption(draft.blocks, index))
        if shown or (lost and compiled(_LEAD_IN, draft.vocabulary).search(text)):
            table = after is not None and after.kind is BlockKind.TABLE
            found.append(_figure(text if shown else "", index, not table, len(found), taken))
    return found


def _figure(caption: str, index: int, missing: bool, before: int, taken: set[str]) -> Figure:
    named = slug(" ".join(words(caption)[:6])) if caption else before + 1
    return Figure(anchor=unique(f"figure-{named}", taken), caption=caption, missing=missing, block=index)


def _caption_of_picture(draft: Draft, index: int) -> int | None:
    """Where the caption of a picture stands: the "Figure 1: ..." below it, else above it."""
    blocks = draft.blocks
    if blocks[index].kind is not BlockKind.FIGURE:
        return None
    for near in (index + 1, index - 1):
        if 0 <= near < len(blocks) and is_prose(blocks[near]):
            text = folded(blocks[near].text)
            if (
                len(text) <= 400
                and CAPTION.match(text, draft.vocabulary)
                and not text.casefold().startswith("table")
            ):
                return near
    return None


def _could_be_caption(blocks: Sequence[Block], index: int) -> bool:
    """A short line between two gaps names the picture that stood there."""
    block = blocks[index]
    return (
        block.gap >= 2
        and len(block.text) < 130
        and not block.text.rstrip().endswith((".", ":", ";"))
        and not block.marker
    )
