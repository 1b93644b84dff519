"""Published key decisions, and what reports recommend to a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_builder.model import Block, BlockKind, Classification, Decision, DecisionKind, Place, plain
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.table_heads import body_rows, columns
from archive_builder.recognise.signs.action_marks import ENTRY_SORT
from archive_builder.recognise.signs.beside_decisions import LABEL_ALONE
from archive_builder.recognise.signs.deciding import deciding_rule, outcome_of
from archive_builder.recognise.signs.reported import (
    ASKED_OF_BODY,
    CONFIDENTIAL,
    DECISION_NUMBER,
    DECISION_SECTION,
    KEY_DECISION,
    POINT_DECIDES,
    RECOMMENDING,
    SECRET,
)
from archive_builder.text import dates
from archive_builder.text.words import folded


def find_key_decisions(draft: Draft) -> list[Decision]:
    """Published key decisions: a line with number and date, and the paragraph below it."""
    found = []
    for index, block in enumerate(draft.blocks[:-1]):
        match = (
            draft.read(folded(block.text)).match(KEY_DECISION) if block.kind is not BlockKind.TABLE else None
        )
        below = draft.blocks[index + 1]
        if not match or not is_prose(below) or draft.read(folded(below.text)).fits(KEY_DECISION):
            continue
        text = draft.text(index + 1)
        found.append(
            Decision(
                anchor="",
                place=place(index + 1),
                text=text,
                identifier=f"{match['number']}-{match['year']}",
                kind=DecisionKind.KEY_DECISION,
                title=match["title"].strip(" –-"),
                decided=dates.first_date(match["date"]),
                confidential=draft.read(text).fits(CONFIDENTIAL),
                found_by=KEY_DECISION.name,
            )
        )
    return found


def find_table_decisions(draft: Draft) -> list[Decision]:
    """The rows of a list of decisions that is a table: number, date, and what was decided."""
    found: list[Decision] = []
    listed = draft.masthead.classification is Classification.DECISION_LIST
    for index, block in enumerate(draft.blocks):
        named = columns(block, draft.vocabulary) if block.kind is BlockKind.TABLE else {}
        if not (
            {"identifier", "decision"} <= set(named)
            or (listed and "identifier" in named and "topic" in named)
        ):
            continue
        if listed and "action" in named:
            found += _among_actions(draft, index, block, named["action"])
            continue
        for at, row in body_rows(block):
            said = {name: row.cell(column) for name, column in named.items()}
            if text := said.get("decision") or said.get("topic", ""):
                found.append(
                    Decision(
                        anchor="",
                        place=Place(index, index, row=at),
                        text=text,
                        identifier=said["identifier"],
                        kind=DecisionKind.KEY_DECISION,
                        title=said.get("topic", "") if "decision" in said else "",
                        decided=dates.first_date(said.get("meeting", "") or said.get("due", "")),
                        confidential=draft.read(" ".join(row.texts)).fits(SECRET),
                        found_by="decision-table",
                    )
                )
    return found


def _among_actions(draft: Draft, index: int, table: Block, column: int) -> Iterator[Decision]:
    """The decisions of a list of decisions and actions: the rows in which a cell says that they are one.

    The lines of such a row are the parts of what was decided.
    """
    for at, row in body_rows(table):
        if not any(draft.read(text).fits(ENTRY_SORT) for text in row.texts):
            continue
        for line in plain(row.cells[column]).split("\n"):
            text = folded(line).lstrip("• ")
            if not any(ch.isalpha() for ch in text):
                continue
            rule = deciding_rule(text, draft.vocabulary)
            yield Decision(
                anchor="",
                place=Place(index, index, row=at),
                text=text,
                kind=outcome_of(rule, text, draft.vocabulary) if rule else DecisionKind.RESOLVED,
                found_by=ENTRY_SORT.name,
            )


def find_recorded_decision(draft: Draft) -> list[Decision]:
    """The decision of a record: what stands in its section or field "Decision", each point that decides apart."""
    if draft.masthead.classification is not Classification.DECISION_RECORD:
        return []
    for section in draft.sections:
        title = section.title.strip(" :")
        own = [i for i in section.content if is_prose(draft.blocks[i])]
        if section.heading is not None and draft.read(title).fits(DECISION_SECTION) and own:
            return _points(draft, own)
    for index, block in enumerate(draft.blocks):
        for at, row in enumerate(block.rows):
            label, said = row.cell(0).strip(" :"), folded(row.cell(1))
            if said and draft.read(folded(label)).fits(DECISION_SECTION):
                return [_recorded(draft, Place(index, index, row=at), said)]
    below = (index for index in range(len(draft.blocks)) if draft.line(index).fits(LABEL_ALONE))
    return next((_points(draft, own) for index in below if (own := _below_label(draft, index))), [])


def _below_label(draft: Draft, label: int) -> list[int]:
    """The line below a label and the list that it leads up to, or the list alone."""
    own: list[int] = []
    for index in range(label + 1, len(draft.blocks)):
        listed = draft.blocks[index].kind is BlockKind.ITEM
        if not listed and (own or draft.blocks[index].kind is not BlockKind.PARAGRAPH):
            break
        own.append(index)
    return own


def _points(draft: Draft, own: Sequence[int]) -> list[Decision]:
    """A decision for each point of a list in which every point says first what is done; else all in one."""
    listed = [index for index in own if draft.blocks[index].kind is BlockKind.ITEM]
    leads = own[: len(own) - len(listed)]
    apart = len(listed) > 1 and listed == list(own[len(leads) :])
    stem = not leads or (len(leads) == 1 and draft.text(leads[0]).rstrip(" -–").endswith(":"))
    if not (apart and stem and all(draft.line(index).fits(POINT_DECIDES) for index in listed)):
        return [_recorded(draft, Place(own[0], own[-1]), draft.text(own[0], own[-1]))]
    return [_recorded(draft, place(index), draft.text(index)) for index in listed]


def _recorded(draft: Draft, where: Place, text: str) -> Decision:
    """The one decision of a record, with the number and title of the record."""
    lines = (
        line
        for block in draft.blocks
        for line in ([" ".join(row.texts) for row in block.rows] or [folded(block.text)])
    )
    numbers = (m["number"] for line in lines if (m := draft.read(folded(line)).match(DECISION_NUMBER)))
    return Decision(
        anchor="",
        place=where,
        text=text,
        identifier=next(numbers, "").replace("/", "-").replace(" ", ""),
        kind=DecisionKind.KEY_DECISION,
        title=draft.masthead.title,
        decided=draft.masthead.date,
        confidential=draft.read(text).fits(CONFIDENTIAL),
        found_by=DECISION_SECTION.name,
    )


def find_recommendations(draft: Draft) -> list[Decision]:
    """What a report puts to a body: the paragraphs under "Recommendations", and a closing "is asked to"."""
    found = []
    for section in draft.sections:
        if section.heading is None:
            continue
        headed = draft.read(section.title.strip(" :")).match(RECOMMENDING)
        for first, last in _numbered_paragraphs(draft, section):
            text = draft.text(first, last)
            if headed or _asks_body(draft, text):
                found.append(_recommendation(draft, first, last, text, bool(headed)))
    return found


_LONGEST_REQUEST = 300
"""Maximum number of characters of a paragraph that asks the body to do something with the report."""


def _asks_body(draft: Draft, text: str) -> bool:
    match = draft.read(text).match(ASKED_OF_BODY) if len(text) < _LONGEST_REQUEST else None
    return match is not None and bool(match["asked"])


def _numbered_paragraphs(draft: Draft, section: Section) -> list[tuple[int, int]]:
    """A section's paragraphs, each with the bullets that belong to it, as first and last block."""
    spans: list[tuple[int, int]] = []
    for index in section.content:
        block = draft.blocks[index]
        if not is_prose(block):
            break
        mark = any(ch.isdigit() for ch in block.marker)
        if spans and block.kind is BlockKind.ITEM and not mark:
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return spans


def _recommendation(draft: Draft, first: int, last: int, text: str, headed: bool) -> Decision:
    return Decision(
        anchor="",
        place=Place(first, last),
        text=text,
        identifier=draft.blocks[first].marker.rstrip(".") if draft.blocks[first].marker[:1].isdigit() else "",
        kind=DecisionKind.RECOMMENDATION,
        found_by="recommendations-section" if headed else ASKED_OF_BODY.name,
        confidence=1.0 if headed else 0.8,
    )
