"""The headings of a document and the sections they open, by meaning: printed levels contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Classification, Heading
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.recognise.shape.line_numbers import capital_lines, colon_lines, plain_lines, titles
from archive_builder.recognise.shape.packs import is_title
from archive_builder.recognise.shape.roster.labels import status_of
from archive_builder.recognise.shape.series import Head, series_of
from archive_builder.recognise.shape.typed_titles import outline_titles, typed_titles
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.formal_motions import RECITAL
from archive_builder.recognise.signs.headings import (
    CAPTION,
    LETTERED,
    MEETING_KINDS,
    MOST_WORDS,
    NUMBERED,
    REPORT_KINDS,
    USUAL_ITEM,
    set_as_heading,
)
from archive_builder.recognise.signs.no_headings import is_no_heading
from archive_builder.recognise.signs.question_labels import SUBMITTED, label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded

PRESENTED = Rule(
    "presented-by",
    r"(?P<title>.*?)\s*[:–-]?\s*(?:\(\s*)?{PRESENTED}\s+by:?\s+(?P<who>.+?)\s*[:)]*",
    (
        "Digital strategy Presented by Helen Moss, Assistant Director",
        "Substance misuse Presented by ACC Ann Lee:",
    ),
    ("Digital strategy presented to the Board",),
)


def find_sections(draft: Draft) -> Draft:
    """A draft with its sections and headings."""
    heads = list(_heads(draft))
    return replace(draft, sections=tuple(_sections(draft, heads)), headings=tuple(_headings(draft, heads)))


def _heads(draft: Draft) -> list[Head]:
    found = []
    meeting = draft.masthead.classification in (Classification.MINUTES, Classification.NOTES)
    plain = draft.masthead.classification in REPORT_KINDS and not _has_marked_headings(draft)
    numbered = _numbered_titles(draft) if meeting or plain else set()
    counted = bool(numbered) or any(True for _ in _recitals(draft))
    capitals = capital_lines(draft.blocks, draft.masthead.last) if meeting and not counted else set()
    unmarked = meeting and not numbered and not capitals and not _has_marked_headings(draft)
    plain_titles = plain_lines(draft.blocks, draft.masthead.last, draft.vocabulary) if unmarked else set()
    if meeting and not (numbered or capitals or plain_titles) and _marked_headings(draft) < _FEWEST_CHAPTERS:
        plain_titles = colon_lines(draft.blocks, draft.masthead.last, draft.vocabulary)
    telling = {index for index in capitals if not is_roster_title(draft.blocks[index], draft.vocabulary)}
    typed = not (numbered or plain_titles) and len(telling) < _FEWEST_CHAPTERS
    if meeting and typed and _marked_headings(draft) < _FEWEST_CHAPTERS:
        plain_titles = typed_titles(draft.blocks, draft.masthead.last, draft.vocabulary)
        plain_titles |= outline_titles(draft.blocks, draft.masthead.last, draft.vocabulary)
    for index, block in enumerate(draft.blocks):
        if index <= draft.masthead.last and not _opens_text(draft, block):
            continue
        head = _numbered_head(draft, index, block) if index in numbered else _head(draft, index, block)
        text = folded(block.text)
        if not head and index in capitals | plain_titles and not is_no_heading(text, draft.vocabulary):
            head = Head(index, "", text.rstrip(" :"), 2, item=index in plain_titles)
        if head:
            found.append(head)
    found = list(_with_titles_below(draft, found))
    if draft.masthead.classification in REPORT_KINDS:
        return _ranked(found, draft.vocabulary)
    known = frozenset(found)
    named = [
        head if head in known else replace(head, title=_without_presenter(head.title, draft.vocabulary))
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
        title = _without_presenter(folded(below[0].text), draft.vocabulary)
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
        _without_presenter(title, draft.vocabulary),
        2,
        item=draft.masthead.classification in MEETING_KINDS,
    )


def _head(draft: Draft, index: int, block: Block) -> Head | None:
    """A block as a heading, by the first of the signs that fits; None for text."""
    text = folded(block.text)
    meeting = draft.masthead.classification in MEETING_KINDS
    if block.number or (block.framed and _closes(text, draft.vocabulary)):
        return Head(index, block.number, _without_presenter(text, draft.vocabulary), 2, item=True)
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
        _without_presenter(title, draft.vocabulary),
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


def _without_presenter(title: str, vocabulary: Vocabulary) -> str:
    match = PRESENTED.match(title, vocabulary)
    return (match["title"] if match and match["title"] else title).strip(" :–—-")


def _sections(draft: Draft, heads: Sequence[Head]) -> list[Section]:
    starts = [head.block for head in heads]
    sections = []
    if not starts or starts[0] > 0:
        end = starts[0] if starts else len(draft.blocks)
        sections.append(Section(heading=None, first=0, last=_last_of_text(draft, end)))
    for head, end in zip(heads, [*starts[1:], len(draft.blocks)][: len(heads)], strict=True):
        sections.append(
            Section(
                heading=head.block,
                number=head.number,
                title=head.title,
                level=head.level,
                item=head.item,
                first=head.block + 1,
                last=_last_of_text(draft, end),
            )
        )
    return sections


def _last_of_text(draft: Draft, end: int) -> int:
    """The last block before `end` that is no footnote: these stand below the text of a section."""
    last = end - 1
    while last >= 0 and draft.blocks[last].kind is BlockKind.NOTE:
        last -= 1
    return last


def _headings(draft: Draft, heads: Sequence[Head]) -> list[Heading]:
    taken: set[str] = set()
    begun = {head.block for head in heads}
    titles = [
        Heading(anchor=unique(slug(text), taken), level=1, text=text, block=block)
        for block in draft.masthead.titles
        if block not in begun
        for text in [folded(draft.blocks[block].text)]
        if not (_is_sentence(text) and not is_title(draft.blocks[block]))
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


def _is_sentence(text: str) -> bool:
    """A document without a title begins with a sentence: that heads nothing."""
    return text.endswith(".") and len(text.split()) > _LONGEST_TITLE


_LONGEST_TITLE = 8

__all__ = ["CAPTION", "MEETING_KINDS", "NUMBERED", "PRESENTED", "find_sections", "is_title"]
