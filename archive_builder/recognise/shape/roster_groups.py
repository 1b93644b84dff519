"""Groups of names below an attendance heading: "Elected Members", "An Garda Síochána", a council's name.

Set like the titles of the business, they are no business: each holds names and nothing else.
"""

from __future__ import annotations

import re

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.shape.attendance_tables import status_of
from archive_builder.text.rosters import people

LONGEST = 400
PROSE = re.compile(
    r"\b(?:was|were|is|are|had|has|said|reported|advised|explained|stated|that|moved|seconded)\b",
    re.IGNORECASE,
)
"""Running text names people too and lists none."""


def roster_groups(draft: Draft) -> frozenset[int]:
    """The headings, in a row behind an attendance heading, whose sections are lists of names."""
    found: set[int] = set()
    inside = False
    for section in draft.sections:
        if section.heading is None:
            continue
        if status_of(section.title, draft.vocabulary) is not None and not section.number:
            inside = True
        elif inside and not section.number and _lists_names(draft, section):
            found.add(section.heading)
        else:
            inside = False
    return frozenset(found)


def _lists_names(draft: Draft, section: Section) -> bool:
    """Whether every block of a section names somebody and tells nothing."""
    texts = [draft.text(index) for index in section.content]
    kinds = {draft.blocks[index].kind for index in section.content}
    return (
        bool(texts)
        and not kinds & {BlockKind.TABLE, BlockKind.HEADING}
        and all(
            len(text) < LONGEST
            and not text.endswith((":", "?"))
            and not PROSE.search(text)
            and people(text, draft.vocabulary)
            for text in texts
        )
    )
