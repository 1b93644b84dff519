"""What kind of document it is: by the words of its title, else by what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.parts import APPENDIX, MINUTES_TITLE
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

AUTHOR_FIELDS = ("report author", "report authors", "author", "authors", "report by", "reports by")
_REPORT_FIELDS = (*AUTHOR_FIELDS, "report of")
_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)
_HEAD = 40
"""So far down a document its attendance list or agenda is looked for."""


def classify(
    title: str, fields: Mapping[str, str], labelled: bool, blocks: Sequence[Block], vocabulary: Vocabulary
) -> Classification:
    """The kind of a document, from the longest phrase of the vocabulary that its title holds.

    A report *about* an annual report or a list of decisions is a report: it has an author. What
    is labelled an appendix is one. Where the title tells nothing, an attendance list makes minutes
    and a numbered list below "Agenda" makes an agenda.
    """
    said = kind_of(title, vocabulary)
    written = any(field in fields for field in _REPORT_FIELDS)
    presented = "presented by" in fields or "title" in fields
    if (labelled or APPENDIX.match(title)) and said is not Classification.DECISION_LIST:
        return Classification.APPENDIX
    if written and said not in (Classification.ACTION_TRACKER, Classification.WORK_PROGRAMME):
        return Classification.REPORT
    if said is Classification.UNKNOWN and presented:
        return Classification.REPORT
    if said is Classification.REPORT and not written and _roster(blocks, vocabulary):
        return Classification.MINUTES
    return by_content(title, blocks, vocabulary) if said is Classification.UNKNOWN else said


def kind_of(title: str, vocabulary: Vocabulary) -> Classification:
    """The kind that a title names."""
    if MINUTES_TITLE.match(title):
        return (
            Classification.NOTES if title.casefold().lstrip().startswith("notes") else Classification.MINUTES
        )
    best, length = Classification.UNKNOWN, 0
    for kind, phrases in vocabulary.kinds.items():
        for words in phrases:
            if len(words) > length and re.search(rf"\b{phrase([words])}\b", title, re.IGNORECASE):
                best, length = Classification(kind), len(words)
    return best


def by_content(title: str, blocks: Sequence[Block], vocabulary: Vocabulary) -> Classification:
    """Minutes have an attendance list, agendas a numbered list below that word."""
    if _roster(blocks, vocabulary):
        return Classification.MINUTES
    if _agenda_list(blocks):
        return Classification.AGENDA
    if any(kind_of(folded(b.text), vocabulary) is Classification.MINUTES for b in blocks[:6] if _is_short(b)):
        return Classification.MINUTES
    return Classification.MINUTES if _MEETING.search(title) and len(blocks) > 5 else Classification.UNKNOWN


def _is_short(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and len(block.text) < 120


def _roster(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    words = phrase((*vocabulary.present, *vocabulary.apologies))
    heading = re.compile(rf"(?:{words})\s*[:\s–-]*|(?:{words})\s*:\s*[A-Z].*", re.IGNORECASE)
    return any(_is_block_of_text(block) and heading.fullmatch(folded(block.text)) for block in blocks[:_HEAD])


def _is_block_of_text(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and bool(block.text)


def _agenda_list(blocks: Sequence[Block]) -> bool:
    """Whether three numbered entries stand below a line that says "Agenda"."""
    for index, block in enumerate(blocks[:_HEAD]):
        if block.kind is not BlockKind.TABLE and folded(block.text).casefold().strip(" :") == "agenda":
            return sum(1 for b in blocks[index + 1 : index + 12] if any(ch.isdigit() for ch in b.marker)) >= 3
    return False
