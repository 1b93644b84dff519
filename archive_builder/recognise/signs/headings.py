"""The signs by which a block is a heading: how it is set, how long it is, what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.recognise.signs.no_headings import NOBODYS_TITLE, is_no_heading
from archive_builder.recognise.signs.reported import DECISION_SECTION
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
    r"""(?: (?: {AGENDA_WORD} \s+ )? {ITEM_WORD} \s+ (?:no\.?\s+)?
            (?= \d{1,3} (?: \s? [.):–-] | \s (?-i: [^a-z]+ $ ) ) ) )?
        \[? (?P<number> (?! (?:19|20)\d\d (?: \s | - \d\d - \d\d \b ) )  # no year, no day
            (?: (?-i:[A-Z]{1,4}) [./\s-]? (?=\d) )? \d{1,4} (?:[./-]\d{1,4})*
            (?-i: [a-z](?=[.)]) | \.[A-Z](?=[.)]\s) )? )
        (?: \s* [\].):–-] \s* | \s* (?! {AFTER_A_FIGURE} \b ) ) (?:\d{1,2}\.\s+)?
        (?! (?: st | nd | rd | th ) \b )                             # "2 nd homes"
        (?P<title> (?: [^\W\d_] | (?<=\d[.)]\s) \d+ \s+ [^\W\d_] ) .* )""",
    (
        "3. 101 calls",
        "Item 4: Court backlog",
        "Agenda item 5: Roads",
        "ITEM 6 THE HALL",
        "681 NOTICE OF RECORDING",
        "1. Purpose of report",
        "5.2.1 Budget",
        "1.MINUTES",
        "24/031 Finance",
        "TB12/25 Staffing",
        "PE 88 APOLOGIES",
        "C.14 Roads",
        "C048/25   1.   APOLOGIES",
        "8.A. New business",
        "[2] Roads",
    ),
    ("2024 was wet", "Purpose of report", "12", "2 nd homes", "2nd homes", "2024-05-03 Board", "3 May"),
)
"""A heading with its number."""
LETTERED = Rule(
    "lettered-title",
    r"(?-i: (?P<number> [A-Z] | [IVX]{1,5} ) ) \s* [.):–-] \s* (?P<title> [^\W\d_] [^\W\d_] .* )",
    ("A. Call to order", "IV. Old business", "B) Roads"),
    ("a. call to order", "A B", "A.B. Lee"),
)
"""A heading with a letter or a Roman numeral for its number."""
LEADING_NUMBER = Rule(
    "leading-number",
    r"""(?: (?: (?: {AGENDA_WORD} \s+ )? {ITEM_WORD} \s+ (?:no\.?\s+)? (?= \d{1,3} \s? [.):–-] )
           | (?-i: [A-Z]{1,4} ) [./\s-]? (?=\d) )?
          \[? (?P<number> \d{1,4} (?:[./-]\d{1,4})* )
          (?: \s* [\].):–-] \s+ | \s+ (?! {AFTER_A_FIGURE} \b ) ) (?: \d{1,2}\. \s+ )?
          (?! (?: st | nd | rd | th ) \b ) (?= [^\W\d_] )
        | (?P<tight> \d{1,4} ) \. (?= (?-i:[A-Z]) ) )""",
    (
        "3. Roads",
        "19.09.03 Minutes",
        "Agenda Item No. 3: Roads",
        "TB12/25 Staffing",
        "1.MINUTES",
        "[2] Roads",
    ),
    ("Roads 3", "12", "2 nd homes", "3 May", "5 pm in the hall"),
    whole=False,
)
"""The number before what may be a title of a chain of numbered titles."""
CAPTION = Rule(
    "caption",
    r"{CAPTIONED} \s+ \d+ [a-z]? \s* [:.–-] .*",
    ("Figure 2: Calls by month",),
    ("Figures for May: 12", "Figure 2 shows calls"),
)
AGENDA_HEADING = Rule(
    "agenda-heading",
    r"""[^\w“‘"'(]{0,4}                                              # a picture
        (?: (?: {MEETING} \s+ )? {AGENDA_WORD} (?: (?: \s+ | \s*[/&]\s* ) {AGENDA_PART} )?
            (?: \s* [–-] .* )?
          | {AGENDA_TITLE} )""",
    ("Agenda", "Meeting agenda", "Agenda items", "Agenda / Notes", "Items for discussion"),
    ("Agenda setting", "Items for sale"),
)
"""The heading of the list of items."""
USUAL_ITEM = Rule(
    "usual-item",
    r"\b {USUAL_ITEM} \b",
    ("Apologies for absence", "To approve the minutes of 3 May"),
    ("Bench in Mill Lane",),
    anywhere=True,
)
"""The title of an item that bodies of all sorts have."""
RUN_IN_TITLE = Rule(
    "run-in-title",
    r"""(?P<title> (?-i:[A-Z]) [^.:;?!–—]{1,80}? )
        (?: (?: \s* [–—] \s* | \s+ - \s+ ) (?= (?-i: [A-Z“"£$\d] ) )
          | : \s+ (?= (?-i: [A-Z“"£$] | \d{1,2} \s? (?: st | nd | rd | th | [A-Z] ) ) ) )""",
    ("Approval of Agenda – The agenda was approved.", "Date of next meeting: 22nd November", "Roads - None."),
    ("The agenda was approved.", "Roads: a report"),
    whole=False,
)
"""A title that its text follows in the same paragraph."""
OFFICE_ALONE = Rule(
    "office-alone",
    r"(?: {CHAIRS} | {CHAIR} | {OFFICE} ) \s* [.:]?",
    ("Chairman", "Clerk"),
    ("Clerk’s report",),
    act=Act.LISTS_PEOPLE,
)
"""An office and nothing else: a report of its holder, or the line below a signature."""
_PART = re.compile(r"\(?[a-z][.)]\s+(?=[A-Z\d])")
"""The letter of a heading that is a part of another's business: "a. Draft plan"."""
_SENTENCE_END = re.compile(r"[.?!;,]$")
MOST_WORDS = 26


def set_as_heading(draft: Draft, index: int, block: Block, text: str) -> bool:
    """True if a block is set as a heading: marked as one, all bold, or a short line above prose."""
    recorded = draft.masthead.classification is Classification.DECISION_RECORD and draft.read(text).fits(
        DECISION_SECTION
    )
    if block.kind in (BlockKind.TABLE, BlockKind.FIGURE, BlockKind.NOTE) or not text:
        return False
    part = block.kind is BlockKind.HEADING and _PART.match(text)
    if is_no_heading(text[part.end() :] if part else text, draft.vocabulary) and not recorded:
        return False
    if (
        not block.marker
        and draft.read(text).fits(NOBODYS_TITLE)
        and not _is_short_heading(draft, block, text)
    ):
        return False
    if (
        len(text.split()) > MOST_WORDS
        or draft.read(text).fits(MASTHEAD_FIELD)
        or only_date(text)
        or draft.read(text).fits(CAPTION)
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


def _is_short_heading(draft: Draft, block: Block, text: str) -> bool:
    """True for a heading that is an abbreviation, "LAN"; one that stands there twice, or in brackets, is somebody's."""
    if (
        block.kind is not BlockKind.HEADING
        or len(text) <= _INITIALS
        or not (text.isalpha() and text.isupper())
    ):
        return False
    return not any(
        other is not block and (other.text.strip() == text or f"({text})" in other.text)
        for other in draft.blocks
    )


_INITIALS = 2
"""Letters of somebody's initials at a margin, mostly."""


def _numbered_capitals(block: Block, text: str, vocabulary: Vocabulary) -> bool:
    """Named layout: minutes in plain text, each item a number and a title in capitals."""
    match = read(text, vocabulary).match(NUMBERED) if not block.marker else None
    title = match["title"] if match else ""
    if match is None and any(character.isdigit() for character in block.marker):
        title = text
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
    """True if a block is running text and not one more line of a list of names."""
    ended = block.text.rstrip().endswith((".", ":", ";", "?"))
    return is_prose(block) and (len(block.text) >= 100 or (ended and len(block.text) >= 40))
