"""One screen, one quirk: blocks and records in, Markdown out (`tests/render/cases/*.yml`).

`UPDATE_CASES=1 pytest tests/render` writes the Markdown anew; the change is read as a diff.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive_builder.model import (
    ActionMarker,
    ActionStatus,
    AgendaItem,
    AnswerStatus,
    Archive,
    Attendance,
    Block,
    BlockKind,
    Document,
    Figure,
    Heading,
    Place,
    Question,
    Table,
    TrackerRow,
)
from archive_builder.render.document_text.passages import text_of
from archive_builder.render.lookups import context
from archive_builder.settings import load
from tests import factories

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
Given = Mapping[str, Any]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = _document(case)
    written = text_of(document, context(Archive(documents=(document,)), (), load()))
    if os.environ.get("UPDATE_CASES"):
        head = path.read_text(encoding="utf-8").partition("markdown: |")[0]
        body = "".join(f"  {line}".rstrip() + "\n" for line in written.split("\n"))
        path.write_text(f"{head}markdown: |\n{body}", encoding="utf-8")
        return
    assert written == case["markdown"].rstrip("\n")


def _document(case: Given) -> Document:
    blocks = factories.numbered(_block(given) for given in case["blocks"])
    records = [_record(given, blocks) for given in case.get("records", ())]
    bare = factories.document(blocks)
    return replace(
        bare,
        source=replace(bare.source, **case.get("source", {})),
        attendance=tuple(
            Attendance(name=name, place=Place(at, at))
            for at, names in case.get("attendance", {}).items()
            for name in names
        ),
        items=tuple(record for record in records if isinstance(record, AgendaItem)),
        questions=tuple(record for record in records if isinstance(record, Question)),
        actions=tuple(r for r in records if r.found_by == "action"),
        decisions=tuple(r for r in records if r.found_by == "resolved"),
        tracker_rows=tuple(record for record in records if isinstance(record, TrackerRow)),
        headings=tuple(Heading(**given) for given in case.get("headings", ())),
        figures=tuple(Figure(missing=True, **given) for given in case.get("figures", ())),
        tables=tuple(Table(header=(), rows=0, columns=0, **given) for given in case.get("tables", ())),
    )


def _block(given: Given) -> Block:
    """`{item: words, marker: iii., level: 1}`; a table is a list of rows of cells."""
    kind = next(kind for kind in BlockKind if kind.value in given)
    more = {key: value for key, value in given.items() if key != kind.value}
    if kind is BlockKind.TABLE:
        pages = more.pop("row_pages", ())
        made = factories.table(given["table"], header=more.pop("header", 1))
        rows = [replace(row, page=page) for row, page in zip(made.rows, pages, strict=False)]
        return replace(made, **{"rows": tuple(rows) or made.rows, **more})
    return factories.block(kind, given[kind.value], **more)


def _record(given: Given, blocks: tuple[Block, ...]) -> Any:
    """`{action: anchor, at: [3, 4]}` or `{action: anchor, at: [3], words: a passage of block 3}`."""
    more = {key: STATUSES[key](value) if key in STATUSES else value for key, value in given.items()}
    at, words = more.pop("at"), more.pop("words", "")
    place = Place(at[0], at[-1], row=more.pop("row", None))
    if words:
        start = blocks[at[0]].text.index(words)
        place = Place(at[0], at[0], start, start + len(words))
    for name, make in MAKERS.items():
        if name in more:
            answer = more.pop("answer", None)
            if answer:
                more["answer"] = Place(answer[0], answer[-1])
            return replace(make(more.pop(name), place), **more)
    raise AssertionError(given)


def _item(anchor: str, place: Place) -> AgendaItem:
    return AgendaItem(anchor=anchor, place=place, text="", found_by="item")


def _row(anchor: str, place: Place) -> TrackerRow:
    return TrackerRow(anchor=anchor, place=place, text="", found_by="row")


STATUSES = {"answer_status": AnswerStatus, "marker": ActionMarker, "status": ActionStatus}
MAKERS = {
    "agenda-item": _item,
    "question": factories.question,
    "action": factories.action,
    "decision": factories.decision,
    "tracker-row": _row,
}
