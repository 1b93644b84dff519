"""Promises made in discussion: somebody clearly commits to do or send something afterwards.

Strict on purpose: general plans and business as usual are no undertakings.
"""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable, read
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.signs.promise_verbs import (
    AGREES_TO,
    IS_ASKED_TO,
    SURE_TASK_VERB,
    TASK_VERB,
    WILL,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import sentences

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
        rf"""{{CLAUSE}} (?P<who> {{OFFICER}} ) \s+
            (?: (?: {WILL} | {AGREES_TO} | to ) (?: \s {{BESIDE}} )* | {IS_ASKED_TO} ) \s+ {TASK_VERB}""",
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
        "office-asked-to",
        rf"""(?! the \b ) (?= (?-i:[A-Z]) ) (?P<who> {{OFFICER}} ) \s+ (?:also\s+)? {{TASKED}} \s+ to \s+
            (?! {{ASKS_FOR_SELF}} \b ) {TASK_VERB} .*""",
        ("Clerk asked to pass it to the county.", "Clerk also asked to follow up the broken gate."),
        ("The Clerk asked to see the plan.", "Clerk asked to see the plan.", "Clerk asked about the plan."),
        act=Act.PROMISES,
        confidence=0.8,
    ),
    Rule(
        "agreed-should",
        rf"""(?: [^.?]{{0,200}} \b )? {{AGREED}} \s+ (?:that\s+)? (?P<who> {{OFFICER}} | {{NAME}} ) \s+
            (?: should \s+ {TASK_VERB} | {SURE_TASK_VERB} ) .*""",
        (
            "It was agreed that the Clerk should seek three quotes.",
            "It was agreed that the Clerk write to the county.",
        ),
        ("It was agreed that the Clerk should be thanked.", "It was agreed that the Clerk was right."),
        act=Act.PROMISES,
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
            (?: {UNDERTOOK} \s+ to \s+ (?! {NO_TASK_PHRASE} \b )
              | {OFFERED} \s+ to \s+ (?:\w+ly\s+)? {TO_DO} \b ) .*""",
        (
            "Bo Ray, ABC offered to provide a longer paper on cadets.",
            "He undertook to write to the parish.",
        ),
        ("Bo Ray offered to resign.", "Bo Ray volunteered to take the minutes."),
        act=Act.PROMISES,
        confidence=0.9,
    ),
    Rule(
        "confirmed-will",
        r""".{0,300}? (?P<who> {NAME} | he | she ) \s+ (?:also\s+)? {SAYS} \s+
            (?: (?:that\s+)? [^.?]{10,250}? \b and \s+ (?: (?:also\s+)? {SAYS} \s+ )? )? (?:that\s+)?
            (?:he|she|they|it) \s+ (?:will|would) \s+ (?:be\s+)? (?: \w+ing | {TO_DO} ) \b .*""",
        (
            "ACC Lee confirmed that she would ring every farm.",
            "Sgt Ray said he will be visiting the school.",
            "Bo Ray assured members that he would ring the farm.",
            "Supt Doe stated that the van was out of use and that he would chase the garage.",
            "He also informed members that he would arrange more patrols.",
        ),
        ("ACC Lee confirmed that she would not.", "He said that he would retire."),
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

BODY_ITSELF = Rule(
    "body-itself",
    r"(?! we \b ) (?:the\s)? {THE_BODY}",
    ("Council", "The Board", "the Councillors"),
    ("The Clerk", "Bo Ray", "we"),
)
"""Who is a body, of which a promise is a decision; "we" in an answer are those who answer."""
TASK = Rule(
    "surely-a-task",
    SURE_TASK_VERB,
    ("write to the county",),
    ("be there", "take over as chair"),
    whole=False,
)
NO_TASK = Rule(
    "holds-a-post",
    r"(?: {SERVES} \b | be \s+ {NO_DOING} \b | {TO_BRING} \s (?: [\w’'-]+ \s ){0,4} {QUALITIES} \b )",
    (
        "continue as Chairman until May",
        "serve on the panel",
        "be attending the fair",
        "bring great experience to the Board",
    ),
    ("bring a paper to the next meeting", "act on the complaint", "continue to look for a hall"),
    whole=False,
)
"""What somebody takes on who takes on no task: a post, or what comes of it."""
NEEDED = Rule(
    "is-needed",
    r"""(?! {REVIEW} \s+ (?: on | of | from | by ) \b ) (?! \w+ \s+ by \s+ (?-i:[A-Z][a-z]) )
        (?: {TO_DO} | {CONTINUE} ) \b .*
        | .* \b (?: should | must | to \s+ be | {NEEDS_DOING} | (?:to|will|would) \s+ {TO_DO} ) \b .*""",
    (
        "Write to the bank",
        "Continue to look for a hall",
        "The roofer should be rung.",
        "The bucket needs replacing.",
        "BR to order salt",
    ),
    ("The band was good.", "The figures were noted.", "Update on the roof", "Budget by Ann Lee"),
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
AT_ONCE = Rule(
    "done-at-once",
    r""".* \b (?: {AT_ONCE}
        | {BRINGS_FORWARD} \s+ (?:the|an?|this|that) \s+ (?: \w+ \s+ )? (?: {ITEM_WORD} | {AGENDA_WORD} ) ) \b .*""",
    (
        "Cllr Lee was asked to provide her update at this point.",
        "The Chairman said he would bring forward the item on roads.",
    ),
    ("Cllr Lee was asked to provide her update in May.", "The Chairman will bring forward the plan."),
)
"""What is done in the meeting itself is no task for afterwards."""
CLOSED_ROW = Rule(
    "closed-in-brackets",
    r".* [\[(] \s* {COMPLETED} \s* [\])] \s* [.]?",
    ("Ann to send the maps [closed]", "Ann to send the maps (completed)"),
    ("Ann to send the maps (old)", "Ann to send the completed maps"),
)
"""A task of an earlier meeting with its state behind it: nobody takes it on."""
STANDING_DUTY = Rule(
    "standing-duty",
    r".{3,60} \s to \s [\w-]+ , \s without \b .*",
    ("Clerk to record, without comment, all resolutions of the council.",),
    ("The Clerk to write to the county without delay.",),
)
"""What an act lays down for an office, quoted at the foot of a paper."""


def is_undertaking(text: str, vocabulary: Vocabulary) -> bool:
    """True if any sentence of a text is an undertaking."""
    return any(read(sentence, vocabulary).fits(UNDERTAKES) for sentence in sentences(text))
