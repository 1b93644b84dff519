"""Numbers and periods as tables print them."""

from __future__ import annotations

import pytest

from archive_builder.text.figures import find_number, find_period, in_order, is_summary, without_years


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,489", 1489, ""),
        ("2500", 2500, ""),
        ("0", 0, ""),
        ("4.4", 4.4, ""),
        ("89.6%", 89.6, "%"),
        ("£139,408", 139408, "£"),
        ("£2.4m", 2.4, "£m"),
        ("£2.4 M", 2.4, "£m"),
        ("3 per cent", 3, "per cent"),
    ],
)
def test_a_number_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    found = find_number(text)
    assert found
    assert (found.value, found.unit, found.printed) == (value, unit, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "n/a",
        "(0.7)",
        "-6%",
        "6/9",
        "3rd",
        "1,48",
        "1 489",
        "81% (latest)",
        "176,035 MET",
        "12 March",
        "*5",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert find_number(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "order", "around"),
    [
        ("2024", "year", (2024,), ""),
        ("2023-24", "financial-year", (2023,), ""),
        ("22/23", "financial-year", (2022,), ""),
        ("2022/2023", "financial-year", (2022,), ""),
        ("People helped 2023-24", "financial-year", (2023,), "People helped"),
        ("2022/23 precept £", "financial-year", (2022,), "precept £"),
        ("July 2023", "month-of-year", (2023, 7), ""),
        ("May-22", "month-of-year", (2022, 5), ""),
        ("Sep", "month", (9,), ""),
        ("Quarter 3", "quarter", (3,), ""),
        ("Q1 2024", "quarter-of-year", (2024, 1), ""),
    ],
)
def test_a_period_is_found_with_the_words_around_it(
    text: str, kind: str, order: tuple[int, ...], around: str
) -> None:
    found = find_period(text)
    assert found
    assert (found[0].kind, found[0].order, found[1]) == (kind, order, around)


@pytest.mark.parametrize(
    "text", ["", "Change", "2023 to 2024", "2022-28", "Band A", "12,024", "Marchwood", "7.2024"]
)
def test_what_names_no_period_or_two_has_none(text: str) -> None:
    assert find_period(text) is None


def test_periods_are_in_order_if_each_follows_the_one_before() -> None:
    def ordered(*texts: str) -> bool:
        return in_order([found[0] for text in texts if (found := find_period(text))])

    assert ordered("2022", "2023", "2025")
    assert ordered("Nov", "Dec", "Jan")
    assert ordered("Dec 2022", "Jan 2023")
    assert not ordered("2024", "2023")
    assert not ordered("2024", "2024")
    assert not ordered("2023-24", "2024")
    assert not ordered("Jan", "Mar")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Headcount on 31 March 2024", "Headcount on 31 March"),
        ("Calls by quarter, 2024-25", "Calls by quarter"),
        ("Grants (2023/24)", "Grants"),
        ("Visits", "Visits"),
    ],
)
def test_the_name_of_a_table_is_the_same_in_every_year(text: str, kept: str) -> None:
    assert without_years(text) == kept


def test_what_sums_up_or_compares_is_told_by_its_head() -> None:
    assert all(map(is_summary, ("Total", "Total budget", "All", "Change on last year", "YTD", "% change")))
    assert not any(map(is_summary, ("Allowances", "Totalling works", "Netherfold", "Police staff")))
