"""What somebody wrote into a field of the form, as a correction file has it."""

from __future__ import annotations

import datetime

from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from archive_builder.lang.interface import say
from archive_builder.model.record_kinds import Field, FieldType


class RefusedChangeError(Exception):
    """A change cannot be made; the message says why, for whoever filled in the form."""


Value = str | int | bool | datetime.date | list[DoubleQuotedScalarString]


def value_of(field: Field, text: str) -> Value:
    """Return the value that a text stands for. Raises RefusedChangeError where it stands for none."""
    text = text.strip()
    if field.type is FieldType.NAMES:
        return [quoted(name) for line in text.splitlines() if (name := line.strip())]
    if field.type is FieldType.DATE:
        return _day(text)
    if field.type is FieldType.NUMBER:
        return _number(text)
    if field.type is FieldType.FLAG:
        return text == "true"
    if field.values and text not in list(field.values):
        raise RefusedChangeError(say("desk.no_such_value", values=", ".join(field.values)))
    return text if field.values else quoted(text)


def quoted(text: str) -> DoubleQuotedScalarString:
    """Return a text on one line, in quotation marks: without them, YAML may take it for a number or "no"."""
    made: DoubleQuotedScalarString = DoubleQuotedScalarString(" ".join(text.split()))
    return made


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise RefusedChangeError(say("desk.no_date", text=text)) from error


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise RefusedChangeError(say("desk.no_number", text=text))
    return int(text)
