"""The numbers that OpenDocument prints before list items and headings, and does not store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from archive_builder.read.numbers import figures, printed, whole
from archive_builder.read.odt_names import STYLE, TEXT, named

HEADINGS = " headings"
"""The name under which the headings' own numbering is kept; no style has it."""
_DEEPEST = 9
_NUMBERED = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list style is numbered."""

    figures: str
    before: str
    after: str
    start: int
    shown: int
    """How many levels the number shows: 2 for "1.1"."""


@dataclass(slots=True)
class Counts:
    """The numbers last printed, by list style and depth."""

    styles: Mapping[str, Mapping[int, Level]]
    last: dict[str, list[int]] = field(default_factory=dict)

    def begin(self, style: str, carries_on: bool) -> None:
        """A list begins, with new numbers or with those of the list before in its style."""
        if not carries_on:
            self.last.pop(style, None)

    def next(self, style: str, depth: int, start: str = "") -> str:
        """The next number at a depth as it is written into the text; empty for a list without numbers."""
        level = self.styles.get(style, {}).get(depth)
        if level is None or depth >= _DEEPEST:
            return ""
        count = self.last.setdefault(style, [0] * _DEEPEST)
        count[depth] = whole(start, count[depth] + 1 if count[depth] else level.start)
        count[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        return printed(depth, self._shown(style, level, depth, count))

    def _shown(self, style: str, level: Level, depth: int, count: Sequence[int]) -> str:
        levels = self.styles[style]
        depths = range(max(0, depth - level.shown + 1), depth + 1)
        parts = [figures(count[each] or 1, levels[each].figures) for each in depths if each in levels]
        return f"{level.before}{'.'.join(parts)}{level.after}"


def list_styles(*roots: Element | None) -> dict[str, dict[int, Level]]:
    """The numbered levels of each list style, and that of the headings."""
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in named(root, f"{TEXT}list-style"):
            found[style.get(f"{STYLE}name") or "?"] = dict(_levels(style))
        for style in named(root, f"{TEXT}outline-style"):
            found[HEADINGS] = dict(_levels(style))
    return found


def _levels(style: Element) -> Iterator[tuple[int, Level]]:
    for level in style:
        number = whole(level.get(f"{TEXT}level"), 0)
        if level.tag in _NUMBERED and number and level.get(f"{STYLE}num-format"):
            yield (
                number - 1,
                Level(
                    figures=level.get(f"{STYLE}num-format") or "1",
                    before=level.get(f"{STYLE}num-prefix") or "",
                    after=level.get(f"{STYLE}num-suffix") or "",
                    start=_positive(level.get(f"{TEXT}start-value")),
                    shown=_positive(level.get(f"{TEXT}display-levels")),
                ),
            )


def _positive(value: str | None) -> int:
    return whole(value, 1)
