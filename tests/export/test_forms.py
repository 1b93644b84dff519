"""The forms of the data files: plain while they are small, compressed always, and by body and year."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from archive_builder import export
from archive_builder.export import forms
from archive_builder.export.forms import leads, published_forms
from archive_builder.export.years import OF_DOCUMENTS
from archive_builder.model import Archive, DataFiles, addresses

YEAR = "data/bodies/pab/2025.jsonl.gz"
WHOLE = sorted(kind for kind in export.COLUMNS)


def files_of(archive: Archive) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in export.assets(archive)}


def described(archive: Archive) -> DataFiles:
    made = export.exported(archive)
    while True:
        try:
            next(made)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def lines(packed: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in gzip.decompress(packed).splitlines()]


@pytest.mark.parametrize("kind", WHOLE)
def test_compressed_files_hold_what_the_plain_ones_do(kind: str, small_archive: Archive) -> None:
    files = files_of(small_archive)
    assert gzip.decompress(files[f"data/{kind}.jsonl.gz"]) == files[f"data/{kind}.jsonl"]
    with zipfile.ZipFile(io.BytesIO(files[f"data/{kind}.csv.zip"])) as package:
        assert package.namelist() == [f"{kind}.csv"]
        assert package.read(f"{kind}.csv") == files[f"data/{kind}.csv"]


def test_the_compressed_database_is_searched_by_words(small_archive: Archive) -> None:
    packed = files_of(small_archive)["data/archive.sqlite.gz"]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(gzip.decompress(packed))
        assert database.execute("SELECT kind FROM texts WHERE texts MATCH 'renewal wait'").fetchall()


def test_compressed_files_have_neither_a_time_nor_a_name() -> None:
    (packed,) = (
        asset.content for asset in published_forms("data/x.jsonl", b"{}\n") if asset.path.endswith(".gz")
    )
    assert packed[4:8] == b"\0\0\0\0"
    assert packed[3] == 0, "no name, no comment"
    (package,) = (
        asset.content for asset in published_forms("data/x.csv", b"a\r\n") if asset.path.endswith(".zip")
    )
    (member,) = zipfile.ZipFile(io.BytesIO(package)).infolist()
    assert member.date_time == (1980, 1, 1, 0, 0, 0)


def test_a_large_file_is_compressed_only() -> None:
    assert [asset.path for asset in published_forms("data/x.csv", b"a" * forms.MOST_PLAIN)] == [
        "data/x.csv",
        "data/x.csv.zip",
    ]
    assert [asset.path for asset in published_forms("data/x.csv", b"a" * (forms.MOST_PLAIN + 1))] == [
        "data/x.csv.zip"
    ]


def test_the_address_of_a_file_that_grew_too_large_leads_to_the_data_page(
    small_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(leads(described(small_archive))) == []
    monkeypatch.setattr(forms, "MOST_PLAIN", 0)
    found = {lead.old: lead.new for lead in leads(described(small_archive))}
    assert found["data/archive.sqlite/"] == "data/#database"
    assert found["data/questions.jsonl/"] == found["data/questions.csv/"] == "data/#questions"
    assert "data/problems.jsonl/" not in found, "without rows there is nothing to compress"
    assert "data/problems.csv/" in found, "its header is there"


def test_a_year_has_the_rows_of_its_documents(small_archive: Archive) -> None:
    rows = lines(files_of(small_archive)[YEAR])
    whole = export.rows(small_archive)
    wanted = [{"kind": kind, **row} for kind in export.KINDS if kind in OF_DOCUMENTS for row in whole[kind]]
    assert rows == json.loads(json.dumps(wanted))
    assert {row["kind"] for row in rows} >= {"documents", "questions", "actions", "life_lines", "links"}


def test_no_kind_of_row_has_a_key_that_a_year_needs() -> None:
    assert [kind for kind in OF_DOCUMENTS if "kind" in export.COLUMNS[kind]] == []


def test_a_document_without_a_body_or_a_date_is_in_a_file_too(small_archive: Archive) -> None:
    notes = replace(small_archive.documents[0], body="", date=None, path="documents/notes/")
    files = files_of(Archive(documents=(notes,)))
    path = addresses.data_of_year(Archive().register_page(addresses.DATA_BY_BODY, notes))
    assert path == "data/bodies/other/undated.jsonl.gz"
    assert lines(files[path])[0]["id"] == "documents/notes/"


def test_the_index_lists_every_file_with_its_fingerprint(small_archive: Archive) -> None:
    files = files_of(small_archive)
    listed = {entry["path"]: entry for entry in json.loads(files["data/index.json"])["files"]}
    assert set(listed) == {
        path for path in files if path.startswith(addresses.DATA) and path != addresses.DATA_INDEX
    }
    for path, entry in listed.items():
        assert entry["bytes"] == len(files[path])
        assert entry["sha256"] == hashlib.sha256(files[path]).hexdigest()
    year = listed[YEAR]
    assert (year["kind"], year["body"], year["year"]) == (None, "pab", "2025")
    assert year["rows"] == len(lines(files[YEAR]))
    assert listed["data/questions.jsonl"]["kind"] == "questions"
    assert listed["data/questions.jsonl"]["rows"] == len(files["data/questions.jsonl"].splitlines())


def test_a_change_of_one_document_changes_its_year_and_the_whole_files_alone(small_archive: Archive) -> None:
    notes, tracker = small_archive.documents
    other = replace(notes, path="meetings/pab/2024-03-18/notes/", date=date(2024, 3, 18))
    before = files_of(replace(small_archive, documents=(other, notes, tracker)))
    changed = replace(other, title="Notes, put right")
    after = files_of(replace(small_archive, documents=(changed, notes, tracker)))
    assert {path for path in after if after[path] != before.get(path)} == {
        "data/bodies/pab/2024.jsonl.gz",
        "data/documents.jsonl",
        "data/documents.jsonl.gz",
        "data/documents.csv",
        "data/documents.csv.zip",
        "data/archive.sqlite",
        "data/archive.sqlite.gz",
        "data/index.json",
    }
