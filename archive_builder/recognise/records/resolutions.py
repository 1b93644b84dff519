"""Resolutions in their parts: what stands below RESOLVED, each lettered part on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Decision, DecisionKind
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.resolving import (
    BODY_AND_LIST,
    DONE,
    EMPTY_STEM,
    LIST_ENTRIES,
    MARKED_WITHIN,
    NOTED,
    RESOLVED,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import letter, reference, roman
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a resolution: its block, the path of its marks, whether it is lettered by us."""

    block: int
    path: tuple[str, ...]


def find_resolutions(draft: Draft) -> list[Decision]:
    """Every part of every resolution; bullets below a part that ends in a colon are lettered."""
    found: list[Decision] = []
    for section in draft.sections:
        number = reference(section.number) or _item_number(draft, section)
        for index in section.content:
            if not (hit := _marker(draft, index)):
                continue
            rule, text = hit
            if text:
                found.append(_resolution(draft, _Part(index, (number,)), text, rule))
                continue
            parts = _parts(draft.blocks, range(index + 1, section.last + 1), number)
            texts = [(part, draft.text(part.block)) for part in parts]
            found += [
                _resolution(draft, part, text, rule)
                for part, text in texts
                if len(parts) == 1 or not draft.read(text).fits(EMPTY_STEM)
            ]
    return _with_stems(found)


def _with_stems(found: Sequence[Decision]) -> list[Decision]:
    """Return the resolutions, each part with the words of the resolution that it is a part of."""
    stems = {resolution.identifier: resolution for resolution in found if resolution.identifier}
    parents = {part.parent for part in found if part.parent}
    return [
        replace(
            resolution,
            stem=_stem(stems.get(resolution.parent)) if resolution.parent else "",
            in_parts=resolution.identifier in parents,
        )
        for resolution in found
    ]


def _stem(parent: Decision | None) -> str:
    return parent.text.rstrip(" -–") if parent else ""


def _marker(draft: Draft, index: int) -> tuple[Rule, str] | None:
    """The marker that a block is or begins with, and the words behind it; a body's name above what it did is one."""
    if not is_prose(draft.blocks[index]):
        return None
    label = draft.line(index).label(_MARKERS)
    if not label:
        return None
    below = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
    if label.rule is BODY_AND_LIST and not _is_done(draft, below):
        return None
    behind = folded(label.match["text"])
    return label.rule, behind if behind.strip(" :-–") else ""


_MARKERS = RuleTable(RESOLVED, NOTED, BODY_AND_LIST)


def _is_done(draft: Draft, below: Block | None) -> bool:
    """True if the block below a body's name is a list entry that says what the body did."""
    if below is None or below.kind is not BlockKind.ITEM:
        return False
    return draft.read(below.text).fits(DONE)


def _item_number(draft: Draft, section: Section) -> str:
    anchor = draft.item_anchor(section.heading) if section.heading is not None else ""
    return next((reference(item.number) for item in draft.items if item.anchor == anchor), "")


def _parts(blocks: Sequence[Block], following: range, number: str) -> list[_Part]:
    found: list[_Part] = []
    stem: tuple[str, ...] = ()
    letters = 0
    first: Block | None = None
    for index in following:
        block = blocks[index]
        mark = reference(block.marker)
        if (
            mark
            and first is None
            and found
            and mark not in _FIRST
            and not _ends_open(blocks[found[-1].block])
        ):
            break
        if block.kind is BlockKind.PARAGRAPH and not found and _is_resolution(block):
            found.append(_Part(index, (number,)))
        elif block.kind is BlockKind.ITEM and mark:
            first = first or block
            deeper = bool(stem) and (block.level > first.level or _counts_below(first, block, stem))
            stem, letters = ((*stem[: _depth(stem, deeper)], mark) if deeper else (number, mark)), 0
            found.append(_Part(index, stem))
        elif (
            block.kind is BlockKind.ITEM
            and len(found) > letters
            and _ends_open(blocks[found[-1 - letters].block])
        ):
            found.append(_Part(index, (*(stem or (number,)), letter(letters))))
            letters += 1
        elif block.kind is BlockKind.ITEM:
            found.append(_Part(index, (number, letter(letters))))
            letters += 1
        else:
            break
    return found


_FIRST = ("a", "i", "1")
"""The marks of first parts: what goes on with "(b)" below a whole resolution is no part of it."""


def _depth(stem: tuple[str, ...], deeper: bool) -> int:
    """How much of the path of the part before a deeper part keeps: number and upper mark."""
    return min(len(stem), 2) if deeper else 1


def _counts_below(first: Block, block: Block, stem: tuple[str, ...]) -> bool:
    """True if a mark of another style counts the points below the part before: "(a)" below "ii.".

    Letters go on from the letter before; "c" and "d" are roman numerals too.
    """
    upper, mark = reference(first.marker), reference(block.marker)
    if upper.isdigit():
        return not mark.isdigit()
    if mark.isdigit() or not roman(upper):
        return mark.isdigit()
    before = stem[2] if len(stem) > 2 else ""
    return mark == "a" or (len(before) == 1 and len(mark) == 1 and ord(mark) == ord(before) + 1)


def _is_resolution(block: Block) -> bool:
    return block.bold or re.match(r"[“\"]?(?:that|to|the)\b", block.text, re.IGNORECASE) is not None


def _ends_open(block: Block) -> bool:
    return block.text.rstrip(" -–").endswith(":")


def _resolution(draft: Draft, part: _Part, text: str, rule: Rule) -> Decision:
    path = [step for step in part.path if step]
    return Decision(
        anchor="",
        place=place(part.block),
        text=text,
        item=draft.item_anchor(part.block),
        identifier=" ".join(path),
        kind=_kind(rule, text, draft.vocabulary),
        decided=draft.masthead.date,
        parent=" ".join(path[:-1]) if len(path) > 2 else "",
        found_by=rule.name,
    )


def _kind(rule: Rule, text: str, vocabulary: Vocabulary) -> DecisionKind:
    """Under the marker RESOLVED everything is resolved; elsewhere the first words tell."""
    label = read(text, vocabulary).label(LIST_ENTRIES) if rule is BODY_AND_LIST else None
    return (label.rule if label else rule).outcome or DecisionKind.RESOLVED


def resolved_blocks(draft: Draft, section: Section) -> set[int]:
    """The blocks of a section that are a resolution or its parts; all of them where minutes use the marker."""
    own = {i for i in section.content if _marker(draft, i)}
    if not own:
        return set()
    marked = any(
        is_prose(draft.blocks[i]) and folded(draft.blocks[i].text).startswith("RESOLVED")
        for i in section.content
    )
    listed = {i for at in own for i in _items_below(draft, section, at)}
    if not marked:
        return own | listed
    told = {i for i in section.content if i not in own | listed and _is_marked_within(draft, i)}
    return set(section.content) - told


def _items_below(draft: Draft, section: Section, index: int) -> Iterator[int]:
    """The list entries directly below a block of a section."""
    for at in range(index + 1, section.last + 1):
        if draft.blocks[at].kind is not BlockKind.ITEM:
            return
        yield at


def _is_marked_within(draft: Draft, index: int) -> bool:
    """True if a block says RESOLVED in capitals within a sentence, and not as a marker of its own."""
    hit = draft.read(draft.blocks[index].text).match(MARKED_WITHIN)
    return hit is not None and hit[0].isupper()
