"""Documents made to harm: nothing of them gets through, and they keep no good document from its page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.hostile.conftest import Built, build, outcome

MEMORY = 2 * 1024**3
"""The most a build may hold, in bytes."""
COUNTED = ("questions", "actions", "decisions", "attendance", "agenda_items")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_live_leaked_or_missing(built: Built, shared: Path) -> None:
    command = [sys.executable, shared / "hostile" / "check_site.py", built.site, "--log", built.log]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_build_ends_with_status_1_within_memory(built: Built) -> None:
    assert built.status == 1, built.log.read_text("utf-8", "replace")
    assert 0 < built.peak < MEMORY


def test_every_file_that_is_not_read_is_one_line(built: Built) -> None:
    lines = [line for line in built.log.read_text("utf-8").splitlines() if ": error: " in line]
    files = [line.partition(":1: error: ")[0] for line in lines]
    assert sorted(files) == sorted(set(files))
    assert not [line for line in lines if "[internal-fault]" in line or "[site-fault]" in line]


def test_a_named_pipe_is_named_and_not_opened(built: Built) -> None:
    assert "fifo.txt" in built.log.read_text("utf-8")


def test_the_good_document_has_its_records(built: Built) -> None:
    found = {kind: built.rows(kind, "00-good.txt") for kind in (*COUNTED, "documents")}
    [document], [question], [action] = found["documents"], found["questions"], found["actions"]
    assert (document["date"], document["next_meeting"]) == ("2025-01-07", "2025-03-04")
    assert question["answer_text"] == "Forty officers are on patrol each night, the Chief Constable said."
    assert (action["owners"], action["due_date"]) == (["Robin Sample"], "2025-03-28")
    assert [decision["classification"] for decision in found["decisions"]] == ["approved", "resolved"]
    assert len(found["attendance"]) == 3


@pytest.mark.parametrize(
    ("file", "kinds"),
    [
        ("h22-crlf.txt", COUNTED),
        ("h22b-cr-only.txt", COUNTED),
        # Its U+2028 and its NEL stand inside a title and inside a resolution, and end their lines.
        ("h22c-formfeeds-vt-nel.txt", ("questions", "actions", "attendance")),
    ],
)
def test_line_ends_change_no_record(built: Built, file: str, kinds: tuple[str, ...]) -> None:
    good, other = ({kind: texts(built.rows(kind, name)) for kind in kinds} for name in ("00-good.txt", file))
    assert good["questions"]
    assert other == good


def texts(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    keys = ("text", "title", "name", "answer_text", "owners", "asked_by", "status")
    return [tuple(row.get(key) for key in keys) for row in rows]


def test_each_of_two_thousand_questions_has_its_own_answer(built: Built) -> None:
    questions = built.rows("questions", "h27-2000-questions.txt")
    assert len(questions) == 2000
    for number, question in enumerate(questions, start=1):
        assert question["text"] == f"What is the figure for beat {number}?"
        assert question["answer_text"].startswith(f"The figure for beat {number} is ")


@pytest.mark.deep
def test_each_refused_document_alone_is_one_line(hostile: Path, shared: Path) -> None:
    expected = json.loads((shared / "hostile" / "expect.json").read_text("utf-8"))
    refused = [row["file"] for row in expected if row["cls"] == "ERR"]
    for file in (name for name in refused if not (hostile / name).is_symlink()):
        command = [sys.executable, "-m", "archive_builder", "check", str(hostile / file)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        lines = [line for line in done.stderr.splitlines() if ": error: " in line]
        assert done.returncode, file
        assert len(lines) == 1, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.deep
def test_a_second_build_gives_the_same_bytes(hostile: Path, built: Built, tmp_path: Path) -> None:
    build(hostile, tmp_path)
    again = outcome(tmp_path)
    one, other = contents(built.site), contents(again.site)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
