"""A small bar chart as accessible SVG, and the periods that its bars stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as ET

from archive_builder.lang.interface import count, listed, say, word_list
from archive_builder.render.templating import Written

_WIDTH, _LABEL, _NUMBER, _ROW, _BAR = 360, 104, 44, 24, 16
"""Sizes in the drawing's own units: whole width, columns of labels and numbers, height of a row and a bar."""


FEWEST = 3
"""Minimum number of records for a chart; fewer, or a single bar, are told in a sentence."""


class Bar(NamedTuple):
    """The number of records in a period; `name` is the period in full."""

    label: str
    name: str
    number: int


def count_by_period(days: Iterable[date]) -> list[Bar]:
    """Count days by year, or by quarter if they span at most two years; empty periods between are included."""
    held = sorted(days)
    if not held:
        return []
    first, last = held[0].year, held[-1].year
    if last - first > 1:
        years = Counter(day.year for day in held)
        return [Bar(str(year), str(year), years[year]) for year in range(first, last + 1)]
    counted = Counter((day.year, (day.month - 1) // 3) for day in held)
    start, end = min(counted), max(counted)
    quarters = [
        (year, at) for year in range(first, last + 1) for at in range(4) if start <= (year, at) <= end
    ]
    return [
        Bar(_quarter("labels", at, year), _quarter("names", at, year), counted[year, at])
        for year, at in quarters
    ]


def _quarter(names: str, at: int, year: int) -> str:
    return say("quarters.in_year", quarter=word_list(f"quarters.{names}")[at], year=year)


def is_worth_drawing(bars: Sequence[Bar]) -> bool:
    """True if there are enough records and bars for a chart."""
    return len(bars) > 1 and sum(bar.number for bar in bars) >= FEWEST


def as_sentence(bars: Sequence[Bar]) -> str:
    """The figures as a sentence: "2 in April to June 2025 and 1 in 2027"."""
    return listed(
        [say("chart.number_in", number=f"{bar.number:,}", period=bar.name) for bar in bars if bar.number]
    )


def draw(bars: Sequence[Bar], name: str, title: str) -> Written:
    """The chart as HTML that Markdown leaves alone; `name` is the beginning of its ids on the page."""
    height = _ROW * len(bars)
    svg = ET.Element(
        "svg",
        {
            "viewBox": f"0 0 {_WIDTH} {height}",
            "width": str(_WIDTH),
            "height": str(height),
            "role": "img",
            "aria-labelledby": f"__{name}-title __{name}-description",
        },
    )
    ET.SubElement(svg, "title", {"id": f"__{name}-title"}).text = title
    ET.SubElement(svg, "desc", {"id": f"__{name}-description"}).text = _description(bars)
    most = max((bar.number for bar in bars), default=0) or 1
    for at, bar in enumerate(bars):
        _draw_row(svg, bar, at * _ROW, round((_WIDTH - _LABEL - _NUMBER) * bar.number / most))
    shown = ET.tostring(svg, encoding="unicode", short_empty_elements=False)
    return Written(f'<figure class="chart">{shown}</figure>')


def _draw_row(svg: ET.Element, bar: Bar, top: int, long: int) -> None:
    """Draw a row: label, bar (at least two units wide) and number."""
    long = max(long, 2) if bar.number else 0
    line = str(top + _ROW // 2 + 5)
    ET.SubElement(svg, "text", {"x": "0", "y": line}).text = bar.label
    box = {"x": _LABEL, "y": top + (_ROW - _BAR) // 2, "width": long, "height": _BAR}
    if long:
        ET.SubElement(svg, "rect", {key: str(value) for key, value in box.items()})
    ET.SubElement(svg, "text", {"x": str(_LABEL + long + 6), "y": line}).text = f"{bar.number:,}"


def _description(bars: Sequence[Bar]) -> str:
    return "; ".join(say("chart.row", period=bar.name, records=count(bar.number, "record")) for bar in bars)
