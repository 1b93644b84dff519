"""Work done at once in forked processes: in order, and done here where a process cannot do it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from archive_builder.run import forked
from archive_builder.run.counts import Counts
from tests.conftest import ROOT


def named(word: str) -> tuple[str, int]:
    return word, os.getpid()


class OddError(Exception):
    """An error that cannot be sent to another process: it is made of two words, and keeps one."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one)
        self.other = other


def fail() -> tuple[str, int]:
    raise OddError("stage", "cause")


def die_in_a_process(of: int) -> tuple[str, int]:
    if os.getpid() != of:
        os.kill(os.getpid(), signal.SIGKILL)
    return named("here")


ALONE = """
import os
from functools import partial
from archive_builder.run import forked
from archive_builder.run.counts import Counts
from tests.run.test_forked import named

done = list(forked.run([partial(named, word) for word in "abcdef"], jobs=2))
assert [word for word, _ in done] == list("abcdef"), done
assert os.getpid() not in {process for _, process in done}, done
"""
"""A program of its own: the tests' own process may have threads, and is not forked then."""


def test_what_comes_of_work_is_in_its_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_an_error_is_raised_as_if_the_work_were_done_here() -> None:
    works = [partial(named, "a"), fail]
    with pytest.raises(OddError, match="stage"):
        list(forked.run(works, jobs=2))


def test_work_whose_process_dies_is_done_here() -> None:
    works = [partial(named, "a"), partial(die_in_a_process, os.getpid())]
    assert list(forked.run(works, jobs=2))[1] == ("here", os.getpid())


@pytest.mark.parametrize("jobs", [0, 1])
def test_one_process_does_all_work_itself(jobs: int) -> None:
    done = list(forked.run([partial(named, "a"), partial(named, "b")], jobs))
    assert {process for _, process in done} == {os.getpid()}


def test_a_process_with_threads_is_not_forked() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        done = list(forked.run([partial(named, "a"), partial(named, "b")], jobs=2))
    finally:
        stop.set()
        thread.join()
    assert {process for _, process in done} == {os.getpid()}


def test_who_waits_is_told_again_and_again_and_reads_what_processes_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(forked, "_EVERY", 0.01)
    counts = Counts(2)
    seen = []

    def count(work: int) -> int:
        for _ in range(3):
            counts.advance(work, 1)
        time.sleep(0.3)
        return work

    done = forked.run([partial(count, 0), partial(count, 1)], 2, lambda: seen.append(counts.whole()))
    assert list(done) == [0, 1]
    assert counts.whole() == 6
    if forked.can_fork():
        assert 6 in seen


ASLEEP = """
import os
import time
from archive_builder.run import forked

def sleep() -> None:
    os.write(1, b"asleep\\n")  # at once: two processes print
    time.sleep(60)

list(forked.run([sleep, sleep], jobs=2))
"""


def test_an_interrupt_ends_all_processes() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ASLEEP],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    ) as build:  # fmt: skip
        assert build.stdout is not None
        assert [build.stdout.readline() for _ in range(2)] == ["asleep\n", "asleep\n"]
        os.killpg(build.pid, signal.SIGINT)
        assert build.wait(30) == -signal.SIGINT
