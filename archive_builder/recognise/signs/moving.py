"""Motions: who moves, what is moved, who seconds, what stands beside it."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

MOVED = RuleTable(
    Rule(
        "moved",
        r"""(?: (?: (?-i:[A-Z]) [^?!;]{3,160}? , \s+ )? it \s was \s | an? \s | the \s | on \s an? \s )?
            (?: {AMENDED} \s (?= {MOTIONED} \s (?: by | from | {MADE} ) \b ) )?
            (?: {MOVE_IMPERATIVE} \s to \s (?= {APPROVE} \b | (?-i: [a-z]+ ) \s (?: the | a | an ) \s )
              | {MOVES_A_MOTION} \b (?! \s+ (?: \d | of \s | at \s | in \s ) )
              | {PROPOSES} \b (?= \s*[:,(–-] | \s+ (?:by|that|and|to)\b | \s+ (?-i: {HONORIFICS} | [A-Z]\. ) )
              | {MOTIONED} \b (?= \s*[:–-] | \s+ (?:by|to|that|from|for|{MADE})\b
                  | \s+ was \s+ (?: {HOW} \s+ )*
                      (?: {MADE} | {MOTION_PUT} | {MOVES_A_MOTION} | {PROPOSES} ) \b | \s* $ ) ) .*""",
        (
            "Moved by T. Lee",
            "Moved: Bo Ray Seconded: Cy Doe",
            "Proposed by Ms Orr",
            "Proposed (by proxy) by Ms Orr that Bo Ray be elected.",
            "Motion made by Ms Orr",
            "Motion by Ray, second by Doe, to approve the minutes.",
            "A motion was made by Ms Orr to adopt the plan.",
            "On the first point, it was moved by Ms Orr, seconded by Mr Ray, to wait.",
            "A motion was raised to wait until May.",
            "Amended motion by Ray to adopt the plan but for the map; second by Doe.",
            "Move to approve the fence.",
        ),
        (
            "Amended motions are printed below.",
            "Move to Hall 2",
            "Moved in 1998 to the new hall.",
            "Proposed works begin in May.",
            "Motion sensors are old.",
            "The motion was seconded by Ms Orr.",
            "The motion was voted on at length.",
        ),
        act=Act.MOVES,
    ),
    Rule(
        "mover-first",
        r"""(?! {VOTE} \b | [^.?!]{0,80} \b {SECOND} (?:ed)? \s (?: the | this ) \s {MOTION} \b
                | [^.?!]{0,120} \b (?: the | this ) \s {MOTION} (?: , | \s+ (?: and | for ) \b ) )
            (?: \d{1,2} [:.] \d\d .{0,12}? : \s )?
            (?: (?:up)?on \s (?:the\s)? {RECOMMENDATIONS} \s of \s [^,.;?!]{3,80} , \s )?
            [\[(]? (?: {HONORIFICS} \.? \s )? (?-i:[A-Z]) (?: [^.?!] | (?<= \b [A-Z] ) \. ){1,120}? \b
            (?: {MOVES_A_MOTION} | {MOTIONED}
              | {MADE} \s an? \s (?: {MOTIONED} | {MOTION} ) | {PROPOSES} )
            (?: , | \s+ (?: and | to | that | for | the | {APPROVE} | {MOVED_NOUN} | {SECONDED} ) \b ) .*""",
        (
            "Councillor Ray moved, seconded by Councillor Doe, to adopt the ordinance.",
            "Ms Orr made a motion to close the hearing.",
            "Ms Orr offered a resolution, supported by Mr Ray, to close the hearing.",
            "1:50 pm: [Ann] moves to adjourn the meeting.",
            "G. Lee proposed and R. Orr seconded that the minutes be signed.",
            "Mr. Ray moved approval of the minutes.",
            "Mrs. Doe moved denial of the claim.",
            "On the recommendation of the Superintendent, Mr. Ray moved that the bus be bought.",
        ),
        (
            "The library moved last year.",
            "Ms Orr said that she did not second the motion for a recess.",
            "Councillor Ray, in speaking to the motion, asked for a map.",
        ),
        act=Act.MOVES,
    ),
    Rule(
        "proposes-somebody",
        r"""(?: {HONORIFICS} \.? \s )? {NAME} \s {PROPOSES} \s (?: {HONORIFICS} \.? \s )? {NAME}
            \s (?: as | for | to \s be ) \b .*""",
        (
            "Ann Lee proposes Bo Ray as Chairman and Cy Doe seconds.",
            "Mr A. Lee proposed Ms Ray for Treasurer.",
        ),
        ("Ann Lee proposed to serve as Chairman.",),
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
AMENDS = Rule(
    "motion-to-amend",
    r"\b (?: {AMENDMENT} | to \s {AMEND} ) \b",
    ("Ms Orr made a motion to amend the plan.", "Amendment moved by Lee"),
    ("The amended plan was moved by Lee.",),
    act=Act.MOVES,
    anywhere=True,
)
"""A motion about the wording of another, which waits until this one is settled."""
MOTION_TITLE = Rule(
    "title-that-moves",
    r"{MOTION} \s+ (?: to | that | for ) \s .{4,}",
    ("Motion to close the old office",),
    ("Motion 4", "Motions to be put"),
    act=Act.MOVES,
)
"""A heading that is the motion itself."""
REPLACES = Rule(
    "motion-in-place-of-another",
    r"""(?: {AMENDED} \s {MOTIONED} \b
          | (?-i:[A-Z]) [^.?!]{1,60}? \s {AMENDED} \s (?: his | her | their | the ) \s {MOTION} \s
            (?: to | that ) \b ) .*""",
    (
        "Amended motion by Ms Orr to adopt the plan but for the map.",
        "Ms Orr amended her motion to include the map.",
    ),
    ("Ms Orr made a motion to amend the plan.",),
    act=Act.MOVES,
)
"""A motion that its mover puts in the place of the one before: that was never put to the vote."""
BESIDE = Rule(
    "motion-beside",
    r"""(?: {SECONDED} | {SECOND} \s? (?: by | from | : ) | {VOTE_HEAD} | yes | no | against
          | {IN_FAVOUR} | {VOTE} | {DISCUSSION} | {MOVER_LABEL} (?= \s* : ) ) \b .{0,200}
        | (?-i:[A-Z]) [^.?!]{1,60} \s {SECONDED} \b .{0,80}
        | {THE_MOTION} (?: was | is ) \s {SECONDED} \b .{0,80}
        | there \s (?: were | was ) \s no \s (?: \w+ \s )? {NOMINATIONS} \b .{0,40}""",
    (
        "Seconded by Cy Doe",
        "Second by Doe",
        "AYES: Ray, Doe",
        "Ms Orr seconded the motion.",
        "The motion was seconded by Ms Orr.",
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
SECONDS_ALONE = Rule(
    "seconds-alone",
    r"(?-i:[A-Z]) [^.?!:]{0,60} \s {SECONDED} (?: \s (?: the \s {MOTION} | it | this ) )? \.?",
    ("Bo Ray seconds the motion", "Bo seconded."),
    ("Bo Ray seconded the plan of Ms Orr", "Seconded by Bo Ray"),
    act=Act.SECONDS,
)
"""A line that says who seconds, and nothing else."""
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
    r"""(?: {MOVES_A_MOTION} | {PROPOSES} | {MOTIONED} ) (?: \s+by )? \b
        (?: (?: (?! \b(?:to|that|for)\b ) [^\"“”] ){0,110}
          | (?: (?! \b(?:to|that|for)\b ) [^\"“”.] ){0,80} {SECONDED}
            (?: (?! \b(?:to|that|for)\b ) [^\"“”.] ){0,80} )""",
    ("Moved by T. Lee", "Motion by Ray, second by Doe"),
    ("Moved by T. Lee that the plan be adopted", "Motion: “Resolved, the rules are amended.”"),
    act=Act.MOVES,
)
"""A sentence that names who moved, and not what."""
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
SAYS_WHAT = Rule(
    "says-what-was-moved",
    r"\b (?: to | that ) \b",
    ("The motion to mend the roof was carried.", "It was agreed that the roof be mended."),
    ("Unanimously approved with Ms Orr abstaining.",),
    act=Act.MOVES,
    anywhere=True,
)
"""An outcome that says again what was moved."""
