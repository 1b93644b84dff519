"""A meeting that did not take place as announced: it was cancelled, or moved to another day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from archive_builder.model import AttendanceStatus, CalledOff
from archive_builder.recognise.facts.view import HEAD
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded

CANCELLED = RuleTable(
    Rule(
        "cancelled-line",
        r"""\W* (?: (?: this | the | {NOTICE_OF} ) \s+ )? (?: {SORT_OF_MEETING} \s+ )*
            (?: {MEETING} \s* [:–-]? \s* )? (?: (?: is | was | has \s+ been ) \s+ )? (?: now \s+ )?
            {CALLED_OFF} (?: \s+ {MEETING} )? \W*""",
        (
            "MEETING CANCELLED",
            "*** CANCELLED ***",
            "This meeting has been cancelled.",
            "Notice of cancellation",
        ),
        ("The order for chairs was cancelled.", "Cancelled cheques"),
        act=Act.REPORTS,
    ),
    Rule(
        "meeting-is-cancelled",
        r""".*? \b {MEETING} \b (?P<which> .{0,160}? ) \b (?: {CALLED_OFF} | {NOT_HELD} ) \b .*""",
        (
            "The meeting of the Library Board due to be held on 6 May 2025 has been cancelled.",
            "The meeting scheduled for Tuesday 6 May 2025 will not take place.",
        ),
        ("The meeting heard that the contract was void.",),
        act=Act.REPORTS,
    ),
)
MOVED = RuleTable(
    Rule(
        "meeting-is-moved",
        r""".*? \b {MEETING} \b (?P<which> .{0,160}? ) \b {MOVED_TO_ANOTHER_DAY} \b
            (?: (?: .{0,40}? \b (?: to | until | for | on ) )? \s+ (?P<when> .* ) | [\s.]* )""",
        (
            "The meeting of the Board due on 6 May 2025 has been postponed to Tuesday 10 June 2025 at 19:00.",
            "The May meeting has been rescheduled and will now be held on 10 June 2025.",
            "This meeting has been postponed.",
        ),
        ("The meeting agreed that the bench be repaired.",),
        act=Act.REPORTS,
    ),
)
_LATEST = 300
"""Characters of the longest sentence that calls a meeting off."""


def find_called_off(draft: Draft) -> CalledOff | None:
    """Return how the document's own meeting was called off; None where somebody was there, or nothing says it."""
    there = (AttendanceStatus.PRESENT, AttendanceStatus.ALSO_PRESENT)
    if any(each.status in there for each in draft.attendance):
        return None
    for block in draft.blocks[:HEAD]:
        for sentence in (block.text, *sentences(folded(block.text))):
            if found := _called_off(folded(sentence), draft):
                return found
    return None


_CALLED_OFF = RuleTable(*CANCELLED, *MOVED)


def says_called_off(opening: Iterable[str], vocabulary: Vocabulary) -> bool:
    """True if a sentence says that a meeting of a day was cancelled or moved, whichever meeting it is."""
    return any(len(each) <= _LATEST and read(each, vocabulary).fits(_CALLED_OFF) for each in opening)


def _called_off(sentence: str, draft: Draft) -> CalledOff | None:
    if len(sentence) > _LATEST:
        return None
    vocabulary, day = draft.vocabulary, draft.masthead.date
    if found := read(sentence, vocabulary).label(MOVED):
        match = found.match
        if not _is_of(match["which"], day):
            return None
        when = match["when"] or ""
        return CalledOff(words=sentence, moved=True, moved_to=dates.first_date(when), time=dates.clock(when))
    found = read(sentence, vocabulary).label(CANCELLED)
    if found and _is_of(found.match.groupdict().get("which") or "", day):
        return CalledOff(words=sentence)
    return None


def _is_of(which: str, day: date | None) -> bool:
    """True if the words between "meeting" and "cancelled" name no other day than the document's."""
    named = dates.first_date(which)
    return named is None or named == day
