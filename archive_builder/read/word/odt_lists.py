"""The numbers that OpenDocument prints before list items and headings, and does not store.

They are written out, as on paper. The rules are those of OpenDocument 1.3, part 3, sections 5.3 and 19.880.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from archive_builder.read.word.list_numbers import figures, printed, whole
from archive_builder.read.word.odt_names import LOEXT, STYLE, TEXT, named

_HEADINGS = " headings"
"""The name under which the headings' own numbering is kept; no style has it."""
UNMARKED = "unmarked"
"""Set on a list item before which nothing is printed."""
_DEEPEST = 9
_LEVEL_STYLES = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_PLACE = re.compile(r"%(\d)%")
_FIGURES = {("a", "true"): "aa", ("A", "true"): "AA"}
"""Letters that go on "aa, bb" and not "aa, ab"."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list style is numbered."""

    figures: str
    """Empty where nothing is printed."""
    before: str
    after: str
    start: int
    shown: int
    """How many levels the number shows: 2 for "1.1"."""
    pattern: str
    """The whole number where its style spells it: "%1%-%2%)"; takes the place of the parts above."""


Styles = Mapping[str, Mapping[int, Level]]


@dataclass(slots=True)
class _Counts:
    """The numbers last printed, by list, style and depth; None where the next is the first."""

    styles: Styles
    last: dict[tuple[str, str], list[int | None]] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    """The last list in each style."""
    named: dict[str, str] = field(default_factory=dict)
    """The list that each name stands for; those that carry on another have more than one."""

    def opened(self, node: Element, style: str) -> str:
        """The list that an element begins or carries on."""
        name = node.get(_ID) or node.get(f"{TEXT}id") or ""
        found = self.named.get(node.get(f"{TEXT}continue-list") or "-")
        if found is None and node.get(f"{TEXT}continue-numbering") == "true":
            found = self.latest.get(style)
        found = found or f"list {len(self.named)}"
        self.latest[style] = self.named[name or f"unnamed {len(self.named)}"] = found
        return found

    def begin(self, of: str, style: str, depth: int) -> None:
        """A list within a list begins with new numbers."""
        if (of, style) in self.last:
            self.last[of, style][depth:] = [None] * (_DEEPEST - depth)

    def next(self, of: str, style: str, depth: int, start: str = "") -> str:
        """The next number at a depth as it is written into the text; empty for a list without numbers."""
        if depth >= _DEEPEST:
            return ""
        level = self.styles.get(style, {}).get(depth)
        count = self.last.setdefault((of, style), [None] * _DEEPEST)
        count[depth + 1 :] = [None] * (_DEEPEST - depth - 1)
        if level is None or not level.figures:
            return ""
        at = count[depth]
        count[depth] = whole(start, level.start if at is None else at + 1)
        return printed(depth, self._shown(style, level, depth, count))

    def _shown(self, style: str, level: Level, depth: int, count: Sequence[int | None]) -> str:
        levels = self.styles[style]

        def figure(each: int) -> str:
            at, number = levels.get(each), count[each] if each < _DEEPEST else None
            return figures(at.start if number is None else number, at.figures) if at else ""

        if level.pattern:
            return _PLACE.sub(lambda place: figure(int(place[1]) - 1), level.pattern)
        parts = [figure(each) for each in range(max(0, depth - level.shown + 1), depth + 1)]
        return f"{level.before}{'.'.join(part for part in parts if part)}{level.after}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in lists an element stands."""

    of: str = ""
    style: str = ""
    depth: int = -1


def numbered(body: Element, styles: Styles, of_paragraphs: Mapping[str, str]) -> None:
    """Write the number that is printed before an item or a heading at the beginning of its text, in place.

    `of_paragraphs` gives the list style that a paragraph style brings.
    """
    counts = _Counts(styles)
    written: set[int] = set()
    stack: list[tuple[Element, _Place]] = [(body, _Place())]
    while stack:
        node, place = stack.pop()
        if node.tag == f"{TEXT}list":
            place = _opened(node, place, counts, of_paragraphs)
        elif node.tag == f"{TEXT}list-item":
            _item(node, place, counts, written)
        elif node.tag == f"{TEXT}h" and id(node) not in written:
            _heading(node, counts)
        stack += [(child, place) for child in reversed(node)]


