"""How far the making of pages is, printed and read."""

from __future__ import annotations

import pytest

from archive_builder.page_builder import progress


def test_what_is_printed_is_read_and_every_page_comes_through(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter([0.0, 0.1, 0.3, 0.4, 0.6])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now))
    assert list(progress.tell("abcd", 4)) == ["a", "b", "c", "d"]
    lines = capsys.readouterr().out.splitlines(keepends=True)
    assert [progress.read(line) for line in lines] == [(2, 4), (4, 4)]


@pytest.mark.parametrize(
    "line", ["nothing has changed: it is taken from the last site\n", "", "2 of 4 pages\n"]
)
def test_another_line_says_nothing_of_it(line: str) -> None:
    assert progress.read(line) is None
