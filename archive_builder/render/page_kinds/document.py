"""The page of a document or of a part of a pack: its facts, then its text with the records marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.lang.interface import count, say
from archive_builder.model import CERTAIN, Document, Page, Relation, addresses
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of, where
from archive_builder.render.document_text import markdown, originals, versions
from archive_builder.render.document_text.passages import text_of
from archive_builder.render.page_kinds.document_facts import MEETINGS, facts
from archive_builder.render.records import labels, phrases
from archive_builder.render.records.tally import tally
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill
from archive_builder.text.words import words

MISREAD_SHOWN = 20
"""Maximum number of words that a page names as not surely recognised."""


def _subjects(context: Context) -> Iterator[str]:
    return (document.path for document in context.archive.documents)


def _pages(path: str, context: Context) -> Iterator[Page]:
    """Make the page of a document."""
    document = context.archive.document(path)
    if document:
        yield Page(
            path=document.path,
            title=wording.full_title(document),
            front=_front(document, context),
            body=fill(
                "document",
                document.path,
                title=wording.title_of(document),
                crumbs=_crumbs(document, context),
                kind=wording.kind_of(document),
                facts=list(facts(document, context)),
                links=Written(
                    phrases.line(labels.links(document.path, document.path, context, MEETINGS), document.path)
                ),
                parts=_parts(document, context),
                better=_better(document, context),
                changes=_changes(document, context),
                is_version=versions.newest_of(document, context) is not None,
                older=[(wording.title_of(each), each.path) for each in versions.older_of(document, context)],
                amendments=_amendments(document, context),
                text=Written(text_of(document, context)),
                document=document,
                original=originals.whole(document),
                printed=_printed_title(document),
                set_aside=_set_aside(document),
                put_right=[wording.shorten(aside.note, 400) for aside in document.asides if aside.note],
                kept=_kept(document, context),
                doubtful=_doubtful(document, context),
                misread=_misread(document),
                misread_shown=MISREAD_SHOWN,
                contact=context.contact,
            ),
        )


pages = PerSubject(_subjects, _pages)
"""A page for each document and each part of a pack, at the document's path."""


def _front(document: Document, context: Context) -> Mapping[str, object]:
    people = dict.fromkeys(attended.name for attended in document.attendance)
    front: dict[str, object] = {
        "description": _description(document, context),
        "classification": document.classification.value,
        "status": document.status.value if document.status else None,
        "organization": document.organization,
        "date": document.date,
        "where": where(document, context),
        "people": list(people),
        "source": {"file": document.source.file, "sha256": document.source.sha256},
        "counts": {
            **{kind.export: len(kind.of(document)) for kind in RECORD_KINDS},
            "tables": len(document.tables),
            "figures": len(document.figures),
        },
    }
    return {key: value for key, value in front.items() if value not in (None, "", [])}


def _description(document: Document, context: Context) -> str:
    holds = str(tally([document]))
    start, body = wording.kind_of(document), body_of(document, context)
    if body:
        start = say("pages.document.kind_of_body", kind=start, body=body)
    if document.classification not in wording.NAMED_BY_MEETING:  # a meeting has several: the title tells them
        start = f"{wording.shorten(wording.title_of(document), 120)}. {start}"
    when = f", {wording.day(document.date)}" if document.date else ""
    return f"{start}{when}: {holds}." if holds else f"{start}{when}."


def _crumbs(document: Document, context: Context) -> list[Written]:
    page = document.path
    crumbs: list[tuple[str, str]] = []
    meeting = context.document_meeting(document)
    if meeting:
        crumbs = [
            (say("pages.meetings.title"), addresses.MEETINGS),
            (meeting.body.name, meeting.body.path),
            (wording.day(meeting.held), meeting.path),
        ]
    elif page.startswith(addresses.ANNUAL_REPORTS):
        crumbs = [(say("pages.annual-reports.title"), addresses.ANNUAL_REPORTS)]
    elif page.startswith(addresses.DOCUMENTS):
        crumbs = [(say("pages.documents.title"), addresses.DOCUMENTS)]
    return [Written(markdown.link(words, page, target)) for words, target in crumbs]


def _printed_title(document: Document) -> str:
    """Return the title that a document prints, where its page is titled in other words."""
    printed = wording.title_case(document.title)
    return "" if printed.casefold() in wording.full_title(document).casefold() else printed


def _parts(document: Document, context: Context) -> list[tuple[str, str, str]]:
    """What is bound in a pack: title, address, kind."""
    return [
        (wording.title_of(part), part.path, _kind_unless_said(part))
        for part in context.parts.get(document.path, ())
    ]


def _kind_unless_said(part: Document) -> str:
    kind = wording.kind_of(part)
    return "" if wording.title_of(part).startswith(kind) else kind.lower()


def _better(document: Document, context: Context) -> tuple[str, str] | None:
    better = context.archive.document(document.same_as)
    return (wording.title_of(better), better.path) if better else None


def _changes(document: Document, context: Context) -> list[Written]:
    """What the newest version changed in this one, passage by passage; nothing where this is the newest."""
    newest = versions.newest_of(document, context)
    return versions.changes(document, newest) if newest else []


def _amendments(document: Document, context: Context) -> list[tuple[str, Written]]:
    """With which words later minutes changed these as they agreed them, and where they stand."""
    found = []
    for link in context.arriving.get(document.path, ()):
        if link.relation is Relation.AMENDS and link.source in context.records:
            other, record = context.records[link.source]
            where = markdown.link(labels.place_of(other), document.path, link.source)
            found.append((wording.shorten(record.text, 600), Written(where)))
    return found


def _set_aside(document: Document) -> list[str]:
    return [
        wording.shorten(aside.text, 200) for aside in document.asides if aside.text.strip() and not aside.note
    ]


def _doubtful(document: Document, context: Context) -> list[Written]:
    """Return the records below certainty, each as a link to its place on the page."""
    return [
        Written(markdown.link(labels.pointed(name, document.path, context), document.path, name))
        for record in document.records
        if record.confidence < CERTAIN
        for name in [document.id_of(record)]
    ]


def _misread(document: Document) -> list[str]:
    """Return the words of the page that text recognition is not sure of, with their page and confidence."""
    recognition = document.source.recognition
    if recognition is None:
        return []
    standing = {word for block in document.blocks for word in words(block.all_words)}
    return [
        say("pages.document.misread", word=doubtful.text, page=doubtful.page, confidence=doubtful.confidence)
        for doubtful in recognition.doubtful
        if not standing.isdisjoint(words(doubtful.text))
    ]


def _kept(document: Document, context: Context) -> str:
    """Return how many of the source's words are on its pages; a part of a pack shows the pack's figure."""
    pack = context.archive.document(document.part_of)
    fidelity = document.fidelity or (pack.fidelity if pack else None)
    if fidelity is None or not fidelity.source_words:
        return ""
    share = 100 * fidelity.kept_words / fidelity.source_words
    # 99.96 must not read as "100": rounded down to a tenth.
    key = "kept_of_file" if document.part_of else "kept"
    words = count(fidelity.source_words, "word")
    kept = say(f"pages.document.{key}", share=f"{int(share * 10) / 10:g}", words=words)
    lost = ", ".join(fidelity.lost)
    return say("pages.document.lost", kept=kept, lost=lost) if lost else kept
