"""A built site served on this machine, and pages of it opened in a browser that tolerates no complaint."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from archive_builder.cli.server import listen

Opened = Callable[..., Page]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives the address of its root."""
    server = listen(folder, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def opening(browser: Browser, address: str) -> Iterator[Opened]:
    """Opens a page of the site in a fresh context; its options are those of Browser.new_context.

    `before` is done to the page before its address is opened.

    At the end no request may have left the site's host, and the console must be silent.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(path: str = "", before: Callable[[Page], object] = lambda _: None, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, address, complaints)
        before(page)
        page.goto(f"{address}{path}")
        return page

    yield opened
    for context in contexts:
        for page in context.pages:
            page.wait_for_load_state()  # a page that is closed half-loaded complains of that
        context.close()
    assert complaints == [], complaints


def watch(page: Page, address: str, complaints: list[str]) -> None:
    """Note what a page complains of, and each request that leaves the site."""
    page.on("console", lambda m: complaints.append(m.text) if _is_complaint(m) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(address) else complaints.append(r.url))


def _is_complaint(said: ConsoleMessage) -> bool:
    """Whether a line of the console is about the page; "[Intervention]" is about the machine's speed."""
    return said.type in ("error", "warning") and not said.text.startswith("[Intervention]")
