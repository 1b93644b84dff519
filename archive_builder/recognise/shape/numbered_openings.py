"""Where the title ends that a numbered paragraph begins with: "3. Matters arising: The Clerk has written ..."."""

from __future__ import annotations

import re

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.signs.headings import USUAL_ITEM
from archive_builder.settings import Vocabulary

_NUMBER = re.compile(r"\d{1,4}[.)]?|[IVX]{1,5}[.)]")
"""The number of an item in front of a paragraph."""
_REFERENCE = re.compile(r"[A-Z]{0,4}[./-]?\d{1,4}[./-]\d{1,4}(?:[./-]\d{1,4})?\.?\s+(?=[A-Z])")
"""A minute's number of several parts: "25/10/01", "C48/23"."""
_INITIAL = r"\b (?: (?-i:[A-Z]) | {HONORIFICS} | st | no ) $"
"""A stop behind these ends no title."""
_COLON_TITLE = Rule(
    "title-before-a-colon",
    r"""(?P<title> (?-i:[A-Z]) [^\s:;.?!]* (?: \s [^\s:;.?!]+ ){0,13} ) \s* : [-–—]? \s+
        (?= (?-i:[A-Z]) | ["“£$€] | (?: {NOTHING} | {NOBODY} ) \b | \d{1,4} (?:st|nd|rd|th)? \s+ (?-i:[A-Z]) )""",
    (
        "Matters arising: The Clerk has written.",
        "Treasury: £166 in the bank",
        "Updates:- none",
        "Fund: 100 Club",
    ),
    ("Roads: a report", "The Clerk has written. Reply: None"),
    whole=False,
)
_DASH_TITLE = Rule(
    "title-before-a-dash",
    r"""(?P<title> (?-i:[A-Z]) [^\s:;.?!–—]* (?: \s [^\s:;.?!–—]+ ){0,5} ) \s [–—-] \s
        (?= (?-i:[A-Z]) [^.]{20,} [.] | (?: {NOTHING} | {NOBODY} ) \s* [.]? $ )""",
    ("Funding – Ann Lee went to an event about grants.", "AOB - none"),
    ("Funding – grants", "Roads – Mill Lane"),
    whole=False,
)
_STOP_TITLE = Rule(
    "title-before-a-stop",
    r"(?P<title> (?-i:[A-Z]) [\w’'&/()-]* (?: \s [\w’'&/()-]+ ){0,5} ) [.] \s+ (?= (?-i:[A-Z]) )",
    ("Road Safety. The lights are out.",),
    ("The lights are out again in the whole of Mill Lane. Nobody knows why.",),
    whole=False,
)
_USUAL_TITLE = Rule(
    "usual-title-before-a-sentence",
    r"""(?P<title> (?-i:(?=[A-Z])) (?: [^\s:;.?!]+ \s ){0,2}? {USUAL_ITEM} ) \s+
        (?= (?-i: (?: The | It | An? | No | All | There | This | These | {OPENER} ) \s [a-z] ) )""",
    ("AOB Following the talks no time was left.", "Public Forum The main concern was the path."),
    ("Matters arising from the minutes", "Finance The Budget"),
    whole=False,
)
"""A title that nothing sets apart from the sentence behind it."""

LISTED_TITLE = Rule(
    "title-before-a-list",
    r"""(?P<title> (?-i:[A-Z]) [^\s:;.?!•]* (?: \s [^\s:;.?!•]+ ){0,8} )
        (?: \s* :? \s+ (?= • \s | (?-i: i | a | 1 ) [.)] \s+ (?-i:[A-Z]) )
          | \s* [:.]? \s+ (?= \d{1,2} \.1 \s ) )""",
    (
        "Matters arising • The path is mud.",
        "Land i. Mill Lane: cut",
        "Letters 10.1 From the county",
        "AOB: 1. Dogs",
    ),
    ("Land in Mill Lane", "The Clerk has written. i. Salt", "Roads 2. Salt"),
    whole=False,
)
"""A title that the points of a list follow in its paragraph."""


def title_end(block: Block, vocabulary: Vocabulary) -> int:
    """Return where the title of a numbered paragraph ends that its text follows; 0 where none does."""
    if block.bold or block.text.isupper():
        return 0
    counted = _NUMBER.fullmatch(block.marker) and block.kind is BlockKind.ITEM and not block.level
    if counted or (block.number and not block.marker):
        return _end(block.text, 0, vocabulary)
    reference = None if block.marker else _REFERENCE.match(block.text)
    return _end(block.text, reference.end(), vocabulary) if reference else 0


def _end(text: str, start: int, vocabulary: Vocabulary) -> int:
    """Where a title ends that begins at `start`; 0 where none does. One before a stop is in title case."""
    for form in (LISTED_TITLE, _COLON_TITLE, _DASH_TITLE, _STOP_TITLE, _USUAL_TITLE):
        match = form.match(text, vocabulary, start)
        if not match or compiled(_INITIAL, vocabulary).search(match["title"]):
            continue
        usual = " " not in match["title"] and USUAL_ITEM.match(match["title"], vocabulary)
        if form is not _STOP_TITLE or usual or _is_title_case(match["title"]):
            return match.end()
    return 0


def _is_title_case(text: str) -> bool:
    """True if most of a text's words are capitalised."""
    parts = [part for part in text.split() if len(part) > 3]
    return len(text.split()) > 1 and all(part[:1].isupper() for part in parts)
