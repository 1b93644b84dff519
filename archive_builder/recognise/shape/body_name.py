"""The body that met or published, as a document's first lines name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Line, Masthead
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded, phrase

_NO_BODY = re.compile(
    r"(?:draft\s+)?(?:minutes?|notes?|agenda|meeting)\b|report\s+(?:to|of|by)\b|[^:]{3,30}:\s", re.IGNORECASE
)
_OF = (
    r"(?:report\s+to|meeting\s+(?:\([^()]*\)\s+)?of|minutes?\s+of|notes\s+of|proceedings\s+of|member\s+of)"
    r"\s+(?:(?:the|a|an)\s+)?+"
)
_LISTED = r",(?=\s(?:[A-Z][\w’'-]*\s){1,2}(?:and|&)\s)"
"""The comma of a list within a name: "Police, Fire and Crime Panel"."""
_NOT_YET = r"(?!meetings?\b|last\b|minutes\b|proceedings\b|ordinary\b|annual\b|this\b|that\b|each\b)"
_SORTS = "monthly|ordinary|special|annual|general|extraordinary|regular|quarterly|full|public|virtual|online"
_BEFORE_MEETING = re.compile(
    rf"(?:minutes\s+of\s+(?:the\s+)?)?(?P<body>[A-Z][^,:–]{{2,60}}?)\s+(?:(?:{_SORTS})\s+)*meeting\b",
    re.IGNORECASE,
)
_REACH = 25
_MEMBERS = r"(?:\w+\s+)?(?:" + (
    "directors|trustees|governors|commissioners|supervisors|education|selectmen|regents|health|managers)"
)
"""Of whom a board is: "Board of Trustees"."""
_AREA = (
    r"(?:\s+(?:for|of(?=\s+(?:the\s+)?(?:city|town|village|county|borough|township|district|parish|university)\b))"
    r"\s+(?:the\s+)?(?-i:[A-Z])[\w’'& -]+(?:,\s[A-Z][\w ]{2,20})?)?"
)
_PLACES = re.compile(
    r"(?:the\s+)?(?P<body>(?:city|town|shire|village|borough|township|municipality|county|district|university)"
    r"\s+of\s+[^\W\d][\w’' -]{2,40})",
    re.IGNORECASE,
)
_WITHIN = (
    "board|panel|committee|commission|forum|cabinet|executive|group|governing body|sub-committee|subcommittee"
)
"""Bodies of another body: a line above one of these names whose it is."""


def organization(
    lines: Sequence[Line],
    title_lines: Sequence[Line],
    blocks: Sequence[Block],
    kind: Classification,
    vocabulary: Vocabulary,
    pack: Masthead | None,
) -> str:
    """The body: as the title names it, else a line that is a body's name, else the pack's.

    A letter that calls a meeting says whose it is; else the text may say who met.
    """
    nouns = rf"(?:{phrase(vocabulary.body_nouns)})(?:\s+of\s+(?:{_MEMBERS}))?"
    title = " ".join(line.text for line in title_lines)
    of = re.search(rf"{_OF}{_NOT_YET}(?P<body>(?:[^–:,]|{_LISTED})*?(?:{nouns}))\b", title, re.IGNORECASE)
    named = _named_line(lines, nouns, pack)
    further = "" if kind in _WRITTEN else _named_line(lines, phrase(vocabulary.organisation_nouns), pack)
    if of and not (named and _shortens(of["body"], named)) and not _only_members(of["body"], further):
        return pack.organization if pack and _same(of["body"], pack.organization) else cased(of["body"])
    of_meeting = kind in (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
    summoned = _summoned(lines, nouns) if of_meeting and not pack else ""
    if named := summoned or named or (pack.organization if pack else ""):
        return named if pack and named == pack.organization else cased(named)
    said = _of_meeting(title, blocks, nouns) if of_meeting else ""
    return cased(said if re.search(rf"\b(?:{nouns})$", said, re.IGNORECASE) else further or said)


_WRITTEN = (
    Classification.REPORT,
    Classification.APPENDIX,
    Classification.ANNUAL_REPORT,
    Classification.UNKNOWN,
)


def _only_members(said: str, further: str) -> bool:
    """Whether a title only says whose meeting it was, "the Trustees'", below the name of their body."""
    return len(said.split()) == 1 and bool(further)


def _shortens(said: str, named: str) -> bool:
    """Whether a title's words for a body are short for the name that stands above: "Full Council"."""
    short, whole = folded(said).casefold().split(), folded(named).casefold().split()
    return len(short) <= 2 < len(whole) and short[-1] == whole[-1]


def _named_line(lines: Sequence[Line], nouns: str, pack: Masthead | None) -> str:
    """A line of the head that is a body's name, alone or with a dash and more behind it.

    Of a body and a committee of it on the line below, the committee.
    """
    name = re.compile(
        rf"(?:the\s+)?(?P<body>(?:[^–:,()\d]|{_LISTED})*\b(?:{nouns}){_AREA})(?:\s+[–-]\s.*|\s+\([^()]*\))?",
        re.IGNORECASE,
    )
    inner = re.compile(rf".*\b(?:{_WITHIN})(?:\s+of\s+(?:{_MEMBERS}))?", re.IGNORECASE)
    found, at = "", -1
    for line in lines:
        match = name.fullmatch(line.text) or (None if found or pack else _PLACES.fullmatch(line.text))
        if not match or _NO_BODY.match(line.text) or not _could_name(match["body"]):
            continue
        if found and (pack or line.block > at + 2 or not inner.fullmatch(match["body"])):
            break
        if pack and line.block > 1:
            return ""
        found, at = match["body"], line.block
    return found


def _could_name(body: str) -> bool:
    return 1 < len(body.split()) <= 10 and body[0].isalpha()


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
    if (match := _BEFORE_MEETING.match(title)) and not re.match(
        rf"(?:minutes|notes|the|(?:{_SORTS})$)", match["body"], re.IGNORECASE
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


_PARTS_OF_TITLE = re.compile(r"\s+[|–—»·:-]+\s+|\s*\|\s*")


def of_page(title: str, vocabulary: Vocabulary) -> str:
    """The body that a web page's title names: "Delegated decisions | Fenny District Council"."""
    nouns = rf"(?:{phrase((*vocabulary.body_nouns, *vocabulary.organisation_nouns))})"
    for part in reversed(_PARTS_OF_TITLE.split(folded(title))):
        if re.fullmatch(rf".*\b{nouns}{_AREA}", part, re.IGNORECASE) and not _NO_BODY.match(part):
            return part if _could_name(part) else ""
    return _of_meeting(folded(title), (), nouns)


def without(title: str, body: str) -> str:
    """A page's title without the part that names the body, which stands beside it."""
    parts = [part for part in _PARTS_OF_TITLE.split(folded(title)) if part and part != body]
    return " – ".join(parts) or folded(title)


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
