"""Promises made in discussion: somebody clearly commits to do or send something afterwards.

Strict on purpose: general plans and business as usual are no undertakings.
"""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Act, Rule, first_rule
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import sentences

UNDERTAKES = (
    Rule(
        "office-to-do",
        r"""(?P<who> {THE_OFFICE} | (?-i:[A-Z]{2,4}) ) \s+ to \s+
            (?! (?: be | the | a | {DATE_WORD} ) \b ) (?-i:[a-z]) \w+ \b .{0,200}""",
        ("The Clerk to thank the donor.", "Clerk to reply", "LM to ring the depot."),
        ("The Clerk to the Council", "The Chair to be elected."),
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

PERSONAL = (
    Rule(
        "name-to-do",
        r"""(?P<who> {NAME} (?: \s+ and \s+ {NAME} )? ) \s+ to \s+ (?! (?: be | the | a | an | {DATE_WORD} ) \b )
            (?-i:[a-z])\w+ \b .{3,200}""",
        ("Ann to book the hall.", "Bo Ray and Cy Doe to meet the builder."),
        ("Access to the hall is poor.", "Years to date were wet."),
        act=Act.PROMISES,
        confidence=0.85,
    ),
    Rule(
        "person-will",
        r"""(?P<who> (?: the \s )? (?-i: [A-Z][\w./’'-]* (?: \s+ (?: of \s | for \s )? [A-Z][\w./’'-]* ){0,4} ) )
            \s+ (?: will | would | is \s to | has \s {OFFERED} \s to ) \s+ (?:now\s+|also\s+|then\s+)?
            {TO_DO} \b .{3,250}""",
        (
            "Cllr Ray will ask the county about the bridge and report back.",
            "The Treasurer will circulate the accounts.",
        ),
        ("Cllr Ray will be seventy.",),
        act=Act.PROMISES,
        confidence=0.85,
    ),
)
"""Promises if it is somebody of the meeting who makes them: a body or a firm is no person."""


def undertaking_rule(sentence: str, vocabulary: Vocabulary) -> tuple[Rule, re.Match[str]] | None:
    """The rule by which a sentence is an undertaking, with who undertakes it."""
    return first_rule(UNDERTAKES, sentence, vocabulary)


def is_undertaking(text: str, vocabulary: Vocabulary) -> bool:
    """True if any sentence of a text is an undertaking."""
    return any(undertaking_rule(sentence, vocabulary) for sentence in sentences(text))
