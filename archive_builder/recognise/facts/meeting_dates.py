"""The meetings a document names before and after its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from archive_builder.model import BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.text import dates
from archive_builder.text.words import folded

PREVIOUS = RuleTable(
    Rule(
        "last-meeting-held",
        r".*? \b {PREVIOUS} \s+ {MEETING} \b [^.]{0,60}? \b (?: {HELD} | of | on ) \b (?P<when> .* )",
        ("Nothing arose from the last meeting held on 24 June 2024.",),
        ("The last meeting was short.",),
        act=Act.REPORTS,
    ),
    Rule(
        "minutes-of-meeting-held",
        r""".*? \b {RECORD} \b [^.]{0,50}? \b {MEETING} \s+
            (?: (?:that\s+was\s+)? {HELD} \s+ (?: (?:on|of) \s+ )? | (?:on|of) \s+ | (?= \d | {WEEKDAY} ) )
            (?P<when> .* )""",
        (
            "Minutes of meeting held 3rd May 2024",
            "Minutes of the Meeting 6th May: approved.",
            "Minutes extraordinary meeting 22nd June 2024",
            "The minutes of the meeting of 3 May 2024 were read.",
            "To sign the Minutes of the meeting held on 3 May 2024.",
        ),
        ("The minutes were read.",),
        act=Act.REPORTS,
    ),
    Rule(
        "minutes-of-dated-meeting",
        r""".*? \b {RECORD} \b \s+ (?:of|from) \s+ (?:the\s+)? (?P<when> [^.]{4,40}? \d{4} ) ,? \s+
            (?: (?: [\w-]+ \s+ ){0,3} {MEETING} | be | were | was | had | are ) \b .*""",
        (
            "Motion to approve the minutes of the March 25, 2024 regular meeting.",
            "RESOLVED: that the minutes of 5 December 2024 be confirmed.",
        ),
        ("The minutes of the working party were noted.",),
        act=Act.REPORTS,
    ),
    Rule(
        "dated-minutes",
        r""".*? \b {APPROVING} \s+
            (?: the \s+ )? (?P<when> [^.]{4,40}? \d{4} ) \s+ (?: [\w-]+ \s+ ){0,3} {RECORD} \b .*""",
        ("A motion was made to correct the March 20, 2025 minutes.",),
        ("The March 2025 accounts were read with the minutes.",),
        act=Act.REPORTS,
    ),
    Rule(
        "to-approve-minutes",
        r""".*? \b {APPROVING} \s+
            (?:the\s+)? (?: [\w’'-]+ \s+ ){0,4}? {RECORD} \s+ (?:of|from|for) \s+
            (?:the\s+)? (?P<when> [^.]{4,40}? \d{4} ) \b .*""",
        (
            "Ms Ray moved to approve the minutes of March 20, 2025.",
            "To adopt the draft minutes of 4 May 2025.",
        ),
        ("Ms Ray moved to approve the plan.",),
        act=Act.REPORTS,
    ),
)
NEXT = RuleTable(
    Rule(
        "next-meeting",
        r""".*? \b
            {UPCOMING} \s+ (?: [\w,&’'-]+ \s+ ){0,9}? {MEETING} (?: \s+ {DATE_WORD} )? \b (?P<when> .* )""",
        (
            "Next meeting: 25th November 2025",
            "The next Leisure & Community Committee meeting has been scheduled for 12th June 2018.",
            "Date of next meeting – Tuesday 25 March 2025.",
            "FUTURE MEETING DATES 6 February 2023 – Town Hall",
        ),
        ("The meeting began.",),
        act=Act.NAMES_NEXT_MEETING,
    ),
)


def find_meeting_dates(draft: Draft) -> Draft:
    """A draft with the dates of the previous and the next meeting, where its text states them."""
    previous, before = _stated(draft, PREVIOUS, later=False)
    following, after = _stated(draft, NEXT, later=True)
    stated = tuple(
        (name, words) for name, words in (("previous_meeting", before), ("next_meeting", after)) if words
    )
    return replace(draft, previous_meeting=previous, next_meeting=following, stated=stated)


def _stated(draft: Draft, rules: RuleTable, later: bool) -> tuple[date | None, str]:
    """The first date that a rule finds on the right side of the document's own date.

    Of several meetings to come the next is the soonest: the annual one may be named first.
    """
    held = draft.masthead.date
    if draft.masthead.classification not in (*_MEETINGS, Classification.UNKNOWN):
        return None, ""
    stated: list[tuple[date, str]] = []
    for text in _texts(draft):
        label = draft.read(text).label(rules)
        found = _day(label.match["when"], held, later) if label else None
        if found and (held is None or (found > held if later else found < held)):
            stated.append((found, text))
    if held is None or not later:
        return stated[0] if stated else (None, "")
    return min(stated, key=lambda one: one[0], default=(None, ""))


def _day(when: str, held: date | None, later: bool) -> date | None:
    """The date that is said; without its year, the nearest one on the right side of the document's own."""
    if found := dates.first_date(when[:_REACH]):
        return found
    whole = dates.first_date(when) is None
    found = dates.nearest_without_year(when[:_REACH], held, later) if held and whole else None
    return found if found and held and abs((found - held).days) < _NEARLY_A_YEAR else None


_NEARLY_A_YEAR = 350
"""Days; a day without its year that falls on the document's own is no day of the next year."""


_REACH = 90
"""Characters behind "meeting" in which its date stands."""
_MEETINGS = (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)


def _texts(draft: Draft) -> list[str]:
    """Every paragraph and table cell, a heading together with the paragraph below it."""
    texts: list[str] = []
    for index, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TABLE:
            texts += [text for row in block.rows for text in row.texts]
        else:
            texts.append(folded(block.text))
            if (
                len(block.text) < 60
                and index + 1 < len(draft.blocks)
                and draft.blocks[index + 1].kind is not BlockKind.TABLE
            ):
                texts.append(folded(f"{block.text} {draft.blocks[index + 1].text}"))
    return texts
