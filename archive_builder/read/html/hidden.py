"""The words of a web page that somebody who looks at it cannot see, taken out.

What is only hidden from screen readers (`aria-hidden`) is visible.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

import tinycss2.color4  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.read.html.styles import PageStyles, Styles
from archive_builder.read.word.colours import SMALLEST, UNKNOWN, WHITE, are_alike

_LENGTH = re.compile(r"(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))(?P<unit>px|pt|em|rem|ex|ch|in|cm|mm|pc|vw|vh|%)?")
_POINTS = {
    "px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "ex": 6.0, "ch": 6.0, "in": 72.0, "cm": 28.3, "mm": 2.83,
    "pc": 12.0, "vw": 8.0, "vh": 6.0, "%": 6.0,
}  # fmt: skip
"""Points of each unit of length, about, on a screen of usual size."""
_RELATIVE = ("em", "rem", "ex", "ch", "%", "vw", "vh")
_FAR = -400.0
"""Points: what is moved further to the left or the top is off the screen."""
_CLIPPED = re.compile(
    r"""
      rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)
    | inset\(\s*(?:50|100)%\s*\)
    | circle\(\s*0
    """,
    re.VERBOSE,
)
"""What `clip` and `clip-path` say where nothing is left: `rect(0, 0, 0, 0)`, `inset(50%)`, `circle(0)`."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a text say of it."""

    ground: str
    colour: str = UNKNOWN
    invisible: bool = False
    small: bool = False
    moved: bool = False

    @property
    def is_seen(self) -> bool:
        """True if the text that stands here can be seen."""
        return not (self.invisible or self.small or self.moved or are_alike(self.colour, self.ground))


def without_hidden(page: LexborHTMLParser, styles: PageStyles) -> Counter[str]:
    """Take out of a page what cannot be seen, in place; count its letters, under one place's name."""
    if page.body is None:
        return Counter()
    letters = 0
    ground = UNKNOWN if styles.has_foreign else WHITE
    stack = [(page.body, _inside(page.body, _Place(ground), styles))]
    while stack:
        node, place = stack.pop()
        for child in list(node.iter(include_text=True)):
            text = child.text_content or "" if child.is_text_node else ""
            if child.is_text_node:
                if not place.is_seen and text.strip():
                    letters += _count(text)
                    child.decompose()
            elif _is_removed(child, styles.of(child)):
                letters += _count(child.text(deep=True))
                child.decompose()
            else:
                stack.append((child, _inside(child, place, styles)))
    return +Counter({"in the page": letters})


def _count(text: str) -> int:
    return sum(sign.isalnum() for sign in text)


def _is_removed(node: LexborNode, styles: Styles) -> bool:
    """True if neither an element nor anything in it can be seen."""
    attributes = node.attributes
    display = styles.get("display", "none" if "hidden" in attributes else "")
    if display == "none" or (node.tag == "dialog" and "open" not in attributes):
        return True
    if (length := _number(styles.get("opacity", "1"))) is not None and length < 0.05:
        return True
    if styles.get("position") not in ("absolute", "fixed"):
        return False
    off = any((_points(styles.get(side, "")) or 0.0) < _FAR for side in ("left", "top", "right", "bottom"))
    return off or bool(_CLIPPED.match(styles.get("clip", "")) or _CLIPPED.match(styles.get("clip-path", "")))


def _inside(node: LexborNode, around: _Place, styles: PageStyles) -> _Place:
    """What an element says of the text in it, over what the elements around it say."""
    said = styles.of(node)
    place = around
    if "visibility" in said:
        place = replace(place, invisible=said["visibility"] in ("hidden", "collapse"))
    if "font-size" in said and (size := _points(said["font-size"])) is not None:
        relative = said["font-size"].endswith(_RELATIVE)
        place = replace(place, small=size <= SMALLEST or (place.small and relative))
    if "text-indent" in said:
        place = replace(place, moved=(_points(said["text-indent"]) or 0.0) < _FAR)
    if colour := said.get("color") or (node.attributes.get("color") if node.tag == "font" else None):
        place = replace(place, colour=_colour(colour))
    ground = said.get("background-color") or said.get("background") or node.attributes.get("bgcolor")
    if ground:
        place = replace(place, ground=_ground(ground, place.ground))
    return place


def _ground(said: str, around: str) -> str:
    if said in ("transparent", "none", "inherit", "initial", "unset"):
        return around
    return _colour(said)


def _colour(said: str) -> str:
    """Six digits; unknown for pictures and gradients, and for what lets shine through."""
    try:
        found = tinycss2.color4.parse_color(said)
    except (ValueError, TypeError):
        return UNKNOWN
    if found is None or isinstance(found, str) or found.alpha < 1:
        return UNKNOWN
    parts = found.to("srgb").coordinates
    if any(part is None for part in parts):
        return UNKNOWN
    return "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in parts)


def _points(said: str) -> float | None:
    match = _LENGTH.fullmatch(said.strip())
    if match is None:
        return None
    return float(match["number"]) * _POINTS.get(match["unit"] or "px", 0.75)


def _number(said: str) -> float | None:
    match = _LENGTH.fullmatch(said.strip())
    if match is None:
        return None
    return float(match["number"]) / (100 if match["unit"] == "%" else 1)
