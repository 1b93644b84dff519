"""Motions: who moves, who seconds, how the vote went, what became of it."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule
from archive_builder.settings import Vocabulary

MOVED = (
    Rule(
        "moved",
        r"""(?:it \s was \s | an? \s | the \s | on \s an? \s)?
            (?: moved \b (?! \s+ (?: \d | of \s | at \s | in \s ) )
              | proposed \b (?= \s*[:,–-] | \s+ (?:by|that|and|to)\b | \s+ (?-i:Cllr|Cr|Councill?or|Mr|Ms|Mrs|[A-Z]\.) )
              | motion (?:ed)? \b (?= \s*[:–-] | \s+ (?:by|to|that|was|made|moved|from|for)\b | \s* $ ) ) .*""",
        (
            "Moved by T. Lee",
            "Moved: Bo Ray Seconded: Cy Doe",
            "Motion by Ray, second by Doe, to approve the minutes.",
            "A motion was made by Ms Orr to adopt the plan.",
        ),
    ),
    Rule(
        "mover-first",
        r"""(?-i:[A-Z]) [^.?!]{1,120}? \b (?: moved | motioned | made \s an? \s motion | proposed )
            (?: , | \s+ (?: and | to | that | for | the | approval | adoption | seconded ) \b ) .*""",
        (
            "Councillor Ray moved, seconded by Councillor Doe, to adopt the ordinance.",
            "Ms Orr made a motion to close the hearing.",
        ),
    ),
)
"""A sentence in which somebody puts a motion."""
CARRIED = Rule(
    "motion-outcome",
    r"""(?: (?:up)?on \s [^,.]{3,40} ,? \s | (?:by|with) \s [^,.]{3,30}, \s )?
        (?: (?: the \s | this \s | all \s )? (?: amended \s )?
            (?: motion | proposal | resolution | vote | amendment | question )s? \s* (?: as \s amended \s )?
            (?: was | is | were | being )? \s* (?: then \s )?
            (?: put (?: \s to \s the \s (?:vote|meeting) )? \s and \s (?:was \s)? )? (?: declared \s | unanimously \s )?
            (?: carried | passed | approved | adopted | agreed | lost | defeated | failed | negatived ) \b [^?]{0,120}
        | (?: vote \s* : \s* )? (?: all \s in \s favou?r [.,;]? \s* )? (?: unanimously \s+ )?
            (?: carried | passed | approved | adopted | agreed | lost | defeated )
            (?: \s* [:,(]? \s* (?: unanimously | by | with | on | nem | \d ) \b [^?]{0,80} )? \.?
        | this \s was \s (?: seconded \s by \s [^,]{3,50} ,? \s and \s )? (?:\w+ly\s)?
            (?: agreed | approved | accepted | carried | adopted ) \b [^?]{0,80} )""",
    (
        "CARRIED",
        "Carried unanimously.",
        "Motion carried 5-0.",
        "The motion was put and carried.",
        "The motion passed 4-1, with Ray opposed.",
        "Unanimously carried by voice vote.",
        "This was agreed by all.",
        "Upon voice vote, the motion carried unanimously.",
    ),
)
"""What became of a motion, in a line or sentence of its own."""
BESIDE = Rule(
    "motion-beside",
    r"""(?: seconded | second \s? (?: by | from | : ) | ayes? | nays? | noes | yeas? | yes | no | absent | abstain\w*
          | abstentions? | for | against | in \s favou?r | opposed | roll \s call
          | vote | voting | discussion )\b .{0,200}
        | (?-i:[A-Z]) [^.?!]{1,60} \s seconded \b .{0,80}""",
    (
        "Seconded by Cy Doe",
        "AYES: Ray, Doe",
        "Ms Orr seconded the motion.",
        "Roll call vote: Ray aye, Doe nay.",
    ),
)
"""What stands between a motion and its outcome: who seconded, who voted how."""
THAT = re.compile(r"(?:^|(?<=[\s:–-]))(?P<words>[“\"]?(?:That|THAT)\b.*)", re.DOTALL)
TO = re.compile(r"To\s+[a-z]")
"""The words of a motion below a line that only names who moved it: "To adopt the plan."."""


def carried_within(text: str) -> bool:
    """Whether the sentence that moves says the outcome too: such a sentence decides by itself."""
    return (
        re.search(
            r"\b(?:carried|passed|agreed|resolved|approved|adopted|defeated)\b[^,]{0,40}$",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def tells_outcome(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence says what became of the motion, alone or behind the votes."""
    return CARRIED.match(text, vocabulary) is not None or (
        BESIDE.match(text, vocabulary) is not None and carried_within(text)
    )


NAMES_MOVERS = re.compile(
    r"(?:moved|proposed|motion)(?:\s+by)?\b(?:(?!\b(?:to|that|for)\b).)*", re.IGNORECASE
)
"""A sentence that names who moved, and not what."""
