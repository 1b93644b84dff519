"""The sample archive as a built site, served under a sub-path as project pages are, and a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import Opened, opening, served
from tests.conftest import ROOT, made_once

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
    return made_once(tmp_path_factory, "site", build) / FOLDER


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site.parent) as host:
        yield f"{host}{FOLDER}/"


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Opens a page of the sample site; see `opening`."""
    with opening(browser, address) as opened:
        yield opened
