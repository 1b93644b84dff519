"""The server of `archive serve`: the site as it lies in its folder, with the maintainer's bar in its pages."""

from __future__ import annotations

import io
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

import click

from archive_builder.desk import PREFIX, Answer, Desk
from archive_builder.desk.requests import is_local

_MOST_BYTES = 1_000_000
"""Maximum size of a request."""


class Site(SimpleHTTPRequestHandler):
    """Serves the site, its own page for what is not there, and nothing from a cache."""

    # As hosts of static sites do: without a charset, browsers read text as Windows-1252.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".txt": "text/plain; charset=utf-8"}

    def __init__(self, *arguments: Any, desk: Desk | None = None, **named: Any) -> None:
        self.desk = desk
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        if self.desk:
            self.send_header("X-Frame-Options", "DENY")  # no other site shows the forms inside its own pages
        super().end_headers()

    def do_GET(self) -> None:
        if self.desk and self.path.startswith(PREFIX):
            self._answer(self.desk.answer("GET", self.path, self._headers(), b""))
        else:
            super().do_GET()

    def do_POST(self) -> None:
        size = self.headers.get("Content-Length", "")
        if not self.desk or not size.isdecimal() or int(size) > _MOST_BYTES:
            self.close_connection = True
            self.send_error(404)
            return
        body = self.rfile.read(int(size))
        self._answer(self.desk.answer("POST", self.path, self._headers(), body))

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """Send the headers of a file; pages for this machine's own maintainer get the bar."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        is_page = page.suffix == ".html" and page.is_file()
        if not (self.desk and is_page and is_local(self.headers.get("Host", ""))):
            return super().send_head()
        body = self.desk.with_bar(page.read_bytes())
        self._begin(200, "text/html; charset=utf-8", body)
        return io.BytesIO(body)

    def _headers(self) -> dict[str, str]:
        return {name.title(): value for name, value in self.headers.items()}

    def _answer(self, answer: Answer) -> None:
        self._begin(answer.status, f"{answer.media_type}; charset=utf-8", answer.body)
        self.wfile.write(answer.body)

    def _begin(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


class Server(ThreadingHTTPServer):
    """A server that ignores readers who close the connection before the page has arrived."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def listen(site: Path, port: int, desk: Desk | None = None) -> Server:
    """A server on this machine only; port 0 takes any that is free. Without a desk, pages have no bar."""
    handler = partial(Site, directory=str(site), desk=desk)
    try:
        return Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise click.UsageError(f"port {port}: {error.strerror} (name another with --port)") from error
