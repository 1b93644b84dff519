"""What the bar says of each record."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from archive_builder.desk import Facts
from archive_builder.lang.interface import names
from archive_builder.model.record_kinds import RECORD_KINDS, RecordKind
from tests.desk.conftest import NOTES, PAGE


def test_the_bar_says_how_a_record_was_found(pages: Mapping[str, Mapping[str, Facts]]) -> None:
    told = pages[PAGE]["action-6-1"].told()
    assert (told["file"], told["record"], told["kind"]) == (NOTES, "action-6-1", "action")
    assert (told["rule"], told["confidence"]) == ("confirmed-will", 90)
    values = {field["name"]: field["value"] for field in told["fields"]}
    assert values["owners"] == "Yasmin Farrukh"
    assert values["due"] == "2025-04-30"


def test_every_page_of_a_document_has_its_records(pages: Mapping[str, Mapping[str, Facts]]) -> None:
    for records in pages.values():
        for facts in records.values():
            assert facts.told()["fields"]


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=[kind.noun for kind in RECORD_KINDS])
def test_each_kind_can_be_said_to_be_none(kind: RecordKind) -> None:
    assert kind.noun in names("not_a")
