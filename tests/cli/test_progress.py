"""Progress is shown where somebody sees it, with a rate and the time left; `--timings` is a table."""

from __future__ import annotations

import sys

import pytest
from click import unstyle

from archive_builder.cli import progress
from archive_builder.run.watch import Taken, Watch


@pytest.mark.parametrize(
    ("done", "pieces", "seconds", "words"),
    [
        (120, 1000, 5.0, "reading: 120 of 1,000, 24 a second, 37 s left: a.pdf"),
        (10, 1000, 5.0, "reading: 10 of 1,000, 2 a second, 8 min 15 s left: a.pdf"),
        (1000, 1000, 50.0, "reading: 1,000 of 1,000, 20 a second: a.pdf"),
        (50, 0, 10.0, "reading: 50, 5 a second: a.pdf"),
    ],
)
def test_a_line_says_how_far_a_stage_is(done: int, pieces: int, seconds: float, words: str) -> None:
    assert progress.told("reading", done, pieces, seconds, "a.pdf") == words


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.delenv("CI", raising=False)
    assert isinstance(progress.watch(0), progress.Line)
    assert not isinstance(progress.watch(-1), progress.Line)
    monkeypatch.setenv("CI", "true")
    assert not isinstance(progress.watch(0), progress.Line)


def test_a_stage_is_shown_once_it_has_run_a_while(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    line = progress.Line()
    with line.stage("reading", 4):
        for file in ("a.pdf", "b.pdf", "c.pdf"):
            line.advance("reading", file)
            now[0] += 1.5
    shown = unstyle(capsys.readouterr().err).split("\r")
    assert [words for words in shown if words] == ["reading: 3 of 4, 1 a second, 1 s left: c.pdf"]


def test_a_stage_that_says_how_far_it_is_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    line = progress.Line()
    with line.stage("building the site"):
        for done in (10, 40, 60):
            now[0] += 1.5
            line.reached("building the site", done, 100)
    shown = [words for words in unstyle(capsys.readouterr().err).split("\r") if words]
    assert shown == [
        "building the site: 40 of 100, 13 a second, 4 s left",
        "building the site: 60 of 100, 13 a second, 3 s left",
    ]


def test_the_table_has_a_line_for_each_stage() -> None:
    taken = {
        "reading": Taken(12.34, 250_000_000),
        "making": Taken(1.5, 300_000_000),
        "pages": Taken(1.2, 200_000_000, beside=True),
        "search": Taken(1.4, 220_000_000, beside=True),
    }
    assert list(progress.table(taken)) == [
        "reading        12.3 s      250 MB",
        "making          1.5 s      300 MB",
        "  pages         1.2 s      200 MB",
        "  search        1.4 s      220 MB",
        "all            13.8 s",
    ]


def test_a_watch_that_shows_nothing_still_measures() -> None:
    watch: Watch = progress.watch(-1)
    with watch.stage("reading"):
        pass
    assert list(watch.taken) == ["reading"]
