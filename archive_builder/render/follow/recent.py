"""What changed recently and what is still open, as of the archive's newest document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from archive_builder.lang.interface import count, say
from archive_builder.model import ActionStatus, Document, LifeLine, Record, StepKind, TrackerRow, counts
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import lifelines
from archive_builder.render.records.rows import action_row, decision_row
from archive_builder.render.records.tally import counted_of
from archive_builder.render.templating import Written

MEETINGS = 3
"""Number of the newest meetings that count as recent."""


def changes(context: Context, most: int) -> list[Written]:
    """What the newest meetings' papers closed, then what was promised and decided at them."""
    newest = sorted(context.archive.meetings, key=lambda m: (m.held, m.path), reverse=True)[:MEETINGS]
    documents = [document for meeting in newest for document in counted_of(meeting, context)]
    found = (*_closed(documents, context), *_promised(documents, context), *_decided(documents, context))
    return list(islice(found, most))


def _closed(documents: list[Document], context: Context) -> Iterator[Written]:
    """Actions that a tracker reports as done, and closed life-lines."""
    ended = {
        step.source: line.path or line.origin
        for line in context.archive.lifelines.values()
        for step in line.steps
        if step.kind is StepKind.CLOSED
    }
    for document in documents:
        for record in document.records:
            source = document.id_of(record)
            done = isinstance(record, TrackerRow) and record.status is ActionStatus.COMPLETED
            if source in ended or (done and not context.archive.lifelines):
                yield _line(say("recent.closed"), record, ended.get(source, source), document)


def _line(kind: str, record: Record, target: str, document: Document) -> Written:
    words = markdown.link(wording.record_title(record, 120), "", target)
    title = wording.title_of(document)
    where = markdown.escape(say("recent.in_document", title=f"{title[:1].lower()}{title[1:]}"))
    return Written(f'<span class="kind">{kind}</span> {words} <span class="meta">{where}</span>')


def _promised(documents: list[Document], context: Context) -> Iterator[Written]:
    for document in documents:
        for action in document.actions:
            row = action_row(document, action, "", context)
            yield Written(f'<span class="kind">{say("recent.promised")}</span> {row}')


def _decided(documents: list[Document], context: Context) -> Iterator[Written]:
    for document in documents:
        for decision in document.decisions:
            if not counts.is_undecided(decision) and counts.is_counted(decision):
                row = decision_row(document, decision, "", context)
                yield Written(f'<span class="kind">{say("recent.decided")}</span> {row}')


def open_promises(context: Context, most: int) -> tuple[int, list[Written]]:
    """Return the number of open actions and resolutions, and those that have been open for longest."""
    held = list(counts.open_lines(context.archive))
    held.sort(key=lambda line: (-(line.days_open or 0), line.origin))
    rows = []
    for line in held[:most]:
        document, record = context.records[line.origin]
        words = markdown.link(context.title(document, record, 120), "", line.path or line.origin)
        about = [
            lifelines.in_short(line),
            count(line.days_open, "day") if line.days_open else "",
            lifelines.owners(document, record, "", context),
            markdown.escape(_made(line, document, context)),
        ]
        rows.append(
            Written(f'{words} <span class="meta">{" · ".join(part for part in about if part)}</span>')
        )
    return len(held), rows


def _made(line: LifeLine, document: Document, context: Context) -> str:
    """Return since when it is open, or the day of the first tracker that names it."""
    day = context.date_of(document)
    if line.since:
        return say("recent.since", day=wording.day(line.since))
    return say("recent.first_seen", day=wording.day(day)) if day else ""
