"""A register in the page: narrowed to words and to how things stand, sorted, and complete without scripts."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browsing import Opened
from tests.site import pages

ACTIONS = "actions/wpcp/2025/"
"""The panel's: some open, some closed, some dropped."""
DECISIONS = "decisions/wpcp/2025/"


def column(page: Page, at: int) -> list[str]:
    cells = page.locator(f".register tbody tr:not([hidden]) td:nth-child({at})")
    return [words.strip() for words in cells.all_inner_texts()]


def test_words_narrow_the_rows_and_the_number_is_said(opened: Opened) -> None:
    page = opened(DECISIONS)
    every = len(column(page, 1))
    page.get_by_label("Show rows with the words").fill("option b")
    expect(page.locator(".register-status")).to_have_text(f"1 of {every} rows shown.")
    assert "option B" in column(page, 2)[0]


def test_a_standing_narrows_the_rows(opened: Opened) -> None:
    page = opened(DECISIONS)
    page.get_by_label("How it stands").select_option("No longer listed")
    stands = column(page, 4)
    assert stands
    assert {words.partition(" after")[0] for words in stands} == {"No longer listed"}


def test_the_address_keeps_what_is_shown(opened: Opened) -> None:
    """Who is sent the address, or comes back to it, sees the same rows in the same order."""
    page = opened(ACTIONS)
    page.get_by_label("How it stands").select_option("Taken up")
    page.get_by_role("button", name="Owner").click()
    shown = column(page, 2)
    assert "stands=Taken+up" in page.url
    page.reload()
    assert column(page, 2) == shown
    expect(page.get_by_label("How it stands")).to_have_value("Taken up")
    expect(page.locator("th[aria-sort='ascending']")).to_have_text("Owner")


def test_from_no_row_there_is_a_way_back(opened: Opened) -> None:
    page = opened(f"{DECISIONS}?words=neverland")
    every = page.locator(".register tbody tr").count()
    expect(page.locator(".register-status")).to_have_text(f"0 of {every} rows shown.")
    page.get_by_role("button", name="Show all rows").click()
    expect(page.locator(".register-status")).to_have_text(f"All {every} rows shown.")
    expect(page.get_by_role("button", name="Show all rows")).to_be_hidden()
    assert "words" not in page.url


def test_a_column_sorts_both_ways_and_says_so(opened: Opened) -> None:
    page = opened(DECISIONS)
    head = page.get_by_role("button", name="Date")
    before = column(page, 1)
    head.press("Enter")
    assert column(page, 1) == sorted(before, key=lambda words: datetime.strptime(words, "%d %B %Y"))
    expect(page.locator("th[aria-sort='ascending']")).to_have_text("Date")
    expect(page.locator(".register-status")).to_have_text("Sorted by date, ascending.")
    head.press("Enter")
    expect(page.locator("th[aria-sort='descending']")).to_have_text("Date")
    assert column(page, 1)[0] == before[0]


def test_without_scripts_the_register_is_whole_and_in_order(opened: Opened, site: Path) -> None:
    page = opened(DECISIONS, java_script_enabled=False)
    counted = [
        row
        for row in pages.rows(site, "decisions")
        if row["same_as"] is None and not row["in_parts"] and str(row["url"]).startswith("meetings/wpcp/2025")
    ]
    assert len(column(page, 1)) == len(counted)
    expect(page.locator(".register-tools")).to_have_count(0)


def test_the_csv_beside_a_register_has_its_rows(site: Path) -> None:
    with (site / "decisions/wpcp/2025/decisions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert {row["same_as"] for row in rows} == {""}
    assert all(row["url"].startswith("meetings/wpcp/2025") for row in rows)


def test_on_a_narrow_screen_each_row_says_its_columns(opened: Opened) -> None:
    page = opened(ACTIONS, viewport={"width": 390, "height": 800})
    owner = page.locator(".register tbody td:nth-child(3)").first
    shown = owner.evaluate("(e) => getComputedStyle(e, '::before').content")
    assert shown == '"Owner: "'
    expect(page.locator(".register table")).to_have_attribute("role", "table")
