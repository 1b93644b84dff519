"""A body's web site on this machine, which answers as a test says: well, badly, late, or without an end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]


def paper(words: str) -> bytes:
    """Bytes that look like a PDF file."""
    return b"%PDF-1.7\n" + words.encode() + b"\n%%EOF\n"


@dataclass
class Site:
    """The pages of the site by their path, and the paths that were asked for, with the headers."""

    pages: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    address: str = ""

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    """Answers by the site's table of pages."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers)))
        behaviour = self.site.pages.get(self.path, missing)
        try:
            behaviour(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(
        self, body: bytes, media_type: str = "application/pdf", status: int = 200, **headers: str
    ) -> None:
        """Send a whole answer; in the names of headers, `_` stands for a hyphen."""
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Print nothing."""


def missing(handler: Handler) -> None:
    handler.answer(b"<html><body>Not found</body></html>", "text/html", 404)


def gives(body: bytes, media_type: str = "application/pdf", **headers: str) -> Behaviour:
    """Answer with these bytes."""
    return lambda handler: handler.answer(body, media_type, **headers)


def lists(*links: str) -> Behaviour:
    """Answer with a page of links."""
    anchors = "".join(f'<li><a href="{link}">Minutes {link}</a></li>' for link in links)
    return gives(f"<html><body><ul>{anchors}</ul></body></html>".encode(), "text/html; charset=utf-8")


def leads_to(target: str, status: int = 302) -> Behaviour:
    """Answer with a redirect."""
    return lambda handler: handler.answer(b"", status=status, Location=target)


class _Server(ThreadingHTTPServer):
    """A server that says nothing of clients that go away: a test reads what the command writes."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve a site on loopback."""
    handler = type("Served", (Handler,), {"site": site})
    server = _Server(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
