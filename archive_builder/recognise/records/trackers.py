"""Action trackers that are tables: which they are, and their rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from archive_builder.model import Block, Classification, Place, TrackerRow
from archive_builder.recognise.grammar.draft import Draft, unique
from archive_builder.recognise.grammar.table_heads import body_rows, status
from archive_builder.recognise.shape.run_in import ACTION_LIST
from archive_builder.recognise.signs.owners import column_owners
from archive_builder.text.dates import first_date
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug

_EARLIER = re.compile(
    r"\b(?:tracker|log|outstanding|previous|earlier|last\s+meeting|matters\s+arising|carried\s+forward)\b",
    re.IGNORECASE,
)
"""What the heading of a table of earlier actions says."""
_FIRST_WORDS = 5
"""An update that tells the state of its action tells it in so many words at the start."""


def is_tracker(draft: Draft, index: int, named: Mapping[str, int], caption: str = "") -> bool:
    """Whether a table follows up earlier actions, and is no list of this meeting's own.

    Its columns say so; in a tracker, or below a heading that says so, it needs no references.
    """
    if "action" not in named or not {"update", "status", "owner", "due"} & set(named):
        return False
    heading = caption or above(draft, index)
    if draft.masthead.classification is Classification.ACTION_TRACKER or _EARLIER.search(heading):
        return True
    followed = "identifier" in named and ("update" in named or "status" in named)
    return followed and not (ACTION_LIST.match(heading.strip(), draft.vocabulary) and "meeting" not in named)


def above(draft: Draft, index: int) -> str:
    """The title of the section that a block stands in."""
    within = (s for s in reversed(draft.sections) if s.heading is not None and s.heading < index)
    return next((section.title for section in within), "")


def with_tracker(draft: Draft, index: int, block: Block, named: Mapping[str, int], caption: str) -> Draft:
    """The rows of an action tracker; their state is told by their column, the table's heading, or the update."""
    heading = caption or above(draft, index)
    taken = {row.anchor for row in draft.tracker_rows}
    rows = list(draft.tracker_rows)
    for number, row in body_rows(block):
        identifier = row.cell(named["identifier"]) if "identifier" in named else ""
        action = row.cell(named["action"])
        if not action:
            continue
        said = row.cell(named["status"]) if "status" in named else ""
        update = row.cell(named["update"]) if "update" in named else said
        rows.append(
            TrackerRow(
                anchor=unique(f"tracker-{slug(reference(identifier)) if identifier else number}", taken),
                place=Place(index, index, row=number),
                text=action,
                identifier=identifier,
                meeting=row.cell(named["meeting"]) if "meeting" in named else "",
                owners=column_owners(row.cell(named["owner"]), draft) if "owner" in named else (),
                due=first_date(row.cell(named["due"])) if "due" in named else None,
                update=update,
                status=status(draft.vocabulary, said, heading, " ".join(update.split()[:_FIRST_WORDS])),
                found_by="tracker-table",
            )
        )
    return replace(draft, tracker_rows=tuple(rows))
