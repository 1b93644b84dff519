"""Promises made in discussion: somebody clearly commits to do or send something afterwards.

Strict on purpose: general plans and business as usual are no undertakings.
"""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import sentences

_NO_VERB = r"{NO_TASK} | {NO_TASK_PHRASE} | {CONTINUE} | not | the | a | an | {DATE_WORD}"
_TASK = rf"(?! (?: {_NO_VERB} ) \b ) (?-i:[a-z]) [\w-]+ \b"
"""A verb that names a task; what somebody is, has, goes on with or would like is none."""
_SURELY = r"(?! {NO_TASK_PHRASE} \b ) {TO_DO} \b"
"""A verb that is a task whoever takes it on."""
_MUST = r"(?: will | would | shall | is \s to | are \s to )"
_AGREES = r"(?: (?:has|have) \s )? (?: both \s | {KINDLY} \s )? {OFFERS} \s to"
_ASKED = r"(?: was | were | has \s been | have \s been | is | are ) \s {TASKED} \s to (?! \s {TELLS} \b )"

UNDERTAKES = RuleTable(
    Rule(
        "office-to-do",
        r"""(?! (?:all\s)? {MEMBERS} \s to \s (?! {TO_DO} \b ) )
            (?! [^,;.]{0,60} \s (?: {ASKED} | {ANSWERED} ) \s )
            (?P<who> {THE_OFFICE} | {INITIALS} (?: \s* (?: , | & | / | and ) \s* {INITIALS} )* ) \s+ to \s+
            (?! (?: be | the | a | {DATE_WORD} ) \b ) (?-i:[a-z]) \w+ \b .{0,200}""",
        (
            "The Clerk to thank the donor.",
            "Clerk to reply",
            "LM to ring the depot.",
            "RB and JC to look for more.",
        ),
        (
            "The Clerk to the Council",
            "The Chair to be elected.",
            "Councillors to stand by the county.",
            "The Clerk asked councillors to think of projects.",
        ),
        act=Act.PROMISES,
        confidence=0.85,
    ),
    Rule(
        "officer-will",
        rf"""{{CLAUSE}} (?P<who> {{OFFICER}} ) \s+ (?: (?: {_MUST} | {_AGREES} | to ) (?: \s {{BESIDE}} )* | {_ASKED} )
            \s+ {_TASK}""",
        (
            "The Clerk will design some posters.",
            "It is not clear who may sit, the Clerk will enquire of the firm.",
            "It was agreed that the Treasurer would also look for another bank.",
            "The Parish Clerk has agreed to paint the gate.",
            "The Secretary was asked to hire a van.",
            "The Treasurer kindly offered to count the chairs.",
            "County survey, Clerk to pass it round.",
        ),
        (
            "The Clerk will be away in May.",
            "The Chair would like to thank the donor.",
            "The Clerk was asked to explain the figures.",
            "The Clerk to the Council spoke.",
            "The Clerk wrote to the county.",
        ),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.85,
    ),
    Rule(
        "initials-to-do",
        r".{10,300}, \s (?P<who> (?-i:[A-Z]{2,4}) ) \s to \s (?-i:[a-z])\w+ \b .{0,80}",
        ("The gate at the allotments is broken, LM to mend it.",),
        ("The gate at the allotments is broken, LM said.",),
        act=Act.PROMISES,
        confidence=0.85,
    ),
    Rule(
        "undertook-to",
        r""".{0,300}? (?P<who> {WHO} | he | she | they ) \s+
            (?: {UNDERTOOK} \s+ to \s+ | {OFFERED} \s+ to \s+ (?:\w+ly\s+)? {TO_DO} \b ) .*""",
        (
            "Bo Ray, ABC offered to provide a longer paper on cadets.",
            "He undertook to write to the parish.",
        ),
        ("Bo Ray offered to resign.",),
        act=Act.PROMISES,
        confidence=0.9,
    ),
    Rule(
        "confirmed-will",
        r""".{0,300}? (?P<who> {NAME} ) \s+ {SAYS} \s+
            (?: (?:that\s+)? [^.?]{10,250}? \b and \s+ (?: (?:also\s+)? {SAYS} \s+ )? )? (?:that\s+)?
            (?:he|she|they|it) \s+ (?:will|would) \s+ (?:be\s+)? (?: \w+ing | {TO_DO} ) \b .*""",
        (
            "ACC Lee confirmed that she would ring every farm.",
            "Sgt Ray said he will be visiting the school.",
            "Bo Ray assured members that he would ring the farm.",
            "Supt Doe stated that the van was out of use and that he would chase the garage.",
        ),
        ("ACC Lee confirmed that she would not.",),
        act=Act.PROMISES,
        confidence=0.9,
    ),
    Rule(
        "said-and-offered",
        r"""(?P<who> {NAME} ) \s+ {SAYS} \s+ [^.?]{5,250}? \b and \s+ (?:then\s+|also\s+)?
            (?: {UNDERTOOK} \s+ to \s+ | {OFFERED} \s+ to \s+ (?:\w+ly\s+)? {TO_DO} \b ) .*""",
        ("BR said that the chart was wrong and offered to send the group his own.",),
        ("BR said that the chart was wrong and old.",),
        act=Act.PROMISES,
        confidence=0.85,
    ),
    Rule(
        "happy-to",
        r""".{0,300}? (?P<who> we | I ) \s+ (?:would|will|are|am) \s+ (?:be\s+)? {GLAD} \s+ to \s+
            (?: {FIRST_GO} \s+ and | {FIRST_GO} | {SEND} ) \b .*""",
        ("The number is not at hand but we are happy to find it.",),
        ("We are happy to be here.",),
        act=Act.PROMISES,
        confidence=0.8,
    ),
    Rule(
        "will-send-after",
        r""".{0,300}? (?P<who> {WHO} | we | I ) \s+ (?:will|would|shall) \s+ (?: be \s+ {GLAD} \s+ to \s+ )?
            {TO_DO} \b [^.]* \b (?: after | {OUTSIDE} ) \s+ (?:of\s+)? the \s+ {MEETING} \b .*""",
        ("Mr Ray will circulate the figures after the meeting.", "I will write outside the meeting."),
        ("Mr Ray will retire after the meeting.",),
        act=Act.PROMISES,
        confidence=0.9,
    ),
)
"""Promises, whoever makes them."""

