"""Which blocks are headings though nothing sets them as such: by their numbers, capitals, or what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.shape.line_numbers import titles
from archive_builder.recognise.shape.numbers_below import titles_with_numbers_below
from archive_builder.recognise.shape.roster.labels import is_roster_title
from archive_builder.recognise.shape.short_lines import capital_lines, colon_lines, plain_lines
from archive_builder.recognise.shape.typed_titles import (
    capital_titles,
    outline_titles,
    typed_titles,
    usual_capitals,
)
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.formal_motions import RECITAL
from archive_builder.recognise.signs.headings import AGENDA_HEADING, LETTERED, REPORT_KINDS, USUAL_ITEM
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded

_FEWEST_HEADINGS = 3
"""So many headings that are marked as such leave nothing to be told by other signs."""
_FEWEST_USUAL = 2
"""So many titles of usual items tell that lines like them are titles."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The blocks that are headings though nothing sets them as such."""

    numbered: set[int]
    """Titles of a chain of numbers."""
    capitals: set[int]
    plain: set[int]
    """Short lines, or lines that end in a colon, where nothing else in the minutes is a heading."""
    above_numbers: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Titles whose number stands below or behind them in brackets, each with its number and itself."""


def find_unmarked(draft: Draft) -> Unmarked:
    """Return the blocks of a document that are headings though nothing sets them as such, by how they are told."""
    blocks, last = draft.blocks, draft.masthead.last
    meeting = draft.masthead.classification in (Classification.MINUTES, Classification.NOTES)
    if meeting and (above := titles_with_numbers_below(blocks, draft.vocabulary)):
        return Unmarked(set(), set(), set(), above)
    report = draft.masthead.classification in REPORT_KINDS and not _has_marked_headings(draft)
    numbered = _numbered_titles(draft) if meeting or report else set()
    if meeting and (
        is_list_of_one_item(draft, numbered)
        or _are_lists_of_items(draft, numbered)
        or _are_lists_below_capitals(draft, numbered)
    ):
        numbered = set()
    counted = bool(numbered) or any(True for _ in _recitals(draft))
    capitals = set()
    if meeting and not counted:
        capitals = capital_lines(blocks, last) | capital_titles(blocks, last, draft.vocabulary)
    if meeting and not capitals and _marked_headings(draft) >= _FEWEST_HEADINGS:
        capitals = usual_capitals(blocks, last, draft.vocabulary)
    plain: set[int] = set()
    if meeting and not numbered and not capitals and not _has_marked_headings(draft):
        plain = plain_lines(blocks, last, draft.vocabulary)
    if meeting and not (numbered or capitals or plain) and _marked_headings(draft) < _FEWEST_HEADINGS:
        plain = colon_lines(blocks, last, draft.vocabulary)
    telling = {index for index in capitals if not is_roster_title(blocks[index], draft.vocabulary)}
    typed = not (numbered or plain) and len(telling) < _FEWEST_HEADINGS
    if meeting and typed and _marked_headings(draft) < _FEWEST_HEADINGS:
        plain = typed_titles(blocks, last, draft.vocabulary) | outline_titles(blocks, last, draft.vocabulary)
    return Unmarked(numbered, capitals, plain)


def is_list_of_one_item(draft: Draft, numbered: set[int]) -> bool:
    """True if all numbered lines stand below one of the titles in capitals: letters received, and no items."""
    if not numbered:
        return False
    if _marked_headings(draft) >= _FEWEST_HEADINGS and _is_list_below_label(draft, numbered):
        return True
    capitals = capital_lines(draft.blocks, draft.masthead.last)
    usual = [at for at in capitals if USUAL_ITEM.match(draft.blocks[at].text, draft.vocabulary)]
    within = [at for at in capitals if min(numbered) < at < max(numbered)]
    above = [at for at in capitals if at < min(numbered)]
    return len(usual) >= _FEWEST_USUAL and len(above) >= _FEWEST_HEADINGS and not within


def _are_lists_of_items(draft: Draft, numbered: set[int]) -> bool:
    """True if numbered lines are lists below headings of items: each list counts from 1.

    Several of the headings must be titles of usual items; a number that goes on below the next heading counts items.
    """
    blocks = draft.blocks
    heads = [
        at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING and at > draft.masthead.last
    ]
    if len(heads) < _MANY_HEADINGS or not numbered or min(numbered) < heads[0]:
        return False
    return _hold_lists_from_one(draft, heads, numbered)


def _are_lists_below_capitals(draft: Draft, numbered: set[int]) -> bool:
    """True if numbered lines are lists below titles in capitals, several lists that each count from 1."""
    blocks, last = draft.blocks, draft.masthead.last
    lines = capital_lines(blocks, last) | capital_titles(blocks, last, draft.vocabulary)
    heads = sorted(at for at in lines if not blocks[at].marker)
    if len(heads) < _FEWEST_HEADINGS or not numbered or min(numbered) < heads[0]:
        return False
    begun = [
        at
        for at in range(heads[0], len(blocks))
        if blocks[at].kind is BlockKind.ITEM and blocks[at].marker.strip("(). ") == "1"
    ]
    several = len({max(head for head in heads if head < at) for at in begun}) >= _FEWEST_LISTS
    return several and _hold_lists_from_one(draft, heads, numbered)


_MANY_LISTS = 3
"""So many lists that begin anew leave no doubt that they are lists, if one title is that of a usual item."""
_FEWEST_LISTS = 2
"""So many lists that begin anew tell that numbers count points and no items."""


def _hold_lists_from_one(draft: Draft, heads: Sequence[int], numbered: set[int]) -> bool:
    """True if the lists below some headings, several of them titles of usual items, each count from 1."""
    blocks = draft.blocks
    capitals = sum(1 for at in numbered if blocks[at].text.isupper())
    if any(blocks[at].bold or not blocks[at].marker.strip("(). ").isdigit() for at in numbered):
        return False
    if 2 * capitals > len(numbered):
        return False
    edges = [*heads, len(blocks)]
    lists = (
        [blocks[at] for at in range(first, last) if blocks[at].kind is BlockKind.ITEM and blocks[at].marker]
        for first, last in pairwise(edges)
    )
    counted = ([block.marker.strip("(). ") for block in items] for items in lists)
    firsts = [next((mark for mark in marks if mark.isdigit()), "") for marks in counted]
    usual = sum(1 for at in heads if USUAL_ITEM.match(blocks[at].text, draft.vocabulary))
    if usual < (1 if firsts.count("1") >= _MANY_LISTS else _FEWEST_USUAL):
        return False
    return all(mark in ("", "1") for mark in firsts)


_MANY_HEADINGS = 5
"""Minimum number of headings that can be those of the items, with lists below them."""


def _is_list_below_label(draft: Draft, numbered: set[int]) -> bool:
    """True if numbered lines are one list below a line of text that ends in a colon: "Schedule:"."""
    first = min(numbered)
    above = draft.blocks[first - 1 : first]
    if not above or not is_prose(above[0]) or not above[0].text.rstrip().endswith(":") or above[0].bold:
        return False
    label = folded(above[0].text).rstrip(" :")
    within = draft.blocks[first : max(numbered) + 1]
    return all(block.kind is BlockKind.ITEM for block in within) and not AGENDA_HEADING.match(
        label, draft.vocabulary
    )


def _numbered_titles(draft: Draft) -> set[int]:
    labels = {i for i, block in enumerate(draft.blocks) if _is_labelled(block, draft.vocabulary)}
    labels |= set(_recitals(draft))
    letters = {i for i in labels if LETTERED.match(folded(draft.blocks[i].text), draft.vocabulary)}
    if labels == letters:  # "A. Call to order" is no answer where nothing is asked
        labels -= letters
    return titles(draft.blocks, draft.masthead.last, draft.vocabulary, labels)


def _recitals(draft: Draft) -> Iterator[int]:
    """The entries of lists below "WHEREAS": numbered reasons, and no business."""
    within = False
    for index, block in enumerate(draft.blocks):
        if within and block.kind is BlockKind.ITEM:
            yield index
        else:
            within = RECITAL.match(folded(block.text), draft.vocabulary) is not None


def _is_labelled(block: Block, vocabulary: Vocabulary) -> bool:
    """True if its number is that of a question, answer or action, and of no item: "Question 1", "A1", "AP1:"."""
    if block.marker or not is_prose(block):
        return False
    text = folded(block.text)
    marks = (ACTION_MARK, QUESTION_MARK, ANSWER_MARK)
    return bool(label_match(text, vocabulary) or any(mark.match(text, vocabulary) for mark in marks))


def _has_marked_headings(draft: Draft) -> bool:
    """True if the text below the masthead sets its headings as such: then numbers alone make none."""
    return _marked_headings(draft) > 0


def _marked_headings(draft: Draft) -> int:
    """Number of blocks below the masthead that are set as headings."""
    below = draft.blocks[draft.masthead.last + 1 :]
    return sum(1 for block in below if block.kind is BlockKind.HEADING or (block.bold and is_prose(block)))
