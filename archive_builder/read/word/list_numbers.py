"""Numbers that a word processor prints before a paragraph and does not store in its text.

A reader writes them out as `printed`; the walk through the HTML turns them into marks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Run, cut

_BEGIN, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
"""Private characters, which no text has."""
_PRINTED = re.compile(rf"\s*{_BEGIN}(?P<depth>\d){_MIDDLE}(?P<number>[^{_END}]*){_END}\s*")
_PRIVATE = re.compile(f"[{_BEGIN}{_MIDDLE}{_END}]")
_WORD = re.compile(
    r"(?<!\w)(?!(?:[ivxlcdm]+|(?P<letter>[a-z])(?P=letter)*)(?!\w))[^\W\d_]{2,}", re.IGNORECASE
)
"""A word, which is no roman numeral and no letter over and over."""
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)

_ORDINAL = {1: "st", 2: "nd", 3: "rd"}
_MOST_LETTERS = 30


def whole(text: str | None, otherwise: int) -> int:
    """A number that a file states as digits; something else where it states none, or one no list reaches."""
    said = text or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else otherwise


def printed(depth: int, number: str) -> str:
    """A number as it is written into a text, with the depth of its list (0 to 8)."""
    return f"{_BEGIN}{depth}{_MIDDLE}{_PRIVATE.sub('', number)}{_END}"


def without_wrapping(text: str) -> str:
    """A text with a written-out number as it is printed."""
    return _PRIVATE.sub(" ", re.sub(f"{_BEGIN}\\d{_MIDDLE}", "", text))


def with_mark(block: Block) -> Block:
    """A block whose text begins with a written-out number, as an item with that mark.

    A heading keeps it as text, and so does a paragraph whose number is printed with words ("Question 1:").
    """
    match = _PRINTED.match(block.text)
    if not match:
        return block
    rest = cut(block.runs, match.end())
    number, depth = match["number"].strip(), int(match["depth"])
    said = (Run(f"{number} ", bold=bool(rest) and rest[0].bold), *rest)
    if block.kind is BlockKind.HEADING:
        return replace(block, runs=said)
    if _WORD.search(number):
        return replace(block, kind=BlockKind.PARAGRAPH, marker="", level=depth, runs=said)
    return replace(block, kind=BlockKind.ITEM, marker=number, level=depth, runs=rest)


def figures(count: int, style: str) -> str:
    """A count in figures of one style: 1, 01, 1st, a (z, aa, ab), aa (z, aa, bb), A, AA, i, I; none for ""."""
    match style:
        case "":
            return ""
        case "a" | "A":
            return _lettered(count, style)
        case "aa" | "AA":
            times, place = divmod(max(0, count - 1), 26)
            return chr(ord(style[0]) + place) * (min(times, _MOST_LETTERS) + 1) if count else ""
        case "i":
            return _roman(count)
        case "I":
            return _roman(count).upper()
        case "01":
            return f"{count:02}"
        case "1st":
            ending = "th" if count % 100 in (11, 12, 13) else _ORDINAL.get(count % 10, "th")
            return f"{count}{ending}"
        case _:
            return str(count)


def _lettered(count: int, style: str) -> str:
    made, left = "", count
    while left > 0:
        left, place = divmod(left - 1, 26)
        made = chr(ord(style) + place) + made
    return made


def _roman(count: int) -> str:
    made = ""
    left = min(count, 3999)
    for value, sign in _ROMAN:
        made += sign * (left // value)
        left %= value
    return made
