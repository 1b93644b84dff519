"""What kind of document it is: by the words of its title, else by what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.signs.masthead_fields import APPENDIX, MINUTES_TITLE
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

AUTHOR_FIELDS = ("report author", "report authors", "author", "authors", "report by", "reports by")
_REPORT_FIELDS = (*AUTHOR_FIELDS, "report of")
_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)
_HEAD = 40
"""So far down a document its attendance list or agenda is looked for."""
_NEAR = 8
"""Between the word "Agenda" and its first entry: the date, the place, who is called."""


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
    if (labelled or said in (Classification.APPENDIX, Classification.UNKNOWN)) and _asked(blocks, vocabulary):
        return Classification.NOTES
    if (labelled or APPENDIX.match(title, vocabulary)) and said is not Classification.DECISION_LIST:
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
    if MINUTES_TITLE.match(title, vocabulary):
        return (
            Classification.NOTES if title.casefold().lstrip().startswith("notes") else Classification.MINUTES
        )
    if NOTES_TITLE.fullmatch(title):
        return Classification.NOTES
    best, length = Classification.UNKNOWN, 0
    for kind, phrases in vocabulary.kinds.items():
        for words in phrases:
            if len(words) > length and re.search(rf"\b{phrase([words])}\b", title, re.IGNORECASE):
                best, length = Classification(kind), len(words)
    return best


NOTES_TITLE = re.compile(r"(?:.*\s[–—-]\s+)?(?:draft\s+)?notes", re.IGNORECASE)
"""A title that is "Notes", or ends in it behind a dash: "Public meeting – Notes"."""


def by_content(title: str, blocks: Sequence[Block], vocabulary: Vocabulary) -> Classification:
    """Minutes have an attendance list, agendas a numbered list below that word.

    "1. Apologies" in that list is an entry of it and no attendance list.
    """
    entries = _agenda_entries(blocks)
    if _roster([block for place, block in enumerate(blocks) if place not in entries], vocabulary):
        return Classification.MINUTES
    if _is_agenda(blocks):
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


def _asked(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether several questions stand in it with a label that says who asks: a paper of written answers."""
    labels = (
        label_match(folded(block.text), vocabulary)
        for block in blocks
        if is_prose(block) and len(block.text) < 250
    )
    return sum(1 for label in labels if label and label.groupdict().get("asker")) >= _SEVERAL


_SEVERAL = 2


def _is_block_of_text(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and bool(block.text)


def _is_agenda(blocks: Sequence[Block]) -> bool:
    """Whether three numbered entries stand, close together, below a line that says "Agenda"."""
    at = _agenda_word(blocks)
    return at >= 0 and sum(map(_is_numbered, blocks[at + 1 : at + 12])) >= 3


def _agenda_entries(blocks: Sequence[Block]) -> range:
    """The places of the entries below the word "Agenda" that nothing stands between."""
    at = _agenda_word(blocks)
    begun = next((place for place in range(at + 1, len(blocks)) if _is_numbered(blocks[place])), -1)
    if at < 0 or begun < 0 or begun - at > _NEAR:
        return range(0)
    after = (place for place in range(begun, len(blocks)) if not _is_numbered(blocks[place]))
    return range(begun, next(after, len(blocks)))


def _agenda_word(blocks: Sequence[Block]) -> int:
    """The place of the line that says "Agenda" and no more, or -1."""
    words = (folded(block.text).casefold().strip(" :") for block in blocks[:_HEAD])
    return next((place for place, line in enumerate(words) if line == "agenda"), -1)


def _is_numbered(block: Block) -> bool:
    return any(sign.isdigit() for sign in block.marker)
