"""A repository with documents of an invented board, and what a build leaves behind in it."""

from __future__ import annotations

import contextlib
import gzip
import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner, Result

from archive_builder.cli import main

NOTES = """Fenny Board

Notes of the Meeting

{day} March 2024

1\t<p>Attendance</p> <p>Ann Lee (Chair) Bo Ray (Clerk)</p>
2\t<p>Gates</p> <p>{said}</p>
<p>ACTION: Bo Ray to mend the gate.</p>
"""


def notes(folder: Path, name: str, said: str, day: int = 12) -> Path:
    """Write notes of a meeting in which something was said."""
    path = folder / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NOTES.format(said=said, day=day), "utf-8")
    return path


def build(*options: str) -> Result:
    return CliRunner().invoke(main, ["build", *options])


def made(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file that a build left behind, with its text as far as it can be unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "content" not in path.relative_to(folder).parts:
            name = path.relative_to(folder).as_posix()
            yield name, f"{name}\n{_text(path)}"


def _text(path: Path) -> str:
    data = path.read_bytes()
    texts = [data.decode("utf-8", "replace")]
    with contextlib.suppress(OSError, EOFError, zlib.error):
        texts.append(gzip.decompress(data).decode("utf-8", "replace"))
    with contextlib.suppress(zlib.error):
        texts.append(zlib.decompress(data.partition(b"\n")[2].partition(b"\n")[2]).decode("utf-8", "replace"))
    for wbits in (-15, 15):
        with contextlib.suppress(zlib.error):
            texts.append(zlib.decompress(data, wbits).decode("utf-8", "replace"))
    if path.suffix == ".json":
        texts.append(json.dumps(json.loads(texts[0]), ensure_ascii=False))
    if path.suffix == ".sqlite":
        with contextlib.closing(sqlite3.connect(path)) as database:
            texts.append("\n".join(database.iterdump()))
    return "\n".join(texts)


def holders(folder: Path, words: str) -> list[str]:
    """The files that a build left behind and that hold some words, in any case."""
    return [name for name, text in made(folder) if words.casefold() in text.casefold()]
