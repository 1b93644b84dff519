"""Which blocks of a document are headings: marked ones, titles of a chain of numbers, labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.presenters import without_presenter
from archive_builder.recognise.shape.question_sections import goes_on_label
from archive_builder.recognise.shape.roster.labels import is_roster_title
from archive_builder.recognise.shape.series import Head, series_of
from archive_builder.recognise.shape.unmarked_heads import find_unmarked, is_list_of_one_item
from archive_builder.recognise.signs.headings import (
    LETTERED,
    MEETING_KINDS,
    MOST_WORDS,
    NUMBERED,
    REPORT_KINDS,
    USUAL_ITEM,
    set_as_heading,
)
from archive_builder.recognise.signs.no_headings import NOBODYS_TITLE, is_no_heading
from archive_builder.recognise.signs.question_labels import SUBMITTED, label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import BULLETS
from archive_builder.text.words import folded


def find_heads(draft: Draft) -> list[Head]:
    """The headings of a document, in order."""
    found = list(_with_titles_below(draft, list(_each_head(draft))))
    if draft.masthead.classification in REPORT_KINDS:
        return _ranked(found, draft.vocabulary)
    known = frozenset(found)
    named = [
        head if head in known else replace(head, title=without_presenter(head.title, draft.vocabulary))
        for head in series_of(draft, found)
    ]
    return _without_reports_of(draft, named)


def _each_head(draft: Draft) -> Iterator[Head]:
    """The blocks that are headings by themselves or by what stands around them."""
    unmarked = find_unmarked(draft)
    rows = {index for index, block in enumerate(draft.blocks) if block.number}
    listed = rows if is_list_of_one_item(draft, rows) else set()
    for index, block in enumerate(draft.blocks):
        if index in unmarked.above_numbers:
            number, title = unmarked.above_numbers[index]
            yield Head(index, number, without_presenter(title, draft.vocabulary), 2, item=True)
            continue
        if index in listed or (index <= draft.masthead.last and not _opens_text(draft, block)):
            continue
        if goes_on_label(draft, index):
            continue
        head = (
            _numbered_head(draft, index, block) if index in unmarked.numbered else _head(draft, index, block)
        )
        text = folded(block.text)
        if (
            not head
            and index in unmarked.capitals | unmarked.plain
            and not is_no_heading(text, draft.vocabulary)
            and not (index in unmarked.plain and draft.read(text.rstrip(" :")).fits(NOBODYS_TITLE))
        ):
            head = Head(index, "", text.rstrip(" :"), 2, item=index in unmarked.plain)
        if head:
            yield head


def _with_titles_below(draft: Draft, heads: Sequence[Head]) -> Iterator[Head]:
    """Headings that are a mark alone ("A.", "3.", "Item 3:") with the title that stands in the next block."""
    titles: set[int] = set()
    for head in heads:
        if head.block in titles:
            continue
        below = draft.blocks[head.block + 1 : head.block + 2]
        alone = compiled(_MARK_ALONE, draft.vocabulary).fullmatch(folded(draft.blocks[head.block].text))
        if not alone or not below or not _is_title_of_mark(below[0]):
            yield head
            continue
        titles.add(head.block + 1)
        title = without_presenter(folded(below[0].text), draft.vocabulary)
        meeting = draft.masthead.classification in MEETING_KINDS
        yield replace(head, number=alone["mark"] or alone["number"], title=title, item=meeting)


_ITEM_ALONE = r"""
    (?: {AGENDA_WORD} \s+ )? {ITEM_WORD} \s+ (?: no\.? \s+ )? (?P<number> \d{1,3} ) \s* [.):–-]?
