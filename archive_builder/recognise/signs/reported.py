"""Decisions as lists, records and reports print them: key decisions, decision records, recommendations."""

from __future__ import annotations

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.rule import Act, Rule

KEY_DECISION = Rule(
    "key-decision",
    r"""(?P<title> .+? ) \s+ (?: \w+ \s+ )? {DECISION} \s* [–:-]? \s*
        (?P<number> \d{1,4} ) \s* (?: [-–/] \s* | \s ) (?P<year> \d{4} ) \s* [–-] \s* (?P<date> .+ )""",
    (
        "Sale of a barn PCC Decision – 031-2024 – 3 May 2024",
        "Parking PCC Decision – 08 2024 - 7 May 2024",
        "Radios PCC Decision 027 – 2024 – 9 May 2024",
    ),
    ("The decision of 3 May 2024",),
    act=Act.DECIDES,
    outcome=DecisionKind.KEY_DECISION,
)
ASKED_OF_BODY = Rule(
    "recommendation",
    r"""(?:that\s+)? (?:the|this) \s+ [\w\s]{0,60}? (?: {BODY_NOUNS} | {MEMBERS} ) \s+ (?: {MEMBERS} \s+ )?
        (?: (?:is|are) \s+ (?P<asked> {ASKED_TO} ) \s+ to | {APPROVE} | {NOTE} | {CONSIDER} ) \b .*""",
    (
        "The Forum is asked to comment on the plan.",
        "That the Panel receive and note the report.",
        "The board is recommended to approve the plan.",
    ),
    ("The Panel met in May.",),
    act=Act.DECIDES,
    outcome=DecisionKind.RECOMMENDATION,
    confidence=0.8,
)
CONFIDENTIAL = Rule(
    "confidential-decision",
    r"\b (?:a|an) \s+ {CONFIDENTIAL} \s+ {DECISION} \b",
    ("a confidential decision", "an exempt decision"),
    ("a decision on confidential waste",),
    act=Act.DECIDES,
    anywhere=True,
)
SECRET = Rule(
    "confidential-row",
    r"\b {CONFIDENTIAL} \b (?! \s+ (?: no | none ) \b )",
    ("Exempt", "Confidential yes"),
    ("Exempt no",),
    act=Act.DECIDES,
    anywhere=True,
)
DECISION_SECTION = Rule(
    "decision-section",
    r"(?:the\s)? (?: {KEY} \s )? (?: {DECISION} | {DECISIONS} ) (?: \s (?: {TAKEN} | {NOTICE} ) )?",
    ("Decision", "The decision made", "Decision notice", "Key decisions taken"),
    ("Decision of the court",),
)
POINT_DECIDES = Rule(
    "point-that-decides",
    r"(?: that \s+ | to \s+ )? (?: {APPROVE} | {NOTE} | {RESOLVE} | {DECISION_VERB} ) \b .{4,}",
    ("APPROVE the purchase of homes", "delegates to the Director the award", "To note the risks"),
    ("The homes are needed.",),
    act=Act.DECIDES,
)
"""A point of a decision that says first what is done: what stands beside it is a decision of its own."""
DECISION_NUMBER = Rule(
    "decision-number",
    r"""{NUMBERED_THING} \s* (?: {NUMBER_WORD} \.? )? \s* [:.]? \s*
        (?P<number> (?:[A-Z]{1,6}[\s/-]?){0,3}\d[\w/-]* ) \.?""",
    ("Decision number: 014/2025", "Decision reference: PCC-D-2025/014", "Reference: DN 2025-07"),
    ("Decision date: 3 May",),
)
RECOMMENDING = Rule(
    "recommendations-heading",
    r"(?: \d+ [.\s]* )? {RECOMMENDATIONS}",
    ("Recommendations", "4. Recommendation"),
    ("Recommended reading",),
)
