"""Action trackers that are tables: which they are, and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from archive_builder.model import BlockKind, Classification, Place, TrackerRow
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import body_rows, columns, status
from archive_builder.recognise.shape.data_tables import caption_of, is_agenda, is_contents
from archive_builder.recognise.signs.action_marks import ACTION_LIST, EARLIER_ACTIONS
from archive_builder.recognise.signs.owners import column_owners
from archive_builder.text.dates import first_date
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug

_FIRST_WORDS = 5
"""An update that tells the state of its action tells it in so many words at the start."""


def is_tracker(draft: Draft, index: int, named: Mapping[str, int], caption: str = "") -> bool:
    """True if a table follows up earlier actions, and is no list of this meeting's own.

    Its columns say so; in a tracker, or below a heading that says so, it needs no references.
    """
    if "action" not in named or not {"update", "status", "owner", "due"} & set(named):
        return False
    heading = caption or above(draft, index)
    if draft.masthead.classification is Classification.ACTION_TRACKER or EARLIER_ACTIONS.match(
        heading, draft.vocabulary
    ):
        return True
    followed = "identifier" in named and ("update" in named or "status" in named)
    return followed and not (ACTION_LIST.match(heading.strip(), draft.vocabulary) and "meeting" not in named)


def above(draft: Draft, index: int) -> str:
    """The title of the section that a block stands in."""
    within = (s for s in reversed(draft.sections) if s.heading is not None and s.heading < index)
    return next((section.title for section in within), "")


def find_tracker_rows(draft: Draft) -> Draft:
    """A draft with the rows of its action trackers."""
    taken = {row.anchor for row in draft.tracker_rows}
    found = list(draft.tracker_rows)
    for index, block in enumerate(draft.blocks):
        if block.kind is not BlockKind.TABLE or is_contents(block):
            continue
        named = columns(block, draft.vocabulary)
        caption = caption_of(draft, index)
        if is_tracker(draft, index, named, caption) and not is_agenda(named):
            found += _rows(draft, index, named, caption or above(draft, index), taken)
    return replace(draft, tracker_rows=tuple(found))


def _rows(
    draft: Draft, index: int, named: Mapping[str, int], heading: str, taken: set[str]
) -> Iterator[TrackerRow]:
    """The rows of a tracker; their state is told by their column, the table's heading, or the update."""
    for number, row in body_rows(draft.blocks[index]):
        said = {name: row.cell(column) for name, column in named.items()}
        if not said["action"]:
            continue
        identifier = said.get("identifier", "")
        state = said.get("status", "")
        update = said.get("update", state)
        opening = " ".join(update.split()[:_FIRST_WORDS])
        mark = slug(reference(identifier)) if identifier else number
        yield TrackerRow(
            anchor=unique(f"tracker-{mark}", taken),
            place=Place(index, index, row=number),
            text=said["action"],
            identifier=identifier,
            meeting=said.get("meeting", ""),
            owners=column_owners(said["owner"], draft) if "owner" in said else (),
            due=first_date(said["due"]) if "due" in said else None,
            update=update,
            status=status(draft.vocabulary, state, heading, opening),
            found_by="tracker-table",
        )
