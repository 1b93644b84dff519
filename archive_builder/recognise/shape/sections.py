"""The headings of a document and the sections they open, by meaning: printed levels contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import BlockKind, Heading
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.shape.heads import find_heads
from archive_builder.recognise.shape.packs import is_title
from archive_builder.recognise.shape.series import Head
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded


def find_sections(draft: Draft) -> Draft:
    """A draft with its sections and headings."""
    heads = list(find_heads(draft))
    return replace(draft, sections=tuple(_sections(draft, heads)), headings=tuple(_headings(draft, heads)))


def _sections(draft: Draft, heads: Sequence[Head]) -> list[Section]:
    starts = [head.block for head in heads]
    sections = []
    if not starts or starts[0] > 0:
        end = starts[0] if starts else len(draft.blocks)
        sections.append(Section(heading=None, first=0, last=_last_of_text(draft, end)))
    for head, end in zip(heads, [*starts[1:], len(draft.blocks)][: len(heads)], strict=True):
        sections.append(
            Section(
                heading=head.block,
                number=head.number,
                title=head.title,
                level=head.level,
                item=head.item,
                first=head.block + 1,
                last=_last_of_text(draft, end),
            )
        )
    return sections


def _last_of_text(draft: Draft, end: int) -> int:
    """The last block before `end` that is no footnote: these stand below the text of a section."""
    last = end - 1
    while last >= 0 and draft.blocks[last].kind is BlockKind.NOTE:
        last -= 1
    return last


def _headings(draft: Draft, heads: Sequence[Head]) -> list[Heading]:
    taken: set[str] = set()
    begun = {head.block for head in heads}
    titles = [
        Heading(anchor=unique(slug(text), taken), level=1, text=text, block=block)
        for block in draft.masthead.titles
        if block not in begun
        for text in [folded(draft.blocks[block].text)]
        if not (_is_sentence(text) and not is_title(draft.blocks[block]))
    ]
    return titles + [
        Heading(
            anchor=unique(slug(head.title), taken),
            level=head.level,
            text=folded(f"{head.number} {head.title}")
            if head.number and not draft.blocks[head.block].number
            else head.title,
            block=head.block,
        )
        for head in heads
    ]


def _is_sentence(text: str) -> bool:
    """A document without a title begins with a sentence: that heads nothing."""
    return text.endswith(".") and len(text.split()) > _LONGEST_TITLE


_LONGEST_TITLE = 8
