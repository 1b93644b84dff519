"""`archive serve`: build, serve, watch the sources and build again."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from archive_builder.cli import job
from archive_builder.cli.build import build
from archive_builder.publish import MARKER, generated_in

POLL = 0.5
"""Seconds between two checks of the files, and how long they must stay unchanged before a build."""

WATCHED = ("content", "docs", "overrides", "mkdocs.yml", "archive.toml")

State = dict[str, tuple[int, int]]


class Site(SimpleHTTPRequestHandler):
    """Serves the site, its own page for what is not there, and nothing from a cache."""

    # As hosts of static sites do: without a charset, browsers read text as Windows-1252.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".txt": "text/plain; charset=utf-8"}

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

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


def serve(task: job.Job, port: int) -> None:
    """Build and serve until Ctrl-C; if a build fails, the last good site is served."""
    root = job.repository()
    if root is None:
        raise click.UsageError(job.NO_REPOSITORY)
    server = listen(root / "site", port)
    state = snapshot(root)
    rebuild(task)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"serving http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)", err=True)
    try:
        while True:
            state = wait_for_change(root, state)
            click.echo("a file changed: building", err=True)
            rebuild(task)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        server.shutdown()


def listen(site: Path, port: int) -> Server:
    """A server on this machine only; port 0 takes any that is free."""
    handler = partial(Site, directory=str(site))
    try:
        return Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise click.UsageError(f"port {port}: {error.strerror} (name another with --port)") from error


def rebuild(task: job.Job) -> None:
    """Build; a failed build prints a message and leaves the server running."""
    try:
        build(task, None, None)
    except click.ClickException as error:
        click.echo(f"not built: {error.format_message()}", err=True)
    except Exception as error:  # whatever it is, the last good site goes on being served
        click.echo(f"not built: {job.cause(error)}", err=True)


def wait_for_change(root: Path, before: State) -> State:
    """Wait until the watched files differ from `before` and have settled; return their state."""
    while True:
        time.sleep(POLL)
        now = snapshot(root)
        if now != before:
            time.sleep(POLL)
            if snapshot(root) == now:
                return now


def snapshot(root: Path) -> State:
    """Time and size of each file that a build depends on."""
    state = {}
    for path in _watched(root):
        try:
            found = path.stat()
        except FileNotFoundError:
            continue  # removed meanwhile: the next check sees it
        state[str(path)] = (found.st_mtime_ns, found.st_size)
    return state


def _watched(root: Path) -> Iterator[Path]:
    """The sources and hand-written pages; generated folders change with each build."""
    for name in WATCHED:
        path = root / name
        if path.is_file():
            yield path
        generated = generated_in(path)
        for entry in path.iterdir() if path.is_dir() else ():
            if entry.name.startswith(".") or entry.name in generated or (entry / MARKER).is_file():
                continue
            yield from (file for file in (entry.rglob("*") if entry.is_dir() else [entry]) if file.is_file())
