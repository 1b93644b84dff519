"""What a reader waits for: the engines in Chromium, from a server whose line is as slow as a telephone's."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import playwright
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
NODE = Path(playwright.__file__).parent / "driver" / "node"
NETS = {"localhost": (0.0, 0.0), "Fast 4G": (165.0, 1_012_500.0), "Slow 4G": (562.5, 180_000.0)}
"""Milliseconds before an answer begins, bytes a second: the presets of Chromium's developer tools."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WAIT = 90_000
_PSS = re.compile(r"^Pss:\s*(\d+) kB", re.MULTILINE)

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Server:
    """A server at work."""

    base: str

    def get(self, path: str) -> bytes:
        trusting = ssl._create_unverified_context()  # its certificate is made for this run
        with urllib.request.urlopen(self.base + path, context=trusting) as answer:
            content: bytes = answer.read()
            return content

    def slow_down(self, net: str) -> None:
        latency, rate = NETS[net]
        self.get(f"/__net?latency={latency}&rate={rate}")

    def sent(self) -> dict[str, int]:
        """Return how many bytes were sent, and for how many requests, since it was last reset."""
        stats: dict[str, int] = json.loads(self.get("/__stats"))
        return stats


@contextmanager
def serving(site: Path, folder: Path) -> Iterator[Server]:
    """A site, served over HTTP/2."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = [str(NODE), str(HERE / "serve.mjs"), str(site), str(HERE / "pages"), str(key), str(certificate)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Server(f"https://127.0.0.1:{int(process.stdout.readline())}")
        finally:
            process.terminate()


def certified(folder: Path) -> str:
    """Put a key and a certificate into a folder, and give the key's fingerprint, by which a browser trusts it.

    What comes from a server that it does not trust, Chromium does not keep for the next request.
    """
    made = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    signed = (
        x509.CertificateBuilder(name, name, made.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .sign(made, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        made.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    public = made.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(hashlib.sha256(public).digest()).decode()


@contextmanager
def chromium(path: str, trusted: str) -> Iterator[Browser]:
    """A browser that trusts a key."""
    with sync_playwright() as started:
        trusting = [*ARGUMENTS, f"--ignore-certificate-errors-spki-list={trusted}"]
        browser = started.chromium.launch(executable_path=path, args=trusting)
        yield browser
        browser.close()


@contextmanager
def _fresh(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(WAIT)
    yield page
    context.close()


def cold(engine: str, browser: Browser, server: Server, query: str, net: str) -> Figures:
    """The first search of a first visit: milliseconds and bytes to ten results, and with the words in context."""
    if engine == "material":
        return _material_cold(browser, server, query, net)
    with _fresh(browser) as page:
        page.goto(f"{server.base}/__pages/{engine}.html")
        page.wait_for_function("() => window.ask")
        server.slow_down(net)
        server.get("/__reset")
        try:
            first = page.evaluate("text => ask(text, false)", query)
            figures = {"ms": round(first["ms"]), "results": first["results"], **server.sent()}
            if engine == "ours":
                again = page.evaluate("text => ask(text, true)", query)
                sent = {f"all_{name}": number for name, number in server.sent().items()}
                figures |= {"all_ms": round(first["ms"] + again["ms"]), **sent}
            return figures
        finally:
            server.slow_down("localhost")


def warm(engine: str, browser: Browser, server: Server, asked: Mapping[str, Sequence[str]]) -> Figures:
    """One session: each query for the first time and again, milliseconds by kind; memory at the end."""
    if engine == "material":
        return _material_warm(browser, server, asked)
    with _fresh(browser) as page:
        page.goto(f"{server.base}/__pages/{engine}.html")
        page.wait_for_function("() => window.ask")
        page.evaluate("text => ask(text, true)", "meeting")
        kinds: Figures = {}
        for kind, queries in asked.items():
            first = [page.evaluate("text => ask(text, true)", query)["ms"] for query in queries]
            repeated = [
                page.evaluate("text => ask(text, true)", query)["ms"] for query in queries for _ in range(3)
            ]
            kinds[kind] = {"first_ms": round(median(first), 1), "repeated_ms": round(median(repeated), 1)}
        return {"kinds": kinds, "renderer_mb": round(_renderer())}


def _renderer() -> float:
    """Megabytes (proportional set size) of the largest renderer below this process."""
    below, most = _below(), 0.0
    for pid in below:
        with suppress(OSError):
            if "--type=renderer" in Path(f"/proc/{pid}/cmdline").read_text():
                held = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
                most = max(most, int(held[1]) * 1024 / 1e6 if held else 0.0)
    return most


def _below() -> list[str]:
    """All processes that come from this one."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError):
            parents[status.parent.name] = status.read_text().rpartition(")")[2].split()[1]
    found = [Path("/proc/self").resolve().name]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def _material_cold(browser: Browser, server: Server, query: str, net: str) -> Figures:
    """Material fetches its index with the page: milliseconds from the visit to the first results."""
    with _fresh(browser) as page:
        server.slow_down(net)
        server.get("/__reset")
        start = time.perf_counter()
        try:
            page.goto(f"{server.base}/", wait_until="domcontentloaded")
            page.click(_BOX)
            _put(page, query)
            page.wait_for_function(_ANSWERED)
            took = (time.perf_counter() - start) * 1000
            sent = server.sent()
            return {"ms": round(took), **sent, "results": 10, "renderer_mb": round(_renderer())}
        finally:
            server.slow_down("localhost")


def _material_warm(browser: Browser, server: Server, asked: Mapping[str, Sequence[str]]) -> Figures:
    """Material in one session, by kind of query, from the last key to the first result."""
    with _fresh(browser) as page:
        page.goto(f"{server.base}/")
        page.click(_BOX)
        _put(page, "meeting")
        page.wait_for_function(_ANSWERED)
        kinds: Figures = {}
        for kind, queries in asked.items():
            took = [[_typed(page, query) for _ in range(2)] for query in queries]
            kinds[kind] = {
                "first_ms": round(median(first for first, _ in took), 1),
                "repeated_ms": round(median(again for _, again in took), 1),
            }
        return {"kinds": kinds, "renderer_mb": round(_renderer())}


def _typed(page: Page, query: str) -> float:
    _put(page, "")
    page.wait_for_selector(_ITEM, state="detached")
    start = time.perf_counter()
    _put(page, query)
    page.wait_for_function(_ANSWERED)
    return (time.perf_counter() - start) * 1000


def _put(page: Page, query: str) -> None:
    """Put words into Material's box, which listens to keys."""
    page.fill(_BOX, query)
    page.dispatch_event(_BOX, "keyup")


_BOX = ".md-search__input"
_ITEM = ".md-search-result__item"
_ANSWERED = """() => document.querySelector('.md-search-result__item')
  || /No matching/.test(document.querySelector('.md-search-result__meta').textContent)"""
