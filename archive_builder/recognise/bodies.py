"""The body that met or published, as a document's first lines name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar import Line, Masthead
from archive_builder.recognise.parts import MASTHEAD_FIELD
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded, phrase

_NO_BODY = re.compile(r"report\s+(?:to|of|by)\b|[^:]{3,30}:\s", re.IGNORECASE)
_OF = (
    r"(?:report\s+to|meeting\s+(?:\([^()]*\)\s+)?of|minutes\s+of|notes\s+of|proceedings\s+of|member\s+of)"
    r"\s+(?:the\s+)?+"
)
_NOT_YET = r"(?!meetings?\b|last\b|minutes\b|proceedings\b|ordinary\b|annual\b|this\b|that\b|each\b)"
_SORTS = "monthly|ordinary|special|annual|general|extraordinary|regular|quarterly|full|public|virtual|online"
_BEFORE_MEETING = re.compile(
    rf"(?:minutes\s+of\s+(?:the\s+)?)?(?P<body>[A-Z][^,:–]{{2,60}}?)\s+(?:(?:{_SORTS})\s+)*meeting\b",
    re.IGNORECASE,
)
_REACH = 25


def organization(
    lines: Sequence[Line],
    title_lines: Sequence[Line],
    blocks: Sequence[Block],
    kind: Classification,
    vocabulary: Vocabulary,
    pack: Masthead | None,
) -> str:
    """The body: as the title names it, else a line that is a body's name, else the pack's.

    A letter that calls a meeting says whose it is. Of a meeting whose head names none, the body is
    what the text says met, or the title.
    """
    nouns = phrase(vocabulary.body_nouns)
    title = " ".join(line.text for line in title_lines)
    of = re.search(rf"{_OF}{_NOT_YET}(?P<body>[^–:,]*?(?:{nouns}))\b", title, re.IGNORECASE)
    if of:
        return pack.organization if pack and _same(of["body"], pack.organization) else cased(of["body"])
    of_meeting = kind in (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
    summoned = _summoned(lines, nouns) if of_meeting and not pack else ""
    if named := summoned or _named_line(lines, nouns, pack):
        return cased(named)
    if pack:
        return pack.organization
    if of_meeting:
        return cased(_of_meeting(title, blocks, nouns))
    return ""


def _named_line(lines: Sequence[Line], nouns: str, pack: Masthead | None) -> str:
    """A line of the head that is a body's name, alone or with a dash and more behind it."""
    name = re.compile(rf"(?:the\s+)?(?P<body>[^–:,()\d]*\b(?:{nouns}))(?:\s+[–-]\s.*)?", re.IGNORECASE)
    for line in lines:
        match = name.fullmatch(line.text)
        if (
            match
            and 1 < len(match["body"].split()) <= 10
            and match["body"][0].isalpha()
            and not _NO_BODY.match(line.text)
        ):
            return "" if pack and line.block > 1 else match["body"]
    return ""


def _summoned(lines: Sequence[Line], nouns: str) -> str:
    """The body in "a meeting of X will be held on …", which says more than a letter's head above it."""
    said = re.compile(
        rf"\bmeeting\s+of\s+(?:the\s+)?{_NOT_YET}(?P<body>[A-Z][^–:,.]*?(?:{nouns}))\b"
        r"\s+(?:will|is|was|to)\s+(?:be\s+)?(?:held|take\s+place)\b",
        re.IGNORECASE,
    )
    matches = (said.search(line.text) for line in lines)
    return next((match["body"] for match in matches if match), "")


def _of_meeting(title: str, blocks: Sequence[Block], nouns: str) -> str:
    """The body of a meeting: "X monthly meeting", "a meeting of X", else the title without its date."""
    if (match := _BEFORE_MEETING.match(title)) and not match["body"].casefold().startswith(
        ("minutes", "notes", "the")
    ):
        return match["body"]
    said = re.compile(
        rf"\bmeeting\s+(?:\([^()]*\)\s+)?of\s+(?:the\s+)?{_NOT_YET}(?P<body>[A-Z][^–:,.]*?(?:{nouns}))\b",
        re.IGNORECASE,
    )
    for block in blocks[:_REACH]:
        match = said.search(folded(block.text)) if block.kind is not BlockKind.TABLE else None
        if match:
            return match["body"]
    if title.endswith(".") or title.casefold().startswith(("the meeting", "a meeting", "this meeting")):
        return ""
    bare = title
    for found in dates.dates(title):
        bare = title[: found.start]
        break
    return (
        re.sub(r"\b(?:minutes|notes|agenda)\b.*$", "", bare, flags=re.IGNORECASE).strip(" ,:–-")
        if len(bare) < 80
        else ""
    )


def _same(a: str, b: str) -> bool:
    return folded(a).casefold() == folded(b).casefold()


def cased(name: str) -> str:
    """A name as printed; one printed all in one case gets capitals at its words."""
    name = folded(name)
    if not name.isupper() and not name.islower():
        return name
    small = {"and", "of", "the", "for", "in", "on"}
    return " ".join(word if word in small else word.capitalize() for word in name.lower().split())


__all__ = ["MASTHEAD_FIELD", "cased", "organization"]
