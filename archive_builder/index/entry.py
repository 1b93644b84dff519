"""An entry of the search: one result, with what is shown of it and the words by which it is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive_builder.model import Document, Record, addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One result of a search: what is shown of it, and the further words by which it is found."""

    url: str
    """Page and anchor below the site's root."""
    kind: str
    """"Question", "Tracker row": shown before the heading."""
    sort: str
    """The value of the filter by kind."""
    body: str
    date: str
    """ISO 8601, or empty."""
    period: str = ""
    """The year that it covers, if it has no date: 2023-24."""
    heading: str
    text: str
    extra: str = ""
    """A line below the heading: "asked by …"."""
    title: str = ""
    """What the result is called in place of its heading: the words of a question."""
    beside: str = ""
    """What belongs to it and is shown below its words: the opening of a question's answer."""
    stands: str = ""
    """How it stands: "Answered"."""
    people: tuple[str, ...] = ()
    also: str = ""
    """Further words that find it: an answer is found by those of its question."""
    record: str = ""
    """Id of the record it is about; an answer is about its question. Empty for a section or a person."""
    document: str = ""
    """Path of the document it stands in."""
    body_slug: str = ""
    identifier: str = ""
    """The number it is known by: 687 iii a, 030-2022."""
    ids: tuple[str, ...] = ()
    """Ids of the people it names."""

    @property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        return {"heading": (self.heading,), "people": self.people, "text": (self.text, self.also)}


@dataclass(frozen=True, slots=True)
class Context:
    """A document with what all its entries share."""

    document: Document
    body: str
    date: str

    def heading(self, record: Record, identifier: str = "") -> str:
        """Return the agenda item a record stands under, with its number, or else the document's title.

        The number is left out if the identifier begins with it ("236 ii").
        """
        for item in self.document.items:
            if item.anchor == record.item:
                said = item.number and identifier.split()[:1] == [item.number]
                return " ".join(filter(None, ("" if said else item.number, item.text)))
        return self.document.title

    def numbered(self, record: Record, identifier: str, title: str = "") -> str:
        """Return a record's identifier before its title or what it stands under."""
        return ": ".join(filter(None, (identifier, title or self.heading(record, identifier))))

    def entry(self, anchor: str, **what: object) -> Entry:
        url = addresses.record(self.document.path, anchor)
        return Entry(
            url=url,
            body=self.body,
            body_slug=self.document.body,
            date=self.date,
            period="" if self.date else self.document.period,
            document=self.document.path,
            **what,  # type: ignore[arg-type]
        )
