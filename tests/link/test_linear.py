"""Topics and acronyms take time with a text's length, whatever the text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from archive_builder.link import topic_vocabulary as vocabulary
from archive_builder.link import topics
from archive_builder.text.acronyms import defined

MATCHER = topics.build_matcher(vocabulary.load())
TEXTS = ["police and crime plan ", "stop and ", "(", "(A", "Ab Cd (AC) ", "A" * 40 + " (AA) "]


def took(work: Callable[[str], object], text: str) -> float:
    """The quickest of three, in seconds of the processor: other work on the machine does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "work", [MATCHER.count, lambda text: list(defined(text))], ids=["topics", "acronyms"]
)
def test_ten_times_the_text_takes_about_ten_times_as_long(work: Callable[[str], object], text: str) -> None:
    assert took(work, text * 20_000) < 40 * took(work, text * 2_000) + 0.01
