"""The numbers and letters that count items: "5", "1.17", "iii.", "(b)", "687 iii a"."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"(?=[ivxl])(x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}

MARKER = re.compile(
    r"""(?: \(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)            # (1) 1) (a) a) (iv)
        | \d{1,4}(?:\.\d{1,3})+\.?                      # 1.1 5.2.1
        | \d{1,3}\.                                     # 1.
        | [ivxIVX]{1,5}\.  | [a-z]\.                    # iii. a. (a capital is an initial: "M. Marsh")
        ) (?=\s|$)""",
    re.VERBOSE,
)
"""A mark in front of a list item or numbered paragraph."""

BULLETS = "•○●◦▪■‣·o"
_BULLET = re.compile(r"[•○●◦▪■‣·](?=\s|\w)")


def split_marker(text: str) -> tuple[str, str]:
    """A text's leading mark as printed, and the rest; an empty mark where there is none."""
    stripped = text.lstrip()
    if match := _BULLET.match(stripped) or MARKER.match(stripped):
        return match.group(), stripped[match.end() :].lstrip()
    return "", text


def roman(text: str) -> int:
    """The value of a roman numeral up to 39; 0 when it is none."""
    if not _ROMAN.fullmatch(text):
        return 0
    values = [_VALUES[letter] for letter in text.lower()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def reference(text: str) -> str:
    """A minute reference in one spelling: "676ii", "687 (iii) (a)", "687.iii.a" -> "687 iii a"."""
    parts = re.findall(r"\d+|[a-z]+", text.lower())
    split: list[str] = []
    for part in parts:
        if len(part) > 1 and part[-1] in "abcdefgh" and roman(part[:-1]):
            split += [part[:-1], part[-1]]
        else:
            split.append(part)
    return " ".join(split)


def letter(index: int) -> str:
    """The letter of the part with that index, from 0: a, b, c."""
    return chr(ord("a") + index) if index < 26 else f"{letter(index // 26 - 1)}{letter(index % 26)}"
