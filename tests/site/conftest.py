"""The sample archive as a built site, served under a sub-path as project pages are, and a browser."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from archive_builder.cli import desk
from tests.conftest import ROOT, chromium

FOLDER = "archive"
"""The site's folder on its host."""


def build(out: Path, url: str) -> Path:
    """Build the sample documents into `out/docs` and `out/archive`."""
    command = [sys.executable, "-m", "archive_builder", "build", "content"]
    command += ["--docs-dir", str(out / "docs"), "--site-dir", str(out / FOLDER)]
    environment = {**os.environ, "SITE_URL": url}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out / FOLDER


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site's folder and address."""
    out = tmp_path_factory.mktemp("site")
    server = desk.listen(out, 0)
    address = f"http://127.0.0.1:{server.server_port}/{FOLDER}/"
    site = build(out, address)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield site, address
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def site(served: tuple[Path, str]) -> Path:
    return served[0]


@pytest.fixture(scope="session")
def address(served: tuple[Path, str]) -> str:
    return served[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; tests that need it are skipped where there is none, and `make test` then says so."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium (name it in CHROMIUM)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Opens a page of the site in a fresh context; its options are those of Browser.new_context.

    At the end no request may have left the site's host, and the console must be silent.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(path: str = "", **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(address) else complaints.append(r.url))
        page.goto(f"{address}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
