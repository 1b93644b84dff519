"""Links papers: to the agenda item they are for, to the paper they are an appendix of, to documents they name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from archive_builder.model import AgendaItem, Archive, Classification, Document, Link, Relation
from archive_builder.problem import Report
from archive_builder.text.words import words

_FITS = 0.5
"""Least share of an item's words, weighted by how rare they are, that a paper's title must have."""
_NAMED = re.compile(
    r"""\b
    (?P<title>
        (?: [A-Z][\w’'&-]* \s+ (?: (?:and|of|for|the|on) \s+ ){0,2} ){1,7}
        (?: Report | Plan | Strategy | Review | Statement | report )
    )
    (?: \s+for )? ,? \s+
    (?P<years> (?:19|20)\d\d \s* [-–/] \s* (?:19|20)?\d\d )
    \b""",
    re.VERBOSE,
)
"""A paper with the years it is about: "Road Safety Plan 2021-25", but not "the plan for 2021"."""
_NAMING = (Classification.REPORT, Classification.ANNUAL_REPORT, Classification.APPENDIX)
"""Kinds of document in which named papers are looked for."""
_KIND_WORDS = {
    Classification.MINUTES: "minutes",
    Classification.ACTION_TRACKER: "action tracker",
    Classification.WORK_PROGRAMME: "work programme",
    Classification.DECISION_LIST: "key decisions",
}


def link_papers(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each part of a pack to the agenda item it is the paper for, and each appendix to its paper."""
    bound: dict[str, list[Document]] = defaultdict(list)
    for document in archive.documents:
        bound[document.part_of].append(document)
    for pack in archive.documents:
        if pack.is_pack:
            yield from _links_within(bound[pack.path], archive)


def _links_within(parts: Sequence[Document], archive: Archive) -> Iterator[Link]:
    """Yield the links of the parts of one pack; an appendix goes with the item of its paper."""
    agendas = (part for part in parts if part.items and part.classification is Classification.AGENDA)
    agenda = next(agendas, None)
    chosen: dict[str, AgendaItem] = {}
    for part in parts:
        if part is agenda:
            continue
        if part.paper:
            yield _appendix(part, archive)
        if agenda is None:
            continue
        item = chosen.get(part.paper) if part.paper else _item_for(part, agenda.items)
        if item is not None:
            chosen[part.path] = item
            yield _paper(part, agenda, item)


def _appendix(part: Document, archive: Archive) -> Link:
    return Link(
        source=part.path,
        target=part.paper,
        target_text=_title(archive, part.paper),
        relation=Relation.APPENDIX_OF,
        reason=part.title,
    )


def _paper(part: Document, agenda: Document, item: AgendaItem) -> Link:
    return Link(
        source=part.path,
        target=agenda.id_of(item),
        target_text=f"{item.number} {item.text}".strip(),
        relation=Relation.PAPER_FOR,
        reason=item.text,
    )


def _title(archive: Archive, path: str) -> str:
    document = archive.document(path)
    return document.title if document else ""


def _item_for(part: Document, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Return the item whose title is most like the part's; words that several items share count less."""
    title = Counter(words(f"{part.title} {_KIND_WORDS.get(part.classification, '')}"))
    spread = Counter(word for item in items for word in set(words(item.text)))
    scored = [(_fit(title, item.text, spread), -index, item) for index, item in enumerate(items)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] >= _FITS else None


def _fit(title: Counter[str], item: str, spread: Counter[str]) -> float:
    held = Counter(set(words(item)))
    weigh = {word: 1 / spread[word] for word in held}
    shared = sum(weigh[word] for word in held if word in title)
    return shared / sum(weigh.values()) if weigh else 0.0


def link_presentations(archive: Archive, report: Report) -> Iterator[Link]:
    """Link a paper of another body that is bound into a pack to the meeting it was first presented to."""
    for part in archive.documents:
        pack = archive.document(part.part_of) if part.part_of else None
        if pack and part.body and part.body != pack.body and part.date:
            meeting = archive.meeting(part.body, part.date)
            yield Link(
                source=part.path,
                target=meeting.path if meeting else "",
                target_text=f"{part.organization}, {part.date.isoformat()}",
                relation=Relation.PRESENTED_TO,
                reason=part.title,
            )


def link_named_documents(archive: Archive, report: Report) -> Iterator[Link]:
    """Link a document to the dated reports, plans and strategies that it names and the archive does not hold."""
    held: dict[str, list[set[str]]] = defaultdict(list)
    for document in archive.documents:
        if document.period:
            held[document.period].append(set(words(f"{document.title} {document.organization}")))
    for document in archive.documents:
        if document.classification not in _NAMING:
            continue
        seen: set[str] = set()
        for block in document.blocks:
            text = " ".join(block.text.split())
            for match in _NAMED.finditer(text) if not block.rows else ():
                name = f"{match['title']} {match['years']}"
                if name in seen or _holds(held, document, match["title"], match["years"]):
                    continue
                seen.add(name)
                yield Link(
                    source=document.path,
                    target_text=name,
                    relation=Relation.NOT_IN_ARCHIVE,
                    reason=text[max(0, match.start() - 100) : match.end() + 100],
                )


def _holds(held: Mapping[str, Sequence[set[str]]], naming: Document, title: str, years: str) -> bool:
    """True if the archive holds a document of that title and year, or the naming document speaks of itself.

    `held` has, by reporting year, the words of each document's title and body.
    """
    wanted = set(words(title))
    year = re.sub(r"\D+(?:20)?(?=\d\d$)", "-", years)
    return any(wanted <= own for own in held.get(year, ())) or (
        naming.classification is Classification.ANNUAL_REPORT
        and naming.period == year
        and wanted <= {"annual", "report", "the"}
    )
