"""When and where a meeting was held, as a document's first lines say it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, time

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded

_MEETINGS = (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
_KEPT = (
    Classification.ACTION_TRACKER,
    Classification.DECISION_LIST,
    Classification.DECISION_RECORD,
)
"""Papers that are kept from meeting to meeting: the date in their title is theirs."""
_HELD_WORDS = re.compile(r"\b(?:held|meeting|minutes|notes|agenda)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:\w*room|hall|house|chambers?|street|road|rd|centre|center|building|library|school|online|teams|zoom"
    r"|church|offices?|pavilion|[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2})\b",
    re.IGNORECASE,
)
VENUES = (
    Rule(
        "held-at-after-date",
        r""".*? \b held \b .*? \d{4} [^–]*? (?: [–-] \s* | \b (?: at | in ) \s+ (?:the\s+)? )
            (?P<venue> [^\d–-][^–]{6,90}? ) \.?""",
        (
            "MINUTES OF THE MEETING OF THE PANEL HELD ON MONDAY 14 NOVEMBER 2022 AT 14:00 HOURS – TOWN HALL CHAMBER",
            "The meeting was held on Friday 3rd May 2024, between 7:30pm and 10pm, at The Old Mill, Mill St.",
        ),
    ),
    Rule(
        "held-then-place",
        r""".*? \b held \b .*? \d{4} ,? \s+ (?: at \s+ )? \d{1,2} (?: [.:] \d\d )? \s* 
            (?: [ap]\.?m\.? | hours | noon ) ,? \s+ (?P<venue> (?-i:[A-Z]) [^–]{6,90}? ) \.?""",
        ("Minutes of the meeting held on Tuesday 4 March 2025 at 4.00pm Reading Room, Fenny Library",),
    ),
    Rule(
        "held-in-before-date",
        r".*? \b held \s+ (?: at | in ) \s+ (?!(?:public|private|person)\b) (?:the\s+)?"
        r" (?P<venue> .{6,90}? ) ,? \s+ on \s+ .*",
        ("MINUTES OF THE COMMITTEE HELD IN THE TOWN HALL AND BY VIDEO ON 3RD MAY 2024 AT 10.00 A.M.",),
    ),
)
_AFTER_DATE = Rule(
    "place-after-time",
    r""".*? \d{4} \s*,? \s* (?: at \s+ )? \d{1,2} (?: [.:] \d\d )? \s* (?: [ap]\.?m\.? | hours | noon )? ,? \s+
        (?: in | at ) \s+ (?:the\s+)? (?P<venue> \D.{4,80}? ) \.?""",
    (
        "Tuesday 4 March 2025 at 10.00 am in the Reading Room",
        "4 March 2025, 19:30 at St Mary’s Hall, Mill Lane",
    ),
)
_AFTER_CLOCK = Rule(
    "place-behind-time",
    r""".*? \d{4} \s*,\s* \d{1,2} (?: [.:] \d\d )? \s* (?: [ap]\.?m\.? | hours | noon )?
        (?: \s*(?:[–-]|to)\s* \d{1,2} (?: [.:] \d\d )? \s* (?: [ap]\.?m\.? | hours | noon )? )? \s*,\s*
        (?P<venue> [^\d,] .{4,80}? ) \.?""",
    ("Wednesday 12 March 2025, 6.30pm, The Old Mill, Fenny", "Notes, 4 May 2025, 10:00 - 11:30, Town Hall"),
)
_CLOCK_BEHIND = re.compile(r",?\s+(?:(?:commencing|starting)\s+)?(?:at|from)\s+\d.*$", re.IGNORECASE)
_SENTENCES = re.compile(
    r"^(?:draft\s+)?(?:minutes|notes)\s+of\b.*\bheld\b|\bmeeting\b.*\b(?:held|take\s+place|took\s+place)\b|\bheld\b.*\bmeeting\b|^held\s+(?:on|at|in)\b",
    re.IGNORECASE,
)
_DATE_ENDS = re.compile(r"\s[–—-]\s*$|[,:(]\s*$")
_OF_ANOTHER = re.compile(r"\b(?:minutes|notes|last|previous|next|future)\b", re.IGNORECASE)
"""Such a sentence speaks of another meeting."""
_PAST = re.compile(r"\b(?:last|previous|next|future)\b", re.IGNORECASE)
_BEGUN = re.compile(
    r"\b(?:commenc\w*|start\w*|began|beginning|called\b.{0,60}?\bto\s+order|opened\b.{0,40}?|convened|held\b[^.;]{0,60}?(?=\s+at\s+\d))\s+at\s+(?P<clock>.{3,12})",
    re.IGNORECASE,
)
"""When a meeting began, in a sentence of its first lines."""
_REACH = 16
_TITLE_REACH = 3


def day(
    fields: Mapping[str, str],
    lines: Sequence[Line],
    title: str,
    blocks: Sequence[Block],
    kind: Classification,
) -> date | None:
    """The date: of the field "Date", the title, a line of its own, or the sentence that says when it met."""
    for field in ("date", "date of meeting", "date of decision", "updated", "last updated"):
        if found := dates.first_date(fields.get(field, "")):
            return found
    said = kind in (*_MEETINGS, *_KEPT) or _HELD_WORDS.search(title)
    in_title = dates.first_date(title) if said else None
    alone = (dates.only_date(line.text) for line in lines)
    found = next((said for said in (in_title, *alone) if said), None)
    if found or kind not in _MEETINGS:
        return found
    return dates.first_date(_sentence(blocks) or _begun(lines) or _headed(lines) or _ended(lines))


def _begun(lines: Sequence[Line]) -> str:
    """The line that begins with a date: "Tuesday 4 March 2025 at 10.00 am in the Reading Room"."""
    dated = ((next(dates.dates(line.text), None), line.text) for line in lines if len(line.text) < 120)
    return next((text for found, text in dated if found and not found.start), "")


def _headed(lines: Sequence[Line]) -> str:
    """The line of the head that says of which day the meeting is: "Committee meeting, 4 March 2025, 7 pm"."""
    own = (line.text for line in lines if _HELD_WORDS.search(line.text) and len(line.text) < 120)
    return next((text for text in own if dates.first_date(text) and not _PAST.search(text)), "")


def _ended(lines: Sequence[Line]) -> str:
    """The line of the head that a date ends: "Full Council – 4 March 2025"."""
    dated = ((list(dates.dates(line.text)), line.text) for line in lines if len(line.text) < 80)
    return next(
        (
            text
            for found, text in dated
            if len(found) == 1
            and _DATE_ENDS.search(text[: found[0].start])
            and not text[found[0].end :].strip(" .)")
        ),
        "",
    )


def _sentence(blocks: Sequence[Block]) -> str:
    """The sentence among the first lines that says when the meeting is or was."""
    for index, block in enumerate(blocks[:_REACH]):
        text = folded(block.text) if block.kind is not BlockKind.TABLE else ""
        own = _SENTENCES.search(text) and (index < _TITLE_REACH or not _OF_ANOTHER.search(text))
        if len(text) < 300 and own and dates.first_date(text):
            return text
    return ""


def clock(
    fields: Mapping[str, str], lines: Sequence[Line], blocks: Sequence[Block], kind: Classification
) -> time | None:
    """The time of day of its field, printed beside the date, or in the sentence that says when it began."""
    for field in ("time", "start time", "meeting time"):
        if found := dates.clock(fields.get(field, "")):
            return found
    beside = " ".join(line.text for line in lines if dates.first_date(line.text))
    if (found := dates.clock(beside)) or kind not in _MEETINGS:
        return found
    said = (_BEGUN.search(folded(block.text)) for block in blocks[:_REACH])
    return dates.clock(_sentence(blocks)) or next(
        (found for match in said if match and (found := dates.clock(match["clock"]))), None
    )


def venue(
    fields: Mapping[str, str],
    lines: Sequence[Line],
    title: str,
    blocks: Sequence[Block],
    kind: Classification,
    vocabulary: Vocabulary,
) -> str:
    """The place: of a field, of the title or sentence that says it, or the line below the date."""
    for field in ("venue", "location", "place"):
        if fields.get(field):
            return fields[field]
    for text in (title, _sentence(blocks) if kind in _MEETINGS else ""):
        for rule in VENUES:
            if match := rule.match(text, vocabulary):
                return _CLOCK_BEHIND.sub("", match["venue"]).strip(" .,")
    told = _begun(lines) or _headed(lines)
    if match := _AFTER_DATE.match(told, vocabulary) or _AFTER_CLOCK.match(told, vocabulary):
        return match["venue"].strip(" .,")
    dated = next((line.block for line in lines if dates.first_date(line.text)), None)
    if dated is not None:
        for line in lines:
            near = dated < line.block <= dated + 2 and not MASTHEAD_FIELD.match(line.text, vocabulary)
            if near and _PLACE.search(line.text) and len(line.text) < 120:
                return line.text
    return ""
