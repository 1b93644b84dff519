"""Charts as SVG with a title and a description, in the style's colours: bars below one another, and lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from archive_builder.lang.interface import say
from archive_builder.render.charts.readings import Point, Reading, Series

_WIDTH = 360
"""Width in the drawing's own units: that of a telephone, so that letters stay as large as the text's."""
_LINE = 18
"""Height of a line of text."""
_BAR = 14
_LETTERS = 46
"""Maximum number of characters of a line of text."""
_SHORT, _NAME = 10, 82
"""Maximum number of characters of names that stand beside their bars, and the room for them."""
_VALUE = 92
"""Room for the number at the end of a bar."""
_MARGIN = 40
"""Room at the left of the lines, for the numbers of the scale."""
_LETTER = 7.5
"""Width of a character."""
_PLOT = 150
"""Height of the part with the lines."""


def draw(reading: Reading, title: str, name: str) -> ET.Element:
    """Return a reading as SVG; `name` is the beginning of its ids on the page."""
    svg = ET.Element("svg", {"role": "img", "aria-labelledby": f"__{name}-title __{name}-description"})
    ET.SubElement(svg, "title", {"id": f"__{name}-title"}).text = title
    ET.SubElement(svg, "desc", {"id": f"__{name}-description"}).text = describe(reading)
    height = _lines(svg, reading.series) if reading.is_line else _bars(svg, reading.series)
    svg.attrib |= {"viewBox": f"0 0 {_WIDTH} {height}", "width": str(_WIDTH), "height": str(height)}
    return svg


def describe(reading: Reading) -> str:
    """All figures of a reading in a sentence, for those who do not see the drawing."""
    told = []
    for series in reading.series:
        figures = ", ".join(f"{point.name} {point.number.printed}" for point in series.points)
        told.append(f"{series.name}: {figures}" if series.name else figures)
    return say("charts.line" if reading.is_line else "charts.bars", figures="; ".join(told))


def _bars(svg: ET.Element, series: Sequence[Series]) -> int:
    """Draw a bar for each number, with short names beside the bars and long ones above; return the height."""
    points = [point for each in series for point in each.points]
    most = max(point.number.value for point in points)
    beside = all(len(point.name) <= _SHORT for point in points)
    top = 0
    for each in series:
        if each.name:
            top = _words(svg, each.name, top + (6 if top else 0), "series")
        for point in each.points:
            if beside:
                _text(svg, point.name, 0, top + _BAR, "")
            else:
                top = _words(svg, point.name, top, "")
            top = _bar(svg, point, most, top, _NAME if beside else 0)
    return top


def _bar(svg: ET.Element, point: Point, most: float, top: int, left: int) -> int:
    """Draw a bar of at least two units with its number; return where the next begins."""
    long = round((_WIDTH - _VALUE - left) * point.number.value / most)
    long = max(long, 2) if point.number.value else 0
    box = {"x": left, "y": top + 2, "width": long, "height": _BAR}
    ET.SubElement(svg, "rect", {key: str(value) for key, value in box.items()})
    _text(svg, point.number.printed, left + long + 6, top + _BAR, "")
    return top + _LINE + 4


def _lines(svg: ET.Element, series: Sequence[Series]) -> int:
    """Draw a line for each series and a key below; the scale begins at zero. Return the height."""
    most = max(point.number.value for each in series for point in each.points)
    base = _LINE + _PLOT
    for y in (base, base - _PLOT):
        ET.SubElement(svg, "path", {"class": "axis", "d": f"M0 {y} H{_WIDTH}"})
    top = next(point for each in series for point in each.points if point.number.value == most)
    _text(svg, top.number.printed, 0, base - _PLOT - 4, "")
    _text(svg, "0", 0, base - 4, "")
    for number, each in enumerate(series, start=1):
        places = _places(each, most, base)
        way = " L".join(f"{x} {y}" for x, y in places)
        ET.SubElement(svg, "path", {"class": f"line line-{number}", "d": f"M{way}"})
        for x, y in places:
            ET.SubElement(svg, "circle", {"class": f"line-{number}", "cx": str(x), "cy": str(y), "r": "3"})
    _names_of_times(svg, series[0], base)
    return _key(svg, series, base + _LINE + 10)


def _places(series: Series, most: float, base: int) -> list[tuple[int, int]]:
    step = (_WIDTH - _MARGIN - 6) / (len(series.points) - 1)
    return [
        (round(_MARGIN + at * step), round(base - _PLOT * point.number.value / most))
        for at, point in enumerate(series.points)
    ]


def _names_of_times(svg: ET.Element, series: Series, base: int) -> None:
    """Write the names of the periods below the lines, as many as have room; the first and the last always."""
    names = [point.name for point in series.points]
    room = (_WIDTH - _MARGIN) / (len(names) - 1)
    widest = _LETTER * (max(map(len, names)) + 1)
    for at, (x, _) in enumerate(_places(series, 1.0, base)):
        last = len(names) - 1
        fits = at * room >= 1.5 * widest and (last - at) * room >= 1.5 * widest
        if at == 0:
            _text(svg, names[0], _MARGIN // 2, base + _LINE, "")
        elif at == last:
            _text(svg, names[last], _WIDTH, base + _LINE, "end")
        elif fits and at % max(round(widest / room + 0.5), 1) == 0:
            _text(svg, names[at], x, base + _LINE, "middle")


def _key(svg: ET.Element, series: Sequence[Series], top: int) -> int:
    for number, each in enumerate(series, start=1):
        if each.name:
            middle = top + _LINE // 2 + 2
            ET.SubElement(svg, "path", {"class": f"line line-{number}", "d": f"M0 {middle} H26"})
            first, last = each.points[0].number.printed, each.points[-1].number.printed
            words = say("charts.key", name=each.name, first=first, last=last)
            top = _words(svg, words, top, "", left=34)
    return top + 4


def _words(svg: ET.Element, words: str, top: int, role: str, left: int = 0) -> int:
    """Write words over as many lines as they need; return where the next begins."""
    for line in textwrap.wrap(words, _LETTERS - left // 8):
        _text(svg, line, left, top + _LINE - 4, role)
        top += _LINE
    return top


def _text(svg: ET.Element, words: str, x: int, y: int, role: str) -> None:
    text = ET.SubElement(svg, "text", {"x": str(x), "y": str(y)} | ({"class": role} if role else {}))
    text.text = words
