"""What the rows of the export look up in the archive: items, tracker histories, better copies, topics."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from archive_builder.model import Archive, Document, Record, Relation, Topic, TrackerRow, addresses
from archive_builder.model.listed import entries_by_topic


@dataclass(frozen=True)
class Lookup:
    """The archive with look-ups that all rows share."""

    archive: Archive
    tracks: dict[str, str] = field(default_factory=dict)
    """Id of what a tracker row follows, by the row's id."""
    amends: dict[str, str] = field(default_factory=dict)
    """Id of the minutes that an amendment changes, by the amendment's id."""
    trackers: dict[str, list[tuple[Document, TrackerRow]]] = field(default_factory=dict)
    """Tracker rows that follow a record, oldest first, by the record's id."""
    numbers: dict[str, str] = field(default_factory=dict)
    """The numbers of agenda items as printed, by the item's id; of two items with one id, that of the first."""

    def __post_init__(self) -> None:
        for link in self.archive.links:
            if link.relation is Relation.TRACKS and link.target:
                self.tracks.setdefault(link.source, link.target)
            if link.relation is Relation.AMENDS and link.target:
                self.amends[link.source] = link.target
        for document in self.archive.documents:
            for item in document.items:
                self.numbers.setdefault(document.id_of(item), item.number)
            for row in document.tracker_rows:
                target = self.tracks.get(document.id_of(row))
                if target and not document.same_as:
                    self.trackers.setdefault(target, []).append((document, row))

    @cached_property
    def topics(self) -> list[Topic]:
        """The topics that have a page, in the archive's order."""
        listed = entries_by_topic(self.archive)
        return [topic for topic in self.archive.topics if topic.slug in listed]

    def item_id(self, document: Document, record: Record) -> str | None:
        return addresses.record(document.path, record.item) if record.item else None

    def item_number(self, document: Document, record: Record) -> str | None:
        """The number of the agenda item a record stands under, as printed."""
        return self.numbers.get(addresses.record(document.path, record.item)) or None if record.item else None

    def same_as(self, document: Document, record: Record) -> str | None:
        """The id this record has in a better document of the same meeting.

        Where that document words it so differently that it cannot be told, the better document
        itself: its records are the ones that count, and rows with `same_as` never do.
        """
        if not document.same_as:
            return None
        better = self.archive.document(document.same_as)
        alike = [other for other in better.records if type(other) is type(record)] if better else []
        for agrees in (_same_words, _same_anchor):
            for other in alike:
                if better and agrees(record, other):
                    return better.id_of(other)
        return document.same_as


def _same_words(one: Record, other: Record) -> bool:
    return one.text.casefold() == other.text.casefold()


def _same_anchor(one: Record, other: Record) -> bool:
    return one.anchor == other.anchor
