"""Amendments: how the minutes of an earlier meeting were changed as a later one agreed them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Place
from archive_builder.model.records import Amendment
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.amending import AMENDED
from archive_builder.text.dates import dates
from archive_builder.text.words import folded

_LONGEST = 700
"""Characters of the longest sentence that is looked at."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence that amends minutes: its place, its words, and those of the change."""

    place: Place
    text: str
    change: str
    rule: Rule


def find_amendments(draft: Draft) -> Draft:
    """A draft with its amendments to the minutes of earlier meetings."""
    anchors: set[str] = set()
    of_item: Counter[str] = Counter()
    made = []
    for found in _gather(draft):
        item = draft.item_anchor(found.place.first)
        of_item[item] += 1
        named = [dated.day for dated in dates(found.text)]
        own = draft.masthead.date
        made.append(
            Amendment(
                anchor=unique(within_item("amendment", item, of_item[item]), anchors),
                place=found.place,
                text=found.text,
                item=item,
                minutes_of=next((day for day in named if own is None or day < own), None),
                change=found.change,
                found_by=found.rule.name,
                confidence=found.rule.confidence,
            )
        )
    return replace(draft, amendments=tuple(made))


def _gather(draft: Draft) -> Iterator[_Found]:
    for at, block in enumerate(draft.blocks):
        if not is_prose(block):
            continue
        sentences = tuple(draft.sentences(at))
        for sentence in sentences:
            label = sentence.label(AMENDED) if len(sentence.text) <= _LONGEST else None
            if label is None:
                continue
            leads = sentence is sentences[-1] and sentence.text.endswith(":")
            last = _last_of_list(draft.blocks, at) if leads else at
            whole = len(sentences) == 1
            narrowed = Place(at, at) if whole else Place(at, at, sentence.start, sentence.end)
            listed = " ".join(folded(each.text) for each in draft.blocks[at + 1 : last + 1])
            yield _Found(
                place=Place(at, last) if last > at else narrowed,
                text=f"{sentence.text} {listed}".strip(),
                change=_trimmed(f"{label.match['change']} {listed}"),
                rule=label.rule,
            )


def _last_of_list(blocks: tuple[Block, ...], at: int) -> int:
    """The last entry of the list that a sentence opens: "with the following corrections:"."""
    last = at
    while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.ITEM:
        last += 1
    return last


def _trimmed(change: str) -> str:
    """The words of a change without the marks around them; empty where there is no word among them."""
    words = change.strip(" :;,.–-")
    return words if re.search(r"\w", words) else ""
