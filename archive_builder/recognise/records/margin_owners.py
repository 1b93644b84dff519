"""Owners in lines of their own: in a margin beside minutes, or behind a marker and nothing else ("ACTION Ann")."""

from __future__ import annotations

import re

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.records.action_marks import Marked, owner_alone
from archive_builder.recognise.signs.action_marks import LIST_LABEL
from archive_builder.recognise.signs.owners import names_owner
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.names import resolve
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded

_COLUMN_HEAD = r"(?: {ACTION_WORD} | {ACTIONS} ) (?: \s+ (?: by | for ) )? \s* :?"
_LONGEST_OWNERS = 40
"""Characters of the owners of one action, where they stand in a margin."""
_INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*")
_MARKED_NAME = re.compile(r"(?P<marker>\w+)\s+(?P<owner>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)")


def has_margin_of_owners(draft: Draft) -> bool:
    """True if "Action" stands alone above the text: the head of a margin that says who acts."""
    head = compiled(_COLUMN_HEAD, draft.vocabulary)
    first = next((section.heading for section in draft.sections if section.item), None)
    above = draft.blocks[: first or 0]
    return any(head.fullmatch(block.text.strip()) for block in above if block.kind is not BlockKind.TABLE)


def find_owner_alone(draft: Draft, index: int, *, margin: bool) -> Marked | None:
    """The owners that a block is nothing but; the action is told above it. None for other blocks."""
    text = draft.blocks[index].text.strip()
    if not text or len(text) > _LONGEST_OWNERS:
        return None
    if (margin and names_owner(text, draft)) or _is_of_initials_below_a_task(draft, index):
        return owner_alone((0, len(draft.blocks[index].text)), text, "")
    match = _MARKED_NAME.fullmatch(text)
    if match is None or not draft.read(match["marker"] + ":").fits(LIST_LABEL):
        return None
    known = resolve(match["owner"], draft.people(), draft.vocabulary)
    return owner_alone((match.start("owner"), len(text)), match["owner"], "") if known else None


def _is_of_initials_below_a_task(draft: Draft, index: int) -> bool:
    """True for a line with nothing but the initials of people of the meeting, where something is to be done."""
    block, text = draft.blocks[index], draft.blocks[index].text.strip()
    if block.kind is not BlockKind.PARAGRAPH or not index or not _INITIALS.fullmatch(text):
        return False
    told = sentences(draft.blocks[index - 1].text)
    if not told or not draft.read(folded(told[-1])).fits(NEEDED):
        return False
    return all(resolve(each, draft.people(), draft.vocabulary) for each in re.findall(r"[A-Z]+", text))
