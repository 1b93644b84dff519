"""What can be downloaded."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import Page
from archive_builder.render.context import Context
from archive_builder.render.templating import filled

FILES = (
    ("documents", "Every document and every part of a pack: what it is, its date, its source file."),
    ("attendance", "Who was present and who sent apologies, as printed."),
    ("agenda_items", "Items of business with their numbers."),
    ("questions", "Questions with their answers."),
    ("actions", "Actions and undertakings, their owners, and what trackers said of them later."),
    ("decisions", "What was resolved, approved, noted and recommended; key decisions."),
    ("tracker_rows", "Rows of action trackers with their status."),
    ("work_programme", "What was planned for which meeting."),
    ("headings", "The outline of each document."),
    ("tables", "Data tables: captions, headers, sizes."),
    ("figures", "Charts and pictures, and those the source text has lost."),
    ("people", "People with their roles and the dates of the documents that show them."),
    ("links", "What belongs to what, with the words that say so."),
    ("problems", "What could not be read or is uncertain."),
)
"""The files of the export with a line on each; their keys are described in the data's own notes."""


def pages(context: Context) -> Iterator[Page]:
    """`data/`: the files of the export, a line on each."""
    yield Page(
        path="data/",
        title="Data",
        front={"description": "Everything in this archive as open data."},
        body=filled(
            "data",
            "data/",
            files=[(name.replace("_", " ").capitalize(), name, about) for name, about in FILES],
            licence=context.settings.site.licence,
        ),
    )
