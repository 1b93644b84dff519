"""A maintainer puts a record right in the browser: the page is built anew and shows it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import Opened, opening
from tests.conftest import ROOT
from tests.desk.conftest import NOTES, PAGE
from tests.run.repository import make_repository

PATIENCE = 60_000
"""Milliseconds for a build."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one document; each test changes another record of it."""
    folder = tmp_path_factory.mktemp("archive")
    make_repository(folder)
    shutil.copy(ROOT / "archive.toml", folder)
    shutil.copy(ROOT / "content" / NOTES, folder / "content")
    return folder


@pytest.fixture(scope="module")
def address(repository: Path) -> Iterator[str]:
    """Where `archive serve` serves the archive, once it has been built."""
    command = [str(Path(sys.executable).parent / "archive"), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=repository, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        found = next(filter(None, (re.search(r"serving (http://\S+/)", line) for line in lines)))
        yield found[1]
        process.terminate()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    with opening(browser, address) as opened:
        yield opened


def bar_of(page: Page, record: str) -> Locator:
    """The bar of a record."""
    return page.locator(f'.desk-bar[data-record="{record}"]')


def test_a_record_is_corrected_and_the_page_shows_it(opened: Opened, repository: Path) -> None:
    page = opened(PAGE)
    record = page.locator("#action-6-1")
    expect(bar_of(page, "action-6-1")).to_contain_text("found by confirmed-will, 90% sure")
    bar_of(page, "action-6-1").get_by_role("button", name="Correct").click()
    dialog = page.get_by_role("dialog", name="Correct this action")
    dialog.get_by_label("owner").fill("Hamish Dunnett")
    dialog.get_by_label("Reason").fill("the Chief Constable took it over")
    dialog.get_by_role("button", name="Show the change").click()
    expect(dialog.locator("pre")).to_contain_text("Hamish Dunnett")
    corrections = repository / "content" / "corrections" / f"{NOTES}.yml"
    assert not corrections.exists() or "Dunnett" not in corrections.read_text("utf-8")
    with page.expect_navigation(timeout=PATIENCE):
        dialog.get_by_role("button", name="Write it").click()
    expect(record).to_contain_text("owner Hamish Dunnett")
    expect(record).to_contain_text("the Chief Constable took it over")
    assert "Hamish Dunnett" in corrections.read_text("utf-8")


def test_a_record_is_said_to_be_none(opened: Opened) -> None:
    page = opened(PAGE)
    bar_of(page, "question-6-4").get_by_role("button", name="Not a question").click()
    dialog = page.get_by_role("dialog", name="Not a question")
    dialog.get_by_role("button", name="Show the change").click()
    expect(dialog.get_by_role("alert")).to_have_text("Give the reason.")
    dialog.get_by_label("Reason").fill("it was asked of nobody")
    dialog.get_by_role("button", name="Show the change").click()
    with page.expect_navigation(timeout=PATIENCE):
        dialog.get_by_role("button", name="Write it").click()
    expect(page.locator("#question-6-4")).to_have_count(0)


def test_the_forms_work_by_keys_alone(opened: Opened) -> None:
    page = opened(PAGE)
    button = bar_of(page, "action-6-1").get_by_role("button", name="Redact")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    page.keyboard.type("Farrukh")
    expect(dialog.get_by_label("Words that must not be published")).to_have_value("Farrukh")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_the_bar_is_no_part_of_the_words_of_a_record(opened: Opened) -> None:
    """What reads or copies a record (the line that stays above, "Link and quote") must not find it."""
    page = opened(PAGE)
    page.locator(".desk-bar").first.wait_for()
    assert page.locator(".record .desk-bar, h2 .desk-bar, h3 .desk-bar").count() == 0
    page.locator("#action-6-1").scroll_into_view_if_needed()
    assert "Withdraw" not in page.locator("header, .bar").first.inner_text()


def test_nothing_of_it_is_in_the_site(opened: Opened, repository: Path) -> None:
    opened(PAGE).locator(".desk-bar").first.wait_for()
    for folder in (repository / "site", repository / "docs"):
        for path in folder.rglob("*"):
            assert (
                not path.is_file() or re.search(rb"-desk/|desk-token|desk-bar", path.read_bytes()) is None
            ), path
