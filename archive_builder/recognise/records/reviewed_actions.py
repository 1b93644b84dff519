"""Actions of earlier meetings, gone through in a list: a tracker that is no table.

Named layouts: items below the heading "Actions from the last meeting"; and, among the matters
arising, items below a line such as "Ann's actions:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Place, TrackerRow
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.grammar.table_heads import status
from archive_builder.recognise.records.actions import find_mark
from archive_builder.recognise.signs.action_marks import action_marker
from archive_builder.text.words import folded

REVIEW = Rule(
    "actions-reviewed",
    r"""(?: (?: review | updates? | progress | report ) \s+ (?: of | on | against ) \s+ )? (?:the\s+)?
        (?: (?: outstanding | previous | open ) \s+ actions? (?: \s+ (?: points? | items? | log | list ) )?
          | actions? (?: \s+ (?: points? | items? | log | list ) )? \s+ (?: arising \s+ )? (?: from | of )
            \s+ (?:the\s+)? (?: minutes \s+ of \s+ (?:the\s+)? )? (?: last | previous ) \b .* )
        \s* :?""",
    ("Actions from the last meeting", "Review of outstanding actions", "Previous actions:"),
)
_MATTERS = re.compile(r"(?:matters|actions?)\s+arising\b.*", re.IGNORECASE)
LISTED = Rule(
    "actions-of-somebody",
    r"""(?: [^.?!:]{2,40} [’']s? \s+ | (?:outstanding|previous) \s+ )? actions?
        (?: \s+ assigned \s+ to \s+ [^.?!:]{2,80} )? \s* :""",
    ("Ann’s actions:", "Actions assigned to the executive (committee):", "Outstanding actions:"),
)
NUMBERED = Rule(
    "action-with-its-number",
    r"(?P<number> (?: AP | actions? (?:\s points?)? ) \s* \d [\w/.-]* ) \s* [:–-] \s* (?=\S)",
    ("AP1: Signs to be put up", "Action 3 - Buy salt"),
    whole=False,
)
_STATE = re.compile(
    r"(?P<task>.{8,}?)\s*(?:[:–—-]|\(|(?<=\.)(?=\s))\s*(?P<state>(?:now\s+)?(?:done|completed?|closed|discharged|ongoing|on-going|"
    r"outstanding|in\s+progress|carried\s+(?:over|forward)|not\s+(?:yet\s+)?done)\b.*?)\)?",
    re.IGNORECASE,
)


def find_reviewed_actions(draft: Draft) -> Draft:
    """A draft with a tracker row for each earlier action that it goes through."""
    rows: list[TrackerRow] = []
    for section in draft.sections:
        if section.heading is not None:
            rows += _rows(draft, section)
    numbered = [replace(row, anchor=f"tracker-{number}") for number, row in enumerate(rows, 1)]
    return draft if draft.tracker_rows else replace(draft, tracker_rows=tuple(numbered))


def _rows(draft: Draft, section: Section) -> Iterator[TrackerRow]:
    title = section.title.strip()
    within = inside = REVIEW.match(title, draft.vocabulary) is not None
    if not inside and not _MATTERS.fullmatch(title):
        return
    marker = action_marker(draft.vocabulary)
    for index in section.content:
        block = draft.blocks[index]
        if within and (match := NUMBERED.match(folded(block.text), draft.vocabulary)):
            yield replace(_row(draft, section, index, match.end()), identifier=match["number"])
        elif block.kind is BlockKind.PARAGRAPH:
            inside = LISTED.match(folded(block.text), draft.vocabulary) is not None
        elif inside and block.kind is BlockKind.ITEM and not block.level and not find_mark(block, marker):
            yield _row(draft, section, index)


def _row(draft: Draft, section: Section, index: int, start: int = 0) -> TrackerRow:
    """An item and the points below it, which say what became of it; a marked action is a new one."""
    text = folded(draft.blocks[index].text)[start:]
    told = _STATE.fullmatch(text)
    below = list(_below(draft, section, index))
    update = " ".join([told["state"]] if told else [draft.blocks[at].text for at in below])
    return TrackerRow(
        anchor="",
        place=Place(index, below[-1] if below else index) if not told else place(index),
        text=told["task"] if told else text,
        update=folded(update),
        status=status(draft.vocabulary, update),
        found_by=REVIEW.name,
    )


def _below(draft: Draft, section: Section, index: int) -> Iterator[int]:
    marker = action_marker(draft.vocabulary)
    for at in range(index + 1, section.last + 1):
        block: Block = draft.blocks[at]
        if block.kind is not BlockKind.ITEM or not block.level or find_mark(block, marker):
            return
        yield at
