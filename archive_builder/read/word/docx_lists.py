"""The numbers that Word prints before paragraphs, and does not store: written out, as on paper.

The converter would count each interrupted list anew and knows neither levels nor figures. The rules are
those of ISO/IEC 29500-1, section 17.9, as Word applies them (MS-OI29500).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement

from archive_builder.read.word.list_numbers import figures, printed, whole

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIGURES = {
    "lowerLetter": "aa", "upperLetter": "AA", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "01",
    "ordinal": "1st", "bullet": "", "none": "",
}  # fmt: skip
"""The figures of each format; those of other scripts are read as decimal."""
_LEVELS = 9
_PARENTS = 12
_PLACE = re.compile(r"%([1-9])")
_NO_LIST = "0"

Counts = list[int | None]
"""The number last printed at each level; None where the next is the first."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: "%1.%2" in which figures, from where."""

    style: str
    pattern: str
    start: int
    of_style: str = ""
    """The paragraph style that stands at this level, whatever level the style itself names."""
    restarts: int | None = None
    """The level, from 1, that this one begins anew after; None for any above it, 0 for never."""
    legal: bool = False
    """All figures of the number are decimal."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list: what it is counted with, and its levels."""

    counted: str
    levels: Mapping[int, _Level]

    def level_of(self, style: str, otherwise: int) -> int:
        return next((depth for depth, each in self.levels.items() if each.of_style == style), otherwise)


def numbered(document: Element, styles: Element | None, numbering: Element | None) -> None:
    """Write before each numbered paragraph its depth and the number that Word prints there, in place."""
    lists = _lists(numbering)
    inherited = dict(_style_numbers(styles))
    counts: dict[str, Counts] = defaultdict(lambda: [None] * _LEVELS)
    for paragraph in document.iter(f"{_W}p"):
        identity, depth = _number_of(paragraph, inherited, lists)
        levels = lists[identity].levels if identity in lists else {}
        if depth not in levels:
            if identity:
                _place(paragraph, _NO_LIST, 0)
            continue
        count = counts[lists[identity].counted]
        _count(count, depth, levels)
        if levels[depth].style == "bullet":
            _place(paragraph, identity, depth)
        elif number := _shown(levels, depth, count):
            _write(paragraph, depth, number)
        else:
            _place(paragraph, _NO_LIST, 0)


def _count(count: Counts, depth: int, levels: Mapping[int, _Level]) -> None:
    at = count[depth]
    count[depth] = levels[depth].start if at is None else at + 1
    for deeper in range(depth + 1, _LEVELS):
        after = levels[deeper].restarts if deeper in levels else None
        if after is None or after > deeper or depth < after:
            count[deeper] = None


def _shown(levels: Mapping[int, _Level], depth: int, count: Sequence[int | None]) -> str:
    """A number as Word prints it: "%1.%2" with the numbers of these levels put in."""

    def figure(place: re.Match[str]) -> str:
        at = levels.get(int(place[1]) - 1)
        if at is None:
            return ""
        number = count[int(place[1]) - 1]
        style = _FIGURES.get(at.style, "1")
        style = "1" if style and levels[depth].legal else style
        return figures(at.start if number is None else number, style)

    return _PLACE.sub(figure, levels[depth].pattern)


def _write(paragraph: Element, depth: int, number: str) -> None:
    run = Element(f"{_W}r")
    text = SubElement(run, f"{_W}t", {_SPACE: "preserve"})
    text.text = printed(depth, number)
    first = paragraph.find(f"{_W}pPr")
    paragraph.insert(0 if first is None else list(paragraph).index(first) + 1, run)


def _place(paragraph: Element, identity: str, depth: int) -> None:
    """Say of a paragraph itself in which list it stands: the converter does not ask all styles."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return
    for mark in properties.findall(f"{_W}numPr"):
        properties.remove(mark)
    mark = SubElement(properties, f"{_W}numPr")
    SubElement(mark, f"{_W}ilvl", {f"{_W}val": str(depth)})
    SubElement(mark, f"{_W}numId", {f"{_W}val": identity})


def _number_of(
    paragraph: Element, inherited: Mapping[str, tuple[str, int]], lists: Mapping[str, _List]
) -> tuple[str, int]:
    """The list and the depth of a paragraph: its own, else its style's; no list where it names none."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return "", 0
    style = _value(properties.find(f"{_W}pStyle"))
    base, level = inherited.get(style, ("", 0))
    own, depth = _numbering(properties)
    identity = own or base
    if depth is None and identity in lists:
        depth = lists[identity].level_of(style, 0 if own else level)
    return identity, depth or 0


