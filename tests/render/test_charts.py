"""Tables of reports as charts: drawn where nothing has to be guessed, and never in the place of the table."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from archive_builder.model import Block, BlockKind, Classification, Document, Row, Run, Table, addresses
from archive_builder.render.charts.below_tables import write_chart
from archive_builder.render.charts.drawing import describe, draw
from archive_builder.render.charts.readings import Reading, read_table
from tests import factories

YEARS = """
Group            | 2023-24 | 2024-25 | 2025-26
Police officers  | 1,450   | 1,471   | 1,489
Police staff     | 1,020   | 1,098   | 1,062
Total            | 2,470   | 2,569   | 2,551
"""
GRANTS = """
District     | Grant £ | Largest scheme
Astermouth   | 142,000 | Marshals
Hallowick    | 88,000  | Outreach
Merrow Vale  | 71,500  | Cameras
"""
TABLE = Table(anchor="table-1", caption="", header=(), rows=3, columns=3, block=0)


def table(text: str, header: int = 1) -> Block:
    """A table block of lines with bars."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    rows = tuple(Row(cells=tuple((Run(cell),) for cell in line), first=1, last=1) for line in lines)
    return Block(kind=BlockKind.TABLE, rows=rows, header=header, first=1, last=1)


def read(text: str) -> Reading:
    found = read_table(table(text))
    assert found
    return found


def report(block: Block, kind: Classification = Classification.ANNUAL_REPORT) -> Document:
    return replace(factories.document([block]), classification=kind)


def test_rows_over_years_are_lines_and_what_sums_up_is_named() -> None:
    found = read(YEARS)
    assert found.is_line
    assert [series.name for series in found.series] == ["Police officers", "Police staff"]
    assert found.left_out == ("Total",)
    assert [point.name for point in found.series[0].points] == ["2023-24", "2024-25", "2025-26"]


def test_two_years_are_bars_side_by_side() -> None:
    found = read("Kind | 2023 | 2024 | Change\nBurglary | 1,969 | 1,851 | -6%\nRobbery | 402 | 389 | -3%")
    assert not found.is_line
    assert found.left_out == ("Change",)
    assert len(found.series) == 2


def test_years_may_stand_in_the_rows() -> None:
    found = read("Year | North | South\n2022 | 10% | 12%\n2023 | 20% | 22%\n2024 | 30% | 32%")
    assert [series.name for series in found.series] == ["North", "South"]
    assert found.is_line


def test_the_only_column_of_numbers_is_drawn_as_bars() -> None:
    found = read(GRANTS)
    assert found.measure == "Grant £"
    assert [point.name for point in found.series[0].points] == ["Astermouth", "Hallowick", "Merrow Vale"]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("units differ", "Measure | 2023 | 2024\nCalls | 36,900 | 40,100\nAnswered in time | 88% | 84%"),
        ("scales differ", "Measure | 2023 | 2024\nCalls | 36,900 | 40,100\nMinutes of waiting | 4.4 | 5.3"),
        ("a number is missing", "Kind | 2023 | 2024\nBurglary | 1,969 | -\nRobbery | 402 | 389"),
        ("a number is negative", "Budget | 2023 | 2024\nOfficers | 88.6 | (0.7)\nStaff | 43.1 | 41.6"),
        ("years are not in order", "Kind | 2024 | 2023\nBurglary | 1,969 | 1,851\nRobbery | 402 | 389"),
        (
            "columns count different things",
            "Area | Cases | Visits\nNorth | 12 | 20\nSouth | 14 | 30\nEast | 9 | 11",
        ),
        ("heads say different things", "Kind | Budget 2023 | Outturn 2024\nStaff | 12 | 13\nCars | 9 | 8"),
        ("names stand twice", "Kind | Number\nTheft | 1\nTheft | 2\nFraud | 3"),
        ("two bars say no more than two numbers", "Kind | Number\nTheft | 1\nFraud | 3"),
        ("no numbers", "Principle | Words\n1 | be fair\n2 | be open\n3 | be kind"),
        ("a part has no number", "Activity | 2023\nYouth | £652\nGrants |\nVictims | £454\nRoads | £20"),
    ],
)
def test_no_chart_where_something_would_have_to_be_guessed(why: str, text: str) -> None:
    assert read_table(table(text)) is None, why


def test_no_chart_of_a_table_without_heads_or_with_merged_cells() -> None:
    assert read_table(table(GRANTS, header=0)) is None
    block = table(GRANTS)
    merged = replace(block.rows[2], merged=((Run("Astermouth"),),))
    assert read_table(replace(block, rows=(*block.rows[:2], merged, *block.rows[3:]))) is None


def test_the_drawing_has_a_title_and_all_figures_in_words() -> None:
    svg = draw(read(YEARS), "Headcount", "chart-table-1")
    said = {child.tag: child.text for child in svg[:2]}
    assert said["title"] == "Headcount"
    assert "Police officers: 2023-24 1,450, 2024-25 1,471, 2025-26 1,489" in str(said["desc"])
    assert svg.get("role") == "img"
    names = str(svg.get("aria-labelledby")).split()
    assert names == [child.get("id") for child in svg[:2]]


@pytest.mark.parametrize("text", [YEARS, GRANTS])
def test_nothing_is_drawn_outside_the_drawing(text: str) -> None:
    svg = draw(read(text), "A", "a")
    width, height = (int(part) for part in str(svg.get("viewBox")).split()[2:])
    for shape in svg.iter():
        across = float(shape.get("x") or shape.get("cx") or 0) + float(shape.get("width") or 0)
        assert shape is svg or 0 <= across <= width
        assert float(shape.get("y") or shape.get("cy") or 0) <= height


def test_numbers_stand_as_they_are_printed() -> None:
    assert "142,000" in describe(read(GRANTS))
    drawn = ET.tostring(draw(read(GRANTS), "A", "a"), encoding="unicode")
    assert all(number in drawn for number in ("142,000", "88,000", "71,500"))


def test_a_bar_is_as_long_as_its_number() -> None:
    bars = [int(bar.get("width") or 0) for bar in draw(read(GRANTS), "A", "a").iter("rect")]
    assert bars[1] / bars[0] == pytest.approx(88_000 / 142_000, abs=0.01)


def test_only_reports_have_charts_each_with_its_csv_file() -> None:
    block = table(GRANTS)
    chart = write_chart(report(block), block, TABLE, "Table 1: Grants")
    assert f'href="{addresses.table_file("", TABLE.anchor)}"' in chart
    assert "<title" in chart
    assert not write_chart(report(block, Classification.ACTION_TRACKER), block, TABLE, "Table 1")


def test_words_of_a_table_stay_words() -> None:
    block = table(GRANTS.replace("Hallowick", "<b onclick=a()>*x*&amp;</b>"))
    chart = write_chart(report(block), block, TABLE, 'Table "1" <i>')
    assert not re.search(r"<[bi][ >]", chart)
    ET.fromstring(re.sub(r" download(?=>)", "", chart))


def test_the_words_of_the_document_are_not_counted_twice() -> None:
    """A chart is marked as something that the page adds, and stands outside the table."""
    block = table(YEARS)
    assert write_chart(report(block), block, TABLE, "Table 1").startswith('<figure class="chart links">')
