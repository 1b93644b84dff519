"""The open-data export: the contract of docs/maintaining/data.md, held by golden rows."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from archive_builder import export
from archive_builder.export.formats import csv_bytes, csv_lines
from archive_builder.model import Archive, Table
from archive_builder.problem import Problem, Severity

GOLDEN = Path(__file__).parent / "golden"
PROBLEM = Problem("notes.txt", 3, "no-date", "no date found", "state one", Severity.WARNING)


def table(archive: Archive, kind: str) -> list[dict[str, object]]:
    return [dict(row) for row in export.rows(archive)[kind]]


@pytest.mark.parametrize("kind", sorted(export.COLUMNS))
def test_each_kind_of_row_reads_as_approved(kind: str, small_archive: Archive) -> None:
    files = {asset.path: asset.content for asset in export.assets(small_archive, [PROBLEM])}
    approved = GOLDEN / f"{kind}.jsonl"
    assert files[f"data/{kind}.jsonl"].decode() == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", sorted(export.COLUMNS))
def test_rows_have_the_documented_keys_in_order(kind: str, small_archive: Archive) -> None:
    for row in export.rows(small_archive, [PROBLEM])[kind]:
        assert tuple(row) == export.COLUMNS[kind]


def test_an_empty_archive_has_every_file() -> None:
    names = {asset.path for asset in export.assets(Archive())}
    endings = ("jsonl", "jsonl.gz", "csv", "csv.zip")
    tables = {f"data/{kind}.{ending}" for kind in export.COLUMNS for ending in endings}
    assert names == {*tables, "data/archive.sqlite", "data/archive.sqlite.gz", "data/index.json"}


def test_the_same_archive_gives_the_same_bytes(small_archive: Archive) -> None:
    pairs = zip(export.assets(small_archive), export.assets(small_archive), strict=True)
    assert [one.path for one, other in pairs if one != other] == []


def test_an_action_has_the_status_of_its_newest_tracker_row(small_archive: Archive) -> None:
    (action,) = table(small_archive, "actions")
    assert action["status"] == "completed"
    assert action["history"] == [
        {
            "date": "2025-06-17",
            "document_id": "meetings/pab/2025-06-17/tracker/",
            "status_text": "=Reported",
            "status": "completed",
        }
    ]


def test_records_of_a_lesser_copy_name_the_better_one(small_archive: Archive) -> None:
    notes = small_archive.documents[0]
    copy = replace(notes, path="meetings/pab/2025-03-18/notes-123456/", same_as=notes.path)
    archive = replace(small_archive, documents=(notes, copy))
    assert [row["same_as"] for row in table(archive, "questions")] == [None, f"{notes.path}#question-4-1"]


def test_a_lesser_copy_worded_otherwise_names_the_better_document(small_archive: Archive) -> None:
    notes, tracker = small_archive.documents
    copy = replace(notes, path="meetings/pab/2025-03-18/draft/", same_as=tracker.path)
    archive = replace(small_archive, documents=(tracker, copy))
    assert [row["same_as"] for row in table(archive, "questions")] == [tracker.path]


def test_csv_cells_cannot_run_as_formulas(small_archive: Archive) -> None:
    files = {asset.path: asset.content for asset in export.assets(small_archive)}
    (row,) = csv.DictReader(io.StringIO(files["data/tracker_rows.csv"].decode("utf-8-sig")))
    assert row["update_text"] == "'=Reported"


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-a", "@a"])
@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u2066", "\x00", "\u0301"]
)
def test_whatever_stands_before_a_formula_it_is_none(before: str, cell: str) -> None:
    assert csv_lines([[f"{before}{cell}"]]).decode("utf-8-sig").lstrip('"').startswith(f"'{before}{cell[0]}")


@pytest.mark.parametrize("cell", ["＝1+1", "＋1a", "－a", "＠a", "﹣a"])
def test_a_full_width_sign_opens_no_formula(cell: str) -> None:
    assert csv_lines([[cell]]).decode("utf-8-sig") == f"'{cell}\r\n"


@pytest.mark.parametrize("cell", ["-5", " -5", "-", "1,200.5", "-3%", "", "a = b", "no-break", "\u0301a"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert csv_lines([[cell]]).decode("utf-8-sig").strip('"\r\n') == cell.strip('"')


def test_csv_keeps_numbers_lists_and_line_breaks() -> None:
    rows = [{"n": -3, "words": ["a", "b"], "yes": True, "none": None, "deep": {"a": 1}, "text": "one\ntwo"}]
    text = csv_bytes(rows, ("n", "words", "yes", "none", "deep", "text")).decode("utf-8-sig")
    header, *cells = list(csv.reader(io.StringIO(text, newline="")))
    assert header == ["n", "words", "yes", "none", "deep", "text"]
    assert cells == [["-3", "a; b", "true", "", json.dumps({"a": 1}), "one\ntwo"]]


def test_each_table_has_a_file_beside_its_documents_page(small_archive: Archive) -> None:
    tracker = small_archive.documents[1]
    table = Table(anchor="table-1", caption="", header=(), rows=1, columns=3, block=0)
    archive = replace(small_archive, documents=(replace(tracker, tables=(table,)),))
    (row,) = export.rows(archive)["tables"]
    files = {asset.path: asset.content for asset in export.assets(archive)}
    assert row["csv_url"] == f"{tracker.path}table-1.csv"
    assert (
        files[f"{tracker.path}table-1.csv"].decode("utf-8-sig") == "4,Report the waiting time,'=Reported\r\n"
    )


def test_the_database_is_searched_by_words(small_archive: Archive, tmp_path: Path) -> None:
    files = {asset.path: asset.content for asset in export.assets(small_archive)}
    (tmp_path / "archive.sqlite").write_bytes(files["data/archive.sqlite"])
    with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as database:
        found = database.execute("SELECT kind, url FROM texts WHERE texts MATCH 'renewal wait'").fetchall()
        assert found == [("questions", "meetings/pab/2025-03-18/notes/#question-4-1")]
        (evidence,) = database.execute("SELECT evidence FROM actions").fetchone()
        assert json.loads(evidence) == {"page": None, "lines": [9, 9]}
