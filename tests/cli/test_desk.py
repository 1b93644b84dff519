"""The maintainer's desk: what is served, what counts as a change."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_builder.cli import desk, job
from archive_builder.cli.server import listen
from archive_builder.desk import Desk
from archive_builder.publish import MARKER


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("<h1>Home</h1>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<h1>Not here</h1>", encoding="utf-8")
    server = listen(tmp_path, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_pages_are_served_and_never_from_a_cache(address: str) -> None:
    with urllib.request.urlopen(address) as answer:
        assert answer.read() == b"<h1>Home</h1>"
        assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_not_there_gets_the_sites_own_page(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}nowhere/")
    with caught.value as answer:
        assert answer.code == 404
        assert answer.read() == b"<h1>Not here</h1>"


def test_sources_and_pages_written_by_hand_are_watched_and_generated_ones_are_not(tmp_path: Path) -> None:
    for path in ("content/notes.txt", "docs/about.md", "docs/index.md", "docs/data/x.jsonl", "archive.toml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    (tmp_path / "docs" / "data" / MARKER).write_text("ours", encoding="utf-8")
    (tmp_path / "docs" / MARKER).write_text("ours\nindex.md\n", encoding="utf-8")
    watched = [Path(path).relative_to(tmp_path).as_posix() for path in desk.snapshot(tmp_path)]
    assert watched == ["content/notes.txt", "docs/about.md", "archive.toml"]


def test_a_change_is_seen_once_it_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "POLL", 0.05)
    (tmp_path / "content").mkdir()
    before = desk.snapshot(tmp_path)
    writer = threading.Timer(0.1, (tmp_path / "content" / "new.txt").write_text, ("new",))
    writer.start()
    after = desk.wait_for_change(tmp_path, before)
    writer.join()
    assert [Path(path).name for path in after] == ["new.txt"]


def test_a_build_that_fails_costs_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ValueError("a template is broken")

    monkeypatch.setattr(desk, "build", fail)
    told = Desk(Path())
    desk.rebuild(job.Job((), None), told)
    assert "a template is broken" in told.fault
    assert "not built: ValueError: a template is broken" in capsys.readouterr().err


def test_a_build_that_publishes_nothing_is_said_to_whoever_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "build", lambda *_: job.NOTHING)
    told = Desk(Path())
    desk.rebuild(job.Job((), None), told)
    assert (told.built, told.is_building) == (1, False)
    assert told.fault
