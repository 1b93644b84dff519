"""What a long page may cost a reader with a cheap phone: bytes, seconds to the first words, no jumps.

The budgets are those of Lighthouse's "Slow 4G": 150 ms there and back, 1.6 Mbit/s.
"""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built import ROOT, made_once
from tests.site.compressing import served_compressed

WORDS = 8_000
BYTES = 120_000
FIRST_PAINT = 2_500
"""Milliseconds."""
SHIFT = 0.05

_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def build(out: Path) -> None:
    """Build a site of one document of 8,000 words: the sample notes, again and again with new numbers."""
    notes = (ROOT / "content" / "2025-09-16 PAB notes.txt").read_text("utf-8")
    head, _, items = notes.partition("5\t<p>")
    pieces: list[str] = []
    numbers = count(5)
    while len(" ".join([head, *pieces]).split()) < 1.02 * WORDS:
        again = "5\t<p>" + items.partition("9\t<p>")[0]
        pieces.append(re.sub(r"^\d\t", lambda _: f"{next(numbers)}\t", again, flags=re.MULTILINE))
    (out / "content").mkdir()
    (out / "content" / "notes.txt").write_text(head + "".join(pieces), encoding="utf-8")
    command = [sys.executable, "-m", "archive_builder", "build", str(out / "content")]
    command += ["--docs-dir", str(out / "docs"), "--site-dir", str(out / "site"), "--no-cache", "-q"]
    subprocess.run(command, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site, and the address of the long page in it."""
    site = made_once(tmp_path_factory, "long", build) / "site"
    (page,) = site.glob("meetings/*/*/notes/index.html")
    return site, page.relative_to(site).as_posix().removesuffix("index.html")


def test_a_long_page_is_light_soon_there_and_stays_where_it_is(
    long: tuple[Path, str], browser: Browser
) -> None:
    site, path = long
    with served_compressed(site) as (address, sent):
        page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        page.add_init_script(_SHIFTS)
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": 150,
                "downloadThroughput": 1_600_000 / 8,
                "uploadThroughput": 750_000 / 8,
            },
        )
        page.goto(f"{address}{path}", wait_until="load")
        page.wait_for_timeout(500)
        words = len(page.locator("main").inner_text().split())
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        shifts = page.evaluate("window.shifts")
        page.context.close()
    print(f"{words} words, {sum(sent.values())} bytes, painted after {painted:.0f} ms, shifts {shifts:.3f}")
    assert words >= WORDS
    assert sum(sent.values()) <= BYTES, sent
    assert painted <= FIRST_PAINT
    assert shifts <= SHIFT
