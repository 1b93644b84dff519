"""The shorthand of small bodies: who proposed and who seconded, and that all agreed, without what it was about."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import Act, Rule

MOVERS_ALONE = Rule(
    "movers-alone",
    r"""(?: (?: {MOTION} | {DECISION} ) \s* [:–-] \s* )?
        (?: (?: it | this | these | which | {MOTION} ) \s+ (?:was|were) \s+ )?
        (?: {MOVER_WORD} (?:\s+by)? [\s:.\[(–-]* {MOVER}
          | [\[(]? {MOVER} [\])]? \s+ {MOVER_WORD} (?: \s for \s {APPROVE} )? )
        [\])\s,;./&–-]* (?:and\s+)? (?: (?:it\s+)? was \s+ )?
        (?: {SECONDER_WORD} (?:\s+by)? [\s:.\[(–-]* {MOVER}
          | [\[(]? {MOVER} [\])]? \s+ {SECONDER_WORD} )
        [\])\s,;.:–-]*
        (?: (?: (?=\w) (?: (?! \b (?: to | that ) \b ) [^?.:] ){1,60}? \b )?
            (?: {SETTLED} | {IN_FAVOUR} | {UNANIMOUS} | {MANNER} | {NO_DISSENT} ) \b
            (?! \s+ (?: that | to ) \b | \s* : ) (?: (?! \b will \b ) [^?.:] ){0,60} \.? )?
      | (?-i: {MOVED_SECONDED_CARRIED} ) [\s:.(\[–-]* {MOVER} \s* [/,&] \s* {MOVER} [\])\s,;.:–-]*
        (?: \(? \d+ (?: [-–/] \d+ ){1,2} \)? | {MANNER} | {CARRIED} | [\s,.] )*""",
    (
        "Proposed AL. Seconded by BR.",
        "Prop AL 2nd BR",
        "Proposed: Ann Lee, Seconded: Bo Ray. All in favour.",
        "Cllr Lee proposed; Cllr Ray seconded; Carried.",
        "This was proposed by Ann Lee and seconded by Bo Ray.",
        "Ann propose Bo second unanimous pass",
        "Nominated by Ann, seconded by Bo",
        "Prop Cllr Lee, 2nd Cllr Ray, all without dissent.",
        "Decision: moved Ann, seconded Bo, accepted unanimously",
        "Motion: Ann moved, Bo seconded.",
        "M/S/C (Lee/Ray) 3-0",
        "MSC Lee, Ray unanimously",
        "Mr. Lee motioned for approval, Mr. Ray seconded, and all were in favor.",
    ),
    (
        "Ann Lee proposed to wait, seconded by Bo Ray.",
        "Proposed by Ann Lee that the roof be mended.",
        "Ann moved second.",
        "Ann motion/Bo second; motion passed and Cy will buy it.",
        "Motion by Lee, second by Ray, to paint the bench, was defeated.",
        "Proposed by Ann Lee, seconded by Bo Ray and resolved that it be signed.",
        "Proposed by Ann Lee, seconded by Bo Ray and resolved: no objection.",
        "The motion was seconded by Bo Ray.",
        "Ann moved house.",
    ),
    act=Act.MOVES,
    confidence=0.7,
)
"""Who moved and who seconded, and at most what became of it: what was moved stands before it."""
OF_CANDIDATE = Rule(
    "of-a-candidate",
    r"{CANDIDATE_LABEL} \s* : .*",
    ("Candidate: Ann Lee", "Nominees: Ann Lee, Bo Ray"),
    ("Candidates were asked to write.", "Motion: Ann Lee moved to wait."),
    act=Act.REPORTS,
)
"""Who stands for a post: who proposes and who seconds below that moves nothing."""
OUTCOME_ALONE = Rule(
    "outcome-in-short",
    r"""(?: {RESULT} \s* [:–-] \s* )?
        (?: (?: (?:the\s+)? (?: {MOTION} | {VOTE} ) (?:\s+was)? :?
              | {THE_BODY} (?: \s+ (?:were|was) )? | all | {MANNER} | (?: this | these ) \s+ (?:was|were) )
            [\s,]+ )*
        (?: {SETTLED} | {IN_FAVOUR} | {VOTED} \s+ [“"‘']? {VOTED_FOR} [”"’']? | {UNANIMOUS} (?: \s+ {ASSENT_NOUN} )? )
        (?: [\s,]+ (?: {MANNER} | {UNANIMOUS} | and | {SIGNED} | by | on | a | with (?:out)? | no
              | {NO_DISSENT}
              | {SHOW_OF_HANDS} | {CONSENSUS} | {VOTE} | all | nem\.? | con\.? | {IN_FAVOUR} | {RESOLVED}
              | (?: the | this | that ) \s+ {MOTION} ) )*
        \s* \.?""",
    (
        "Agreed and signed.",
        "All in favour.",
        "Passed without dissent",
        "Approved with unanimous consent.",
        "Accepted unanimously on a show of hands",
        "All voted aye",
        "Outcome: carried.",
        "Unanimous vote.",
        "The motion was carried.",
        "The Board agreed.",
        "The Board unanimously approved the motion.",
        "All voted “aye”.",
        "Accepted by consent",
        "This was adopted.",
    ),
    (
        "Carried forward.",
        "Agreed to write to the county.",
        "All members were present.",
        "Approved by the county.",
    ),
    act=Act.DECIDES,
    confidence=0.7,
)
"""That it was agreed, in a line or sentence of its own."""
PUT_TO_VOTE_ABOVE = Rule(
    "put-to-the-vote",
    r"""(?: {VOTE} | {MOTION} ) \s* (?: \# ? \d+ )? \s* : \s*
        (?! (?: {A_NUMBER} | all | {UNANIMOUS} | {MANNER} | {SETTLED} | {IN_FAVOUR} | {VOTED_FOR} ) \b )
        (?-i:[A-Z]) .{8,}""",
    ("VOTE: The club should have proxies", "Motion: Buy a kiln for the hall"),
    ("Vote: all in favour", "VOTE: 5-0"),
    act=Act.MOVES,
)
"""What is put to the vote, behind a label: its outcome stands some lines below."""
TALLY = Rule(
    "tally",
    r"""(?: {VOTED_FOR} | {VOTED_AGAINST} | {ABSTAINING} ) \s* : \s* (?: {A_NUMBER} ) \b [^.?!]{0,80} \.?
      | (?: (?: {VOTED_FOR} | {VOTED_AGAINST} | {ABSTAINING} ) \s+ (?: {A_NUMBER} ) \b [\s,;.]* ){1,4}""",
    ("For 50, Against 0, Abstain 3", "Ayes: 7"),
    ("For seven years, the path was shut; then it opened.", "The ayes have it."),
    act=Act.VOTES,
)
"""A line that only counts votes: what was voted on stands above it."""
LABELLED_OUTCOME = Rule(
    "labelled-outcome",
    r"{RESULT} \s* : \s* (?: {ASSENTED} | {CARRIED} ) \b .{0,40}",
    ("Action: approved", "Result: carried"),
    ("Approved",),
    act=Act.DECIDES,
)
"""An outcome behind a label, at the end of what the minutes say of a matter."""
TO_BE_APPROVED = Rule(
    "to-be-approved",
    r"{APPROVE} \s (?: of | for ) \s [^.?!]{3,160}",
    ("Approval of the new programme",),
    ("Approval came late. It was missed.",),
)
"""A line that says what is to be approved."""
OF_OTHERS = Rule(
    "decided-by-others",
    r"\b (?: {PLANNING} \b | \d{2,} / \d | [a-z]{1,4} / \d | {TIER} \s {BODY_NOUNS} \b )",
    ("Planning: a barn at Mill End", "25/00120/F", "the County Council's decision"),
    ("A bench in Mill Lane",),
    act=Act.REPORTS,
    anywhere=True,
)
"""What the lists of planning applications hold: others than the body that met approve them."""
