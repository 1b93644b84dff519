"""Figures that annual reports print year after year are joined, where nothing contradicts that."""

from __future__ import annotations

from dataclasses import replace

from archive_builder.model import Archive, Body, Classification, Document, Page, Table
from archive_builder.render import pages
from archive_builder.render.charts.over_years import Figure, join_figures
from archive_builder.settings import load
from tests import factories
from tests.render import site

BODY = Body(slug="harbour-board", name="Harbour Board")
HEAD = ["Group", "2023", "2024"]


def report(period: str, *rows: list[str], caption: str = "Headcount") -> Document:
    """The annual report of a period with one table."""
    block = factories.table(rows)
    table = Table(
        anchor="table-1",
        caption=f"Table 1: {caption}",
        header=tuple(rows[0]),
        rows=len(rows) - 1,
        columns=len(rows[0]),
        block=0,
    )
    return replace(
        factories.document([block]),
        path=f"annual-reports/{period}/",
        classification=Classification.ANNUAL_REPORT,
        body=BODY.slug,
        period=period,
        tables=(table,),
        date=None,
    )


FIRST = report("2024", HEAD, ["Officers", "1,450", "1,471"], ["Staff", "1,020", "1,098"])


def second(officers: str = "1,471", caption: str = "Headcount") -> Document:
    head = ["Group", "2024", "2025"]
    return report("2025", head, ["Officers", officers, "1,489"], ["Staff", "1,098", "1,062"], caption=caption)


def test_only_years_are_taken_out_of_the_name_of_a_table() -> None:
    name = "Headcount on 31 March"
    first = report("2024", HEAD, ["Officers", "1,450", "1,471"], caption=f"{name} 2024")
    officers, *_ = join_figures([first, second(caption=f"{name} 2025")])
    assert officers.table == name


def told(figure: Figure) -> list[tuple[str, str]]:
    return [(value.period.printed, value.number.printed) for value in figure.values]


def test_the_same_row_of_two_reports_is_one_figure_over_the_years() -> None:
    officers, staff = join_figures([FIRST, second()])
    assert (officers.name, officers.table) == ("Officers", "Headcount")
    assert told(officers) == [("2023", "1,450"), ("2024", "1,471"), ("2025", "1,489")]
    assert [len(value.sources) for value in officers.values] == [1, 2, 1]
    assert told(staff)[-1] == ("2025", "1,062")


def test_a_figure_that_two_reports_give_differently_is_left_out() -> None:
    assert [figure.name for figure in join_figures([FIRST, second(officers="1,480")])] == ["Staff"]


def test_tables_of_other_names_or_units_are_not_joined() -> None:
    assert join_figures([FIRST, second(caption="Leavers")]) == []
    head = ["Group", "2024", "2025"]
    shares = report("2025", head, ["Officers", "14%", "15%"], ["Staff", "10%", "11%"])
    assert join_figures([FIRST, shares]) == []


def test_one_report_alone_or_two_years_alone_are_not_joined() -> None:
    assert join_figures([FIRST]) == []
    assert join_figures([FIRST, replace(FIRST, path="annual-reports/2024-b/", period="2024-b")]) == []


def test_tables_with_one_column_a_year_are_joined_over_three_reports() -> None:
    reports = [
        report(year, ["District", f"Grant {year}"], *([name, f"£{n + at}"] for at, name in enumerate("ABC")))
        for n, year in ((10, "2023"), (20, "2024"), (30, "2025"))
    ]
    found = join_figures(reports)
    assert [figure.name for figure in found] == ["A", "B", "C"]
    assert told(found[0]) == [("2023", "£10"), ("2024", "£20"), ("2025", "£30")]


def test_the_page_of_a_body_leads_to_its_figures_and_each_to_its_tables() -> None:
    archive = Archive(documents=(FIRST, second()), bodies=(BODY,))
    made: dict[str, Page] = {page.path: page for page in pages(archive, (), load())}
    page = made["figures/harbour-board/"]
    assert page.body.count("<svg") == 2
    assert "annual-reports/2025/index.md#table-1" in page.body
    found = site.ids(page.body)
    assert sorted(set(found)) == sorted(found)
    assert "figures/harbour-board/index.md" in made[BODY.path].body
    assert "figures/harbour-board/" not in {each.path for each in pages(Archive(bodies=(BODY,)), (), load())}
