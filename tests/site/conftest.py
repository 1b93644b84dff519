"""The sample archive as a built site, served under a sub-path as project pages are, and a browser."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from archive_builder.cli import desk
from tests.conftest import ROOT, chromium

FOLDER = "archive"
"""The site's folder on its host."""


URL = f"https://records.example.org/{FOLDER}/"
"""The address the site is built for."""


def build(out: Path) -> Path:
    """Build the sample documents into `out/docs` and `out/archive`."""
    command = [sys.executable, "-m", "archive_builder", "build", "content"]
    command += ["--docs-dir", str(out / "docs"), "--site-dir", str(out / FOLDER)]
    environment = {**os.environ, "SITE_URL": URL}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out / FOLDER


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder; built by the first worker that asks, for all of them."""
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "site"
    try:
        out.mkdir()
    except FileExistsError:
        wait_for(out / "ready")
    else:
        try:
            build(out)
        finally:
            (out / "ready").touch()
    assert (out / FOLDER / "index.html").is_file()
    return out / FOLDER


def wait_for(file: Path, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not file.exists() and time.monotonic() < end:
        time.sleep(0.1)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    server = desk.listen(site.parent, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{FOLDER}/"
    server.shutdown()
    server.server_close()
    thread.join()


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
