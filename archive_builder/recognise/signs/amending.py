"""How minutes of an earlier meeting are changed as they are agreed: "subject to", "as amended"."""

from __future__ import annotations

from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

AMENDED = RuleTable(
    Rule(
        "agreed-subject-to",
        r"""(?P<before> .* \b {RECORD} \b .* \b {AGREED_MINUTES} \b .{0,80}? ) \b
            {CHANGED_MINUTES} \b (?P<change> .* )""",
        (
            "The minutes of 6 May 2024 were agreed subject to the word bridge being replaced by gate.",
            "The minutes of the last meeting were approved as amended.",
            "RESOLVED: That the minutes of 6 May 2024 be confirmed with the following corrections:",
            "The notes of 3 June were accepted with one correction: Ann Lee was present.",
        ),
        (
            "The minutes of 6 May 2024 were agreed.",
            "The plan was agreed subject to a survey.",
            "These minutes are subject to approval at the next meeting.",
        ),
        act=Act.DECIDES,
    ),
    Rule(
        "subject-to-agreed",
        r"""(?P<change> (?: {QUALIFYING} \s to \b .{3,200}? ) ) , \s+
            (?P<before> .* \b {RECORD} \b .* \b {AGREED_MINUTES} \b .* )""",
        ("Subject to the name of Bo Ray being added, the minutes of 6 May 2024 were agreed.",),
        ("Subject to a survey, the plan was agreed.",),
        act=Act.DECIDES,
    ),
    Rule(
        "corrections-made",
        r"""(?: .{0,60} \b )? {MINUTES_CHANGE} \b .{0,40}? (?P<change> ) \b {CHANGE_MADE} \s+ to \s+
            (?P<before> .{0,20} \b {RECORD} \b .* \b {AGREED_MINUTES} \b .* )""",
        ("Corrections were made to the minutes of 6 May 2024 and they were approved.",),
        ("Corrections were made to the plan and it was approved.",),
        act=Act.DECIDES,
    ),
)
"""Sentences that agree the minutes of an earlier meeting with a change. `change` has its words, if they tell it."""
