"""How far minutes or notes have got, by their own words: draft, approved, or corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from archive_builder.model import Classification, PaperStatus
from archive_builder.recognise.facts.view import HEAD
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.text.words import folded

DRAFT_LINE = Rule(
    "draft-line",
    r"""\W* {DRAFT_STATUS} (?: \W+ (?: {DRAFT_STATUS} | {APPROVED_STATUS} | {RECORD} | {STATUS_BESIDE} ) )* \W*""",
    ("DRAFT", "Draft – subject to approval", "UNCONFIRMED MINUTES", "(draft until approved)"),
    ("Draft budget for 2025", "The draft was sent to the Clerk."),
)
DRAFT_PAPER = Rule(
    "draft-paper",
    r"""(?: .* \b )? (?: {DRAFT_STATUS} \W+ (?: \w+ \W+ ){0,2}? {RECORD} \b .*
        | {RECORD} \b .{0,160}? (?: [(\[–—:-] | \b (?: is | are ) ) \W* {DRAFT_STATUS} \b .{0,40} )""",
    (
        "Draft minutes of the Library Board held on 6 May 2025",
        "MINUTES – UNAPPROVED",
        "Minutes of the Library Board of 6 May 2025 (DRAFT)",
        "These minutes are subject to approval at the next meeting.",
    ),
    ("Minutes of the Library Board", "Report on the draft plan of the Library Board"),
)
CORRECTED_PAPER = Rule(
    "corrected-paper",
    r"""\W* (?: {CORRECTED_STATUS} \W+ (?: \w+ \W+ ){0,2}? {RECORD} \b .*
        | (?: \w+ \W+ ){0,3}? {RECORD} \b .{0,160}? [(\[–—:-] \W*
          (?: {APPROVED_STATUS} \W+ )? {CORRECTED_STATUS} \b .{0,40} )""",
    ("Corrected minutes of the Library Board", "Minutes of 6 May 2025 (as amended)"),
    ("The minutes were amended.",),
)
APPROVED_PAPER = Rule(
    "approved-paper",
    r"""\W* (?: {APPROVED_STATUS} \W+ (?: \w+ \W+ ){0,2}? {RECORD} \b .*
        | (?: \w+ \W+ ){0,3}? {RECORD} \b .{0,160}? [(\[–—:-] \W* {APPROVED_STATUS} \b .{0,40} )""",
    (
        "Approved minutes of the Library Board",
        "Meeting minutes: 6 May 2025 (approved 3 June 2025)",
        "MINUTES – CONFIRMED",
    ),
    ("The minutes of the last meeting were approved.",),
)
RULES = {
    PaperStatus.DRAFT: RuleTable(DRAFT_LINE, DRAFT_PAPER),
    PaperStatus.CORRECTED: RuleTable(CORRECTED_PAPER),
    PaperStatus.APPROVED: RuleTable(APPROVED_PAPER),
}
"""By what the paper is, the surest first: what is a draft says so, whatever else it says."""

_OF_MEETINGS = (Classification.MINUTES, Classification.NOTES)
_LONGEST = 200
"""Characters of the longest line that is looked at."""
_SIGNS = {
    PaperStatus.DRAFT: "draft_status",
    PaperStatus.CORRECTED: "corrected_status",
    PaperStatus.APPROVED: "approved_status",
}
"""The lists of the vocabulary whose words tell it in the name of a file."""


def find_status(draft: Draft, file: str) -> PaperStatus | None:
    """Return how far minutes or notes have got: by their title, head and running heads, else their file name.

    None where nothing says so, and for other documents: a "draft plan" is a plan.
    """
    if draft.masthead.classification not in _OF_MEETINGS:
        return None
    head = [line for line in _head(draft) if 0 < len(line) <= _LONGEST]
    for status, rules in RULES.items():
        lines = [*head, *_alone(draft)] if status is PaperStatus.DRAFT else head
        if any(draft.read(line).fits(rules) for line in lines):
            return status
    words = set(re.split(r"[\W_\d]+", PurePosixPath(file).stem.casefold()))
    signs = draft.vocabulary.signs
    return next((status for status, name in _SIGNS.items() if words & set(signs[name])), None)


def _head(draft: Draft) -> Iterator[str]:
    """The title, the lines of the head, and what runs over the pages."""
    yield folded(draft.masthead.title)
    for block in draft.blocks[: min(draft.masthead.last + 1, HEAD)]:
        yield folded(block.text)
    yield from dict.fromkeys(folded(aside.text) for aside in draft.asides)


def _alone(draft: Draft) -> Iterator[str]:
    """The first lines, and those near the top that stand alone: "DRAFT" stands below the head, too.

    That a paper is approved is read from its head alone: "October minutes: approved" tells of another one.
    """
    for at, block in enumerate(draft.blocks[:HEAD]):
        text = folded(block.text)
        if len(text) <= _LONGEST and (at < 2 or len(text.split()) <= 4):
            yield text
