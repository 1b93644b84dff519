"""Tables that are records (agenda, tracker, work programme), and the data tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from archive_builder.model import (
    AgendaItem,
    Block,
    BlockKind,
    Figure,
    Place,
    ProgrammeRow,
    Row,
    Table,
    Text,
    TrackerRow,
    plain,
)
from archive_builder.recognise.grammar import Draft, is_prose, unique
from archive_builder.recognise.outline import CAPTION
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded, words

_DONE = re.compile(r"\b(?:complet\w*|closed|discharged|done|achieved|finished)\b", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\b(?:outstanding|open|ongoing|in\s+progress|not\s+(?:yet\s+)?complete\w*|overdue)\b", re.IGNORECASE
)
_LEAD_IN = re.compile(
    r"\b(?:(?:shown|see|set\s+out|illustrated|chart|graph|diagram|map|identified)\b.*\bbelow|below\s+(?:shows|compares))\b",
    re.IGNORECASE,
)


def columns(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which field each column of a table holds, by its heading.

    A column holds one field; of the fields its heading may mean, the first of the vocabulary that
    no column before it has taken.
    """
    if not table.header:
        return {}
    found: dict[str, int] = {}
    for index in range(len(table.rows[0].cells)):
        heading = table.rows[0].cell(index).casefold().strip(" .:*")
        meant = (
            name for name, headings in vocabulary.columns.items() if heading in headings and name not in found
        )
        if heading and (name := next(meant, "")):
            found[name] = index
    return found


def body_rows(table: Block) -> list[tuple[int, Row]]:
    """The rows below a table's header, with their index."""
    return list(enumerate(table.rows))[table.header :]


def tabled(draft: Draft) -> Draft:
    """A draft with its data tables, and the records of those tables that hold any."""
    made = draft
    for index, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TABLE and not is_contents(block):
            made = _with_table(made, index, block)
            named = columns(block, draft.vocabulary)
            if "item" in named and "topic" in named and "aims" not in named:
                made = _with_agenda(made, index, block, named)
            elif "identifier" in named and "action" in named and ("update" in named or "status" in named):
                made = _with_tracker(made, index, block, named)
            elif {"topic", "aims"} <= set(named) and ({"meeting", "due"} & set(named) or _dated(block)):
                made = _with_programme(made, index, block, named)
    return replace(made, figures=tuple(_figures(made)))


def is_contents(table: Block) -> bool:
    """A contents list: the last column is page numbers that never go down."""
    last = [row.cell(len(row.cells) - 1) for row in table.rows]
    if not all(cell.isdigit() for cell in last) or len(last) < 3:
        return False
    numbers = [int(cell) for cell in last]
    return numbers == sorted(numbers) and len(table.rows[0].cells) <= 3


def _with_table(draft: Draft, index: int, block: Block) -> Draft:
    caption = _caption(draft, index)
    header = block.rows[0].texts if block.header else ()
    taken = {table.anchor for table in draft.tables}
    table = Table(
        anchor=unique(f"table-{len(draft.tables) + 1}", taken),
        caption=caption,
        header=header,
        rows=len(block.rows) - block.header,
        columns=max(len(row.cells) for row in block.rows),
        block=index,
    )
    return replace(draft, tables=(*draft.tables, table))


def _caption(draft: Draft, index: int) -> str:
    """The "Table 2: ..." or "Figure 1: ..." line above a table; empty where there is none."""
    above = draft.blocks[index - 1] if index else None
    text = folded(above.text) if above else ""
    return text if above and CAPTION.match(text) else ""


def _with_agenda(draft: Draft, index: int, block: Block, named: Mapping[str, int]) -> Draft:
    """The items of an agenda set as a table: number, bold title, time."""
    items = list(draft.items)
    taken = {item.anchor for item in items}
    for number, row in body_rows(block):
        title = _bold_words(row.cells[named["topic"]]) if named["topic"] < len(row.cells) else ""
        if not title:
            continue
        printed = row.cell(named["item"]).strip(" .")
        items.append(
            AgendaItem(
                anchor=unique(f"item-{slug(printed) if printed else slug(title)}", taken),
                place=Place(index, index, row=number),
                text=title,
                number=printed,
                time=_clock(row.cell(named["time"])) if "time" in named else "",
                found_by="agenda-table",
            )
        )
    return replace(draft, items=tuple(items))


def _bold_words(cell: Text) -> str:
    """A topic cell's title: its bold words, else its first line."""
    bold: list[str] = []
    for run in cell:
        if not run.bold and run.text.strip():
            break
        bold.append(run.text)
    return folded("".join(bold)) or folded(plain(cell).split("\n")[0])


def _clock(text: str) -> str:
    found = dates.clock(text)
    return found.strftime("%H:%M") if found else ""


