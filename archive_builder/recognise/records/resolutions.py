"""Resolutions in their parts: what stands below RESOLVED, each lettered part on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Decision, DecisionKind
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.resolution_parts import Part, lettered_within, parts_below
from archive_builder.recognise.signs.beside_decisions import LABEL_ALONE
from archive_builder.recognise.signs.moving import THAT
from archive_builder.recognise.signs.resolving import (
    BODY_AND_LIST,
    DONE,
    EMPTY_STEM,
    LIST_ENTRIES,
    MARKED_WITHIN,
    MARKER_ALONE,
    NOTED,
    RESOLVED,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import reference
from archive_builder.text.words import folded


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
                found += _in_line(draft, index, number, text, rule)
                continue
            parts = parts_below(draft.blocks, range(index + 1, section.last + 1), number)
            texts = [(part, draft.text(part.block)) for part in parts]
            found += [
                _resolution(draft, part, text, rule)
                for part, text in texts
                if len(parts) == 1 or not draft.read(text).fits(EMPTY_STEM)
            ]
    return _with_stems(found)


def _in_line(draft: Draft, index: int, number: str, text: str, rule: Rule) -> Iterator[Decision]:
    """What stands behind the marker in its own block: one resolution, or each of the parts lettered there."""
    lettered = lettered_within(draft.blocks[index].text)
    if not lettered:
        yield _resolution(draft, Part(index, (number,)), text, rule)
    for mark, start, end in lettered:
        said = folded(draft.blocks[index].text[start:end])
        made = _resolution(draft, Part(index, (number, mark)), said, rule)
        yield replace(made, place=span_place(draft.blocks, index, start, end))


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
    below = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
    label = draft.line(index).label(_MARKERS)
    if not label:
        return (RESOLVED, "") if below and _leads_to_words(draft, index, below) else None
    if label.rule is BODY_AND_LIST and not _is_done(draft, below):
        return None
    behind = folded(label.match["text"])
    return label.rule, behind if behind.strip(" :-–") else ""


def _leads_to_words(draft: Draft, index: int, below: Block) -> bool:
    """True for "RESOLVED", or "That the Board:" below a label "Decision", above the words of a resolution."""
    line = draft.line(index)
    if not is_prose(below) or not (line.fits(MARKER_ALONE) or line.text.rstrip().endswith(":")):
        return False
    if line.fits(MARKER_ALONE):
        that = draft.read(below.text).match(THAT)
        return below.kind is BlockKind.ITEM or (that is not None and that.start("words") == 0)
    section = draft.section_of(index)
    above = draft.line(index - 1).text if index and section and section.first < index else ""
    title = section.title if section and section.first == index else above
    labelled = draft.read(f"{title.rstrip(' :')}:").fits(LABEL_ALONE)
    return labelled and below.kind is BlockKind.ITEM and line.fits(EMPTY_STEM)


_MARKERS = RuleTable(RESOLVED, NOTED, BODY_AND_LIST)


def _is_done(draft: Draft, below: Block | None) -> bool:
    """True if the block below a body's name is a list entry that says what the body did."""
    if below is None or below.kind is not BlockKind.ITEM:
        return False
    return draft.read(below.text).fits(DONE)


def _item_number(draft: Draft, section: Section) -> str:
    anchor = draft.item_anchor(section.heading) if section.heading is not None else ""
    return next((reference(item.number) for item in draft.items if item.anchor == anchor), "")


def _resolution(draft: Draft, part: Part, text: str, rule: Rule) -> Decision:
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
