"""Sentences in which somebody is elected or appointed: "Ms Lee was elected as Chair"."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

ELECTIONS = RuleTable(
    Rule(
        "elected",
        r"""(?! .{0,80} \b {ANSWERED} \s that \b | .* \b {TIER} \s {BODY_NOUNS} \b )
            [^.?]{3,120} \b (?:was|were|is|are) \s (?: (?: {MANNER} | then | {DECLARED} ) \s )*
            (?: {ELECTED} | {VOTED} (?! \s+ on \b ) | (?: {SIGNED} | {APPROVED} ) (?= \s as \b ) ) \b
            (?: [^.?]{0,30} \b {CHAIR}
              | \s (?: as | to | a | an | the | (?-i: [A-Z][a-z]+ ) ) \s [^.?]{0,60}? \b {SEAT} ) s? \b [^?]*""",
        (
            "Di Fox was re-appointed a parent governor.",
            "Di Fox was voted the Board’s delegate.",
            "Di Fox was confirmed as Chair for the year.",
            "Di Fox was appointed as a Parent Governor.",
            "Cy Doe was appointed to the Finance Committee.",
            "Ms Lee was elected as Chair for the year.",
            "Ms Lee was declared duly elected as Chair.",
            "Bo Ray was appointed Vice-Chair.",
        ),
        (
            "Ms Lee was appointed to the school's staff.",
            "Ms Lee confirmed that she was elected as Chair of the club.",
            "Mr Orr was elected to the County Council.",
        ),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "duly-elected",
        r"""[^?]{3,400} \b (?:was|were) \s (?:
              (?: {MANNER} \s+ )+ {ELECTED} (?: \s* [;,(–-] [^?]* )?
              | {ELECTED} \s {UNOPPOSED} [^?]{0,80} ) \.?""",
        (
            "There being no other names, the auditors were duly appointed (proposed by Lee, seconded by Ray).",
            "All four were duly re-elected.",
            "Bo Ray and Cy Doe were elected unopposed.",
        ),
        ("Members who were duly elected in May spoke.", "The auditors were appointed in 1998."),
        act=Act.DECIDES,
        confidence=0.8,
    ),
    Rule(
        "elected-in-note-form",
        r"""(?! (?: the | an? | our | {NEWLY} ) \s )
            (?: {HONORIFICS} \.? \s )? {NAME} \s (?: {MANNER} \s )? {ELECTED} \s
            (?: (?: as | to \s be | the ) \s )* (?: [\w-]+ \s )?? {CHAIR} \b [^?]{0,80}""",
        ("Bo Ray elected Treasurer.", "Mrs Di Fox re-elected as Vice-Chair."),
        (
            "Bo Ray met the Chair elected in May.",
            "Bo Ray elected to leave.",
            "The elected President will begin in May.",
            "Newly appointed Vice President and Secretary are not here.",
        ),
        act=Act.DECIDES,
        confidence=0.8,
    ),
)
"""Sentences in which somebody is elected or appointed."""
ELECTION_HEADING = Rule(
    "heading-of-an-election",
    r".* \b (?: {ELECTION} | {VOTE} \s for ) \b .*",
    ("Election of Treasurer", "Vote for the President", "3. Elections"),
    ("Report of the Treasurer",),
)
"""The heading of an election."""
NAMED_ELECTED = Rule(
    "named-is-elected",
    r"(?: {HONORIFICS} \.? \s )? {PEOPLE} \s (?: (?: was | were | is | are ) \s )? (?: {MANNER} \s )? {ELECTED} \.?",
    ("Ann Lee was elected.", "Cy Doe elected", "Ann Lee and Bo Ray were duly elected."),
    ("The members were elected.", "Ann Lee was elected in 1998."),
    act=Act.DECIDES,
    confidence=0.8,
)
"""Who was elected, and not to what: the heading says it."""
