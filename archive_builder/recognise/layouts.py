"""Which finders read which kind of document. A new layout is a row here and, at most, a finder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive_builder.model import Classification
from archive_builder.recognise.facts.meeting_dates import find_meeting_dates
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.records.actions import find_actions
from archive_builder.recognise.records.amendments import find_amendments
from archive_builder.recognise.records.decisions import find_decisions
from archive_builder.recognise.records.programmes import find_programme_rows
from archive_builder.recognise.records.questions import find_questions, find_sheet_questions
from archive_builder.recognise.records.reviewed_actions import find_reviewed_actions
from archive_builder.recognise.records.trackers import find_tracker_rows
from archive_builder.recognise.records.votes import find_votes
from archive_builder.recognise.shape.agenda_items import find_items
from archive_builder.recognise.shape.attendance import find_attendance, find_listed_attendance
from archive_builder.recognise.shape.data_tables import find_tables
from archive_builder.recognise.shape.sections import find_sections

Finder = Callable[[Draft], Draft]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one family of documents is read: its kinds, and the finders in order."""

    name: str
    kinds: frozenset[Classification]
    finders: tuple[Finder, ...]


LAYOUTS = (
    Layout(
        "meeting",
        frozenset({Classification.MINUTES, Classification.NOTES}),
        (
            find_sections,
            find_items,
            find_attendance,
            find_tables,
            find_tracker_rows,
            find_programme_rows,
            find_reviewed_actions,
            find_questions,
            find_actions,
            find_decisions,
            find_votes,
            find_amendments,
            find_meeting_dates,
        ),
    ),
    Layout(
        "agenda",
        frozenset({Classification.AGENDA}),
        (
            find_sections,
            find_items,
            find_attendance,
            find_tables,
            find_tracker_rows,
            find_programme_rows,
            find_reviewed_actions,
            find_questions,
            find_meeting_dates,
        ),
    ),
    Layout(
        "report",
        frozenset(
            {
                Classification.REPORT,
                Classification.APPENDIX,
                Classification.ANNUAL_REPORT,
                Classification.WORK_PROGRAMME,
            }
            | {Classification.DECISION_RECORD, Classification.ACTION_TRACKER}
        ),
        (
            find_sections,
            find_listed_attendance,
            find_tables,
            find_tracker_rows,
            find_programme_rows,
            find_reviewed_actions,
            find_sheet_questions,
            find_decisions,
            find_votes,
        ),
    ),
    Layout(
        "decisions and actions",
        frozenset({Classification.DECISION_LIST}),
        (
            find_sections,
            find_tables,
            find_tracker_rows,
            find_programme_rows,
            find_actions,
            find_decisions,
            find_votes,
        ),
    ),
    Layout(
        "plain",
        frozenset({Classification.UNKNOWN}),
        (
            find_sections,
            find_tables,
            find_tracker_rows,
            find_programme_rows,
            find_sheet_questions,
            find_actions,
        ),
    ),
)


def layout_of(kind: Classification) -> Layout:
    """The one layout that reads a kind of document."""
    [found] = [layout for layout in LAYOUTS if kind in layout.kinds]
    return found
