"""Motions: who moves, who seconds, how the vote went, what became of it."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.shorthand import OUTCOME_ALONE
from archive_builder.recognise.signs.voting import NUMBERS, is_majority
from archive_builder.settings import Vocabulary

MOVED = RuleTable(
    Rule(
        "moved",
        r"""(?: it \s was \s | an? \s | the \s | on \s an? \s )?
            (?: {MOVES_A_MOTION} \b (?! \s+ (?: \d | of \s | at \s | in \s ) )
              | {PROPOSES} \b (?= \s*[:,(–-] | \s+ (?:by|that|and|to)\b | \s+ (?-i: {HONORIFICS} | [A-Z]\. ) )
              | {MOTIONED} \b (?= \s*[:–-] | \s+ (?:by|to|that|was|from|for|{MADE})\b | \s* $ ) ) .*""",
        (
            "Moved by T. Lee",
            "Moved: Bo Ray Seconded: Cy Doe",
            "Proposed by Ms Orr",
            "Proposed (by proxy) by Ms Orr that Bo Ray be elected.",
            "Motion made by Ms Orr",
            "Motion by Ray, second by Doe, to approve the minutes.",
            "A motion was made by Ms Orr to adopt the plan.",
        ),
        ("Moved in 1998 to the new hall.", "Proposed works begin in May.", "Motion sensors are old."),
        act=Act.MOVES,
    ),
    Rule(
        "mover-first",
        r"""(?! {VOTE} \b ) (?: \d{1,2} [:.] \d\d .{0,12}? : \s )?
            [\[(]? (?-i:[A-Z]) (?: [^.?!] | (?<= \b [A-Z] ) \. ){1,120}? \b
            (?: {MOVES_A_MOTION} | {MOTIONED} | {MADE} \s an? \s (?: {MOTIONED} | {MOTION} ) | {PROPOSES} )
            (?: , | \s+ (?: and | to | that | for | the | {APPROVE} | {SECONDED} ) \b ) .*""",
        (
            "Councillor Ray moved, seconded by Councillor Doe, to adopt the ordinance.",
            "Ms Orr made a motion to close the hearing.",
            "Ms Orr offered a resolution, supported by Mr Ray, to close the hearing.",
            "1:50 pm: [Ann] moves to adjourn the meeting.",
            "G. Lee proposed and R. Orr seconded that the minutes be signed.",
        ),
        ("The library moved last year.",),
        act=Act.MOVES,
    ),
    Rule(
        "nominee-first",
        r"""(?-i: [A-Z] [\w.’'()-]+ (?: \s [A-Z(] [\w.’'()-]+ ){1,3} ) \s+ (?: (?: was | is ) \s+ )?
            {NOMINATED} \s+ by \b .*""",
        ("Ann Lee nominated by Bo, seconded by Cy", "Bo Ray was nominated by Ann Lee."),
        ("Nominated by Bo", "The tree nominated by the school is old."),
        act=Act.MOVES,
    ),
)
"""A sentence in which somebody puts a motion."""
CARRIED = Rule(
    "motion-outcome",
    r"""(?: {RESULT} \s* : \s* )? (?: {SOMEBODY} \s {DECLARED} \s (?= {THE_MOTION} ) )?
        (?: (?:up)?on \s [^,.]{3,40} ,? \s | (?:by|with) \s [^,.]{3,30}, \s )?
        (?: {THE_MOTION} (?: was | is | were | being )? \s* (?: then \s )?
            (?: put (?: \s to \s the \s (?: {VOTE} | {MEMBERS} ) )? \s and \s (?:was \s)? )?
            (?: (?: {DECLARED} | {MANNER} ) \s )? (?: {CARRIED} | {APPROVED} | {RESOLVED} ) \b [^?]{0,120}
        | (?: {VOTE} \s* : \s* )? (?: all \s {IN_FAVOUR} [.,;]? \s* )? (?: {MANNER} \s+ )?
            (?: {CARRIED} | {APPROVED} | {RESOLVED} )
            (?: \s* [:,(\[]? \s* (?: {MANNER} | {UNANIMOUS} | by | with | on | nem | \d ) \b [^?]{0,80} )? \.?
        | all \s (?: (?: were | {VOTED} | those ) \s )? {IN_FAVOUR} \b [^?]{0,60}
        | {VOTE} \s* : \s* (?: all | {UNANIMOUS} ) \b [^?]{0,60}
        | this \s was \s (?: {SECONDED} \s by \s [^,]{3,50} ,? \s and \s )? (?:\w+ly\s)?
            (?: {RESOLVED} | {APPROVED} | {CARRIED} ) \b [^?]{0,80} )""",
    (
        "CARRIED",
        "Carried unanimously.",
        "Motion carried 5-0.",
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
    ),
    ("Carried forward to May.", "The motion was debated."),
    act=Act.DECIDES,
)
"""What became of a motion, in a line or sentence of its own."""
LOST = Rule(
    "motion-lost",
    r"""(?: ^ | [.;:,(“"] \s* | \b and \s+ | \b {THE_MOTION} (?: [^.;?!]{0,200} [\s,(] )? (?: {MANNER} \s+ )? )
        (?: (?: is | was | were | being | {DECLARED} | then ) \s+ )* {NOT_CARRIED}
        (?! .* \b {PASSED} \b )""",
    (
        "DEFEATED (Vote No. 12)",
        "The motion was lost.",
        "Motion by Lee, second by Ray, to sell the gate, failed 1-4.",
        "The motion died for lack of a second.",
        "It was moved by Doe to wait. The motion was put and lost.",
    ),
    (
        "CARRIED",
        "The motion to mend the failed pump was carried.",
        "The amendment was lost, and the motion passed.",
        "Motion to write to all who lost their sheds.",
    ),
    act=Act.DECIDES,
    anywhere=True,
)
"""What was put to the vote and not carried."""
AMENDS = Rule(
    "motion-to-amend",
    r"\b (?: {AMENDMENT} | to \s {AMEND} ) \b",
    ("Ms Orr made a motion to amend the plan.", "Amendment moved by Lee"),
    ("The amended plan was moved by Lee.",),
    act=Act.MOVES,
    anywhere=True,
)
"""A motion about the wording of another, which waits until this one is settled."""
BESIDE = Rule(
    "motion-beside",
    r"""(?: {SECONDED} | {SECOND} \s? (?: by | from | : ) | {VOTE_HEAD} | yes | no | against
          | {IN_FAVOUR} | {VOTE} | {DISCUSSION} | {MOVER_LABEL} (?= \s* : ) ) \b .{0,200}
        | (?-i:[A-Z]) [^.?!]{1,60} \s {SECONDED} \b .{0,80}
        | there \s (?: were | was ) \s no \s (?: \w+ \s )? {NOMINATIONS} \b .{0,40}""",
    (
        "Seconded by Cy Doe",
        "Second by Doe",
        "AYES: Ray, Doe",
        "Ms Orr seconded the motion.",
        "Roll call vote: Ray aye, Doe nay.",
        "Discussion followed.",
        "There were no other nominations",
        "Sponsor: Ann Lee",
    ),
    ("The second phase begins in May.",),
    act=Act.VOTES,
)
"""What stands between a motion and its outcome: who seconded, who voted how."""
SECONDED_WITHIN = Rule(
    "seconded-within",
    r"(?! {THE_MOTION} was \s ) .* \b {SECONDED} \b (?! .* \b {SET_ASIDE} \b ) .*",
    ("Ms Orr proposed to move the fair to May. Bo Ray seconded.",),
    (
        "The motion was seconded by Ms Orr.",
        "Ms Orr proposed to wait.",
        "Ms Orr moved to wait, seconded by Mr Ray, and it was withdrawn.",
    ),
    act=Act.SECONDS,
    confidence=0.6,
)
"""Who seconds, in the sentences that move; what was set aside after that was not decided."""
THAT = Rule(
    "words-of-a-motion",
    r"""(?: ^ | (?<=[\s:–-]) ) (?P<words> [“‘'\"]? (?-i: T(?:hat|HAT) ) \b
        (?! \s+ {TELLS_OF} \b ) (?s:.)* )""",
    ("That the report be received.", "“That the seal be used.”"),
    ("The report that came", "that it be so", "That will be written into the rules."),
    act=Act.MOVES,
    anywhere=True,
)
"""The words of a motion begin with "That", wherever they stand in the line."""
TO = Rule(
    "words-of-a-motion-to",
    r"(?-i: To \s+ [a-z] )",
    ("To adopt the plan.",),
    ("To Ann Lee", "to adopt"),
    act=Act.MOVES,
    whole=False,
)
"""The words of a motion below a line that only names who moved it: "To adopt the plan."."""
NAMES_MOVERS = Rule(
    "names-movers",
    r"(?: {MOVES_A_MOTION} | {PROPOSES} | {MOTIONED} ) (?: \s+by )? \b (?: (?! \b(?:to|that|for)\b ) [^\"“”] ){0,110}",
    ("Moved by T. Lee", "Motion by Ray, second by Doe"),
    ("Moved by T. Lee that the plan be adopted", "Motion: “Resolved, the rules are amended.”"),
    act=Act.MOVES,
)
"""A sentence that names who moved, and not what."""
_CARRIED_WITHIN = Rule(
    "carried-within",
    r"\b (?<! be \s ) (?: {CARRIED} | {RESOLVED} | {APPROVED} ) \b [^,]{0,40} $",
    ("Moved by Ray to adopt the plan, and carried.",),
    ("Carried by Ray, who spoke to the plan at length, to the room.",),
    act=Act.DECIDES,
    anywhere=True,
)
_CLAUSE = Rule(
    "carried-in-a-clause",
    r"\b and \s {THE_MOTION} (?: was | is )? \s* (?: {MANNER} \s )? (?: {CARRIED} | {APPROVED} | {RESOLVED} ) \b .*",
    ("There were no other names and the proposal was carried by a majority.",),
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
NOMINATES = Rule(
    "nominates",
    r"\b {NOMINATED} \s+ by \b (?! .* \b that \b )",
    ("Ann Lee was nominated by Bo",),
    ("No nominee came", "Bo nominated and Cy seconded that Ann be elected."),
    act=Act.MOVES,
    anywhere=True,
)
"""Who is nominated is not elected by that."""
VOTE_LINE = Rule(
    "vote-line",
    r"(?: {VOTE_HEAD} | against ) \s* :",
    ("Ayes: Ray, Doe", "Abstentions: none"),
    ("Present: Ray, Doe",),
    act=Act.VOTES,
    whole=False,
)
"""Who voted how: a line "Absent:" among these is no attendance list."""


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
