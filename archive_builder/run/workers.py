"""Work done piece by piece in processes of their own, within bounds of time, memory and output.

Each piece gets a process that is forked for it from one that has loaded the program and has seen no
piece, and that ends with it: nothing of one piece can reach the next. A process that goes over a bound
or dies is its own piece's loss alone. (A pool whose processes live on would have to be trusted to forget,
and its processes would share one channel that any of them could break.)
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import ModuleType
from typing import TypeVar

Piece = TypeVar("Piece")

_CONTEXT = get_context("forkserver")
_LOADED = "archive_builder.run.preload"
"""What a worker needs, imported once for all of them."""
_OUT_OF_MEMORY = 71
_TOO_MUCH = 72
"""The exit codes by which a worker says why it has no outcome to hand over."""
_GRACE = 5
"""Seconds of processor time between the signal that ends a worker and the one that nothing can ignore."""
_FAREWELL = 5.0
"""Seconds that a process gets to end after it has closed its connection."""
_KEPT = ("PATH", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_KEPT_PREFIX = "PYTHON"
SETTINGS_FILE = "ARCHIVE_SETTINGS_FILE"
"""The variable that names the `archive.toml` whose words workers are made ready for."""


class Fault(Enum):
    """Why there is no outcome."""

    SLOW = auto()
    """Its processor time is used up."""
    HUNG = auto()
    """It has not ended in the time on the clock."""
    MEMORY = auto()
    OUTPUT = auto()
    DIED = auto()


@dataclass(frozen=True, slots=True)
class Failed:
    """Stands in the place of an outcome; `how` says how a process died."""

    fault: Fault
    how: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one piece of work may take."""

    seconds: int
    """Of processor time."""
    memory: int
    """Bytes of the whole process, the program included. Held only where the system can (Linux)."""
    output: int
    """Bytes of the outcome."""
    wait: float = 3600.0
    """Seconds on the clock: long, for what else the machine has to do must not decide what is read."""
    files: int = 0
    """Bytes of a file that it may write, where something in it raises its soft limit: none, as it begins."""


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process at work on the piece at `place`, to be done by `deadline` (of the monotonic clock)."""

    place: int
    process: ForkServerProcess
    deadline: float


def cores() -> int:
    """How many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def get_ready(settings_file: Path | None = None) -> None:
    """Start the process from which workers are forked, if there is none; returns at once.

    It prepares what the words of `settings_file` need; workers with other settings prepare it themselves.
    It does not inherit the environment, where a publishing job keeps its secrets, but what Python
    needs of it; and it leaves Ctrl-C to this process, which ends all others.
    """
    _CONTEXT.set_forkserver_preload([_LOADED])
    with _bare_environment(), _deaf_to_interrupts(), _nameless_main():
        if settings_file is not None:
            os.environ[SETTINGS_FILE] = str(settings_file.absolute())
        forkserver.ensure_running()


def run(
    task: Callable[[Piece], bytes], pieces: Sequence[Piece], bounds: Bounds, jobs: int
) -> Generator[bytes | Failed]:
    """The outcome of a task for each piece, in the pieces' order; at most `jobs` are worked on at once.

    Task and pieces must be of the kinds that can be sent to another process. Close the iterator to
    end all workers.
    """
    waiting = iter(enumerate(pieces))
    running: dict[Connection, _Worker] = {}
    done: dict[int, bytes | Failed] = {}
    try:
        for place in range(len(pieces)):
            while place not in done:
                for at, piece in islice(waiting, jobs - len(running)):
                    outcomes, worker = _started(task, piece, at, bounds)
                    running[outcomes] = worker
                done |= _finished(running, bounds)
            yield done.pop(place)
    finally:
        for worker in running.values():
            worker.process.kill()
            worker.process.join()


def _started(
    task: Callable[[Piece], bytes], piece: Piece, place: int, bounds: Bounds
) -> tuple[Connection, _Worker]:
    outcomes, sender = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(task, piece, bounds, sender), daemon=True)
    with _nameless_main():
        process.start()
    sender.close()
    return outcomes, _Worker(place, process, time.monotonic() + bounds.wait)


def _finished(running: dict[Connection, _Worker], bounds: Bounds) -> dict[int, bytes | Failed]:
    """Wait until a worker is done or over its time; return what came of it, and forget it."""
    nearest = min(worker.deadline for worker in running.values())
    ready = wait(list(running), timeout=max(0.0, nearest - time.monotonic()))
    now = time.monotonic()
    done: dict[int, bytes | Failed] = {}
    for outcomes, worker in list(running.items()):
        if outcomes not in ready and worker.deadline > now:
            continue
        outcome = _outcome(outcomes, worker, bounds) if outcomes in ready else Failed(Fault.HUNG)
        done[worker.place] = outcome
        worker.process.kill()
        worker.process.join()
        worker.process.close()
        outcomes.close()
        del running[outcomes]
    return done


def _outcome(outcomes: Connection, worker: _Worker, bounds: Bounds) -> bytes | Failed:
    try:
        return outcomes.recv_bytes(bounds.output)
    except (EOFError, OSError):  # nothing, or a part of something
        worker.process.join(_FAREWELL)
    match worker.process.exitcode:
        case int(code) if code == -signal.SIGXCPU:
            return Failed(Fault.SLOW)
        case int(code) if code == -signal.SIGABRT:  # pdfium ends itself where memory runs out
            return Failed(Fault.MEMORY)
        case int(code) if code < 0:
            return Failed(Fault.DIED, _named(-code))
        case code if code == _OUT_OF_MEMORY:
            return Failed(Fault.MEMORY)
        case code if code == _TOO_MUCH:
            return Failed(Fault.OUTPUT)
        case code:
            return Failed(Fault.DIED, f"exit code {code}")


def _named(number: int) -> str:
    try:
        return f"signal {signal.Signals(number).name}"
    except ValueError:
        return f"signal {number}"


def _work(task: Callable[[Piece], bytes], piece: Piece, bounds: Bounds, sender: Connection) -> None:
    """What a worker does: bind itself, do its piece, hand over the outcome and end, without farewells."""
    code = 1
    try:
        _bind(bounds)
        outcome = task(piece)
        if len(outcome) <= bounds.output:
            sender.send_bytes(outcome)
            code = 0
        else:
            code = _TOO_MUCH
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def _bind(bounds: Bounds) -> None:
    """Limits that the system holds, and no way to the terminal.

    What libraries print is not for whoever builds the site, and could hold what a document says.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    _limit(resource.RLIMIT_DATA, bounds.memory)
    _limit(resource.RLIMIT_CPU, bounds.seconds, _GRACE)
    _limit(resource.RLIMIT_FSIZE, 0, bounds.files)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(what: int, most: int, grace: int = 0) -> None:
    """Hold this process to a limit; `grace` is how much further it can go if it ignores the first signal."""
    hard = resource.getrlimit(what)[1]
    soft, last = (
        bound if hard == resource.RLIM_INFINITY else min(bound, hard) for bound in (most, most + grace)
    )
    resource.setrlimit(what, (soft, last))


@contextmanager
def _bare_environment() -> Iterator[None]:
    whole = dict(os.environ)
    for name in whole:
        if name not in _KEPT and not name.startswith(_KEPT_PREFIX):
            del os.environ[name]
    try:
        yield
    finally:
        os.environ.pop(SETTINGS_FILE, None)
        os.environ.update(whole)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started now ignore Ctrl-C from their first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only a main thread can say so; only it is interrupted, too
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Processes started now do not run this process' script first, as each of them otherwise would."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
