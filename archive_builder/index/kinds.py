"""The kinds of result that a search can be narrowed to, with the names readers know them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.lang.interface import names, noun
from archive_builder.model.record_kinds import RECORD_KINDS

ANSWER = "answer"
UNDERTAKING = "undertaking"
AGENDA_ITEM = "agenda-item"
SECTION = "section"
PERSON = "person"
_BEHIND = {"question": ANSWER, "action": UNDERTAKING}
"""What is a result of its own, and is part of a kind of record."""


def _names() -> Iterator[tuple[str, str]]:
    own = names("search_kinds")
    for kind in RECORD_KINDS:
        if kind.search:
            yield kind.search, own.get(kind.search) or noun(kind.noun, 2).capitalize()
        if kind.search in _BEHIND:
            yield _BEHIND[kind.search], own[_BEHIND[kind.search]]
    yield from ((name, own[name]) for name in (AGENDA_ITEM, SECTION, PERSON))


NAMES: Mapping[str, str] = dict(_names())
"""In the order in which a list of kinds names them."""
