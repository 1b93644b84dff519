"""Who may ask the desk: pages of the site that it serves on this machine, and nobody else."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from archive_builder.cli.server import listen
from archive_builder.desk import Desk, Facts
from tests.desk.conftest import NOTES, PAGE

PAGE_HTML = "<!doctype html><html><head><title>Notes</title></head><body>Notes</body></html>"


class Served:
    """A desk that is served, and requests to it."""

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        self.host = f"127.0.0.1:{port}"

    def ask(
        self, path: str, form: object = None, **changes: str | None
    ) -> tuple[int, Any, Mapping[str, str]]:
        """Return status, body and headers; headers that are None are left out."""
        own = {"Host": self.host, "Origin": f"http://{self.host}", "X-Desk-Token": self.desk.token}
        given = own | {name.replace("_", "-"): value for name, value in changes.items()}
        headers = {name: value for name, value in given.items() if value is not None}
        connection = http.client.HTTPConnection(self.host, timeout=10)
        body = None if form is None else json.dumps(form)
        connection.request("GET" if form is None else "POST", path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        is_json = answer.headers.get_content_type() == "application/json"
        return answer.status, json.loads(text) if is_json else text, answer.headers


@pytest.fixture
def served(pages: Mapping[str, Mapping[str, Facts]], tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(PAGE_HTML, "utf-8")
    desk = Desk(tmp_path / "content")
    desk.end_build(pages)
    server = listen(tmp_path / "site", 0, desk)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Served(desk, server.server_port)
    server.shutdown()
    server.server_close()
    thread.join()


FORM = {"page": PAGE, "anchor": "question-6-1", "act": "drop", "why": "a remark"}


def files(served: Served) -> list[Path]:
    return [path for path in served.desk.content.rglob("*") if path.is_file()]


def test_a_change_is_shown_and_then_written(served: Served) -> None:
    status, shown, _ = served.ask("/-desk/preview", FORM)
    assert status == 200
    assert "+  drop: true" in shown["difference"]
    assert files(served) == []
    status, told, _ = served.ask("/-desk/write", FORM | {"stand": shown["stand"]})
    assert (status, told["wanted"]) == (200, 2)
    assert files(served) == [served.desk.content / "corrections" / f"{NOTES}.yml"]


def test_what_is_written_during_a_build_is_in_the_one_after(served: Served) -> None:
    stand = served.ask("/-desk/preview", FORM)[1]["stand"]
    served.desk.begin_build()
    assert served.ask("/-desk/write", FORM | {"stand": stand})[1]["wanted"] == 3


def test_nothing_is_written_that_was_not_shown(served: Served) -> None:
    assert "fault" in served.ask("/-desk/write", FORM)[1]
    stand = served.ask("/-desk/preview", FORM)[1]["stand"]
    path = served.desk.content / "corrections" / f"{NOTES}.yml"
    path.parent.mkdir(parents=True)
    path.write_text("# somebody else was faster\n", "utf-8")
    status, told, _ = served.ask("/-desk/write", FORM | {"stand": stand})
    assert (status, told["fault"][:20]) == (200, "The file has changed")
    assert path.read_text("utf-8") == "# somebody else was faster\n"


REFUSED: dict[str, dict[str, str | None]] = {
    "no token": {"X_Desk_Token": None},
    "wrong token": {"X_Desk_Token": "guessed"},
    "token with accents": {"X_Desk_Token": "é"},
    "foreign origin": {"Origin": "https://elsewhere.example"},
    "other port": {"Origin": "http://127.0.0.1:1"},
    "no origin": {"Origin": None},
    "opaque origin": {"Origin": "null"},
    "foreign host": {"Host": "elsewhere.example:8000", "Origin": "http://elsewhere.example:8000"},
    "host like ours": {
        "Host": "127.0.0.1.elsewhere.example:80",
        "Origin": "http://127.0.0.1.elsewhere.example:80",
    },
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("what", ["page", "preview", "write", "state"])
def test_whoever_may_not_ask_is_refused(what: str, name: str, served: Served) -> None:
    stand = served.ask("/-desk/preview", FORM)[1]["stand"]
    status, told, _ = served.ask(f"/-desk/{what}", FORM | {"stand": stand}, **REFUSED[name])
    assert status == 403
    assert list(told) == ["fault"]
    assert files(served) == []


@pytest.mark.parametrize("form", [[], "words", {"page": 1}, {"why": "x" * 300_000}])
def test_what_is_no_form_is_refused(form: object, served: Served) -> None:
    assert served.ask("/-desk/preview", form)[0] == 400


@pytest.mark.parametrize("path", ["/-desk/", "/-desk/nothing", "/-desk/../bar.js", "/-desk/page"])
def test_there_is_nothing_else_to_ask_for(path: str, served: Served) -> None:
    assert served.ask(path)[0] == 404


def test_a_record_that_is_not_known(served: Served) -> None:
    status, told, _ = served.ask("/-desk/preview", FORM | {"anchor": "../../etc"})
    assert (status, told["fault"]) == (200, "This record is not known. Reload the page.")


def test_a_page_has_the_bar_and_cannot_be_framed(served: Served) -> None:
    status, page, headers = served.ask("/")
    assert status == 200
    assert served.desk.token in page
    assert 'src="/-desk/bar.js"' in page
    assert headers["X-Frame-Options"] == "DENY"
    assert served.ask("/-desk/bar.js")[0] == 200


def test_a_foreign_name_gets_the_page_without_the_token(served: Served) -> None:
    """A name that somebody else owns may be made to lead to this machine; its pages must not know the token."""
    assert served.ask("/", Host="elsewhere.example")[1] == PAGE_HTML


def test_a_server_without_a_desk_has_no_bar(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE_HTML, "utf-8")
    server = listen(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    asked = Served(Desk(tmp_path), server.server_port)
    assert asked.ask("/")[1] == PAGE_HTML
    assert asked.ask("/-desk/bar.js")[0] == 404
    assert asked.ask("/-desk/page", {})[0] == 404
    server.shutdown()
    server.server_close()
