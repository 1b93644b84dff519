"""The headings of a document and the sections they open, by meaning: printed levels contradict each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Classification, Heading
from archive_builder.recognise.grammar import Draft, Rule, Section, is_prose, unique
from archive_builder.recognise.numbering import titles
from archive_builder.recognise.parts import MASTHEAD_FIELD, is_title
from archive_builder.recognise.runin import SUBMITTED, label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.dates import only_date
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded, phrase

MEETING_KINDS = (Classification.MINUTES, Classification.NOTES, Classification.AGENDA)
REPORT_KINDS = (
    Classification.REPORT,
    Classification.APPENDIX,
    Classification.ANNUAL_REPORT,
    Classification.WORK_PROGRAMME,
    Classification.ACTION_TRACKER,
    Classification.DECISION_LIST,
)
PRESENTED = Rule(
    "presented-by",
    r"(?P<title>.*?)\s*[:–-]?\s*(?:\(\s*)?presented\s+by:?\s+(?P<who>.+?)\s*[:)]*",
    (
        "Digital strategy Presented by Helen Moss, Assistant Director",
        "Substance misuse Presented by ACC Ann Lee:",
    ),
)
NUMBERED = Rule(
    "numbered-title",
    r"(?P<number>(?!(?:19|20)\d\d\s)\d{1,4}(?:[./]\d{1,4})*)\s*[.):–-]?\s*(?P<title>[^\W\d_].*)",
    ("681 NOTICE OF RECORDING", "1. Purpose of report", "5.2.1 Budget", "1.MINUTES", "24/031 Finance"),
)
CAPTION = Rule(
    "caption",
    r"(?:figure|fig\.?|chart|graph|table|map|diagram)\s+\d+[a-z]?\s*[:.–-].*",
    ("Figure 2: Calls by month",),
)
_NOT_HEADINGS = re.compile(
    r"[“‘\"].*|.*[”]|(?-i:[a-z]).*|(?:response|reply|answer)s?\s*:?|signed?\b.*|dated?\b.*|(?:committee|council|board|members)\s.*"
    r"|(?:it\s+was\s+)?(?:resolved|agreed|decision|recommended|note|n\.b)\b.*|action\s*(?:[:–(-]|\d|by\b).*|action|that\s.*|the\s+(?:panel|board|committee|council)\s+(?:is|are)\s.*"
    r"|(?:this|these|the\s+meeting)\s.*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!;,]$")
_MOST_WORDS = 26


@dataclass(frozen=True, slots=True)
class _Head:
    block: int
    number: str
    title: str
    level: int
    item: bool


def outlined(draft: Draft) -> Draft:
    """A draft with its sections and headings."""
    heads = list(_heads(draft))
    return replace(draft, sections=tuple(_sections(draft, heads)), headings=tuple(_headings(draft, heads)))


def _heads(draft: Draft) -> list[_Head]:
    found = []
    meeting = draft.masthead.classification in (Classification.MINUTES, Classification.NOTES)
    numbered = titles(draft.blocks, draft.masthead.last) if meeting else set()
    for index, block in enumerate(draft.blocks):
        if index <= draft.masthead.last and not block.number and not is_roster_title(block, draft.vocabulary):
            continue
        head = _numbered_head(index, block) if index in numbered else _head(draft, index, block)
        if head:
            found.append(head)
    return _ranked(found) if draft.masthead.classification in REPORT_KINDS else found


_CHAPTER = re.compile(
    r"(?:section|chapter|part)\s+(?:\d+|[ivx]+)\b|foreword\b|introduction\b|contents\b", re.IGNORECASE
)


def _ranked(heads: list[_Head]) -> list[_Head]:
    """Below "Section 1: ..." every heading of a report is one level further down."""
    if sum(1 for head in heads if _CHAPTER.match(head.title)) < _FEWEST_CHAPTERS:
        return heads
    return [head if _CHAPTER.match(head.title) else replace(head, level=head.level + 1) for head in heads]


_FEWEST_CHAPTERS = 3


def _numbered_head(index: int, block: Block) -> _Head:
    """A title of the chain of numbered titles."""
    text = folded(block.text)
    match = NUMBERED.match(text) if not block.marker else None
    number, title = (match["number"], match["title"]) if match else (block.marker.strip("().• "), text)
    return _Head(index, number, _without_presenter(title), 2, item=True)


def _head(draft: Draft, index: int, block: Block) -> _Head | None:
    """A block as a heading, by the first of the signs that fits; None for text."""
    text = folded(block.text)
    meeting = draft.masthead.classification in MEETING_KINDS
    if block.number or (block.framed and _closes(text, draft.vocabulary)):
        return _Head(index, block.number, _without_presenter(text), 2, item=True)
    if is_roster_title(block, draft.vocabulary):
        return _Head(index, "", text.strip(" :–-"), 3 if block.framed else 2, item=False)
    labelled = label_match(text) or SUBMITTED.match(text)
    if is_prose(block) and not block.marker and labelled and len(text.split()) <= _MOST_WORDS:
        return _Head(index, "", text, 3, item=False)
    if not _set_as_heading(draft, index, block, text):
        return None
    numbered = NUMBERED.match(text) if not block.marker else None
    if numbered:
        number, title = numbered["number"], numbered["title"]
    else:
        number, title = block.marker.strip("().•-") if block.marker else "", text
    return _Head(
        index,
        number,
        _without_presenter(title),
        2 + number.count(".") if number else 2,
        item=meeting and bool(number),
    )


def _set_as_heading(draft: Draft, index: int, block: Block, text: str) -> bool:
    """Whether a block is set as a heading: marked as one, all bold, or a short line above prose."""
    if block.kind in (BlockKind.TABLE, BlockKind.FIGURE) or not text or _NOT_HEADINGS.fullmatch(text):
        return False
    if (
        len(text.split()) > _MOST_WORDS
        or MASTHEAD_FIELD.match(text)
        or only_date(text)
        or CAPTION.match(text)
    ):
        return False
    if block.kind is BlockKind.HEADING:
        return not (text.endswith(":") and len(text.split()) > 8) and not _above_gap(draft.blocks, index)
    if block.bold and not _SENTENCE_END.search(text):
        return True
    if draft.masthead.classification in REPORT_KINDS and not block.marker:
        return _short_line(draft.blocks, index, text)
    return draft.masthead.classification in MEETING_KINDS and _numbered_capitals(block, text)


def _numbered_capitals(block: Block, text: str) -> bool:
    """Named layout: minutes in plain text, each item a number and a title in capitals."""
    match = NUMBERED.match(text) if not block.marker else None
    title = match["title"] if match else text if any(ch.isdigit() for ch in block.marker) else ""
    return title.isupper() and not block.tight and len(title) > 3


def _above_gap(blocks: Sequence[Block], index: int) -> bool:
    """A heading alone between two gaps is the caption of a lost picture."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        blocks[index].gap >= 3
        and after is not None
        and after.gap >= 3
        and not blocks[index].bold
        and after.kind is not BlockKind.TABLE
    )


