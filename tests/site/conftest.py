"""The site of the samples, served under a sub-path as project pages are, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import Opened, opening, served
from tests.built import FOLDER


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
