"""How an action stands, as a cell or a line says it: done, or still to be done."""

from __future__ import annotations

import re

from archive_builder.model import ActionStatus
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.tick_boxes import has_boxes, is_tick, without_unticked

OUTSTANDING = Rule(
    "still-to-be-done",
    r"""\b (?: {OUTSTANDING}
          | (?: not | never ) \s+ (?:yet\s+)? (?:been\s+)? (?:\w+ly\s+)? {COMPLETED}
          | (?: to | will | should | must | can | may ) \s+ be \s+ (?:\w+ly\s+)? {COMPLETED}
          | {COMPLETION} \s+ (?: is \s+ | {DATE_WORD} \s+ )? {EXPECTED}
          | due \s+ for \s+ {COMPLETION} ) \b""",
    ("Ongoing", "not yet closed", "to be completed in May", "completion expected in June"),
    ("Closed in May",),
    act=Act.REPORTS,
    anywhere=True,
)
"""What says that a thing is still to be done; it may be told in the words of its being done ("not yet closed")."""
COMPLETED = Rule(
    "done",
    r"\b {COMPLETED} \b",
    ("Closed in May", "Completed"),
    ("Closing in May",),
    act=Act.REPORTS,
    anywhere=True,
)


CLOSING = Rule(
    "ends-with-its-state",
    r"""(?: \b {ACTION_WORD} \s+ (?: (?: is | was | now ) \s+ )* (?P<told> {COMPLETED} )
        | (?<= [\s(\[] ) (?-i: (?P<capitals> [A-Z]{4,} ) ) ) [)\]]? \W* $""",
    ("They share the cost. Action closed", "Count the chairs DONE"),
    ("Ask when the work is done", "Send it to CIPFA for action"),
    act=Act.REPORTS,
    anywhere=True,
)
"""What became of an action, behind everything else that is said of it."""


def closing_state(text: str, vocabulary: Vocabulary) -> str:
    """The words at the end of a text that say how its action stands; empty where none do."""
    match = CLOSING.match(text, vocabulary)
    return (match["told"] or match["capitals"]) if match else ""


YES = Rule(
    "yes-alone", r"{YES_WORD} \b [\s,.-]* .{0,20}", ("Yes", "Y"), ("Yesterday we rang",), act=Act.REPORTS
)
NO = Rule("no-alone", r"{NO_WORD} \b .{0,20}", ("No", "N"), ("Nobody rang",), act=Act.REPORTS)
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}")
"""A day without its year: "12/3"."""


def state_of(text: str, vocabulary: Vocabulary) -> ActionStatus | None:
    """What a text says of an action: outstanding, completed, or nothing.

    Of tick boxes the words count that are ticked ("☐ Open ☒ Closed"); a tick alone says that it is done.
    """
    if has_boxes(text):
        chosen = without_unticked(text)
        if not chosen.strip():
            return ActionStatus.COMPLETED if is_tick(text) else ActionStatus.OUTSTANDING
        text = chosen
    if OUTSTANDING.match(text, vocabulary):
        return ActionStatus.OUTSTANDING
    return ActionStatus.COMPLETED if COMPLETED.match(text, vocabulary) else None


def done_in_column(text: str, vocabulary: Vocabulary) -> ActionStatus | None:
    """What a cell below "Done" or "Completed on" says: "Yes" and a day that it is done, "No" that it is not."""
    said = text.strip(" .")
    if YES.match(said, vocabulary) or dates.first_date(said) or _DAY.fullmatch(said):
        told = OUTSTANDING.match(said, vocabulary)
        return ActionStatus.OUTSTANDING if told else ActionStatus.COMPLETED
    return ActionStatus.OUTSTANDING if NO.match(said, vocabulary) else state_of(text, vocabulary)


def status(vocabulary: Vocabulary, *texts: str) -> ActionStatus:
    """Return the state of an action: as the first of some texts says that tells it, else outstanding."""
    return next((said for text in texts if (said := state_of(text, vocabulary))), ActionStatus.OUTSTANDING)
