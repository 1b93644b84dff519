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
        if draft.read(text).fits(VIEW_ALONE) and _is_application(draft, index - 1):
            above = draft.text(index - 1)
            yield View(Place(index - 1, index), f"{above} {text}", VIEW_ALONE)
        elif _is_application(draft, index) and draft.read(text).fits(VIEW_BEHIND):
            yield View(Place(index, index), text, VIEW_BEHIND)


def _is_application(draft: Draft, index: int) -> bool:
    """True if a block is the reference and matter of a planning application."""
    if index < 0 or draft.blocks[index].rows:
        return False
    return draft.read(draft.blocks[index].text).fits(APPLICATION)
