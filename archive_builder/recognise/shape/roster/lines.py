"""The words of a block that can name people: running text names people too and lists none."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from archive_builder.model import AttendanceStatus, Block, BlockKind
from archive_builder.settings import Vocabulary
from archive_builder.text.posts import is_post
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded, phrase

LONGEST = 400
"""Maximum number of characters of a block that lists people without brackets."""
_NONE = re.compile(r"(?:none|nil|no\s+apologies|there\s+were\s+no)\b", re.IGNORECASE)
_TITLED = re.compile(r"(?P<post>[A-Z][^:.,;()]{2,60}):\s+(?=[A-Z])")
_FROM_WHOM = re.compile(
    r"^.*?\b(?:apologies|apology)\b.*?\b(?:on\s+behalf\s+of|from|by)\s*:?\s+(?=(?-i:[A-Z]))", re.IGNORECASE
)
_SENT = re.compile(
    r"\s*,?\s*(?:had\s+|have\s+|has\s+)?(?:sent|gave|given|tendered|offered)\s+"
    r"(?:(?:his|her|their|its)\s+)?apolog\w+.*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:attended|deputis\w+|substitut\w+|listed\s+above|arrived|left\s+the|resolved|noted|accepted)\b",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"""(?P<group> (?! (?:board|committee|panel|council|all|elected|city|town|parish|other)\b )
          (?:[A-Z][\w-]+\s+){1,3}
          (?: governor | member | trustee | director | representative | councillor )
        ) s? \s*:\s* (?=[A-Z])""",
    re.IGNORECASE | re.VERBOSE,
)


def line_of(block: Block, text: str, status: AttendanceStatus, vocabulary: Vocabulary) -> str:
    """The part of a block's words that is a list of people; empty where it is none.

    `text` is what the block says on one line. A sentence of apologies keeps its names.
    """
    if re.fullmatch(r"[A-Z]\.", block.marker):  # "V. Lang" is no fifth point
        text = f"{block.marker} {text}"
    if text.endswith(":") or _NONE.match(text) or block.kind is BlockKind.TABLE:
        return ""
    if status is AttendanceStatus.APOLOGIES:
        text = " ".join(_names_alone(part) for part in sentences(text) if not _ABOUT.search(part))
    elif _FROM_WHOM.match(text):
        return ""
    else:
        text = _leading_list(text, vocabulary)
    if (len(text) > LONGEST and "(" not in text) or is_prose_of_people(text, vocabulary):
        return ""
    return group_before(text)[1]


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


def _names_alone(sentence: str) -> str:
    """The names of "Apologies were received from X" and of "X sent apologies"."""
    return _SENT.sub("", _FROM_WHOM.sub("", sentence))


def group_before(text: str) -> tuple[str, str]:
    """What sort of member the people of a line are, and the line without it: "Public Governors: Ann Lee"."""
    match = _CLASS.match(text)
    return (match["group"], text[match.end() :]) if match else ("", text)


def starts_with_post(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is a post and its holder: "Chair: Ann Lee"."""
    match = _TITLED.match(folded(text))
    return match is not None and is_post(match["post"], vocabulary)
