"""The words of a block that can name people: running text names people too and lists none."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from archive_builder.model import AttendanceStatus, Block, BlockKind
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text.posts import is_post
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded, phrase

LONGEST = 400
"""Maximum number of characters of a block that lists people without brackets or a comma behind each name."""
LONG_ASIDE = re.compile(r"\s*\((?=[a-z])(?:[^()\s]+\s+){5,}[^()]*\)")
"""A remark that tells something: "(arrived half an hour in, just after the vote)"."""
_NONE = r"(?: {NOBODY} | no \s+ {APOLOGY} | there \s+ were \s+ no ) \b"
_AGENDA = r"(?: {MEETING} \s+ )? {AGENDA_WORD} (?: \s+ {ITEM_WORD} s? )? \s* :"
"""The agenda on one line below the list: "Agenda: aliases, website, costs"."""
_TITLED = re.compile(r"(?P<post>[A-Z][^:.,;()]{2,60}):\s+(?=[A-Z])")
_PART = r"{CHAIR_LABELS} | {CLERK_LABELS} | {MINUTES_LABELS}"
_FROM_WHOM = r"^ .*? \b {APOLOGY} \b .*? \b (?: {ON_BEHALF} | from | by ) \s* :? \s+ (?= (?-i:[A-Z]) )"
_APOLOGIES_FOR = r"{APOLOGY} \s+ for \s"
"""What begins a line about those away among the lines of those present: "Apologies for Ann and Bo"."""
_SENT = r"""\s* ,? \s* (?: (?: had | have | has ) \s+ )? {SENT_APOLOGIES} \s+
    (?: (?: his | her | their | its ) \s+ )? {APOLOGY} .* $
  | \s+ (?: (?: had | have | has ) \s+ )? {APOLOGISED} \b .* $"""
_ABOUT = r"\b (?: {ATTENDED} | {SUBSTITUTES} | {NO_ABSENCE} | {RESOLVING} | {NOTED} | {ACCEPTED} ) \b"
_CLASS = r"""
    (?P<group> (?! {NO_CLASS} \b ) (?: [A-Z][\w-]+ \s+ ){1,3} {MEMBER_NOUN} ) s? \s* : \s* (?= [A-Z] )
"""


def line_of(block: Block, text: str, status: AttendanceStatus, vocabulary: Vocabulary) -> str:
    """The part of a block's words that is a list of people; empty where it is none.

    `text` is what the block says on one line. A sentence of apologies keeps its names.
    """
    if re.fullmatch(r"[A-Z]\.", block.marker):  # "V. Lang" is no fifth point
        text = f"{block.marker} {text}"
    text = LONG_ASIDE.sub("", text)
    if text.endswith(":") or block.kind is BlockKind.TABLE:
        return ""
    if compiled(_NONE, vocabulary).match(text) or compiled(_AGENDA, vocabulary).match(text):
        return ""
    if status is AttendanceStatus.APOLOGIES:
        text = " ".join(
            part
            for sentence in sentences(text)
            if not compiled(_ABOUT, vocabulary).search(part := _names_alone(sentence, vocabulary))
        )
    elif compiled(rf"{_FROM_WHOM} | {_APOLOGIES_FOR}", vocabulary).match(text):
        return ""
    else:
        text = _leading_list(text, vocabulary)
    if is_too_long(text) or is_prose_of_people(text, vocabulary):
        return ""
    return group_before(text, vocabulary)[1]


def is_too_long(text: str) -> bool:
    """True for a paragraph and no list of people: a long text without brackets, and with few commas for its words."""
    if len(text) <= LONGEST or "(" in text:
        return False
    marks = sum(text.count(mark) for mark in ",;")
    return marks * _WORDS_OF_ENTRY < len(text.split())


_WORDS_OF_ENTRY = 4
"""Words from one comma to the next in a long list of people, on average at most."""


def _leading_list(text: str, vocabulary: Vocabulary) -> str:
    """The sentences before the first that tells something: "Ann Lee, Bo Ray. Cy Doe was absent."."""
    if not is_prose_of_people(text, vocabulary):
        return text
    listed = takewhile(lambda sentence: not is_prose_of_people(sentence, vocabulary), sentences(text))
    return " ".join(listed) or text


def is_prose_of_people(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text tells something about people and lists none."""
    return _prose(vocabulary).search(text) is not None


@lru_cache(maxsize=8)
def _prose(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrase(vocabulary.signs['tells_of_people'])})\b", re.IGNORECASE)


def _names_alone(sentence: str, vocabulary: Vocabulary) -> str:
    """The names of "Apologies were received from X" and of "X sent apologies"."""
    who = compiled(_FROM_WHOM, vocabulary).sub("", sentence)
    return compiled(_SENT, vocabulary).sub("", who)


def group_before(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What sort of member the people of a line are, and the line without it: "Public Governors: Ann Lee"."""
    match = compiled(_CLASS, vocabulary).match(text)
    return (match["group"], text[match.end() :]) if match else ("", text)


def starts_with_post(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is a post or a part in the meeting, and who has it: "Chair: Ann Lee", "Notes: Bo Ray"."""
    match = _TITLED.match(folded(text))
    if match is None:
        return False
    return is_post(match["post"], vocabulary) or bool(compiled(_PART, vocabulary).fullmatch(match["post"]))
