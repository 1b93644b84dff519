"""Promises by people: somebody of the meeting, those who work for the body, whoever was named before."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.promise_verbs import (
    AGREES_TO,
    IS_ASKED_TO,
    SURE_TASK_VERB,
    TASK_VERB,
    WILL,
)

_NO_MOTION = r"(?! {MOVE_IMPERATIVE} \s* (?: : | that \b ) )"
"""Who is to move something formally, "to move that the minutes be approved", takes on no task."""

PERSONAL = RuleTable(
    Rule(
        "person-takes-on",
        rf"""{{CLAUSE}} (?P<who> {{PEOPLE}} ) \s+
            (?: (?: {WILL} | {AGREES_TO} | (?P<bare> to ) ) (?: \s {{BESIDE}} )* | {IS_ASKED_TO} ) \s+
            (?P<task>) {_NO_MOTION}
            (?: {SURE_TASK_VERB} | {TASK_VERB} | {{CONTINUE}} \s to \s .* \b and \s {{TO_DO}} \b
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
            "Mr. Lee to move that the minutes be approved.",
            "Ann to Move: Approval of the agenda",
            "Ann Lee to Bo Ray",
        ),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.85,
    ),
    Rule(
        "person-will-be-doing",
        r"""{CLAUSE} (?P<who> {PEOPLE} ) \s+ (?: will | would ) \s+ (?P<task>)
            (?: be \s+ (?-i: [a-z]+ing ) \b | {KEEP} \s+ (?:on\s+)? {KEEPS_AT} \b )""",
        (
            "Ann will be sorting the maps.",
            "Bo and Cy will keep working on this.",
            "Ann will continue chasing the mill",
        ),
        ("Ann will be away.", "Ann will keep the key.", "Ann will be seventy."),
        act=Act.PROMISES,
        anywhere=True,
        confidence=0.8,
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
            (?P<task> {SURE_TASK_VERB} ) .*""",
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
            (?P<task>) {SURE_TASK_VERB} .{{3,250}}""",
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
        (?: (?: will | would | is \s to | are \s to | {AGREES_TO} ) (?: \s {{BESIDE}} )* | {IS_ASKED_TO} )
        \s+ {SURE_TASK_VERB}
        | {{CLAUSE}} (?P<all> {{EACH_OF_THEM}} ) \s+ (?: to | {IS_ASKED_TO} ) \s+ {SURE_TASK_VERB}""",
    (
        "The office will request a price for the bench.",
        "The site manager is to mend the gate.",
        "The police would look into the matter.",
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
        (?! {{NO_ACTOR}} \b ) (?! \w+ing \s+ to \b )
        (?P<who> (?-i: (?! \S*\d ) [A-Z][\w./&’'-]*
            (?: \s+ (?: of | and | & | (?! \S*\d ) [A-Z][\w./&’'-]* ) ){{0,4}} ) )
        \s+ (?-i:to) \s+ (?= (?-i:[a-z]) ) {_NO_MOTION} {SURE_TASK_VERB} .{{3,}}""",
    ("Parents/Friends to write to the county.", "Map Office to complete the notes."),
    (
        "Plans to build a hall were old.",
        "Map Office to the county.",
        "Started to write to the county.",
        "PC01/25 To send the accounts.",
        "Remember to send the accounts.",
        "Any Staff Members to write to the county.",
        "Planning to write to the county.",
        "Amendments to order of the day.",
        "Mr. Secretary to move that the minutes be approved.",
    ),
    act=Act.PROMISES,
    confidence=0.8,
)
"""Note form: whoever stands before "to" is given a task."""
PRONOUN_WILL = Rule(
    "pronoun-will",
    rf"""{{CLAUSE}} (?P<who> he | she | they ) \s+
        (?: (?: will | is \s to | are \s to | {AGREES_TO} ) (?: \s {{BESIDE}} )* ) \s+ {SURE_TASK_VERB}""",
    ("She will let the Board know.", "The signs are old, he is to drop off new ones."),
    ("She will be away.", "She would like to know.", "They will play in June."),
    act=Act.PROMISES,
    anywhere=True,
    confidence=0.8,
)
"""A promise by somebody named before."""
