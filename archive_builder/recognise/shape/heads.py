"""Which blocks of a document are headings: marked ones, titles of a chain of numbers, labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.line_numbers import capital_lines, colon_lines, plain_lines, titles
from archive_builder.recognise.shape.presenters import without_presenter
from archive_builder.recognise.shape.roster.labels import status_of
from archive_builder.recognise.shape.series import Head, series_of
from archive_builder.recognise.shape.typed_titles import outline_titles, typed_titles
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.formal_motions import RECITAL
from archive_builder.recognise.signs.headings import (
    AGENDA_HEADING,
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
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class _Unmarked:
    """The blocks that are headings though nothing sets them as such."""

    numbered: set[int]
    """Titles of a chain of numbers."""
    capitals: set[int]
    plain: set[int]
    """Short lines, or lines that end in a colon, where nothing else in the minutes is a heading."""


def _unmarked(draft: Draft) -> _Unmarked:
    blocks, last = draft.blocks, draft.masthead.last
    meeting = draft.masthead.classification in (Classification.MINUTES, Classification.NOTES)
    report = draft.masthead.classification in REPORT_KINDS and not _has_marked_headings(draft)
    numbered = _numbered_titles(draft) if meeting or report else set()
    if meeting and _is_list_of_one_item(draft, numbered):
        numbered = set()
    counted = bool(numbered) or any(True for _ in _recitals(draft))
    capitals = capital_lines(blocks, last) if meeting and not counted else set()
    plain: set[int] = set()
    if meeting and not numbered and not capitals and not _has_marked_headings(draft):
        plain = plain_lines(blocks, last, draft.vocabulary)
    if meeting and not (numbered or capitals or plain) and _marked_headings(draft) < _FEWEST_CHAPTERS:
        plain = colon_lines(blocks, last, draft.vocabulary)
    telling = {index for index in capitals if not is_roster_title(blocks[index], draft.vocabulary)}
    typed = not (numbered or plain) and len(telling) < _FEWEST_CHAPTERS
    if meeting and typed and _marked_headings(draft) < _FEWEST_CHAPTERS:
        plain = typed_titles(blocks, last, draft.vocabulary) | outline_titles(blocks, last, draft.vocabulary)
    return _Unmarked(numbered, capitals, plain)


def _is_list_of_one_item(draft: Draft, numbered: set[int]) -> bool:
    """True if all numbered lines stand below one of the titles in capitals: letters received, and no items."""
    if not numbered:
        return False
    if _marked_headings(draft) >= _FEWEST_CHAPTERS and _is_list_below_label(draft, numbered):
        return True
    capitals = capital_lines(draft.blocks, draft.masthead.last)
    usual = [at for at in capitals if USUAL_ITEM.match(draft.blocks[at].text, draft.vocabulary)]
    within = [at for at in capitals if min(numbered) < at < max(numbered)]
    above = [at for at in capitals if at < min(numbered)]
    return len(usual) >= _FEWEST_USUAL and len(above) >= _FEWEST_CHAPTERS and not within


def _is_list_below_label(draft: Draft, numbered: set[int]) -> bool:
    """True if numbered lines are one list below a line of text that ends in a colon: "Schedule:"."""
    first = min(numbered)
    above = draft.blocks[first - 1 : first]
    if not above or not is_prose(above[0]) or not above[0].text.rstrip().endswith(":") or above[0].bold:
        return False
    label = folded(above[0].text).rstrip(" :")
    within = draft.blocks[first : max(numbered) + 1]
    return all(block.kind is BlockKind.ITEM for block in within) and not AGENDA_HEADING.match(
        label, draft.vocabulary
    )


_FEWEST_USUAL = 2
"""So many titles of usual items tell that lines like them are titles."""


def find_heads(draft: Draft) -> list[Head]:
    """The headings of a document, in order."""
    found = []
    unmarked = _unmarked(draft)
    rows = {index for index, block in enumerate(draft.blocks) if block.number}
    listed = rows if _is_list_of_one_item(draft, rows) else set()
    for index, block in enumerate(draft.blocks):
        if index in listed or (index <= draft.masthead.last and not _opens_text(draft, block)):
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
            found.append(head)
    found = list(_with_titles_below(draft, found))
    if draft.masthead.classification in REPORT_KINDS:
        return _ranked(found, draft.vocabulary)
    known = frozenset(found)
    named = [
        head if head in known else replace(head, title=without_presenter(head.title, draft.vocabulary))
        for head in series_of(draft, found)
    ]
    return _without_reports_of(draft, named)


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
            inside = True
        made.append(replace(head, level=3) if inside else head)
    return made


def _numbered_titles(draft: Draft) -> set[int]:
    labels = {i for i, block in enumerate(draft.blocks) if _is_labelled(block, draft.vocabulary)}
    labels |= set(_recitals(draft))
    letters = {i for i in labels if LETTERED.match(folded(draft.blocks[i].text), draft.vocabulary)}
    if labels == letters:  # "A. Call to order" is no answer where nothing is asked
        labels -= letters
    return titles(draft.blocks, draft.masthead.last, draft.vocabulary, labels)


def _recitals(draft: Draft) -> Iterator[int]:
    """The entries of lists below "WHEREAS": numbered reasons, and no business."""
    within = False
    for index, block in enumerate(draft.blocks):
        if within and block.kind is BlockKind.ITEM:
            yield index
        else:
            within = RECITAL.match(folded(block.text), draft.vocabulary) is not None


def _is_labelled(block: Block, vocabulary: Vocabulary) -> bool:
    """True if its number is that of a question, answer or action, and of no item: "Question 1", "A1", "AP1:"."""
    if block.marker or not is_prose(block):
        return False
    text = folded(block.text)
    marks = (ACTION_MARK, QUESTION_MARK, ANSWER_MARK)
    return bool(label_match(text, vocabulary) or any(mark.match(text, vocabulary) for mark in marks))


def _has_marked_headings(draft: Draft) -> bool:
    """True if the text below the masthead sets its headings as such: then numbers alone make none."""
    return _marked_headings(draft) > 0


def _marked_headings(draft: Draft) -> int:
    """Number of blocks below the masthead that are set as headings."""
    below = draft.blocks[draft.masthead.last + 1 :]
    return sum(1 for block in below if block.kind is BlockKind.HEADING or (block.bold and is_prose(block)))


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
    if block.number or (block.framed and _closes(text, draft.vocabulary)):
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
        number, title = block.marker.strip("().•-") if block.marker else "", text
    return Head(
        index,
        number,
        without_presenter(title, draft.vocabulary),
        2 + number.count(".") if number else 2,
        item=meeting and bool(number),
    )


def is_roster_title(block: Block, vocabulary: Vocabulary) -> bool:
    """A line that is nothing but "Present", "Attendees:", "Apologies"."""
    if not is_prose(block) and block.kind is not BlockKind.HEADING:
        return False
    text = folded(block.text)
    bullet = not any(ch.isalnum() for ch in block.marker) and text.endswith(":")
    plain = not block.marker and not text.endswith(".")
    return (plain or bullet) and status_of(text, vocabulary) is not None


def _closes(text: str, vocabulary: Vocabulary) -> bool:
    return text.casefold().strip(" .:") in vocabulary.closing and text[:1].isupper()