"""
"""The number of an item without its title: "Item 3:", "Agenda item no. 3"."""
_MARK_ALONE = rf"(?P<mark> (?-i: [A-Z] | [IVX]{{1,5}} ) | \d{{1,2}} ) [.)]? | {_ITEM_ALONE}"


def _is_title_of_mark(block: Block) -> bool:
    text = folded(block.text)
    short = len(text.split()) <= MOST_WORDS and not text.endswith((".", ";", "?", ","))
    return short and text[:1].isupper() and (is_prose(block) or block.kind is BlockKind.HEADING)


def _opens_text(draft: Draft, block: Block) -> bool:
    """True if a block among the first lines belongs to the text: a numbered item, or who was there."""
    if block.number or is_roster_title(block, draft.vocabulary):
        return True
    if block.kind is BlockKind.HEADING and block.framed:  # what a row of labelled cells names as an item
        return True
    if block.kind is not BlockKind.HEADING:
        return False
    mark = LETTERED.match(block.text, draft.vocabulary) or NUMBERED.match(block.text, draft.vocabulary)
    return mark is not None and USUAL_ITEM.match(mark["title"], draft.vocabulary) is not None


def _without_reports_of(draft: Draft, heads: list[Head]) -> list[Head]:
    """Titles that run into their text, straight below a heading without text, are parts of that: deeper."""
    made: list[Head] = []
    inside = False
    for before, head in zip([None, *heads], heads, strict=False):
        runs_in = folded(draft.blocks[head.block].text).endswith(("–", "—", "-", ":"))
        if not runs_in or not draft.blocks[head.block].bold:
            inside = False
        elif before is not None and before.block == head.block - 1:
            inside = inside or not is_roster_title(draft.blocks[head.block], draft.vocabulary)
        made.append(replace(head, level=3) if inside else head)
    return made


_CHAPTER = r"{CHAPTER} \s+ (?: \d+ | [ivx]+ ) \b | {CHAPTER_TITLE} \b"


def _ranked(heads: list[Head], vocabulary: Vocabulary) -> list[Head]:
    """Below "Section 1: ..." every heading of a report is one level further down."""
    chapter = compiled(_CHAPTER, vocabulary)
    if sum(1 for head in heads if chapter.match(head.title)) < _FEWEST_CHAPTERS:
        return heads
    return [head if chapter.match(head.title) else replace(head, level=head.level + 1) for head in heads]


_FEWEST_CHAPTERS = 3


def _numbered_head(draft: Draft, index: int, block: Block) -> Head:
    """A title of the chain of numbered titles."""
    text = folded(block.text)
    match = NUMBERED.match(text, draft.vocabulary) if not block.marker else None
    match = match or (LETTERED.match(text, draft.vocabulary) if not block.marker else None)
    number, title = (match["number"], match["title"]) if match else (block.marker.strip("().• "), text)
    return Head(
        index,
        number,
        without_presenter(title, draft.vocabulary),
        2,
        item=draft.masthead.classification in MEETING_KINDS,
    )


def _head(draft: Draft, index: int, block: Block) -> Head | None:
    """A block as a heading, by the first of the signs that fits; None for text."""
    text = folded(block.text)
    meeting = draft.masthead.classification in MEETING_KINDS
    closes = block.framed and _closes(text, draft.vocabulary)
    if block.number or closes or (block.framed and block.kind is BlockKind.HEADING):
        return Head(index, block.number, without_presenter(text, draft.vocabulary), 2, item=True)
    if is_roster_title(block, draft.vocabulary):
        return Head(index, "", text.strip(" :–-"), 3 if block.framed else 2, item=False)
    labelled = label_match(text, draft.vocabulary) or SUBMITTED.match(text, draft.vocabulary)
    if is_prose(block) and not block.marker and labelled and len(text.split()) <= MOST_WORDS:
        return Head(index, "", text, 3, item=False)
    counted = block.bold and compiled(_ITEM_ALONE, draft.vocabulary).fullmatch(text)
    if not counted and not set_as_heading(draft, index, block, text):
        return None
    numbered = NUMBERED.match(text, draft.vocabulary) if not block.marker else None
    if numbered:
        number, title = numbered["number"], numbered["title"]
    else:
        counts = any(ch.isalnum() for ch in block.marker) and block.marker not in BULLETS
        number, title = block.marker.strip("().-") if counts else "", text
    return Head(
        index,
        number,
        without_presenter(title, draft.vocabulary),
        2 + number.count(".") if number else 2,
        item=meeting and bool(number),
    )


def _closes(text: str, vocabulary: Vocabulary) -> bool:
    return text.casefold().strip(" .:") in vocabulary.closing and text[:1].isupper()
