"""Promises made in discussion: somebody clearly commits to do or send something afterwards.

Strict on purpose: general plans and business as usual are no undertakings.
"""

from __future__ import annotations

import re

from archive_builder.recognise.grammar import Rule
from archive_builder.text.sentences import sentences

_THING = r"(?:provide|send|circulate|share|report\s+back|write|confirm|look\s+into|find\s+out|check|supply|bring|arrange|advise|investigate|follow\s+up|review|raise|liaise|contact|speak|ask|get|obtain|take|forward|e-?mail|prepare|draft|organise|pursue|chase|let)"
_WHO = r"(?:(?:the|a|an)\s+)?[A-Z][\w./&’'()-]*(?:[,\s]+(?:of|and|the|for|[A-Z][\w./&’'()-]*))*"

_OFFICES = r"(?:clerk|chair(?:man|person|woman)?|secretary|treasurer|officers?|director|manager|headteacher|head|convenor|governors|councillors)"
RULES = (
    Rule(
        "office-to-do",
        rf"(?P<who> (?:the\s+)? (?:[\w’'-]+\s+){{0,2}} {_OFFICES} | (?-i:[A-Z]{{2,4}}) ) \s+ to \s+ (?!be\b|date\b|the\b|a\b) (?-i:[a-z]) \w+ \b .{{0,200}}",
        ("The Clerk to respond accordingly.", "Clerk to write", "LM to investigate."),
        confidence=0.85,
    ),
    Rule(
        "initials-to-do",
        r".{10,300}, \s (?P<who> (?-i:[A-Z]{2,4}) ) \s to \s (?-i:[a-z])\w+ \b .{0,80}",
        ("A query was raised about the post box, LM to investigate.",),
        confidence=0.85,
    ),
    Rule(
        "undertook-to",
        rf".*? (?P<who> (?-i:{_WHO}) | he | she | they ) \s+ (?: (?:undertook|promised|pledged|volunteered) \s+ to \s+ | (?:offered|agreed|committed) \s+ to \s+ (?:\w+ly\s+)? {_THING} \b ) .*",
        (
            "Bo Ray, ABC offered to provide a further briefing on support.",
            "He undertook to advise the panel of the date.",
        ),
        confidence=0.9,
    ),
    Rule(
        "confirmed-will",
        r".*? (?P<who> (?-i:[A-Z][\w./’'-]*(?:\s+[A-Z][\w./’'-]*)*) ) \s+ (?:confirmed|said|stated|advised|assured\s+\w+|added) \s+ (?:that\s+)? (?:he|she|they|it) \s+ (?:will|would) \s+ (?:be\s+)? (?: \w+ing | "
        + _THING
        + r" ) \b .*",
        ("ACC Lee confirmed that she will be undertaking a review of good practice.",),
        confidence=0.9,
    ),
    Rule(
        "happy-to",
        r".*? (?P<who> we | I ) \s+ (?:would|will|are|am) \s+ (?:be\s+)? (?:happy|glad|able) \s+ to \s+ (?:go\s+away\s+and|come\s+back|get|provide|send|find) \b .*",
        ("We do not have the figures but we would be happy to go away and get this information.",),
        confidence=0.8,
    ),
    Rule(
        "will-send-after",
        rf".*? (?P<who> (?-i:{_WHO}) | we | I ) \s+ (?:will|would|shall) \s+ (?:be\s+happy\s+to\s+)? {_THING} \b [^.]* \b (?:after|outside|following) \s+ (?:of\s+)? the \s+ meeting \b .*",
        ("Mr Ray will circulate the figures after the meeting.",),
        confidence=0.9,
    ),
)


def undertaking(sentence: str) -> tuple[Rule, re.Match[str]] | None:
    """The rule by which a sentence is an undertaking, with who undertakes it."""
    for rule in RULES:
        if match := rule.match(sentence):
            return rule, match
    return None


def is_undertaking(text: str) -> bool:
    """Whether any sentence of a text is an undertaking."""
    return any(undertaking(sentence) for sentence in sentences(text))