def _short_line(blocks: Sequence[Block], index: int, text: str) -> bool:
    """Named layout: plain text without any marks, its headings short lines of their own above prose."""
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if (
        block.tight
        or _SENTENCE_END.search(text)
        or text.endswith(":")
        or not text[0].isupper()
        or len(text.split()) > 18
    ):
        return False
    if after is None or after.tight or after.gap >= _PICTURE or block.kind is not BlockKind.PARAGRAPH:
        return False
    if is_prose(after) and not after.marker and not _is_text(after) and not after.bold:
        further = blocks[index + 2] if index + 2 < len(blocks) else None
        return further is not None and _is_text(further) and not further.tight
    return _is_text(after) or bool(after.marker) or after.kind is BlockKind.TABLE


_PICTURE = 3
"""So many empty lines are the trace of a lost picture: the line above them is its caption."""


def _is_text(block: Block) -> bool:
    """Whether a block is running text and not one more line of a list of names."""
    ended = block.text.rstrip().endswith((".", ":", ";", "?"))
    return is_prose(block) and (len(block.text) >= 100 or (ended and len(block.text) >= 40))


def is_roster_title(block: Block, vocabulary: Vocabulary) -> bool:
    """A line that is nothing but "Present", "Attendees:", "Apologies"."""
    if not is_prose(block) and block.kind is not BlockKind.HEADING:
        return False
    words = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
    return (
        not block.marker
        and re.fullmatch(rf"(?:{words})\s*[:\s–-]*", folded(block.text), re.IGNORECASE) is not None
    )


def _closes(text: str, vocabulary: Vocabulary) -> bool:
    return text.casefold().strip(" .:") in vocabulary.closing and text[:1].isupper()


def _without_presenter(title: str) -> str:
    match = PRESENTED.match(title)
    return (match["title"] if match and match["title"] else title).strip(" :")


def _sections(draft: Draft, heads: Sequence[_Head]) -> list[Section]:
    starts = [head.block for head in heads]
    sections = []
    if not starts or starts[0] > 0:
        sections.append(Section(heading=None, first=0, last=(starts[0] if starts else len(draft.blocks)) - 1))
    for head, end in zip(heads, [*starts[1:], len(draft.blocks)][: len(heads)], strict=True):
        sections.append(
            Section(
                heading=head.block,
                number=head.number,
                title=head.title,
                level=head.level,
                item=head.item,
                first=head.block + 1,
                last=end - 1,
            )
        )
    return sections


def _headings(draft: Draft, heads: Sequence[_Head]) -> list[Heading]:
    taken: set[str] = set()
    titles = [
        Heading(anchor=unique(slug(text), taken), level=1, text=text, block=block)
        for block in draft.masthead.titles
        for text in [folded(draft.blocks[block].text)]
    ]
    return titles + [
        Heading(
            anchor=unique(slug(head.title), taken),
            level=head.level,
            text=folded(f"{head.number} {head.title}")
            if head.number and not draft.blocks[head.block].number
            else head.title,
            block=head.block,
        )
        for head in heads
    ]


__all__ = ["CAPTION", "MEETING_KINDS", "NUMBERED", "PRESENTED", "is_title", "outlined"]
