"""The page of gaps: meetings, papers and follow-up that the documents refer to and the archive lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from archive_builder.lang.interface import say
from archive_builder.model import Link, Page, ProgrammeRow, Relation, TrackerRow, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import labels
from archive_builder.render.records.tally import grouped
from archive_builder.render.records.unfinished import Entry, section, unfinished
from archive_builder.render.templating import Written, fill


class Gap(NamedTuple):
    """A sort of gap: its anchor, and the relations whose missing targets belong to it."""

    anchor: str
    """Its key in the words of the interface, too."""
    relations: tuple[Relation, ...]


GAPS = (
    Gap(
        "meetings",
        (
            Relation.PREVIOUS_MEETING,
            Relation.NEXT_MEETING,
            Relation.CONFIRMS_MINUTES,
            Relation.AMENDS,
            Relation.SCHEDULED_FOR,
            Relation.PRESENTED_TO,
        ),
    ),
    Gap(
        "papers",
        (Relation.PAPER_FOR, Relation.APPENDIX_OF, Relation.NOT_IN_ARCHIVE, Relation.RESOLVED_AS),
    ),
    Gap(
        "origins",
        (Relation.TRACKS, Relation.ARISES_FROM, Relation.ANSWERS, Relation.SAME_MATTER),
    ),
    Gap(
        "untracked",
        (Relation.UNTRACKED,),
    ),
)

TO_COME = "to-come"

PAGE = addresses.GAPS
MOST = 100
"""Maximum number of entries listed for each sort; the data files have all of them."""


def pages(context: Context) -> Iterator[Page]:
    """`gaps/`: every link without a target, with the sentence that says so."""
    missing = [link for link in context.archive.links if not link.target and context.exists(link.source)]
    missing = [link for link in missing if not link.withdrawn]
    missing = [link for link in missing if not _of_uncounted(link, context) and not _is_unnamed(link)]
    missing, coming = _parted(missing, context)
    sections = [section(gap.anchor, _entries(_of(gap, missing, context), context)) for gap in GAPS]
    sections += unfinished(PAGE, context)
    sections.append(section(TO_COME, _entries(coming, context)))
    yield Page(
        path=PAGE,
        title=say("pages.gaps.title"),
        front={"description": say("pages.gaps.description")},
        body=fill("gaps", PAGE, sections=[section for section in sections if section.rows], most=MOST),
    )


def _parted(missing: list[Link], context: Context) -> tuple[list[Link], list[Link]]:
    """What is missing, and the meetings of days after the newest document: they may still take place."""
    newest = context.archive.as_of
    coming = [link for link in missing if newest and _is_after(link, newest, context)]
    return [link for link in missing if link not in coming], coming


def _is_after(link: Link, newest: date, context: Context) -> bool:
    meeting = _gap_of(link, context) is GAPS[0]
    return meeting and newest.isoformat() < _first_date(link.target_text) < UNDATED


def _of(gap: Gap, missing: list[Link], context: Context) -> list[Link]:
    return [link for link in missing if _gap_of(link, context) is gap]


def _of_uncounted(link: Link, context: Context) -> bool:
    document = context.archive.document(addresses.page_of(link.source))
    return bool(document and document.same_as)


def _is_unnamed(link: Link) -> bool:
    """True for an amendment to minutes that it does not name: nothing tells which are missing."""
    return link.relation is Relation.AMENDS and not link.target_text


def _gap_of(link: Link, context: Context) -> Gap:
    """Return the sort that a gap belongs to; whatever a tracker row lacks counts as its origin."""
    _, record = context.records.get(link.source, (None, None))
    relation = Relation.TRACKS if isinstance(record, TrackerRow) else link.relation
    return next((gap for gap in GAPS if relation in gap.relations), GAPS[0])


def _entries(missing: list[Link], context: Context) -> list[Entry]:
    """Return each missing thing once, with every place that refers to it."""
    missing = sorted(missing, key=lambda link: _first_date(link.target_text))
    targets = grouped(missing, lambda link: _name(link, context))
    return [
        (name, list(dict.fromkeys(_says(link, context) for link in _told_once(links))))
        for name, links in targets.items()
    ]


def _told_once(links: list[Link]) -> list[Link]:
    """Drop a link from a document where a record in that document has a link with the same words."""
    return [link for link in links if not any(_repeats(link, other) for other in links)]


def _repeats(link: Link, other: Link) -> bool:
    document, anchor = addresses.split(other.source)
    return (
        bool(anchor)
        and link.source == document
        and " ".join(other.reason.split()) in " ".join(link.reason.split())
    )


UNDATED = "9999"


def _first_date(text: str) -> str:
    """Sort key: the date in a target's name; targets without a date come last, in their order."""
    found = re.search(r"\d{4}-\d{2}-\d{2}", text)
    return found[0] if found else UNDATED


def _name(link: Link, context: Context) -> Written:
    if link.relation is Relation.UNTRACKED and link.source in context.records:
        _, record = context.records[link.source]
        words = f"{wording.capital(wording.record_name(record))}: {wording.text_of(record, 240)}"
        return Written(markdown.link(words, PAGE, link.source))
    return Written(
        markdown.line(wording.with_full_dates(link.target_text) or wording.shorten(link.reason, 80))
    )


def _says(link: Link, context: Context) -> Written:
    where = markdown.link(labels.pointed(link.source, PAGE, context), PAGE, link.source)
    body = context.bodies.get(_body(link, context))
    source = f"{where}, {markdown.escape(body.name)}" if body else where
    return Written(f'{_evidence(link, context)}<span class="meta">{source}</span>')


def _evidence(link: Link, context: Context) -> str:
    """Return the quoted words that refer to it; for a work programme all that the row says."""
    if link.relation is Relation.UNTRACKED:
        return ""
    _, record = context.records.get(link.source, (None, None))
    if isinstance(record, ProgrammeRow):
        return _promised(record)
    reason = " ".join(link.reason.split())
    # A reason cut out of a longer sentence says so.
    return _quoted(f"… {reason}" if reason[:1].islower() else reason)


def _promised(row: ProgrammeRow) -> str:
    planned = say("gaps.planned")
    if row.scheduled:
        planned = say("gaps.planned_for", day=wording.day(row.scheduled))
    said = ((planned, row.text), (say("gaps.aims"), row.aims), (say("gaps.presenting"), row.presenters))
    quoted = [f"{name}: {_quoted(wording.shorten(words, 200)).strip()}" for name, words in said if words]
    return f"{'; '.join(quoted)} "


def _quoted(words: str) -> str:
    return f"“{markdown.escape(words)}” " if words else ""


def _body(link: Link, context: Context) -> str:
    document = context.archive.document(addresses.page_of(link.source))
    if document:
        return document.body
    meeting = context.meetings.get(link.source)
    return meeting.body.slug if meeting else ""
