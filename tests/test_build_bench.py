"""The bench of whole builds: one that is cut off keeps what it measured, and what more documents cost is told."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from bench.build import once, table

WHOLE = {
    "seconds": {"linking the documents": 1.0, "all": 2.0},
    "processor_seconds": 10.0,
    "memory_mb": 80,
    "files": 30,
    "pages": 12,
    "site_mb": 3.0,
    "kept_mb": {"site": 3.0},
    "folders_mb": {"data": 2.0, "files": 0.5},
    "folders_files": {"data": 7, "files": 5},
    "mkdocs_alone": 4.0,
}
CUT_OFF = {
    "seconds": {"linking the documents": 5.0, "all": 9.0},
    "processor_seconds": 7.0,
    "memory_mb": 90,
    "cut_off": True,
}


def test_a_build_that_was_cut_off_has_what_it_took_until_then() -> None:
    page = table.page({"100": {"cold": WHOLE}, "1000": {"cold": CUT_OFF}})
    assert "| 1,000 | cold, cut off | 9.0 | 7.0 | 90 |" in page
    assert "| linking the documents | 5.0 |" in page
    assert page.count("| 1,000 |") == 1, "nothing is said of a site that was not built"


def test_a_bench_that_measured_nothing_whole_is_a_page_too() -> None:
    assert "cut off" in table.page({"1000": {"cold": CUT_OFF}})
    assert table.page({}).startswith("# A whole build, measured")


def test_what_one_document_more_costs_is_compared_with_the_size_before() -> None:
    dearer = WHOLE | {"processor_seconds": 25.0}
    sizes = {
        "1000": {"cold": WHOLE, "one document more": dearer},
        "100": {"cold": WHOLE, "one document more": WHOLE},
    }
    page = table.page(sizes)
    assert "| 100 | 10.0 |  |" in page
    assert "| 1,000 | 25.0 | 2.5 |" in page


def test_originals_are_told_apart() -> None:
    assert "| 100 | 12 | 30 | 25 | 3.0 | 2.5 |" in table.page({"100": {"cold": WHOLE}})


SLOW = """
import time
print("reading the documents    1.5 s    80 MB", flush=True)
try:
    time.sleep(60)
except KeyboardInterrupt:
    print("linking the documents    0.5 s    90 MB", flush=True)
"""
"""A build that says what it took, also where it is asked to end."""


def test_a_command_that_is_cut_off_is_asked_to_end_and_heard(tmp_path: Path) -> None:
    def cut_off(number: int, frame: object) -> None:
        raise once.CutOff

    before = signal.signal(signal.SIGTERM, cut_off)
    try:
        threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
        returned, printed, _ = once._run([sys.executable, "-c", SLOW], tmp_path)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert returned is None
    assert dict(once._stages(printed)) == {
        "reading the documents": (1.5, 80),
        "linking the documents": (0.5, 90),
    }
