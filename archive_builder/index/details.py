"""What the entry of a kind of record has beyond, or in place of, what the fields of the kind give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from archive_builder.index import exchanges, kinds
from archive_builder.index.entry import Context
from archive_builder.lang.interface import noun, say
from archive_builder.model import (
    Action,
    ActionMarker,
    Decision,
    DecisionKind,
    ProgrammeRow,
    Question,
    Record,
    TrackerRow,
)
from archive_builder.model.record_kinds import name_key

Details = Callable[[Context, Any], dict[str, object]]


def _question(context: Context, question: Question) -> dict[str, object]:
    return {
        "heading": asked(context, question),
        "text": question.text,
        "extra": asked_by(question),
        **exchanges.of_question(question),
    }


def asked(context: Context, question: Question) -> str:
    """Return the heading of a question: its label and title, or else its agenda item."""
    return ": ".join(filter(None, (question.label, question.title))) or context.heading(question)


def asked_by(question: Question) -> str:
    return say("search_results.asked_by", name=question.asked_by) if question.asked_by else ""


def _action(context: Context, action: Action) -> dict[str, object]:
    undertaken = action.marker is ActionMarker.UNDERTAKING
    return {
        **({"sort": kinds.UNDERTAKING} if undertaken else {}),
        "extra": _for(action.owners),
    }


def _for(owners: Sequence[str]) -> str:
    return say("search_results.owners", names=", ".join(owners)) if owners else ""


def _decision(context: Context, decision: Decision) -> dict[str, object]:
    noted = decision.kind is DecisionKind.NOTED
    name = say("search_results.noted") if noted else noun(name_key(decision)).capitalize()
    return {"kind": name, "also": name, "extra": decision.stem}  # people type "decision 030/2022"


def _tracker_row(context: Context, row: TrackerRow) -> dict[str, object]:
    first = say("search_results.first_at", meeting=row.meeting) if row.meeting else ""
    about = (row.status, _for(row.owners), first)
    return {"extra": ", ".join(filter(None, about))}


def _programme_row(context: Context, row: ProgrammeRow) -> dict[str, object]:
    presented = say("search_results.presented_by", names=row.presenters) if row.presenters else ""
    return {
        "kind": say("search_results.work_programme"),
        "heading": row.text,
        "extra": presented,
        "people": (row.presenters,),
    }


DETAILS: Mapping[type[Record], Details] = {
    Question: _question,
    Action: _action,
    Decision: _decision,
    TrackerRow: _tracker_row,
    ProgrammeRow: _programme_row,
}
"""What the entry of a kind has beyond, or in place of, what its fields give."""
