"""A site served as public hosts serve it: its files compressed, one connection not enough for all."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Compressing(SimpleHTTPRequestHandler):
    """Sends every file that is text through gzip, and keeps the connection."""

    protocol_version = "HTTP/1.1"
    sent: dict[str, int]
    """Bytes of each body, by its address; shared by all requests of a server."""

    def __init__(self, *args: object, sent: dict[str, int], directory: str) -> None:
        self.sent = sent
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent[self.path] = len(body)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are nobody's news."""


@contextmanager
def served_compressed(folder: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """The address of the folder's root, and the bytes sent so far by address."""
    sent: dict[str, int] = {}
    handler = partial(Compressing, sent=sent, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
