"""Sentences whose subject is what is decided: "The minutes were approved", "The report was noted"."""

from __future__ import annotations

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

PASSIVE_DECISIONS = RuleTable(
    Rule(
        "minutes-approved",
        r"""(?:the\s+)? {RECORD} \b [^?]{0,200} \b (?:were|was|(?<!to\s)(?<!will\s)be) \s (?:\w+ly\s+)?
            (?: {TAKEN} \s as \s {READ_OUT} ,? \s (?:and\s)? (?:\w+ly\s)? )?
            (?: (?: \w+ed | {READ_OUT} ) \b [^.?;]{0,120}? (?: \s? , | \s and | \s then ) \s
                (?:(?:and|then)\s)? (?:\w+ly\s)? )?
            (?: {ASSENTED} | {RESOLVED} | {SIGNED} ) \b .*""",
        (
            "The minutes of 3 May were checked for accuracy and content, agreed as a true record and signed.",
            "Minutes of the last meeting were read and adopted.",
            "The minutes were amended to include Ann Lee and then accepted as a true record.",
            "The minutes of May were approved.",
            "The minutes of 3 May, having been circulated, were taken as read and signed.",
            "Minutes of the meeting of 3 May were agreed as a true record.",
        ),
        (
            "The minutes of May were late.",
            "The minutes of May are to be approved in June.",
            "Minutes will be signed by the Chair in due course.",
            "The minutes of May were circulated by post.",
        ),
        act=Act.DECIDES,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "passive-by-the-body",
        r"""[^?]{3,400} \b (?: was | were | is | are | been ) \s
            (?: {CONSIDERED} \s (?: and \s )? | \w+ed \s and \s )? (?: {HOW} \s+ )*
            (?: {RESOLVED} | {ASSENTED} | {DECIDED} ) (?: \s and \s \w+ed )? \s (?: {MANNER} \s )?
            by \s (?: all | {THE_BODY} ) \b (?! \s (?: for | at | in | {LAST} ) \b ) [^?]*""",
        (
            "This policy was reviewed and adopted by the Board.",
            "The statement was completed and approved by the Board.",
            "The request of the harbour group was accepted unanimously by members.",
        ),
        (
            "This policy was adopted by the county.",
            "It was approved by the Board in May.",
            "He was met by the Board.",
        ),
        act=Act.DECIDES,
        confidence=0.9,
    ),
    Rule(
        "approved",
        r"""(?! {TOLD_BY_SOMEBODY} ) [^.?]* \b (?<! \b that \s ) (?<! \b which \s ) (?:was|were) \s
            (?: {CONSIDERED} \s and \s )? (?: {MANNER} \s+ )? {APPROVED} \b [^?]*""",
        ("The budget for next year was approved.", "The plan was discussed and adopted."),
        (
            "The clerk confirmed the plan was approved by the county.",
            "The budget was not approved.",
            "Ann to send the plan that was approved",
            "Was the budget approved?",
        ),
        act=Act.DECIDES,
        confidence=0.8,
        outcome=DecisionKind.APPROVED,
    ),
    Rule(
        "noted",
        r"(?! (?: no | {NOTHING} ) \b ) [^.?]{3,160} \b (?:was|were) \s {NOTED} \.? ",
        ("The work programme was noted.",),
        ("It was noted that the gate is broken.", "No other business was noted."),
        act=Act.NOTES,
        confidence=0.9,
        outcome=DecisionKind.NOTED,
    ),
    Rule(
        "signatories-changed",
        r"""[^?]{3,200} \s (?: shall | will | should ) \s be \s {SIGN_CHANGED} \b [^?]{0,60} \b {SIGNATORY} \b [^?]*
            | [^?]{0,60} \b {SIGNATORY} \b [^?]{3,200} \s shall \s be \s {SIGN_CHANGED} \b [^?]*""",
        (
            "Ann Lee shall be added as a signatory and Bo Ray shall be removed.",
            "The signatories: Ann Lee shall be added.",
        ),
        ("The signatories met in May.",),
        act=Act.DECIDES,
        confidence=0.7,
    ),
    Rule(
        "received-for-information",
        r"""(?:the\s+)? [^.?]{3,160} \b (?:was|were|be) \s {RECEIVED}
            (?: \s for \s {INFORMATION} | \s and \s {FILED} ) \b [^?]{0,40}""",
        ("The report was received for information.", "The letter was received and filed."),
        ("The report was received late.",),
        act=Act.NOTES,
        confidence=0.9,
        outcome=DecisionKind.NOTED,
    ),
)
"""Sentences whose subject is what is decided."""
