"""Action trackers that are tables: which they are, and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Classification, Place, TrackerRow
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import body_rows, columns, form_of, status
from archive_builder.recognise.records.headless import columns_without_heads
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
    followed = bool({"identifier", "meeting"} & set(named)) and bool({"update", "status"} & set(named))
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
        form = form_of(block, draft.vocabulary)
        if is_tracker_form(form):
            found.append(_of_form(draft, index, form, taken))
            continue
        named = columns(block, draft.vocabulary)
        if not named:
            block = replace(block, header=0)
            named = columns_without_heads(draft, block)
        caption = caption_of(draft, index)
        if is_tracker(draft, index, named, caption) and not is_agenda(named):
            found += _rows(draft, index, block, named, caption or above(draft, index), taken)
    return replace(draft, tracker_rows=tuple(found))


def is_tracker_form(form: Sequence[tuple[str, int]]) -> bool:
    """True for a form with one action and what became of it."""
    names = [name for name, _ in form]
    return names.count("action") == 1 and bool({"update", "status"} & set(names))


def _of_form(draft: Draft, index: int, form: Sequence[tuple[str, int]], taken: set[str]) -> TrackerRow:
    """The row of a tracker that gives each action a form of its own."""
    rows = draft.blocks[index].rows
    said = {name: rows[at].cell(1) for name, at in form}
    return _row(draft, said, Place(index, index), above(draft, index), index, taken)


def _rows(
    draft: Draft, index: int, table: Block, named: Mapping[str, int], heading: str, taken: set[str]
) -> Iterator[TrackerRow]:
    """The rows of a tracker; their state is told by their column, the table's heading, or the update."""
    for number, row in body_rows(table):
        said = {name: row.cell(column) for name, column in named.items()}
        if said["action"]:
            yield _row(draft, said, Place(index, index, row=number), heading, number, taken)


def _row(
    draft: Draft, said: Mapping[str, str], where: Place, heading: str, number: int, taken: set[str]
) -> TrackerRow:
    identifier = said.get("identifier", "")
    state = said.get("status", "")
    update = said.get("update", state)
    opening = " ".join(update.split()[:_FIRST_WORDS])
    ending = update.rpartition(". ")[2] if len(update.rpartition(". ")[2].split()) <= _FIRST_WORDS else ""
    mark = slug(reference(identifier)) if identifier else number
    return TrackerRow(
        anchor=unique(f"tracker-{mark}", taken),
        place=where,
        text=said["action"],
        identifier=identifier,
        meeting=said.get("meeting", ""),
        owners=column_owners(said["owner"], draft) if "owner" in said else (),
        due=first_date(said["due"]) if "due" in said else None,
        update=update,
        status=status(draft.vocabulary, state, heading, opening, ending),
        found_by="tracker-table",
    )
