"""A watch measures each stage of a build alone, whatever runs inside it."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from archive_builder.run import watch as watches
from archive_builder.run.watch import Watch


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands until a test moves it."""
    now = [100.0]
    monkeypatch.setattr(watches.time, "monotonic", lambda: now[0])
    return now


def test_a_stage_inside_another_counts_alone(clock: list[float]) -> None:
    watch = Watch()
    with watch.stage("writing"):
        clock[0] += 1
        with watch.stage("rendering"):
            clock[0] += 5
        clock[0] += 2
    assert {name: each.seconds for name, each in watch.taken.items()} == {"writing": 3, "rendering": 5}


def test_what_is_drawn_counts_while_it_is_made(clock: list[float]) -> None:
    def pages() -> Generator[str, None, int]:
        for page in ("one", "two"):
            clock[0] += 4
            yield page
        return 2

    def written() -> Generator[str, None, int]:
        return (yield from watch.drawn("rendering", pages()))

    watch = Watch()
    with watch.stage("writing"):
        for _ in written():
            clock[0] += 1
    assert {name: each.seconds for name, each in watch.taken.items()} == {"writing": 2, "rendering": 8}


def test_what_a_drawn_stage_returns_is_handed_on() -> None:
    def rows() -> Generator[str, None, int]:
        yield "row"
        return 7

    def collected() -> Generator[str, None, int]:
        return (yield from Watch().drawn("exporting", rows()))

    made = collected()
    assert next(made) == "row"
    with pytest.raises(StopIteration) as end:
        next(made)
    assert end.value.value == 7


def test_a_stage_that_fails_is_measured_and_left() -> None:
    watch = Watch()
    with pytest.raises(ZeroDivisionError), watch.stage("linking"):
        raise ZeroDivisionError
    with watch.stage("checking"):
        pass
    assert list(watch.taken) == ["linking", "checking"]


def test_the_memory_of_a_stage_is_that_of_a_process() -> None:
    watch = Watch()
    with watch.stage("linking"):
        pass
    assert watch.taken["linking"].memory > 1_000_000
