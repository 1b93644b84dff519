"""`archive serve`: build, serve, watch the sources and build again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from archive_builder.cli import job
from archive_builder.cli.build import build
from archive_builder.cli.server import listen
from archive_builder.desk import Desk, facts_of
from archive_builder.publish import MARKER, generated_in

POLL = 0.5
"""Seconds between two checks of the files, and how long they must stay unchanged before a build."""

WATCHED = ("content", "docs", "overrides", "mkdocs.yml", "archive.toml")

State = dict[str, tuple[int, int]]


def serve(task: job.Job, port: int) -> None:
    """Build and serve until Ctrl-C; if a build fails, the last good site is served."""
    root = job.required_repository()
    desk = Desk(root / "content")
    server = listen(root / "site", port, desk)
    state = snapshot(root)
    rebuild(task, desk)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"serving http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)", err=True)
    try:
        while True:
            state = wait_for_change(root, state)
            click.echo("a file changed: building", err=True)
            rebuild(task, desk)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        server.shutdown()


def rebuild(task: job.Job, desk: Desk) -> None:
    """Build, and tell the desk; a failed build prints a message and leaves the server running."""
    desk.begin_build()
    try:
        if build(task, None, None) == job.NOTHING:
            _say_not_built("nothing was published; what is wrong is named above", desk)
            return
        gathered = job.gather(replace(task, loud=-1))
        desk.end_build(facts_of(gathered.archive.documents, gathered.files))
    except click.ClickException as error:
        _say_not_built(error.format_message(), desk)
    except Exception as error:  # whatever it is, the last good site goes on being served
        _say_not_built(job.cause(error), desk)


def _say_not_built(fault: str, desk: Desk) -> None:
    click.echo(f"not built: {fault}", err=True)
    desk.end_build(None, fault)


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
