"""Work for workers to do: well, too slowly, too greedily, not at all. Imported by them, so kept small."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from archive_builder.model import Document
from archive_builder.problem import Report
from archive_builder.run import one_file
from archive_builder.settings import Settings, load
from archive_builder.sources import SourceFile

FOR_EVER = 3600
seen: list[str] = []


def later_the_earlier(piece: int) -> bytes:
    """The first piece is done last."""
    time.sleep(0.3 if piece == 0 else 0)
    return str(piece).encode()


def misbehave(piece: str) -> bytes:
    """What a document could make a reader do, by its name."""
    match piece:
        case "hang":
            time.sleep(FOR_EVER)
        case "spin":
            while True:
                pass
        case "hoard":
            return b"x" * len(bytearray(4_000_000_000))
        case "flood":
            return b"x" * 2_000_000
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(3)
        case "raise":
            raise ValueError("a fault of the task")
    return b"well"


def rest_longer_than_a_second(piece: int) -> bytes:
    """Time on the clock, not of the processor: as a worker sees it that waits for its turn."""
    time.sleep(1.5)
    return b"well"


def how_many_before(piece: str) -> bytes:
    seen.append(piece)
    return str(len(seen)).encode()


def environment(piece: str) -> bytes:
    """The environment, as Python has it and as the process was given it."""
    given = Path("/proc/self/environ")
    return repr(dict(os.environ)).encode() + (given.read_bytes() if given.exists() else b"")


def write(path: str) -> bytes:
    """Try to write a file, to print, and to ask."""
    os.write(1, b"printed")
    os.write(2, b"complained")
    try:
        Path(path).write_text("written", encoding="utf-8")
    except OSError as error:
        return str(error.strerror).encode() + b"; answered: " + os.read(0, 10)
    return b"written"


def tell_and_hang(path: str) -> bytes:
    """Leave one's number in a pipe, and hang."""
    with Path(path).open("w", encoding="ascii") as pipe:
        pipe.write(f"{os.getpid()}\n")
    time.sleep(FOR_EVER)
    return b""


def read(source: SourceFile, settings: Settings, report: Report) -> tuple[Document, ...]:
    """Documents as they are read, but for those whose names say what they do to a reader."""
    misbehave(source.path.stem)
    return one_file.document(source, settings, report)


def read_half_a_character(source: SourceFile, settings: Settings, report: Report) -> tuple[Document, ...]:
    """A document with a title that no file can hold: the first half of a surrogate pair."""
    return tuple(replace(made, title="\ud83d") for made in one_file.document(source, settings, report))


def loaded_for(source: SourceFile) -> bytes:
    """The modules that reading a file made a worker load."""
    settings = load()
    before = set(sys.modules)
    assert one_file.document(source, settings, lambda problem: None)
    return " ".join(sorted(set(sys.modules) - before)).encode()


def compiled_for(piece: tuple[SourceFile, Settings]) -> bytes:
    """How many patterns reading a file made a worker compile."""
    source, settings = piece
    compiled: list[object] = []
    compile_pattern = re._compiler.compile  # type: ignore[attr-defined]

    def counted(pattern: object, flags: int = 0) -> object:
        compiled.append(pattern)
        return compile_pattern(pattern, flags)

    re._compiler.compile = counted  # type: ignore[attr-defined]
    assert one_file.document(source, settings, lambda problem: None)
    return str(len(compiled)).encode()
