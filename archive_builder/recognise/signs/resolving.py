"""Resolutions: the markers RESOLVED and NOTED, a body's name above a list of what it did, and the list's entries."""

from __future__ import annotations

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Act, Rule

RESOLVED = Rule(
    "resolved",
    r"""(?: [^\W\d_]{4,20} \s / \s )?                              # the marker in another language
        (?: it \s was \s | and \s (?:it \s was \s)? | (?: this \s )? (?: {THE_BODY} | (?:the\s)? {ASSEMBLED} ) \s+ )?
        (?: {HOW} \s+ )?
        (?: {RESOLVED} \s* (?: {HOW} \s* )? (?:to|that)? \s* [:–-]+ \s*
          | {RESOLVING} \s* (?: {HOW} \s* )? (?=that\b)
          | (?<= \w \s ) {RESOLVE} \s* (?:to|that)? \s* [:–-]+ \s* ) (?P<text> .* )""",
    (
        "RESOLVED: -",
        "RESOLVED that the report be noted.",
        "Resolved (unanimously): That the minutes be signed.",
        "Committee resolved to:",
        "And Resolved:",
        "Unanimously RESOLVED that the seal be used.",
        "PENDERFYNWYD / RESOLVED: that the report be noted.",
        "Cabinet agree to:",
        "This Council resolves: to plant a tree.",
        "This Union resolves:",
    ),
    ("The dispute was resolved by the ombudsman.", "Resolved complaints fell by half."),
    act=Act.DECIDES,
)
MARKER_ALONE = Rule(
    "resolved-alone",
    r"(?: {MANNER} \s+ )? {RESOLVING} \W*",
    ("RESOLVED", "Unanimously resolved"),
    ("Resolved items",),
    act=Act.DECIDES,
)
"""The marker alone on its line, without a colon."""
MARKED_WITHIN = Rule(
    "resolved-within",
    r"\b {RESOLVED} \b",
    ("It was RESOLVED to pay the bills.",),
    ("The resolution was read.",),
    act=Act.DECIDES,
    anywhere=True,
)
"""The marker within a sentence."""
NOTED = Rule(
    "noted-marked",
    r"(?: it \s was \s | {THE_BODY} \s+ )? {NOTED} \s* (?: that \s* )? [:–-]+ \s* (?P<text> .* )",
    ("NOTED: that the risk had risen.", "The Board noted:"),
    ("A noted author opened the fair.",),
    act=Act.NOTES,
    outcome=DecisionKind.NOTED,
)
"""The marker of what a body took note of, as RESOLVED is that of what it resolved."""
BODY_AND_LIST = Rule(
    "body-and-list",
    r"""{THE_BODY} (?:\s (?:then|also))? (?: \s {CONSIDERED} \b [^:.]{3,160}? ,? \s and )?
        \s* [:–-]+ (?P<text>)""",
    ("The Committee:", "The Board then:", "Court considered the forecast and:"),
    ("The Clerk:", "The Board met in May."),
    act=Act.DECIDES,
)
"""A body's name above a list of what it did: "noted the report", "agreed to write"."""
DONE = Rule(
    "done-by-the-body",
    r"(?: \w+ly\s+ | then\s+ )? (?: {CONSIDERED} | {NOTED} | {RESOLVED} | {ASSENTED} | {DECIDED} | {DISPOSED} ) \b",
    ("noted the report", "then agreed to write", "formally adopted the plan", "welcomed the bid"),
    ("A report on trees", "Agreement was near"),
    act=Act.DECIDES,
    whole=False,
)
"""What stands in a list below a body's name."""
EMPTY_STEM = Rule(
    "resolution-stem",
    r"""[“\"]? (?:that\s+)? (?:the\s+)? (?:[\w’'-]+\s+){0,6}? (?: {BODY_NOUNS} | {MEMBERS} )
        (?: \s+ (?: {RESOLVE} | hereby | to ) )* \s* [:–-]*""",
    (
        "That the Board:",
        "The Town Council resolves to:",
        "that the Panel",
        "THAT the Committee recommend to Council",
    ),
    ("That the Board write to the county",),
    act=Act.DECIDES,
)
"""The beginning of a resolution that its parts carry on."""
_NOTING_FIRST = Rule(
    "list-entry-notes",
    r"(?: {CONSIDERED} \s+ and \s+ )? {NOTED} \b",
    ("noted the report", "considered and noted the plan"),
    ("agreed to note the report",),
    act=Act.NOTES,
    whole=False,
    outcome=DecisionKind.NOTED,
)
_APPROVING_FIRST = Rule(
    "list-entry-approves",
    r"(?: {ASSENTED} | {SIGNED} ) \b",
    ("approved the budget", "accepted the bid", "confirmed the dates"),
    ("noted that he approved",),
    act=Act.DECIDES,
    whole=False,
    outcome=DecisionKind.APPROVED,
)
LIST_ENTRIES = RuleTable(_NOTING_FIRST, _APPROVING_FIRST)
"""What the first words of an entry below a body's name make of it."""
