"""The story of a topic: what was asked, answered, agreed and reported about it, in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Document, Heading, Question
from archive_builder.model.listed import ListEntry
from archive_builder.model.record_kinds import name_key
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import list_entries
from archive_builder.render.templating import Written
from archive_builder.text.slugs import slug


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one meeting, or one document without a meeting, says about a topic."""

    heading: Written
    anchor: str
    name: str
    """The day of the meeting, or the title of the document."""
    is_meeting: bool
    asked: int
    """The number of questions in it."""
    rows: Sequence[Written]


def in_order_of_time(held: Iterable[ListEntry], context: Context) -> list[ListEntry]:
    """The oldest first; what has no day stands at the end."""
    return sorted(held, key=lambda entry: context.date_of(entry.document) or date.max)


def chapters(held: Iterable[ListEntry], page: str, context: Context) -> list[Chapter]:
    """Return what there is by meeting or document, in the order of the entries."""
    groups: dict[str, list[ListEntry]] = {}
    for entry in held:
        meeting = context.document_meeting(entry.document)
        groups.setdefault(meeting.path if meeting else entry.document.path, []).append(entry)
    return [_chapter(target, entries, page, context) for target, entries in groups.items()]


def _chapter(target: str, entries: Sequence[ListEntry], page: str, context: Context) -> Chapter:
    document = entries[0].document
    meeting = context.document_meeting(document)
    if meeting:
        name = wording.day(meeting.held)
        words = f"{name}, {meeting.body.name}"
    else:
        name = words = wording.full_title(document)
    return Chapter(
        heading=Written(markdown.link(words, page, target)),
        anchor=f"in-{slug(target.replace('/', ' '))}",
        name=name,
        is_meeting=meeting is not None,
        asked=sum(isinstance(entry.what, Question) for entry in entries),
        rows=[list_entries.row(entry, page, context) for entry in entries],
    )


def summary(held: Sequence[ListEntry]) -> str:
    """What there is about a topic, by kind: "9 questions, 2 actions and 4 sections"."""
    counted = Counter(_kind(entry) for entry in held)
    return listed([count(number, kind) for kind, number in counted.most_common()])


def _kind(entry: ListEntry) -> str:
    match entry.what:
        case Document():
            return "document"
        case Heading():
            return "section_of_report"
    return name_key(entry.what)


def asked(told: Sequence[Chapter]) -> Iterator[tuple[str, str, int]]:
    """Yield the meetings at which questions were asked: what each is called, its anchor, and how many."""
    for chapter in told:
        if chapter.is_meeting and chapter.asked:
            yield chapter.name, chapter.anchor, chapter.asked


def counted_by(undated: int) -> str:
    """What the bars of a topic's chart count, as a sentence below it."""
    key = "counted_with_undated" if undated else "counted"
    return say(f"pages.topic.{key}", undated=count(undated, "record"))
