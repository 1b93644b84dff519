"""The signs by which a block is a heading: how it is set, how long it is, what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.recognise.signs.reported import DECIDED
from archive_builder.settings import Vocabulary
from archive_builder.text.dates import only_date

MEETING_KINDS = (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
REPORT_KINDS = (
    Classification.REPORT,
    Classification.APPENDIX,
    Classification.ANNUAL_REPORT,
    Classification.WORK_PROGRAMME,
    Classification.ACTION_TRACKER,
    Classification.DECISION_LIST,
    Classification.DECISION_RECORD,
)
NUMBERED = Rule(
    "numbered-title",
    r"""(?: (?:agenda\s+)? item \s+ (?:no\.?\s+)? (?= \d{1,3} \s? [.):–-] ) )?
        (?P<number> (?!(?:19|20)\d\d\s) (?: (?-i:[A-Z]{1,4}) [./\s-]? (?=\d) )? \d{1,4} (?:[./-]\d{1,4})*
        (?-i:[a-z](?=[.)]))? )
        \s*[.):–-]?\s* (?:\d{1,2}\.\s+)? (?P<title> (?: [^\W\d_] | (?<=\d[.)]\s) \d+ \s+ [^\W\d_] ) .* )""",
    (
        "3. 101 calls",
        "Item 4: Court backlog",
        "681 NOTICE OF RECORDING",
        "1. Purpose of report",
        "5.2.1 Budget",
        "1.MINUTES",
        "24/031 Finance",
        "TB12/25 Staffing",
        "PE 88 APOLOGIES",
        "C.14 Roads",
        "C048/25   1.   APOLOGIES",
    ),
)
CAPTION = Rule(
    "caption",
    r"(?:figure|fig\.?|chart|graph|table|map|diagram)\s+\d+[a-z]?\s*[:.–-].*",
    ("Figure 2: Calls by month",),
)
NOT_HEADINGS = re.compile(
    r"[“‘\"].*|.*[”]|(?-i:[a-z]).*|(?:(?:the\s+)?(?:[\w,]+\s+){0,6}\w+[’']s?\s+)?(?:response|reply|answer)s?\s*:?|(?:response|reply|answer)\s+(?:of|from|by)\s+[^:.?]{2,60}:?|signed?\b.*|dated\b.*|date\s*(?::.*)?|(?:committee|council|board|members)\s.*"
    r"|(?:it\s+was\s+)?(?:resolved|agreed|decision|recommended|note|n\.b)\b.*|action\s*(?:[:–(-]|\d|by\b).*|action|that\s.*|the\s+(?:panel|board|committee|council)\s+(?:is|are)\s.*"
    r"|(?:this|these|the\s+meeting)\s.*|(?:moved|seconded|proposed)\b.*|the\s+(?:panel|board|committee|council|authority|governors|trustees|members)\s+(?:\w+ly\s+)?(?:agreed|resolved|noted|approved|decided)\b.*|(?:motion\s+)?(?:was\s+)?(?:carried|lost|defeated)\b.*"
    r"|[^.?!]{2,60}\s(?:asked|responded|replied)\s*:|(?:unanimously|duly)\s.*|(?:ayes?|nays?|noes|yeas?|absent|abstain\w*|abstentions?|for|against|vote)\s*:.*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!;,]$")
MOST_WORDS = 26


def set_as_heading(draft: Draft, index: int, block: Block, text: str) -> bool:
    """Whether a block is set as a heading: marked as one, all bold, or a short line above prose."""
    recorded = draft.masthead.classification is Classification.DECISION_RECORD and DECIDED.match(
        text, draft.vocabulary
    )
    if block.kind in (BlockKind.TABLE, BlockKind.FIGURE) or not text:
        return False
    if NOT_HEADINGS.fullmatch(text) and not recorded:
        return False
    if (
        len(text.split()) > MOST_WORDS
        or MASTHEAD_FIELD.match(text, draft.vocabulary)
        or only_date(text)
        or CAPTION.match(text, draft.vocabulary)
    ):
        return False
    if block.kind is BlockKind.HEADING:
        return not (text.endswith(":") and len(text.split()) > 8) and not _above_gap(draft.blocks, index)
    if block.bold and not _SENTENCE_END.search(text):
        return True
    if draft.masthead.classification in REPORT_KINDS and not block.marker:
        return _short_line(draft.blocks, index, text)
    return draft.masthead.classification in MEETING_KINDS and _numbered_capitals(
        block, text, draft.vocabulary
    )


def _numbered_capitals(block: Block, text: str, vocabulary: Vocabulary) -> bool:
    """Named layout: minutes in plain text, each item a number and a title in capitals."""
    match = NUMBERED.match(text, vocabulary) if not block.marker else None
    title = match["title"] if match else text if any(ch.isdigit() for ch in block.marker) else ""
    return title.isupper() and not block.tight and len(title) > 3


def _above_gap(blocks: Sequence[Block], index: int) -> bool:
    """A heading alone between two gaps is the caption of a lost picture."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        blocks[index].gap >= 3
        and after is not None
        and after.gap >= 3
        and not blocks[index].bold
        and after.kind is not BlockKind.TABLE
    )


def _short_line(blocks: Sequence[Block], index: int, text: str) -> bool:
    """Named layout: plain text without any marks, its headings short lines of their own above prose."""
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if (
        block.tight
        or _SENTENCE_END.search(text)
        or text.endswith(":")
        or not text[0].isupper()
        or len(text.split()) > 18
    ):
        return False
    if after is None or after.tight or after.gap >= _PICTURE or block.kind is not BlockKind.PARAGRAPH:
        return False
    if is_prose(after) and not after.marker and not _is_text(after) and not after.bold:
        further = blocks[index + 2] if index + 2 < len(blocks) else None
        return further is not None and _is_text(further) and not further.tight
    return _is_text(after) or bool(after.marker) or after.kind is BlockKind.TABLE


_PICTURE = 3
"""So many empty lines are the trace of a lost picture: the line above them is its caption."""


def _is_text(block: Block) -> bool:
    """Whether a block is running text and not one more line of a list of names."""
    ended = block.text.rstrip().endswith((".", ":", ";", "?"))
    return is_prose(block) and (len(block.text) >= 100 or (ended and len(block.text) >= 40))
