"""What became of motions that a section is headed with: what one resolves counts only where it was carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Decision, DecisionKind
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.signs.motion_outcomes import CARRIED, LOST, MOTION_HEADING, WITHDRAWN

_LONGEST = 120
"""Maximum number of characters of a line that says what became of a motion."""
_ENDS_LOST = (DecisionKind.RESOLVED, DecisionKind.APPROVED, DecisionKind.NOTED)
"""What a motion that was lost would have done."""


def as_ended(draft: Draft, found: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions, those of motions that were lost as lost, without those of motions that were taken back."""
    for each in found:
        section = draft.section_of(each.place.first)
        ended = _end(draft, section) if section and draft.read(section.title).fits(MOTION_HEADING) else None
        if ended is WITHDRAWN:
            continue
        yield replace(each, kind=DecisionKind.LOST) if ended is LOST and each.kind in _ENDS_LOST else each


def _end(draft: Draft, section: Section) -> object:
    """The rule that the last line fits which says what became of the motion of a section."""
    for index in reversed(section.content):
        line = draft.line(index)
        if not is_prose(draft.blocks[index]) or len(line.text) > _LONGEST:
            continue
        ended = next((rule for rule in (WITHDRAWN, LOST, CARRIED) if line.fits(rule)), None)
        if ended is not None:
            return ended
    return None
