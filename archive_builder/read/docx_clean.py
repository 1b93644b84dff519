"""A Word file's text part as a reader of the printed page would have it.

Insertions stand, deletions and hidden text go, and the numbers that Word prints before paragraphs
without storing them are written out, because the converter would count each interrupted list anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from archive_builder.read.numbers import figures, printed, whole

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "off", "none")
_FIGURES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "01"}
_REMOVED = {f"{_W}del": "deletions", f"{_W}moveFrom": "moved passages", _FALLBACK: ""}


def cleaned(document: Element, styles: Element | None) -> Counter[str]:
    """Take out of a document what is not to be read, in place; count what there was, by its name."""
    found: Counter[str] = Counter()
    hidden = {
        str(style.get(f"{_W}styleId")) for style in _all(styles, "style") if _vanishes(style.find(f"{_W}rPr"))
    }
    for parent in list(document.iter()):
        for child in list(parent):
            name = _REMOVED.get(child.tag)
            if name is None and _is_hidden(child, hidden):
                name = "hidden text"
            if name is not None:
                found[name] += bool(name) and _has_text(child)
                parent.remove(child)
            elif child.tag == f"{_W}moveTo":
                child.tag = f"{_W}ins"
            if child.tag == f"{_W}ins":
                found["insertions"] += _has_text(child)
    return +found


def _has_text(node: Element) -> bool:
    return any(each.text for each in node.iter() if each.tag in (f"{_W}t", f"{_W}delText"))


def _is_hidden(node: Element, hidden: set[str]) -> bool:
    properties = node.find(f"{_W}rPr") if node.tag == f"{_W}r" else None
    if node.tag == f"{_W}p":
        style = node.find(f"{_W}pPr/{_W}pStyle")
        return style is not None and style.get(f"{_W}val") in hidden
    if properties is None:
        return False
    style = properties.find(f"{_W}rStyle")
    return _vanishes(properties) or (style is not None and style.get(f"{_W}val") in hidden)


def _vanishes(properties: Element | None) -> bool:
    mark = properties.find(f"{_W}vanish") if properties is not None else None
    return mark is not None and mark.get(f"{_W}val", "1") not in _OFF


def _all(root: Element | None, name: str) -> Iterator[Element]:
    if root is not None:
        yield from root.iter(f"{_W}{name}")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: "%1.%2" in which figures, from where."""

    style: str
    pattern: str
    start: int


def numbered(document: Element, styles: Element | None, numbering: Element | None) -> None:
    """Write before each numbered paragraph its depth and the number that Word prints there."""
    lists = _lists(numbering)
    inherited = dict(_style_numbers(styles))
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
    for paragraph in document.iter(f"{_W}p"):
        found = _number_of(paragraph, inherited)
        if found is None or found[0] not in lists:
            continue
        identity, depth = found
        abstract, levels = lists[identity]
        count = counts[abstract]
        level = levels.get(depth)
        if level is None:
            continue
        count[depth] = count[depth] + 1 if count[depth] else level.start
        count[depth + 1 :] = [0] * (8 - depth)
        if level.style not in ("bullet", "none"):
            _write(paragraph, depth, _printed(level, levels, count))


def _write(paragraph: Element, depth: int, number: str) -> None:
    run = Element(f"{_W}r")
    text = SubElement(run, f"{_W}t", {_SPACE: "preserve"})
    text.text = printed(depth, number)
    first = paragraph.find(f"{_W}pPr")
    paragraph.insert(0 if first is None else list(paragraph).index(first) + 1, run)


def _number_of(paragraph: Element, inherited: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """The list and the depth of a paragraph: its own, else its style's; None where it is not numbered."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return None
    style = properties.find(f"{_W}pStyle")
    base = inherited.get(str(style.get(f"{_W}val"))) if style is not None else None
    own = _numbering(properties)
    if own is None:
        return base
    identity, depth = own
    identity = identity or (base[0] if base else "")
    return (identity, min(8, max(0, depth))) if identity not in ("", "0") else None


def _numbering(properties: Element | None) -> tuple[str, int] | None:
    mark = properties.find(f"{_W}numPr") if properties is not None else None
    if mark is None:
        return None
    identity, depth = mark.find(f"{_W}numId"), mark.find(f"{_W}ilvl")
    return _value(identity), _integer(depth, 0)


def _style_numbers(styles: Element | None) -> Iterator[tuple[str, tuple[str, int]]]:
    """The list and depth that a paragraph style brings, its parents' styles looked through."""
    known = {str(style.get(f"{_W}styleId")): style for style in _all(styles, "style")}
    for name, style in known.items():
        at: Element | None = style
        for _ in range(12):
            if at is None:
                break
            found = _numbering(at.find(f"{_W}pPr"))
            if found and found[0]:
                yield name, found
                break
            at = known.get(_value(at.find(f"{_W}basedOn")))


def _lists(numbering: Element | None) -> dict[str, tuple[str, dict[int, _Level]]]:
    """Each list by its number: the definition whose count it shares, and its levels."""
    abstract = {str(each.get(f"{_W}abstractNumId")): _levels(each) for each in _all(numbering, "abstractNum")}
    found = {}
    for each in _all(numbering, "num"):
        definition = _value(each.find(f"{_W}abstractNumId"))
        levels = dict(abstract.get(definition, {}))
        overridden = False
        for override in each.findall(f"{_W}lvlOverride"):
            depth = whole(override.get(f"{_W}ilvl"), 0)
            levels |= _levels(override)
            start = override.find(f"{_W}startOverride")
            if start is not None and depth in levels:
                level = levels[depth]
                levels[depth] = _Level(level.style, level.pattern, _integer(start, 1))
                overridden = True
        identity = str(each.get(f"{_W}numId"))
        found[identity] = (f"num {identity}" if overridden else f"abstract {definition}", levels)
    return found


def _levels(definition: Element) -> dict[int, _Level]:
    found = {}
    for level in definition.findall(f"{_W}lvl"):
        depth = whole(level.get(f"{_W}ilvl") or "0", 9)
        if depth < 9:
            style = _value(level.find(f"{_W}numFmt")) or "decimal"
            pattern = _value(level.find(f"{_W}lvlText"))
            found[depth] = _Level(style, pattern, _integer(level.find(f"{_W}start"), 1))
    return found


def _printed(level: _Level, levels: Mapping[int, _Level], count: list[int]) -> str:
    """A number as Word prints it: "%1.%2" with the counts of its levels put in."""
    text = level.pattern
    for depth in range(9):
        if f"%{depth + 1}" in text:
            style = levels[depth].style if depth in levels else "decimal"
            text = text.replace(f"%{depth + 1}", figures(count[depth] or 1, _FIGURES.get(style, "1")))
    return text


def _value(node: Element | None) -> str:
    return str(node.get(f"{_W}val") or "") if node is not None else ""


def _integer(node: Element | None, otherwise: int) -> int:
    return whole(_value(node), otherwise)
