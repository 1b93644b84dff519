"""What a body decided to say of planning applications: "25/00120/F Barn at Mill End" above "No objection"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive_builder.model import Place
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.signs.planning import APPLICATION, VIEW_ALONE, VIEW_BEHIND
from archive_builder.text.words import folded

_LONGEST = 600
"""Maximum number of characters of an application with its view."""
_LINES = 5
"""Maximum number of blocks from an application down to its view."""


@dataclass(frozen=True, slots=True)
class View:
    """An application and what the body says of it."""

    place: Place
    text: str
    rule: Rule


def find_views(draft: Draft, section: Section) -> Iterator[View]:
    """The views on applications that stand in a section, in order."""
    for index in section.content:
        if index <= draft.masthead.last or not is_prose(draft.blocks[index]):
            continue
        text = folded(draft.blocks[index].text)
        if len(text) > _LONGEST:
            continue
        above = _application_above(draft, section, index) if draft.read(text).fits(VIEW_ALONE) else None
        if above is not None:
            yield View(Place(above, index), draft.text(above, index), VIEW_ALONE)
        elif _is_application(draft, index) and draft.read(text).fits(VIEW_BEHIND):
            yield View(Place(index, index), text, VIEW_BEHIND)


def _application_above(draft: Draft, section: Section, index: int) -> int | None:
    """The first block of the application that a view stands below: its place and its agent may stand between."""
    for above in range(index - 1, max(index - _LINES, section.first) - 1, -1):
        if not is_prose(draft.blocks[above]) or draft.line(above).fits(VIEW_ALONE):
            return None
        if _is_application(draft, above):
            return above if len(draft.text(above, index)) <= _LONGEST else None
    return None


def _is_application(draft: Draft, index: int) -> bool:
    """True if a block is the reference and matter of a planning application."""
    if index < 0 or draft.blocks[index].rows:
        return False
    return draft.read(draft.blocks[index].text).fits(APPLICATION)