def _with_tracker(draft: Draft, index: int, block: Block, named: Mapping[str, int]) -> Draft:
    """The rows of an action tracker; their status is the table's heading's, else their own column's."""
    section = next((s for s in reversed(draft.sections) if s.heading is not None and s.heading < index), None)
    heading = _caption(draft, index) or (section.title if section else "")
    taken = {row.anchor for row in draft.tracker_rows}
    rows = list(draft.tracker_rows)
    for number, row in body_rows(block):
        identifier = row.cell(named["identifier"])
        action = row.cell(named["action"])
        if not action:
            continue
        said = row.cell(named["status"]) if "status" in named else ""
        rows.append(
            TrackerRow(
                anchor=unique(f"tracker-{slug(reference(identifier)) if identifier else number}", taken),
                place=Place(index, index, row=number),
                text=action,
                identifier=identifier,
                meeting=row.cell(named["meeting"]) if "meeting" in named else "",
                update=row.cell(named["update"]) if "update" in named else said,
                status=status(said, heading),
                found_by="tracker-table",
            )
        )
    return replace(draft, tracker_rows=tuple(rows))


def status(*texts: str) -> str:
    """Whether an action is completed or outstanding: as the first of some texts says that tells it."""
    for text in texts:
        if _NOT_DONE.search(text):
            return "outstanding"
        if _DONE.search(text):
            return "completed"
    return "outstanding"


def _dated(block: Block) -> bool:
    return any(dates.first_date(row.cell(0)) for _, row in body_rows(block))


def _with_programme(draft: Draft, index: int, block: Block, named: Mapping[str, int]) -> Draft:
    """The rows of a work programme; an empty date continues the one above."""
    when = named.get("meeting", named.get("due", 0))
    day: date | None = None
    rows = list(draft.programme)
    taken = {row.anchor for row in rows}
    for number, row in body_rows(block):
        day = dates.first_date(row.cell(when)) or (day if not row.cell(when) else None)
        topic = row.cell(named["topic"])
        if topic:
            stem = f"programme-{day.isoformat() if day else 'undated'}-{slug(topic, 40)}"
            rows.append(
                ProgrammeRow(
                    anchor=unique(stem, taken),
                    place=Place(index, index, row=number),
                    text=topic,
                    scheduled=day,
                    aims=row.cell(named["aims"]),
                    presenters=row.cell(named["presenting"]) if "presenting" in named else "",
                    found_by="work-programme-table",
                )
            )
    return replace(draft, programme=tuple(rows))


def _figures(draft: Draft) -> list[Figure]:
    """Pictures: captions, and the gaps that lost pictures left below a caption or a lead-in."""
    found: list[Figure] = []
    taken: set[str] = set()
    captions = {_caption_of_picture(draft.blocks, index) for index in range(len(draft.blocks))} - {None}
    for index, block in enumerate(draft.blocks):
        after = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
        if block.kind is BlockKind.FIGURE:
            near = _caption_of_picture(draft.blocks, index)
            caption = folded(draft.blocks[index if near is None else near].text)
            found.append(_figure(caption, index, True, len(found), taken))
            continue
        if index in captions:
            continue
        text = folded(block.text) if is_prose(block) or block.kind is BlockKind.HEADING else ""
        if not text or len(text) > 400:
            continue
        lost = after is not None and after.gap >= 3
        captioned = bool(CAPTION.match(text)) and not text.casefold().startswith("table")
        shown = captioned or (lost and _could_be_caption(draft.blocks, index))
        if shown or (lost and _LEAD_IN.search(text)):
            table = after is not None and after.kind is BlockKind.TABLE
            found.append(_figure(text if shown else "", index, not table, len(found), taken))
    return found


def _figure(caption: str, index: int, missing: bool, before: int, taken: set[str]) -> Figure:
    named = slug(" ".join(words(caption)[:6])) if caption else before + 1
    return Figure(anchor=unique(f"figure-{named}", taken), caption=caption, missing=missing, block=index)


def _caption_of_picture(blocks: Sequence[Block], index: int) -> int | None:
    """Where the caption of a picture stands: the "Figure 1: ..." below it, else above it."""
    if blocks[index].kind is not BlockKind.FIGURE:
        return None
    for near in (index + 1, index - 1):
        if 0 <= near < len(blocks) and is_prose(blocks[near]):
            text = folded(blocks[near].text)
            if len(text) <= 400 and CAPTION.match(text) and not text.casefold().startswith("table"):
                return near
    return None


def _could_be_caption(blocks: Sequence[Block], index: int) -> bool:
    """A short line between two gaps names the picture that stood there."""
    block = blocks[index]
    return (
        block.gap >= 2
        and len(block.text) < 130
        and not block.text.rstrip().endswith((".", ":", ";"))
        and not block.marker
    )
