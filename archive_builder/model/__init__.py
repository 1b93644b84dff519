"""What the archive knows: sources, blocks, records, documents, the archive and its pages.

Plain frozen data. Nothing here reads a file or imports another part of the package; every stage
imports this and no other stage.
"""

from archive_builder.model.archive import Archive, Body, Link, Meeting, Person, Relation, Role
from archive_builder.model.blocks import Block, BlockKind, Row, Run, Text, cut, plain, trimmed
from archive_builder.model.document import (
    KIND_NAMES,
    Aside,
    Classification,
    Document,
    Fidelity,
    Reading,
    Source,
)
from archive_builder.model.pages import Asset, Page
from archive_builder.model.records import (
    CERTAIN,
    LIKELY,
    Action,
    AgendaItem,
    Attendance,
    AttendanceStatus,
    Decision,
    DecisionKind,
    Figure,
    Heading,
    Place,
    ProgrammeRow,
    Question,
    Record,
    Table,
    TrackerRow,
)

__all__ = [
    "CERTAIN",
    "KIND_NAMES",
    "LIKELY",
    "Action",
    "AgendaItem",
    "Archive",
    "Aside",
    "Asset",
    "Attendance",
    "AttendanceStatus",
    "Block",
    "BlockKind",
    "Body",
    "Classification",
    "Decision",
    "DecisionKind",
    "Document",
    "Fidelity",
    "Figure",
    "Heading",
    "Link",
    "Meeting",
    "Page",
    "Person",
    "Place",
    "ProgrammeRow",
    "Question",
    "Reading",
    "Record",
    "Relation",
    "Role",
    "Row",
    "Run",
    "Source",
    "Table",
    "Text",
    "TrackerRow",
    "cut",
    "plain",
    "trimmed",
]