def _opened(node: Element, place: _Place, counts: _Counts, of_paragraphs: Mapping[str, str]) -> _Place:
    """A list that begins, in a style of its own, or that of the list around it or of its first paragraph."""
    first = next((each for item in node for each in item if each.tag in _PARAGRAPHS), None)
    brought = of_paragraphs.get(first.get(f"{TEXT}style-name") or "", "") if first is not None else ""
    style = node.get(f"{TEXT}style-name") or place.style or brought
    depth = place.depth + 1
    if depth == 0:
        return _Place(counts.opened(node, style), style, depth)
    if depth < _DEEPEST and style != place.style and node.get(f"{TEXT}continue-numbering") != "true":
        counts.begin(place.of, style, depth)
    return _Place(place.of, style, depth)


def _item(node: Element, place: _Place, counts: _Counts, written: set[int]) -> None:
    first = node[0] if len(node) else None
    if first is not None and first.tag == f"{TEXT}list":
        return
    style = node.get(f"{TEXT}style-override") or place.style
    number = counts.next(place.of, style, place.depth, node.get(f"{TEXT}start-value") or "")
    level = counts.styles.get(style, {}).get(place.depth)
    if level is not None and not level.figures:
        node.set(UNMARKED, "true")
    if number and first is not None and first.tag in _PARAGRAPHS:
        first.text = number + (first.text or "")
        written.add(id(first))


def _heading(node: Element, counts: _Counts) -> None:
    if node.get(f"{TEXT}is-list-header") == "true":
        return
    depth = max(1, whole(node.get(f"{TEXT}outline-level"), 1)) - 1
    anew = node.get(f"{TEXT}restart-numbering") == "true"
    number = counts.next(_HEADINGS, _HEADINGS, depth, (node.get(f"{TEXT}start-value") or "1") if anew else "")
    node.text = number + (node.text or "")


def list_styles(*roots: Element | None) -> Styles:
    """The numbered levels of each list style, and that of the headings; bullets are no levels here."""
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in named(root, f"{TEXT}list-style"):
            found[style.get(f"{STYLE}name") or "?"] = dict(_levels(style))
        for style in named(root, f"{TEXT}outline-style"):
            found[_HEADINGS] = dict(_levels(style))
    return found


def of_paragraph_styles(*roots: Element | None) -> dict[str, str]:
    """The list style that each paragraph style brings, its parents' looked through."""
    known = {
        style.get(f"{STYLE}name") or "?": style for root in roots for style in named(root, f"{STYLE}style")
    }
    found = {}
    for name, style in known.items():
        at: Element | None = style
        for _ in range(20):
            if at is None or at.get(f"{STYLE}list-style-name") is not None:
                break
            at = known.get(at.get(f"{STYLE}parent-style-name") or "")
        if at is not None and (brought := at.get(f"{STYLE}list-style-name")):
            found[name] = brought
    return found


def _levels(style: Element) -> Iterator[tuple[int, Level]]:
    for level in style:
        number = whole(level.get(f"{TEXT}level"), 0)
        if level.tag in _LEVEL_STYLES and number:
            said = level.get(f"{STYLE}num-format") or ""
            yield (
                number - 1,
                Level(
                    figures=_FIGURES.get((said, level.get(f"{STYLE}num-letter-sync") or ""), said),
                    before=level.get(f"{STYLE}num-prefix") or "",
                    after=level.get(f"{STYLE}num-suffix") or "",
                    start=whole(level.get(f"{TEXT}start-value"), 1),
                    shown=whole(level.get(f"{TEXT}display-levels"), 1),
                    pattern=level.get(f"{STYLE}num-list-format")
                    or level.get(f"{LOEXT}num-list-format")
                    or "",
                ),
            )
