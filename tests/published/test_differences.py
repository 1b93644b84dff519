"""What changed between two editions of an archive, with the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive_builder import export
from archive_builder.published.differences import Differences, Reason, compare
from archive_builder.published.editions import KINDS, Edition, NoEditionError, is_site, read_site
from tests.published.series import Series

MINUTES = "meetings/fenny-board/2024-03-12/minutes/"
GATES = "1. Gates\n\nRESOLVED: That the gate by the river be mended before the spring.\n"
LAMPS = "2. Lamps\n\nACTION: Bo Ray to buy three lamps for the market square.\n"


def edition(series: Series) -> Edition:
    rows = export.rows(series.build().archive)
    return Edition({kind: json.loads(json.dumps(rows[kind])) for kind in KINDS})


def changes(series: Series, before: Edition) -> Differences:
    return compare(before, edition(series))


def counts(found: Differences) -> dict[str, int]:
    groups = ("added", "changed", "withdrawn", "found", "lost", "altered")
    return {group: len(getattr(found, group)) for group in groups if getattr(found, group)}


def test_nothing_changed(series: Series) -> None:
    series.write("a.txt", GATES)
    before = edition(series)
    assert counts(changes(series, before)) == {}


def test_a_new_document_and_its_records(series: Series) -> None:
    series.write("a.txt", GATES)
    before = edition(series)
    series.write("b.txt", LAMPS, day="9 April 2024")
    found = changes(series, before)
    assert [change.id for change in found.added] == [MINUTES.replace("03-12", "04-09")]
    assert [(change.kind, change.reason) for change in found.found] == [("actions", Reason.SOURCE)]
    assert not found.changed


def test_a_document_that_is_gone(series: Series) -> None:
    series.write("a.txt", GATES)
    series.write("b.txt", LAMPS, day="9 April 2024")
    before = edition(series)
    (series.folder / "a.txt").unlink()
    found = changes(series, before)
    assert [change.id for change in found.withdrawn] == [MINUTES]
    assert {change.kind for change in found.lost} == {"agenda_items", "decisions"}


def test_another_file_at_the_same_place_is_a_change_of_the_source(series: Series) -> None:
    series.write("a.txt", GATES)
    before = edition(series)
    series.write("a.txt", f"{GATES}\n{LAMPS}")
    found = changes(series, before)
    assert [(change.id, change.reason) for change in found.changed] == [(MINUTES, Reason.SOURCE)]
    assert [change.words for change in found.found if change.kind == "actions"] == [
        "Bo Ray to buy three lamps for the market square."
    ]


def test_a_correction_is_named_as_the_reason(series: Series) -> None:
    series.write("a.txt", f"{GATES}\n{LAMPS}")
    before = edition(series)
    anchor = before.rows["actions"][0]["id"].partition("#")[2]
    series.correct("a.txt", f"records: [{{record: {anchor}, set: {{due: 2024-04-30}}, why: it was agreed}}]")
    found = changes(series, before)
    [change] = found.altered
    assert (change.id, change.reason) == (f"{MINUTES}#{anchor}", Reason.CORRECTION)
    assert change.values == {"due_date": (None, "2024-04-30")}


def test_what_neither_explains_is_the_program(series: Series) -> None:
    series.write("a.txt", f"{GATES}\n{LAMPS}")
    before = edition(series)
    rows = {kind: [dict(row) for row in held] for kind, held in before.rows.items()}
    rows["actions"][0]["owners"] = ["Ann Lee"]
    [change] = compare(before, Edition(rows)).altered
    assert change.reason is Reason.PROGRAM


def test_a_document_that_moved_is_one_document_with_the_same_records(series: Series) -> None:
    series.write("a.txt", GATES)
    before = edition(series)
    series.correct("a.txt", "document: {date: 2024-03-13, why: misprint}")
    found = changes(series, before)
    [change] = found.changed
    assert (change.id, change.was) == (MINUTES.replace("12/", "13/"), MINUTES)
    assert change.reason is Reason.CORRECTION
    assert change.values is not None
    assert change.values["date"] == ("2024-03-12", "2024-03-13")
    assert not found.found
    assert not found.lost


def test_a_folder_without_data_is_no_site_and_a_damaged_file_is_named(tmp_path: Path) -> None:
    assert not is_site(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "documents.jsonl").write_text('{"id": "a/"}\n{', "utf-8")
    assert is_site(tmp_path)
    with pytest.raises(NoEditionError, match=r"documents\.jsonl"):
        read_site(tmp_path)


def test_an_edition_is_read_from_compressed_files_where_there_are_no_plain_ones(
    series: Series, tmp_path: Path
) -> None:
    series.write("a.txt", GATES)
    site = tmp_path / "site"
    for asset in export.assets(series.build().archive):
        if not asset.path.endswith(".jsonl"):
            place = site / asset.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(asset.content)
    (site / "data" / "documents.jsonl").mkdir()  # as where a page leads on to the data page
    assert is_site(site)
    assert counts(compare(read_site(site), edition(series))) == {}
    (site / "data" / "documents.jsonl.gz").write_bytes(b"\x1f\x8bdamaged")
    with pytest.raises(NoEditionError, match=r"documents\.jsonl\.gz"):
        read_site(site)
