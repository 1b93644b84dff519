"""Blocks to records: packs are split, each document's layout is chosen, its finders read it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import chain

from archive_builder.model import Aside, Block, Classification, Document, Fidelity, Heading, Reading
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.problem import Report
from archive_builder.recognise.facts.called_off import find_called_off
from archive_builder.recognise.facts.doubts import report_doubts
from archive_builder.recognise.facts.kind import kind_of
from archive_builder.recognise.facts.masthead import read_masthead
from archive_builder.recognise.facts.paper_status import find_status
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Masthead
from archive_builder.recognise.languages import only_english, report_language
from archive_builder.recognise.layouts import layout_of
from archive_builder.recognise.shape import packs
from archive_builder.recognise.shape.item_rows import open_item_rows
from archive_builder.recognise.shape.minute_tables import open_minute_tables
from archive_builder.recognise.shape.run_in import split_run_in
from archive_builder.settings import Settings
from archive_builder.text.words import words


def recognise(reading: Reading, settings: Settings, report: Report) -> tuple[Document, ...]:
    """The documents of one source: a pack first and then its parts, or a single document.

    Reports no-layout where nothing tells what a document is, no-body, undated and doubtful-date.
    """
    vocabulary = settings.vocabulary
    reading = open_minute_tables(open_item_rows(reading, vocabulary), vocabulary)
    blocks = tuple(split_run_in(reading.blocks, vocabulary))
    fidelity = accounted(reading, blocks)
    bounds = packs.split(blocks, vocabulary)
    if len(bounds) == 1:
        head = _with_facts(read_masthead(blocks, settings, reading), reading)
        document = replace(_document(reading, blocks, reading.asides, head, settings), fidelity=fidelity)
        report_doubts(document, dict(reading.facts), report)
        report_language(document, report)
        return (document,)
    head = replace(
        read_masthead(blocks[: bounds[0].end], settings, reading), classification=Classification.AGENDA_PACK
    )
    made = []
    for position, bound in enumerate(bounds, 1):
        own = blocks[bound.first : bound.end]
        masthead = _part_masthead(own, position, head, settings)
        after = blocks[bound.end].first if bound.end < len(blocks) else None
        asides = _asides(reading, 0 if position == 1 else own[0].first, after)
        part = _document(reading, own, asides, masthead, settings)
        made.append(replace(part, position=position, part_of=reading.source.file))
    for part in made:
        report_language(part, report)
    return replace(_pack(reading, head, made), fidelity=fidelity), *made


def accounted(reading: Reading, blocks: tuple[Block, ...]) -> Fidelity:
    """How many of the source's words are in its blocks or were set aside by name.

    The blocks are published whole, in order; a test holds the pages against them.
    """
    texts = (block.marked_words for block in blocks)
    asides = (aside.text for aside in reading.asides)
    kept = Counter(chain.from_iterable(map(words, chain(texts, asides))))
    lost = Counter(reading.words) - kept
    total = len(reading.words)
    return Fidelity(source_words=total, kept_words=total - lost.total(), lost=tuple(sorted(lost.elements())))


def _with_facts(head: Masthead, reading: Reading) -> Masthead:
    """A masthead with what a correction file says in the place of what was read."""
    facts = dict(reading.facts)
    return replace(
        head,
        classification=Classification(facts.get("kind", head.classification)),
        title=facts.get("title", head.title),
        organization=facts.get("body", head.organization),
        date=date.fromisoformat(facts["date"]) if "date" in facts else head.date,
    )


def _part_masthead(blocks: tuple[Block, ...], position: int, pack: Masthead, settings: Settings) -> Masthead:
    head = read_masthead(blocks, settings, pack=pack)
    untitled = kind_of(head.title, settings.vocabulary) is Classification.UNKNOWN
    if position == 1 and untitled and head.classification in _AGENDA_OF_A_PACK:
        return replace(head, classification=Classification.AGENDA, title="Agenda", date=pack.date)
    if head.organization != pack.organization and head.classification is Classification.REPORT:
        return replace(head, classification=Classification.APPENDIX)
    return head


_AGENDA_OF_A_PACK = (Classification.UNKNOWN, Classification.AGENDA_PACK, Classification.AGENDA)
"""What the first part of a pack may be taken for: it is the agenda."""


def _pack(reading: Reading, head: Masthead, made: list[Document]) -> Document:
    agenda = made[0]
    return Document(
        source=reading.source,
        classification=Classification.AGENDA_PACK,
        title=head.organization or head.title,
        organization=head.organization,
        date=head.date,
        time=head.time,
        venue=head.venue,
        previous_meeting=agenda.previous_meeting,
        next_meeting=agenda.next_meeting,
        stated=agenda.stated,
        layout="pack",
    )


def _document(
    reading: Reading, blocks: tuple[Block, ...], asides: tuple[Aside, ...], head: Masthead, settings: Settings
) -> Document:
    layout = layout_of(head.classification)
    draft = Draft(vocabulary=settings.vocabulary, blocks=blocks, asides=asides, masthead=head)
    for finder in layout.finders:
        draft = finder(draft)
    draft = only_english(draft)
    found = Document(
        source=reading.source,
        classification=head.classification,
        title=head.title,
        organization=head.organization,
        date=head.date,
        time=head.time,
        venue=head.venue,
        period=head.period,
        authors=head.authors,
        weighed=head.weighed,
        previous_meeting=draft.previous_meeting,
        next_meeting=draft.next_meeting,
        called_off=find_called_off(draft),
        status=find_status(draft, reading.source.file),
        stated=draft.stated,
        layout=layout.name,
        blocks=draft.blocks,
        asides=draft.asides,
        headings=draft.headings,
        attendance=draft.attendance,
        tables=draft.tables,
        figures=draft.figures,
        **{kind.held: kind.of(draft) for kind in RECORD_KINDS},  # type: ignore[arg-type]
    )
    return replace(found, headings=_with_own_anchors(found))


PAGE_TITLE = "page-title"
"""The anchor of the heading that each page begins with."""


def _with_own_anchors(document: Document) -> tuple[Heading, ...]:
    """The headings of a document, each with an anchor that nothing else on its page has.

    A heading may read "Table 1" or "Question 3 1"; the anchors of records, tables and figures stay,
    for they are made from printed numbers.
    """
    taken = {PAGE_TITLE, *(record.anchor for record in document.records)}
    taken.update(table.anchor for table in document.tables)
    taken.update(figure.anchor for figure in document.figures)
    taken.update(question.answer_anchor for question in document.questions if question.answer)
    return tuple(replace(heading, anchor=unique(heading.anchor, taken)) for heading in document.headings)


def _asides(reading: Reading, start: int, after: int | None) -> tuple[Aside, ...]:
    """What was set aside from a part's first line to the next part's, before all parts too."""
    return tuple(
        aside for aside in reading.asides if start <= aside.line and (after is None or aside.line < after)
    )