PERSONAL = RuleTable(
    Rule(
        "person-takes-on",
        rf"""{{CLAUSE}} (?P<who> {{PEOPLE}} ) \s+
            (?: (?: {_MUST} | {_AGREES} | (?P<bare> to ) ) (?: \s {{BESIDE}} )* | {_ASKED} ) \s+
            (?P<task>) (?: {_SURELY} | {_TASK} | {{CONTINUE}} \s to \s .* \b and \s {{TO_DO}} \b
                | (?<= \s to \s ) {{CONTINUE}} \b )""",
        (
            "Ann to book the hall.",
            "Bo Ray and Cy Doe to meet the builder.",
            "It was agreed that AL would paint the gate.",
            "Cllr AL and BR both agree to show the links.",
            "Ann was asked to continue the talks.",
            "Bo would continue to build the site and report back.",
            "The gate at the ford is broken, Cllr A. Lee will mend it.",
            "Shed – Ann/Bo to come up with a plan.",
        ),
        (
            "Access to the hall is poor.",
            "Years to date were wet.",
            "Cllr Ray will be seventy.",
            "Cllr Ray will take over as chair.",
            "Ann would continue to support the fair.",
            "Ann was asked to outline the plan.",
            "Ann Lee to Bo Ray",
        ),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.85,
    ),
    Rule(
        "person-offers",
        r"""{CLAUSE} (?P<who> {PEOPLE} ) \s+ (?: (?:has|have|also) \s )? (?: both \s | {KINDLY} \s )? {OFFERS} \s to \s
            (?P<task>) (?! (?: {NO_OFFER} | the | a | an | this | that ) \b ) (?-i:[a-z]) [\w-]+ \b""",
        ("Ann offered to lead the walks.", "Bo Ray and Cy Doe volunteered to chair the fair."),
        ("Ann agreed to remain in office.", "Ann agreed to the plan"),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.85,
    ),
    Rule(
        "person-did-and-will",
        rf"""(?P<who> {{PEOPLE}} ) \s+ (?: (?:has|have|had|is|was) \s+ )? (?-i:[a-z]) [\w-]+ \b [^.?;]{{3,250}}?
            \b and \s+ (?: (?:he|she|they) \s+ )? (?:also\s+)? will \s+ (?: {{BESIDE}} \s+ )?
            (?P<task> {_SURELY} ) .*""",
        ("Bo asked about the lease and will look into it.", "Ann has rung them and she will ring again."),
        ("Bo asked about the lease and will be away.",),
        act=Act.PROMISES,
        confidence=0.8,
    ),
    Rule(
        "said-will-do",
        r"""{CLAUSE} (?P<who> {PEOPLE} ) \s+ (?:also\s+)? (?: {SAYS} ) \s+ (?:that\s+)? (?:he|she|they)
            \s+ (?:will|would) \s+ (?:also\s+)? (?P<task> {TO_DO} ) \b""",
        ("Mia reported that she will bring name tags.", "Chair Lee said he would finish the map."),
        ("Mia reported that she will be away.",),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.85,
    ),
    Rule(
        "titled-person-will",
        rf"""{{CLAUSE}} (?P<who> (?-i: (?:[Tt]he \s )?
                [A-Z][\w./’'-]* (?: \s+ (?: of \s | for \s )? [A-Z][\w./’'-]* ){{0,4}} ) )
            \s+ (?: will | would | is \s to | has \s {{OFFERED}} \s to ) \s+ (?:now\s+|also\s+|then\s+)?
            (?P<task>) {_SURELY} .{{3,250}}""",
        (
            "Head of Parks will ask the county about the bridge and report back.",
            "The Head of Leisure will circulate the accounts.",
        ),
        ("Cllr Ray will be seventy.",),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.85,
    ),
)
"""Promises if it is somebody of the meeting who makes them: a body or a firm is no person."""
STAFF_WILL = Rule(
    "staff-will",
    rf"""{{CLAUSE}} (?P<who> (?:the \s )? (?: [\w’'-]+ \s ){{0,2}}? {{STAFF_NOUN}} ) \s+
        (?: (?: will | is \s to | are \s to | {_AGREES} ) (?: \s {{BESIDE}} )* | {_ASKED} ) \s+ {_SURELY}
        | {{CLAUSE}} (?P<all> {{EACH_OF_THEM}} ) \s+ (?: to | {_ASKED} ) \s+ {_SURELY}""",
    (
        "The office will request a price for the bench.",
        "The site manager is to mend the gate.",
        "All members to check it.",
    ),
    ("The office will be shut in May.", "The team will play in June."),
    act=Act.PROMISES,
    anywhere=True,
    confidence=0.8,
)
"""A promise by those who work for the body."""
ANYBODY_TO_DO = Rule(
    "anybody-to-do",
    rf"""(?! .{{0,40}}? \b {{TAKES_INFINITIVE}} \s+ (?: of \s [\w\s]+ )? to \b )
        (?P<who> (?-i: (?! \S*\d ) [A-Z][\w./&’'-]* (?: \s+ (?: of | and | & | [A-Z][\w./&’'-]* ) ){{0,4}} ) )
        \s+ (?-i:to) \s+ (?= (?-i:[a-z]) ) {_SURELY} .{{3,}}""",
    ("Parents/Friends to write to the county.", "Map Office to complete the notes."),
    (
        "Plans to build a hall were old.",
        "Map Office to the county.",
        "Started to write to the county.",
        "PC01/25 To send the accounts.",
    ),
    act=Act.PROMISES,
    confidence=0.8,
)
"""Note form: whoever stands before "to" is given a task."""
PRONOUN_WILL = Rule(
    "pronoun-will",
    rf"""{{CLAUSE}} (?P<who> he | she | they ) \s+
        (?: (?: will | is \s to | are \s to | {_AGREES} ) (?: \s {{BESIDE}} )* ) \s+ {_SURELY}""",
    ("She will let the Board know.", "The signs are old, he is to drop off new ones."),
    ("She will be away.", "She would like to know.", "They will play in June."),
    act=Act.PROMISES,
    anywhere=True,
    confidence=0.8,
)
"""A promise by somebody named before."""
BODY_ITSELF = Rule(
    "body-itself",
    r"(?! we \b ) (?:the\s)? {THE_BODY}",
    ("Council", "The Board", "the Councillors"),
    ("The Clerk", "Bo Ray", "we"),
)
"""Who is a body, of which a promise is a decision; "we" in an answer are those who answer."""
TASK = Rule(
    "surely-a-task",
    _SURELY,
    ("write to the county",),
    ("be there", "take over as chair"),
    whole=False,
)
NEEDED = Rule(
    "is-needed",
    r"""(?: {TO_DO} | {CONTINUE} ) \b .*
        | .* \b (?: should | must | to \s+ be | {NEEDS_DOING} | (?:to|will|would) \s+ {TO_DO} ) \b .*""",
    (
        "Write to the bank",
        "Continue to look for a hall",
        "The roofer should be rung.",
        "The bucket needs replacing.",
        "BR to order salt",
    ),
    ("The band was good.", "The figures were noted."),
    act=Act.ASKS_FOR_ACTION,
)
"""What says that something is to be done, by whom it may be."""
CONDITIONAL = Rule(
    "condition-first",
    r"(?: {CONDITION} ) \b",
    ("If the county agrees, the Clerk will write.", "Unless it rains, Ann will paint."),
    ("It was agreed that the Clerk would write.",),
    whole=False,
)
"""What is done only if something else happens is not yet promised."""


def is_undertaking(text: str, vocabulary: Vocabulary) -> bool:
    """True if any sentence of a text is an undertaking."""
    return any(read(sentence, vocabulary).fits(UNDERTAKES) for sentence in sentences(text))
