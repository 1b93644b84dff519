"""Promises made in discussion: somebody clearly commits to do or send something afterwards.

Strict on purpose: general plans and business as usual are no undertakings.
"""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.rule import Rule, first_rule
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import sentences

_THINGS = r"""provide send circulate share report\s+back write confirm look\s+into find\s+out check supply bring
    arrange advise investigate follow\s+up review raise liaise contact speak ask get obtain take forward e-?mail
    prepare draft organise pursue chase let redraft revise amend submit report order book invite collate
    distribute forward notify seek request""".split()
_THING = rf"(?:{'|'.join(_THINGS)})"
_OFFICE = r"""(?: clerk | chair(?:man|person|woman)? | secretary | treasurer | officers? | director | manager
    | headteacher | head | convenor | governors | councillors )"""
_NAME = r"(?-i: [A-Z][\w./’'-]* (?: \s+ [A-Z][\w./’'-]* )* )"
_WHO = r"""(?: (?:(?:the|a|an)\s+)?
    (?-i: [A-Z][\w./&’'()-]* (?: [,\s]+ (?: of | and | the | for | [A-Z][\w./&’'()-]* ) )* ) )"""

_SAID = r"(?:confirmed|said|stated|advised|assured\s+\w+|added|replied|explained|responded)"

RULES = (
    Rule(
        "office-to-do",
        rf"""(?P<who> (?:the\s+)? (?:[\w’'-]+\s+){{0,2}} {_OFFICE} | (?-i:[A-Z]{{2,4}}) ) \s+ to \s+
            (?! (?:be|date|the|a) \b ) (?-i:[a-z]) \w+ \b .{{0,200}}""",
        ("The Clerk to thank the donor.", "Clerk to reply", "LM to ring the depot."),
        confidence=0.85,
    ),
    Rule(
        "initials-to-do",
        r".{10,300}, \s (?P<who> (?-i:[A-Z]{2,4}) ) \s to \s (?-i:[a-z])\w+ \b .{0,80}",
        ("The gate at the allotments is broken, LM to mend it.",),
        confidence=0.85,
    ),
    Rule(
        "undertook-to",
        rf""".{{0,300}}? (?P<who> {_WHO} | he | she | they ) \s+
            (?: (?:undertook|promised|pledged|volunteered) \s+ to \s+
              | (?:offered|agreed|committed) \s+ to \s+ (?:\w+ly\s+)? {_THING} \b ) .*""",
        (
            "Bo Ray, ABC offered to provide a longer paper on cadets.",
            "He undertook to write to the parish.",
        ),
        confidence=0.9,
    ),
    Rule(
        "confirmed-will",
        rf""".{{0,300}}? (?P<who> {_NAME} ) \s+ {_SAID} \s+
            (?: (?:that\s+)? [^.?]{{10,250}}? \b and \s+ (?: (?:also\s+)? {_SAID} \s+ )? )? (?:that\s+)?
            (?:he|she|they|it) \s+ (?:will|would) \s+ (?:be\s+)? (?: \w+ing | {_THING} ) \b .*""",
        (
            "ACC Lee confirmed that she would ring every farm.",
            "Sgt Ray said he will be visiting the school.",
            "Supt Doe stated that the van was out of use and that he would chase the garage.",
        ),
        confidence=0.9,
    ),
    Rule(
        "said-and-offered",
        rf"""(?P<who> {_NAME} ) \s+ {_SAID} \s+ [^.?]{{5,250}}? \b and \s+ (?:then\s+|also\s+)?
            (?: (?:undertook|promised|volunteered) \s+ to \s+
              | (?:offered|agreed|committed) \s+ to \s+ (?:\w+ly\s+)? {_THING} \b ) .*""",
        ("BR said that the chart was wrong and offered to send the group his own.",),
        confidence=0.85,
    ),
    Rule(
        "happy-to",
        r""".{0,300}? (?P<who> we | I ) \s+ (?:would|will|are|am) \s+ (?:be\s+)? (?:happy|glad|able) \s+ to \s+
            (?:go\s+away\s+and|come\s+back|get|provide|send|find) \b .*""",
        ("The number is not at hand but we are happy to find it.",),
        confidence=0.8,
    ),
    Rule(
        "will-send-after",
        rf""".{{0,300}}? (?P<who> {_WHO} | we | I ) \s+ (?:will|would|shall) \s+ (?:be\s+happy\s+to\s+)? {_THING} \b
            [^.]* \b (?:after|outside|following) \s+ (?:of\s+)? the \s+ meeting \b .*""",
        ("Mr Ray will circulate the figures after the meeting.",),
        confidence=0.9,
    ),
)

PERSONAL = (
    Rule(
        "name-to-do",
        rf"""(?P<who> {_NAME} (?: \s+ and \s+ {_NAME} )? ) \s+ to \s+ (?! (?:be|date|the|a|an)\b )
            (?-i:[a-z])\w+ \b .{{3,200}}""",
        ("Ann to book the hall.", "Bo Ray and Cy Doe to meet the builder."),
        confidence=0.85,
    ),
    Rule(
        "person-will",
        rf"""(?P<who> (?: the \s )? (?-i: [A-Z][\w./’'-]* (?: \s+ (?: of \s | for \s )? [A-Z][\w./’'-]* ){{0,4}} ) )
            \s+ (?: will | would | is \s to | has \s agreed \s to ) \s+ (?:now\s+|also\s+|then\s+)?
            {_THING} \b .{{3,250}}""",
        (
            "Cllr Ray will ask the county about the bridge and report back.",
            "The Treasurer will circulate the accounts.",
        ),
        confidence=0.85,
    ),
)
"""Promises if it is somebody of the meeting who makes them: a body or a firm is no person."""


def undertaking_rule(sentence: str, vocabulary: Vocabulary) -> tuple[Rule, re.Match[str]] | None:
    """The rule by which a sentence is an undertaking, with who undertakes it."""
    return first_rule(RULES, sentence, vocabulary)


def is_undertaking(text: str, vocabulary: Vocabulary) -> bool:
    """Whether any sentence of a text is an undertaking."""
    return any(undertaking_rule(sentence, vocabulary) for sentence in sentences(text))
