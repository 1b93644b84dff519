"""What became of motions: carried or lost, in a line of its own, in a clause, behind the votes."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.moving import BESIDE
from archive_builder.recognise.signs.shorthand import OUTCOME_ALONE
from archive_builder.recognise.signs.voting import NUMBERS, is_majority
from archive_builder.settings import Vocabulary

CARRIED = Rule(
    "motion-outcome",
    r"""(?: \( [^()]{3,90} \) \s* )? (?: {RESULT} \s* : \s* )? (?: {SOMEBODY} \s {DECLARED} \s (?= {THE_MOTION} ) )?
        (?: (?:up)?on \s [^,.]{3,40} ,? \s | (?:by|with) \s [^,.]{3,30}, \s )?
        (?: {THE_MOTION} (?: was | is | were | being | has (?: \s been )? )? \s* (?: then \s )?
            (?: put (?: \s to \s the \s (?: {VOTE} | {MEMBERS} ) )? \s and \s (?:was \s)? )?
            (?: (?: {DECLARED} | {MANNER} ) \s )? (?: {CARRIED} | {APPROVED} | {RESOLVED} ) \b [^?]{0,120}
        | (?: {VOTE} \s* : \s* )? (?: all \s {IN_FAVOUR} [.,;]? \s* )? (?: {MANNER} \s+ )?
            (?: {CARRIED} | {APPROVED} | {RESOLVED} )
            (?: \s* [:,(\[]? \s* (?: {MANNER} | {UNANIMOUS} | by | with | on | nem | \d ) \b [^?]{0,80} )? \.?
        | all \s (?: (?: were | {VOTED} | those ) \s )? {IN_FAVOUR} \b [^?]{0,60}
        | {VOTE} \s* : \s* (?: all | {UNANIMOUS} ) \b [^?]{0,60}
        | (?: the \s )? (?: {MOTION} | {AMENDMENT} ) \s+ (?:then\s+)? {MOTION_FALLS} \.?
        | this \s was \s (?: {SECONDED} \s by \s [^,]{3,50} ,? \s and \s )? (?:\w+ly\s)?
            (?: {RESOLVED} | {APPROVED} | {CARRIED} ) \b [^?]{0,80} )""",
    (
        "CARRIED",
        "Carried unanimously.",
        "Motion carried 5-0.",
        "The motion has passed.",
        "The amended motion was declared carried.",
        "The amendment was lost.",
        "The motion was put and carried.",
        "The motion passed 4-1, with Ray opposed.",
        "Unanimously carried by voice vote.",
        "This was agreed by all.",
        "Upon voice vote, the motion carried unanimously.",
        "Vote: all in favor.",
        "All in favour",
        "Final Resolution: Motion Carried",
        "Chair Lee declared the main motion PASSED.",
        "RESULT: ADOPTED [UNANIMOUS]",
        "(Ms Orr abstained.) Motion carried.",
    ),
    ("Carried forward to May.", "The motion was debated."),
    act=Act.DECIDES,
)
"""What became of a motion, in a line or sentence of its own."""
WITHDRAWN = Rule(
    "motion-withdrawn",
    r"""(?: [^?]{3,200}? [,.;] \s+ )?
        (?: {THE_MOTION} (?: (?: is | was | were | being | has \s been | then ) \s+ )* {WITHDRAWN}
          | (?-i:[A-Z]) [^.?!]{1,60}? \s {WITHDREW} \s (?: the | this | that | his | her | their ) \s
                (?: {MOTION} | {AMENDMENT} )
          | {WITHDRAWN} ) \b .{0,120}""",
    (
        "The motion was withdrawn.",
        "After debate, Ms Orr withdrew the motion.",
        "The motion was not moved.",
        "WITHDRAWN",
    ),
    ("The motion was carried.", "Ms Orr withdrew from the room."),
    act=Act.REPORTS,
)
"""A motion was taken back: nothing became of it."""
MOTION_HEADING = Rule(
    "heading-of-a-motion",
    r"(?: [\d.]+ \s+ )? (?: {AMENDED} \s+ )? {MOTION} \b (?! s\b ) .*",
    ("Motion 4: Dogs", "Motion to close the old office"),
    ("Motions", "Notice of motion"),
)
"""The heading of a section that is one motion."""
ECHO = Rule(
    "outcome-again",
    r"""(?: [^?]{0,60} \d \W{1,4} )? (?: both \s )?
        (?: {THE_MOTION} | (?: the | this | that ) \s (?: {MOTION} | {AMENDMENT} ) )
        (?: \s and \s (?: the \s )? (?: \w+ \s )? {MOTION} )? (?: \s as \s {AMENDED} )? \s+
        (?: (?: was | were | is | has (?: \s been )? ) \s+ )? (?: (?: {MANNER} | {DECLARED} | then ) \s+ )*
        (?: {CARRIED} | {ASSENTED} ) (?: \s+ (?: {MANNER} | {UNANIMOUS} | by \b .{0,60} ) )? \.?
      | {MANNER} \s+ {ASSENTED} \.*""",
    (
        "This resolution was unanimously adopted.",
        "The motion carried by the following vote",
        "Both the amendment and the main motion as amended were passed.",
        "That amendment was accepted.",
        "Unanimously approved..",
    ),
    ("The motion to paint the gate was carried.", "The motion failed, with Ray and Doe for it."),
    act=Act.DECIDES,
)
"""A sentence that says of what was decided just above that it was carried, and nothing of what it was."""
LOST = Rule(
    "motion-lost",
    r"""(?: ^ (?: the \s )? | [.;:,] \s+ (?: the \s )? | \b the \s )
            (?: {MOTION} | {AMENDMENT} )
            \s+ (?:then\s+)? {MOTION_FALLS} \b
      | (?: ^ | [.;:,(“"] \s* | \b and \s+ | \b {THE_MOTION} (?: [^.;?!]{0,200} [\s,(] )? (?: {MANNER} \s+ )? )
        (?: (?: is | was | were | being | {DECLARED} | then ) \s+ )* {NOT_CARRIED}
        (?! .* \b {PASSED} \b )""",
    (
        "DEFEATED (Vote No. 12)",
        "The motion was lost.",
        "Motion by Lee, second by Ray, to sell the gate, failed 1-4.",
        "The motion died for lack of a second.",
        "It was moved by Doe to wait. The motion was put and lost.",
        "Motion falls.",
        "For 3, against 20. The motion fell.",
    ),
    (
        "CARRIED",
        "The motion to mend the failed pump was carried.",
        "The amendment was lost, and the motion passed.",
        "Motion to write to all who lost their sheds.",
        "A grant for work on slips and falls.",
    ),
    act=Act.DECIDES,
    anywhere=True,
)
"""What was put to the vote and not carried."""
_CARRIED_WITHIN = Rule(
    "carried-within",
    r"""\b (?<! be \s ) (?: (?: {CARRIED} | {RESOLVED} | {APPROVED} ) \b [^,]{0,40}
        | all \b [^,]{0,40} {IN_FAVOUR} \.?
        | {SECONDED} ,? \s and \s (?: {MANNER} \s )? {PASSED} \s (?: to | that ) \b .* ) $""",
    (
        "Moved by Ray to adopt the plan, and carried.",
        "Cllr Ray seconded this and all were in favour.",
        "Motion made, seconded and carried that the roof, a new one, be paid for.",
    ),
    ("Carried by Ray, who spoke to the plan at length, to the room.",),
    act=Act.DECIDES,
    anywhere=True,
)
_CLAUSE = Rule(
    "carried-in-a-clause",
    r"""\b (?: and \s {THE_MOTION} | which \s ) (?: was | is )? \s* (?: {MANNER} \s )?
        (?: {CARRIED} | {APPROVED} | {RESOLVED} ) \b .*""",
    (
        "There were no other names and the proposal was carried by a majority.",
        "Ms Orr seconded the motion, which was approved 5-0 with Mr Ray abstaining.",
    ),
    ("The proposal to carry the van was debated.",),
    act=Act.DECIDES,
    anywhere=True,
)
_ELECTED = Rule(
    "nominee-elected",
    r"""(?: (?-i:[A-Z]) [^.?!]{1,60} \s (?: was | were | is ) \s+ )? (?: {MANNER} \s+ )?
        {ELECTED} (?: \s+ (?: {MANNER} | {UNOPPOSED} | as \b .{1,60} ) )* \.?""",
    ("Elected unopposed", "Ann Lee was duly elected.", "Duly elected"),
    ("Elected members spoke.", "Ann Lee was elected in 1998 and left in May."),
    act=Act.DECIDES,
)
"""What became of a nomination."""


def carried_within(text: str, vocabulary: Vocabulary) -> bool:
    """True if the sentence that moves says the outcome too: such a sentence decides by itself."""
    return read(text, vocabulary).fits(_CARRIED_WITHIN)


def tells_outcome(text: str, vocabulary: Vocabulary) -> bool:
    """True if a sentence says what became of the motion, alone or behind the votes, and leads up to nothing."""
    if text.rstrip().endswith(":"):
        return False
    said = read(text, vocabulary)
    if any(said.fits(rule) for rule in (CARRIED, OUTCOME_ALONE, _CLAUSE, _ELECTED)):
        return True
    if (count := said.match(NUMBERS)) and is_majority(count):
        return True
    return said.fits(BESIDE) and carried_within(text, vocabulary)
