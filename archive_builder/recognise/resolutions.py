"""Resolutions in their parts: what stands below RESOLVED, each lettered part on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.model import Block, BlockKind, Decision, DecisionKind
from archive_builder.recognise.deciding import RESOLVED
from archive_builder.recognise.grammar import Draft, Section, is_prose, place
from archive_builder.text.numerals import letter, reference
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a resolution: its block, the path of its marks, whether it is lettered by us."""

    block: int
    path: tuple[str, ...]


def resolutions(draft: Draft) -> list[Decision]:
    """Every part of every resolution; bullets below a part that ends in a colon are lettered."""
    found: list[Decision] = []
    for section in draft.sections:
        number = reference(section.number) or _item_number(draft, section)
        for index in section.content:
            if is_prose(draft.blocks[index]) and (match := RESOLVED.match(folded(draft.blocks[index].text))):
                if match["text"].strip(" :-–"):
                    found.append(_resolution(draft, _Part(index, (number,)), number, folded(match["text"])))
                else:
                    parts = _parts(draft.blocks, range(index + 1, section.last + 1), number)
                    found += [_resolution(draft, part, number, draft.text(part.block)) for part in parts]
    return found


def _item_number(draft: Draft, section: Section) -> str:
    anchor = draft.item_anchor(section.heading) if section.heading is not None else ""
    return next((reference(item.number) for item in draft.items if item.anchor == anchor), "")


def _parts(blocks: Sequence[Block], following: range, number: str) -> list[_Part]:
    found: list[_Part] = []
    stem: tuple[str, ...] = ()
    letters = 0
    for index in following:
        block = blocks[index]
        mark = reference(block.marker)
        if block.kind is BlockKind.PARAGRAPH and not found and _is_resolution(block):
            found.append(_Part(index, (number,)))
        elif block.kind is BlockKind.ITEM and mark:
            stem, letters = ((number, mark) if not block.level else (*stem, mark)), 0
            found.append(_Part(index, stem))
        elif block.kind is BlockKind.ITEM and found and _ends_open(blocks[found[-1 - letters].block]):
            found.append(_Part(index, (*(stem or (number,)), letter(letters))))
            letters += 1
        elif block.kind is BlockKind.ITEM:
            found.append(_Part(index, (number, letter(letters))))
            letters += 1
        else:
            break
    return found


def _is_resolution(block: Block) -> bool:
    return block.bold or re.match(r"that\b|to\b|the\b", block.text, re.IGNORECASE) is not None


def _ends_open(block: Block) -> bool:
    return block.text.rstrip(" -–").endswith(":")


def _resolution(draft: Draft, part: _Part, number: str, text: str) -> Decision:
    path = [step for step in part.path if step]
    return Decision(
        anchor="",
        place=place(part.block),
        text=text,
        item=draft.item_anchor(part.block),
        identifier=" ".join(path),
        kind=DecisionKind.RESOLVED,
        decided=draft.masthead.date,
        parent=" ".join(path[:-1]) if len(path) > 2 else "",
        found_by=RESOLVED.name,
    )


def resolved_blocks(draft: Draft, section: Section) -> set[int]:
    """The blocks of a section that are a resolution or its parts; all of them where minutes use the marker."""
    if not _has_resolution(draft, section):
        return set()
    marked = any(
        is_prose(draft.blocks[i]) and folded(draft.blocks[i].text).startswith("RESOLVED")
        for i in section.content
    )
    own = {
        i
        for i in section.content
        if is_prose(draft.blocks[i]) and RESOLVED.match(folded(draft.blocks[i].text))
    }
    listed = {i for i in section.content if draft.blocks[i].kind is BlockKind.ITEM}
    return set(section.content) if marked else own | listed


def _has_resolution(draft: Draft, section: Section) -> bool:
    return any(
        is_prose(draft.blocks[i]) and RESOLVED.match(folded(draft.blocks[i].text)) for i in section.content
    )
