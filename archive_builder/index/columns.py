"""What records are filtered and counted by: a column a facet, over the records of a segment in order.

`kind` and `status` are a byte a record, `body` a number, the place of its value in a list of values;
`person` and `topic` are how many values a record has, then the values. All are in one file, as a reader who counts
needs all of them: the stretches of `days` and of each facet, in the order of `ORDER`. Days are runs of records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from archive_builder.index import packing
from archive_builder.index.entry import Entry
from archive_builder.index.kinds import NAMES
from archive_builder.lang.interface import say
from archive_builder.model import Archive, Standing

ORDER = ("days", "kind", "body", "status", "person", "topic")
"""The stretches of the file."""

MANY = ("person", "topic")
"""Facets of which a record may have several values; the frequent values have the small numbers."""

FIRST_DAY = date(1700, 1, 1).toordinal()
"""Day 1; day 0 stands for no date."""

PERIODS = 1_000_000
"""Added to the last day of a year that an entry covers: it is not the day of anything."""

YEAR_END = (3, 31)
"""Month and day on which the year of an annual report ends, in the United Kingdom."""


class Columns:
    """Collects the facet values of records one by one, then returns their files."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.names: dict[str, dict[str, str]] = {
            "kind": dict(NAMES),
            "body": {"": ""},
            "status": {"": "", **{str(each): say(f"standings.{each}") for each in Standing}},
            "person": {},
            "topic": {},
        }
        self.values: dict[str, list[tuple[str, ...]]] = {name: [] for name in self.names}
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.days: list[list[int]] = []
        self._people = {person.id: person.name for person in archive.people}
        self._topics = {topic.slug: topic.name for topic in archive.topics}

    def add(self, entry: Entry) -> None:
        """Add the values of the next record."""
        line = self.archive.lifelines.get(entry.record)
        about = self.archive.about.get(entry.record, ())
        self._put("kind", {entry.sort: ""})
        self._put("body", {entry.body_slug: entry.body})
        self._put("status", {str(line.standing) if line else "": ""})
        self._put("person", {who: self._people[who] for who in sorted({*entry.ids}) if who in self._people})
        self._put("topic", {slug: self._topics.get(slug, slug) for slug in about})
        day = _day(entry)
        if self.days and self.days[-1][0] == day:
            self.days[-1][1] += 1
        else:
            self.days.append([day, 1])

    def _put(self, name: str, values: Mapping[str, str]) -> None:
        for value, label in values.items():
            self.names[name].setdefault(value, label)
        made = tuple(values)  # the same few again and again: each is held once
        self.values[name].append(self._known.setdefault(made, made))

    def file(self) -> bytes:
        """Return the file of all columns."""
        made = {name: self._stretch(name) for name in self.names} | {"days": _days(self.days)}
        return packing.packed(packing.parts(*(made[name] for name in ORDER)))

    def _stretch(self, name: str) -> bytes:
        """Return the stretch of a facet: the values with their labels, then those of each record.

        Where a record may have many, the numbers of values come first.
        """
        many = name in MANY
        columns = self.values[name]
        times = Counter(value for values in columns for value in values)
        ordered = sorted(self.names[name], key=lambda value: -times[value]) if many else [*self.names[name]]
        place = {value: number for number, value in enumerate(ordered)}
        return packing.parts(
            packing.as_json([(value, self.names[name][value]) for value in ordered]),
            packing.listed(map(len, columns)) if many else b"",
            packing.listed(place[value] for values in columns for value in values),
        )


def _day(entry: Entry) -> int:
    """Return the day of an entry, or the last day of the year that it covers, marked; 0 for neither."""
    if entry.date:
        return date.fromisoformat(entry.date).toordinal() - FIRST_DAY
    if entry.period:
        last = date(int(entry.period[:4]) + 1, *YEAR_END)
        return PERIODS + last.toordinal() - FIRST_DAY
    return 0


def _days(runs: Sequence[Sequence[int]]) -> bytes:
    """Return each run of records of one day: the difference to the day before, zigzag-encoded, and the number."""
    before, made = 0, []
    for day, count in runs:
        step = day - before
        made += [2 * step if step >= 0 else -2 * step - 1, count]
        before = day
    return packing.listed(made)
