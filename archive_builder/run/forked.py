"""Several pieces of work done at once, each in a process that is forked from this one and knows what it knows."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar, cast

Done = TypeVar("Done")

_works: Sequence[Callable[[], object]] = ()
"""The work, where a forked process finds it: it cannot be sent to one."""


def run(
    works: Sequence[Callable[[], Done]], jobs: int, waiting: Callable[[], None] = lambda: None
) -> Iterator[Done]:
    """Yield what comes of each piece of work, in their order; at most `jobs` are worked on at once.

    `waiting` is called again and again while processes are at work.

    What comes of one must be of a kind that can be sent to another process. Work that fails in a process
    of its own is done again in this one, which raises what it raises.
    """
    if jobs < 2 or len(works) < 2 or not can_fork():
        yield from (work() for work in works)
        return
    global _works
    _works = works
    gc.collect()
    gc.freeze()  # what is not touched is not copied
    try:
        with ProcessPoolExecutor(jobs, get_context("fork"), initializer=_end_when_interrupted) as pool:
            futures = [pool.submit(_attempt, place) for place in range(len(works))]
            for work, future in zip(works, futures, strict=True):
                done = _outcome(future, waiting)
                yield work() if done is None else cast(Done, done[0])
    finally:
        gc.unfreeze()
        _works = ()


_EVERY = 0.25
"""Seconds between two calls of `waiting`."""


def can_fork() -> bool:
    """Return True if this process can be forked as it is: on Linux, and while it has one thread."""
    return hasattr(os, "sched_getaffinity") and threading.active_count() == 1


def _outcome(future: Future[tuple[object] | None], waiting: Callable[[], None]) -> tuple[object] | None:
    while True:
        try:
            return future.result(_EVERY)
        except TimeoutError:
            waiting()
        except BrokenProcessPool:  # a process was killed, for want of memory perhaps
            return None


def _attempt(place: int) -> tuple[object] | None:
    try:
        return (_works[place](),)
    except (
        Exception
    ):  # an error may be of a kind that cannot be sent: it is raised where the work is done again
        return None


def _end_when_interrupted() -> None:
    """Let Ctrl-C, which reaches all processes of a build, end this one at once and without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
