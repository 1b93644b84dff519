"""The table of record kinds: every class of record has a row, and every row is whole."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from archive_builder.export.records import DERIVED
from archive_builder.lang import table
from archive_builder.model import Record, Records, records
from archive_builder.model.record_kinds import RECORD_KINDS, Field, FieldType, RecordKind, kind_of
from archive_builder.render.records.register_rows import CELLS, STANDINGS
from archive_builder.render.records.rows import ROWS

WORDS = table("interface")
KINDS = [pytest.param(kind, id=kind.noun) for kind in RECORD_KINDS]
FIELDS = [
    pytest.param(kind, field, id=f"{kind.noun}.{field.name}")
    for kind in RECORD_KINDS
    for field in kind.fields
]


def test_every_class_of_record_has_a_row() -> None:
    classes = {each for each in vars(records).values() if isinstance(each, type) and issubclass(each, Record)}
    assert {Record, *(kind.record for kind in RECORD_KINDS)} == classes


def test_the_table_and_the_fields_of_a_document_agree() -> None:
    assert [kind.held for kind in RECORD_KINDS] == [field.name for field in fields(Records)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_held_by_its_field(kind: RecordKind) -> None:
    assert get_args(get_type_hints(Records)[kind.held])[0] is kind.record


def test_a_class_without_a_row_is_an_error_of_ours() -> None:
    class Petition(Record):
        pass

    with pytest.raises(KeyError):
        kind_of(Petition.__new__(Petition))


@pytest.mark.parametrize("name", ["noun", "held", "export", "search"])
def test_no_two_kinds_share_a_name(name: str) -> None:
    names = [getattr(kind, name) for kind in RECORD_KINDS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_field_is_one_of_its_class_or_worked_out(kind: RecordKind, field: Field) -> None:
    attributes = {each.name for each in fields(kind.record)}
    if field.type is FieldType.DERIVED:
        assert field.key in DERIVED[kind.record]
    else:
        assert {field.name, field.ids or field.name} <= attributes


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_only_names_are_looked_up(kind: RecordKind, field: Field) -> None:
    named = field.type in (FieldType.NAMES, FieldType.PERSON)
    assert named or not (field.ids or field.makes_people or field.described)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_noun_and_name(kind: RecordKind) -> None:
    assert len(WORDS["nouns"][kind.noun]) == 2
    assert WORDS["record_names"][kind.noun]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_with_a_register_has_all_that_registers_write(kind: RecordKind) -> None:
    assert bool(kind.register) == bool(kind.listed_as)
    if kind.register:
        assert kind.record in ROWS
        assert kind.record in CELLS
        assert kind.record in STANDINGS
        assert len(WORDS["nouns"][kind.listed_as]) == 2
