"""The signs by which a block is a heading: how it is set, how long it is, what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
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
    r"""(?: (?: {AGENDA_WORD} \s+ )? {ITEM_WORD} \s+ (?:no\.?\s+)? (?= \d{1,3} \s? [.):–-] ) )?
        (?P<number> (?!(?:19|20)\d\d\s)                             # no year
            (?: (?-i:[A-Z]{1,4}) [./\s-]? (?=\d) )? \d{1,4} (?:[./-]\d{1,4})*
            (?-i: [a-z](?=[.)]) | \.[A-Z](?=[.)]\s) )? )
        \s*[.):–-]?\s* (?:\d{1,2}\.\s+)?
        (?P<title> (?: [^\W\d_] | (?<=\d[.)]\s) \d+ \s+ [^\W\d_] ) .* )""",
    (
        "3. 101 calls",
        "Item 4: Court backlog",
        "Agenda item 5: Roads",
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
    ),
    ("2024 was wet", "Purpose of report", "12"),
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
          (?P<number> \d{1,4} (?:[./-]\d{1,4})* ) \s* [.):–-]? \s+ (?: \d{1,2}\. \s+ )? (?= [^\W\d_] )
        | (?P<tight> \d{1,3} ) \. (?= (?-i:[A-Z]) ) )""",
    ("3. Roads", "19.09.03 Minutes", "Agenda Item No. 3: Roads", "TB12/25 Staffing", "1.MINUTES"),
    ("Roads 3", "12"),
    whole=False,
)
"""The number before what may be a title of a chain of numbered titles."""
CAPTION = Rule(
    "caption",
    r"{CAPTIONED} \s+ \d+ [a-z]? \s* [:.–-] .*",
    ("Figure 2: Calls by month",),
    ("Figures for May: 12", "Figure 2 shows calls"),
)
NOT_HEADINGS = RuleTable(
    Rule(
        "half-of-day",
        r"[ap] \.? \s? m \.?",
        ("A.M.", "pm"),
        ("AM Lee", "Pumps"),
        act=Act.RECITES,
    ),
    Rule(
        "quoted",
        r"[“‘\"].* | .*[”]",
        ("“Well done”", "who said “well done”"),
        ("Well done",),
        act=Act.RECITES,
    ),
    Rule(
        "goes-on",
        r"(?-i:[a-z]).*",
        ("and the bridge",),
        ("The bridge",),
        act=Act.RECITES,
    ),
    Rule(
        "answer-heading",
        r"""(?: (?:the\s+)? (?:[\w,]+\s+){0,6} \w+[’']s? \s+ )? (?: {ANSWER} | {ANSWERS} ) \s* :?
          | {ANSWER} \s+ (?:of|from|by) \s+ [^:.?]{2,60} :?""",
        ("The Chair’s response:", "Response of the Chair"),
        ("Emergency response plan",),
        act=Act.ANSWERS,
    ),
    Rule(
        "signature",
        r"{SIGNATURE} \b .* | {DATE_WORD} \s* (?: : .* )?",
        ("Signed by the Chair", "Dated 3 May", "Date:"),
        ("Date of next meeting",),
        act=Act.RECITES,
    ),
    Rule(
        "owner-of-an-action",
        r"""(?: {ACTION_WORD} | {ACTIONS} ) (?: \s* [:–-] \s* | \s+ )
            (?: all | (?-i: [A-Z]{2,4} ) (?: \s* (?: [/,&+] | and ) \s* (?-i: [A-Z]{2,4} ) )* ) \s* \.?""",
        ("Action AL", "Action: AL/BR", "Action all"),
        ("Action log", "Action: Roads"),
        act=Act.ASKS_FOR_ACTION,
    ),
    Rule(
        "resolution-follows",
        r"and \s+ {RESOLVING} \s* :?",
        ("And Resolved:",),
        ("Resolved matters",),
        act=Act.DECIDES,
    ),
    Rule(
        "body-acts",
        r"""{BODY_ALONE} \s (?! {TITLE_CASE} $ ) .* | the \s+ {BODY_NOUNS} \s+ (?:is|are) \s .*
          | {BODY_ALONE} \s+ (?: {RESOLVED} | {NOTED} | {ASSENTED} | {DECIDED} ) \b .*
          | the \s+ (?: {BODY_NOUNS} | {MEMBERS} ) \s+ (?: \w+ly \s+ )?
            (?: {RESOLVED} | {NOTED} | {ASSENTED} | {DECIDED} ) \b .*""",
        ("Members present", "The Panel is asked to note", "The Board agreed the plan"),
        ("Panel membership", "The Board", "Committee Reports"),
        act=Act.DECIDES,
    ),
    Rule(
        "decision-line",
        r"""(?: it \s+ was \s+ )? (?: {RESOLVED} | {DECISION} | {RECOMMENDED} | {NOTE_WORD} ) \b .* | that \s .*""",
        ("It was agreed", "Decision 4", "Recommended: yes", "Note the plan", "N.B. no lift"),
        ("Decisions", "Notes of the day"),
        act=Act.DECIDES,
    ),
    Rule(
        "action-line",
        r"{ACTION_WORD} \s* (?: [:–(-] | \d | by\b ) .* | {ACTION_WORD}",
        ("Action: Ann", "Action", "Action by Bo Ray"),
        ("Action plan",),
        act=Act.ASKS_FOR_ACTION,
    ),
    Rule(
        "sentence-opening",
        r"(?: this | these | the \s+ {MEETING} ) \s .*",
        ("This report", "The meeting closed"),
        ("Meeting dates",),
        act=Act.RECITES,
    ),
    Rule(
        "motion-line",
        r"""(?: {MOVES_A_MOTION} | {PROPOSES} | {SECONDED} ) \b .*
          | (?: {MOTION} \s+ )? (?: was \s+ )? {CARRIED} \b .* | {MANNER} \s .*""",
        ("Moved by Ann Lee", "Motion carried", "Unanimously agreed"),
        ("Motion sensors",),
        act=Act.MOVES,
    ),
    Rule(
        "who-asked",
        r"[^.?!]{2,60} \s (?: {ASKED} | {ANSWERED} ) \s* :",
        ("Cllr Lee asked:", "The Chair replied:"),
        ("Questions asked",),
        act=Act.ASKS,
    ),
    Rule(
        "votes-line",
        r"(?: {VOTE_HEAD} | against | {VOTE} ) \s* : .*",
        ("Ayes: Ray, Doe", "Absent: Orr", "Vote: 4-1"),
        ("Votes for women",),
        act=Act.VOTES,
    ),
)
"""Lines that are never headings, however they are set."""
AGENDA_HEADING = Rule(
    "agenda-heading",
    r"(?: {MEETING} \s+ )? {AGENDA_WORD} (?: \s+ {ITEM_WORD} s? )? (?: \s* [–-] .* )?",
    ("Agenda", "Meeting agenda", "Agenda items"),
    ("Agenda setting",),
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
NOBODYS_TITLE = RuleTable(
    Rule(
        "initials-alone",
        r"(?! {SHORT_TITLE} $ ) (?-i: [A-Z]{2,3}[a-z]? ) (?: \s* (?: [/,&+] | and ) \s* (?-i: [A-Z]{2,4} ) )* \s* :?",
        ("MC", "RB/JC", "AL, BR", "AL & BR"),
        ("AOB", "Roads", "BUDGET"),
        act=Act.ASKS_FOR_ACTION,
    ),
    Rule(
        "name-alone",
        r"(?: {HONORIFICS} \.? \s+ )+ {NAME} \s* :?",
        ("Cllr Lee", "Mrs Ann Lee:"),
        ("Cllr Lee’s report", "Ann Lee"),
        act=Act.LISTS_PEOPLE,
    ),
    Rule(
        "nothing-alone",
        r"(?: {NOBODY} | {NOTHING} ) \s* [.:]?",
        ("None", "Nil"),
        ("None of the above",),
        act=Act.RECITES,
    ),
    Rule(
        "field-alone",
        r"(?: {HEAD_TIME} | {HEAD_BEGAN} | {HEAD_PLACE} | {HEAD_ENDED} ) \s* : \s* \S .*",
        ("Start: 12.07 p.m.", "Venue: The Hut", "Meeting closed: 9pm"),
        ("Start of works", "Place of safety", "Venue:"),
        act=Act.RECITES,
    ),
    Rule(
        "day-alone",
        r"""(?: {HELD} \s+ )? (?: at \s+ {CLOCK} \s+ )? (?: on \s+ )? (?: {WEEKDAY} ,? \s+ )?
            (?: \d{1,2} \s? (?: st | nd | rd | th )? \s+ (?: of \s+ )? {MONTH}
              | {MONTH} \s+ \d{1,2} (?: st | nd | rd | th )? )
            ,? \s+ \d{4} (?: \s* (?: [@,–-] | at | from | via ) .* )?""",
        (
            "Thursday, May 1, 2025 at 6PM via Zoom",
            "6 th MAY 2025 @ 7.30pm",
            "3 June 2025",
            "At 7.30pm on Monday 3 June 2025",
        ),
        ("6 May 2025 minutes", "May Day fair"),
        act=Act.RECITES,
    ),
)
"""Lines without a number that say who acts, who was there or when, and head nothing."""
_PART = re.compile(r"\(?[a-z][.)]\s+(?=[A-Z\d])")
"""The letter of a heading that is a part of another's business: "a. Draft plan"."""
_SENTENCE_END = re.compile(r"[.?!;,]$")
MOST_WORDS = 26


def is_no_heading(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is never a heading, however it is set."""
    return read(text, vocabulary).fits(NOT_HEADINGS)


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
    if not block.marker and draft.read(text).fits(NOBODYS_TITLE):
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
