"""What a maintainer does when new minutes arrive: the file is put into content/, and the site changes."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browsing import opening
from tests.conftest import ROOT
from tests.site.test_accessibility import TAGS

MINUTES = ROOT / "tests" / "site" / "new_minutes.txt"
BEFORE = "2025-09-16 PAB notes.txt"
PROMISED = "Next meeting: 16th December 2025"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An archive's repository that holds the notes of September."""
    for name in ("mkdocs.yml", "archive.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / "content" / BEFORE, tmp_path / "content")
    return tmp_path


@pytest.fixture
def desk(repository: Path) -> Iterator[str]:
    """The address at which `archive serve` shows that archive."""
    command = [sys.executable, "-m", "archive_builder", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=repository, env=environment, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        said = []
        for line in running.stderr:
            said.append(line)
            if found := re.search(r"serving (http\S+)", line):
                yield found[1]
                break
        else:
            pytest.fail("".join(said))
        running.send_signal(signal.SIGINT)
        running.stderr.read()


def test_new_minutes_change_the_site(repository: Path, desk: str, browser: Browser) -> None:
    with opening(browser, desk) as opened:
        page = opened("gaps/")
        expect(page.locator("main")).to_contain_text(PROMISED)

        shutil.copy(MINUTES, repository / "content" / "2025-12-16 PAB notes.txt")
        wait_for("meetings/pab/2025-12-16/", desk)
        page.goto(desk)
        page.get_by_role("link", name="16 December 2025").first.click()
        expect(page.locator("h1")).to_contain_text("16 December 2025")
        page.locator("main a[href*='#question-']").first.click()
        expect(page.locator(":target")).to_contain_text("as the Board was promised?")

        page.goto(f"{desk}gaps/")
        expect(page.locator("main")).to_contain_text("17 March 2026")
        expect(page.locator("main")).not_to_contain_text(PROMISED)

        page.goto(f"{desk}meetings/pab/2025-09-16/notes/#question-6-5")
        page.get_by_role("link", name="What came of it").first.click()
        expect(page.locator("h1")).to_contain_text("How many handlers have left since March")
        story = page.locator("#next ~ .timeline").first
        expect(story).to_contain_text("16 September 2025")
        expect(story).to_contain_text("Completed: notes of 16 December 2025")
        expect(page.locator("main")).to_contain_text("Closed: a document says that it was done.")
        assert Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"] == []

        page.goto(f"{desk}meetings/pab/2025-09-16/notes/")
        later = page.locator("main a[href*='2025-12-16']")
        expect(later.first).to_contain_text("16 December 2025")


def wait_for(path: str, desk: str) -> None:
    """Wait until a page is there and the site is built to its end: the sitemap is written last."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urlopen(f"{desk}sitemap.xml") as sitemap:
                if path in sitemap.read().decode():
                    return
        except URLError:
            pass  # the old site goes before the new one comes
        time.sleep(0.3)
    pytest.fail(f"{path} did not appear")
