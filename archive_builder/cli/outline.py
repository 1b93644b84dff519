"""The output of `archive show`: what was recognised in a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import shorten

from archive_builder.cli import say
from archive_builder.lang.interface import count, month_name
from archive_builder.model import Archive, Attendance, Classification, Document, Link, Question
from archive_builder.model.record_kinds import kind_of
from archive_builder.problem import Problem

WIDTH = 110


def lines(archive: Archive, problems: Sequence[Problem]) -> Iterator[str]:
    """The documents of a file one after the other, then links and problems."""
    for document in archive.documents:
        yield from _document(document)
        yield ""
    yield from _titled("Links", map(_link, archive.links))
    yield from _titled("Problems", map(str, problems))


def _document(document: Document) -> Iterator[str]:
    kind = document.classification.value.replace("-", " ").capitalize()
    known = document.classification is not Classification.UNKNOWN
    day = _day(document.date) if document.date else "no date found"
    facts = (kind if known else "Kind not recognised", document.organization or "no body found", day)
    yield say.visible(document.title)
    yield f"  {say.visible(', '.join(facts))} (layout: {document.layout or 'none'})"
    yield f"  address: {document.path}"
    if document.fidelity is not None:
        kept, words = document.fidelity.kept_words, document.fidelity.source_words
        yield f"  words placed: {kept:,} of {words:,}"
        lost = [_short(" ".join(document.fidelity.lost), 400)] if document.fidelity.lost else []
        yield from _titled("Words not placed", lost)
    yield from _titled("Why", _reasons(document))
    yield from _titled("Outline", (_heading(document, n) for n in range(len(document.headings))))
    yield from _titled("Attendance", map(_person, document.attendance))
    yield from _titled(f"Records: {_counts(document)}", _records(document))
    aside = (f"{aside.line:6} {_short(aside.text)} [{aside.rule}]" for aside in document.asides)
    yield from _titled("Set aside", aside)


_SHOWN = 3
"""Number of candidates that are shown for a fact."""


def _day(day: date) -> str:
    """ "18 March 2025"."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def _reasons(document: Document) -> Iterator[str]:
    """The best candidates for each fact, with their scores and what speaks for them."""
    for fact in dict.fromkeys(one.fact for one in document.weighed):
        candidates = [one for one in document.weighed if one.fact == fact]
        for one in candidates[:_SHOWN]:
            yield f"{fact:5} {one.score:5.1f}  {_short(one.value, 60)}  ({', '.join(one.reasons)})"


def _titled(title: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield a list below its title; nothing if the list is empty."""
    found = [f"    {say.visible(entry)}" for entry in entries]
    if found:
        yield f"  {title}"
        yield from found


def _heading(document: Document, number: int) -> str:
    heading = document.headings[number]
    line = document.blocks[heading.block].first
    return f"{line:6} {'  ' * (heading.level - 1)}{_short(heading.text)}"


def _person(row: Attendance) -> str:
    """ "present       Ann Lee, Chair, Oxmere Council"."""
    beside = ", ".join(part for part in (row.name, row.role, row.organization) if part)
    return f"{row.status.value:13} {_short(beside)}"


def _counts(document: Document) -> str:
    kinds = Counter(kind_of(record).noun for record in document.records)
    return ", ".join(count(number, noun) for noun, number in kinds.items()) or "none"


def _records(document: Document) -> Iterator[str]:
    for record in sorted(document.records, key=document.lines):
        first, last = document.lines(record)
        doubt = f" {record.confidence:.0%} sure" if record.confidence < 1 else ""
        words = _short(record.text, WIDTH - 50)
        where = f"{first}" if first == last else f"{first}-{last}"
        yield f"{where:>9} {record.anchor:22} {words} [{record.found_by}]{doubt}"
        if record.numbered:
            yield f"{'':32} in a correction: {record.numbered}"
        if isinstance(record, Question):
            answer = _short(record.answer_text, WIDTH - 60) or record.answer_status.replace("-", " ")
            yield f"{'':32} answer: {answer}"


def _link(link: Link) -> str:
    target = link.target or f"{link.target_text} (not held)"
    return f"{link.source} {link.relation.value} {target}: {_short(link.reason, 60)}"


def _short(text: str, width: int = WIDTH - 20) -> str:
    return shorten(text, width, placeholder=" …")