def _numbering(properties: Element | None) -> tuple[str, int | None]:
    """The list and the level that properties name; empty and None where they do not."""
    mark = properties.find(f"{_W}numPr") if properties is not None else None
    if mark is None:
        return "", None
    level = mark.find(f"{_W}ilvl")
    return _value(mark.find(f"{_W}numId")), None if level is None else whole(_value(level), 0)


def _style_numbers(styles: Element | None) -> Iterator[tuple[str, tuple[str, int]]]:
    """The list and level of each paragraph style, what it does not say taken from its parents."""
    known = {str(style.get(f"{_W}styleId")): style for style in _all(styles, "style")}
    for name, style in known.items():
        identity, level = "", None
        at: Element | None = style
        for _ in range(_PARENTS):
            if at is None or identity:
                break
            identity, its_level = _numbering(at.find(f"{_W}pPr"))
            level = its_level if level is None else level
            at = known.get(_value(at.find(f"{_W}basedOn")))
        if identity:
            yield name, (identity, level or 0)


def _lists(numbering: Element | None) -> dict[str, _List]:
    """Each list by its number."""
    abstract = dict(_abstract(numbering))
    linked = {
        _value(each.find(f"{_W}styleLink")): str(each.get(f"{_W}abstractNumId"))
        for each in _all(numbering, "abstractNum")
    }
    links = {
        str(each.get(f"{_W}abstractNumId")): _value(each.find(f"{_W}numStyleLink"))
        for each in _all(numbering, "abstractNum")
    }
    found = {}
    for each in _all(numbering, "num"):
        definition = _value(each.find(f"{_W}abstractNumId"))
        definition = linked.get(links.get(definition) or "-", definition)
        identity = str(each.get(f"{_W}numId"))
        levels, anew = _overridden(abstract.get(definition, {}), each)
        if identity != _NO_LIST:
            found[identity] = _List(f"num {identity}" if anew else f"abstract {definition}", levels)
    return found


def _overridden(levels: Mapping[int, _Level], number: Element) -> tuple[dict[int, _Level], bool]:
    """The levels of a list that says some of them itself, and whether it begins anew."""
    made, anew = dict(levels), False
    for override in number.findall(f"{_W}lvlOverride"):
        made |= _levels(override)
        depth, start = whole(override.get(f"{_W}ilvl"), 0), override.find(f"{_W}startOverride")
        if start is not None and depth in made:
            made[depth] = replace(made[depth], start=whole(_value(start), 1))
            anew = True
    return made, anew


def _abstract(numbering: Element | None) -> Iterator[tuple[str, dict[int, _Level]]]:
    for each in _all(numbering, "abstractNum"):
        yield str(each.get(f"{_W}abstractNumId")), _levels(each)


def _levels(definition: Element) -> dict[int, _Level]:
    found = {}
    for level in definition.findall(f"{_W}lvl"):
        depth = whole(level.get(f"{_W}ilvl") or "0", _LEVELS)
        if depth < _LEVELS:
            restart = level.find(f"{_W}lvlRestart")
            found[depth] = _Level(
                style=_value(level.find(f"{_W}numFmt")) or "decimal",
                pattern=_value(level.find(f"{_W}lvlText")),
                start=whole(_value(level.find(f"{_W}start")), 1),
                of_style=_value(level.find(f"{_W}pStyle")),
                restarts=None if restart is None else whole(_value(restart), _LEVELS),
                legal=_is_on(level.find(f"{_W}isLgl")),
            )
    return found


def _all(root: Element | None, name: str) -> Iterator[Element]:
    if root is not None:
        yield from root.iter(f"{_W}{name}")


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _value(node: Element | None) -> str:
    return str(node.get(f"{_W}val") or "") if node is not None else ""
