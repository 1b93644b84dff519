"""Who wrote a report, from the fields of its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from archive_builder.recognise.facts.kind import AUTHOR_FIELDS
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.words import folded, phrase

_BETWEEN = re.compile(r"\s[–-]\s?|:\s")
"""Between a name and what its bearer is: "Ann Lee – Chief Executive"."""
_AUTHORS = re.compile(r",|;|&|\band\b")
_LONGEST = 3
"""Words of the longest name."""


def find_authors(lines: Sequence[Line], fields: Mapping[str, str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The people of "Report author(s)", else of "Report of"."""
    field = next((field for field in (*AUTHOR_FIELDS, "report of") if fields.get(field)), "")
    if not field:
        return ()
    found = [*_in_value(fields[field], vocabulary), *_in_lines_below(lines, field, vocabulary)]
    return tuple(dict.fromkeys(found))


def _in_value(value: str, vocabulary: Vocabulary) -> Iterator[str]:
    for chunk in _BETWEEN.split(value):
        yield from _names_in(chunk, vocabulary)


def _in_lines_below(lines: Sequence[Line], field: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The further authors, each on a line of his or her own before a dash.

    A line without a dash carries on the organisation of the line before.
    """
    for text in _lines_below(lines, field, vocabulary):
        name, *rest = _BETWEEN.split(text)
        if rest:
            yield from _names_in(name, vocabulary)


def _lines_below(lines: Sequence[Line], field: str, vocabulary: Vocabulary) -> list[str]:
    """The lines between a field and the next field or title."""
    below: list[str] = []
    begun = False
    for line in lines:
        match = MASTHEAD_FIELD.match(line.text, vocabulary)
        if begun and (match or line.title):
            break
        if begun:
            below.append(line.text)
        begun = begun or (match is not None and field in folded(match["field"]).casefold())
    return below


def _names_in(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    names = (_name_in(part, vocabulary) for part in _AUTHORS.split(text))
    yield from (name for name in names if name)


def _name_in(text: str, vocabulary: Vocabulary) -> str:
    """The name in "Sean O' Brien Chief Executive Northtown Council": its first two or three name words."""
    name = re.sub(r"([’'])\s+(?=[A-Z])", r"\1", bare(text, vocabulary))
    if name.split()[-1:] and name.split()[-1].casefold() in vocabulary.body_nouns:
        return ""
    roles = phrase((*vocabulary.ranks.values(), *vocabulary.role_nouns))
    name = re.split(rf"\s+(?=(?:{roles})\b)", name, maxsplit=1)[0]
    fits = looks_like_name(name) and len(name.split()) <= _LONGEST
    return name if fits and not re.search(rf"\b(?:{roles})\b", name) else ""
