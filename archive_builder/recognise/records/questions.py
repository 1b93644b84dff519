"""Questions and their answers, in the forms in which notes of meetings set them.

Named layouts: (a) questions as paragraphs, answers as bullets or paragraphs; (b) questions as
bullets, answers as paragraphs; both with or without "Question 3: Title (asked by ...)" above. Which
of the two an item uses is judged by where its question marks stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.question_pairs import Pair, question_pairs
from archive_builder.recognise.records.question_tables import answer_status, find_table_questions
from archive_builder.recognise.records.submitted_questions import find_submitted_question
from archive_builder.recognise.records.told_questions import find_told_questions, untold_blocks
from archive_builder.recognise.shape.question_sections import (
    asker_above,
    label_of,
    labelled_asker,
    told_asker,
)
from archive_builder.recognise.signs.action_marks import ACTION_LIST
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.askers import speaker
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.question_labels import SUBMITTED, label_match
from archive_builder.recognise.signs.turns import is_asking
from archive_builder.text.numerals import reference
from archive_builder.text.words import folded


def find_questions(draft: Draft) -> Draft:
    """A draft with its questions, each with the one passage that answers it."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    quoted: list[Question] = []
    told: list[Question] = []
    for section in draft.sections:
        if section.heading is None:
            continue
        if match := SUBMITTED.match(section.title, draft.vocabulary):
            quoted += find_submitted_question(draft, section, match["asker"], taken)
        elif not ACTION_LIST.match(section.title.strip(), draft.vocabulary):
            label = label_of(draft, section)
            own = [] if label else list(find_told_questions(draft, section, taken))
            told += own
            quoted += _asked(draft, section, label, untold_blocks(section, own), counts, taken)
    quoted += find_table_questions(draft, taken)
    found = sorted([*quoted, *told], key=lambda question: (question.place.first, question.place.row or 0))
    return replace(draft, questions=tuple(found), quoted=_blocks_of(quoted))


def _blocks_of(questions: Sequence[Question]) -> frozenset[int]:
    """The blocks of questions and answers that are no rows of tables."""
    places = [where for question in questions for where in (question.place, question.answer) if where]
    return frozenset(
        index for where in places if where.row is None for index in range(where.first, where.last + 1)
    )


def _asked(
    draft: Draft, section: Section, label: str, free: Sequence[int], counts: dict[str, int], taken: set[str]
) -> Iterator[Question]:
    """The questions that a section puts in their own words."""
    if not _holds_questions(draft, free, bool(label)):
        return
    item = draft.item_anchor(section.heading or 0)
    for pair in question_pairs(draft, free, bool(label)):
        counts[item] = counts.get(item, 0) + 1
        made = _question(draft, pair, label, item, counts[item], taken)
        above = asker_above(draft, section) if label and not made.asked_by else ""
        yield replace(made, asked_by=made.asked_by or above)


def _holds_questions(draft: Draft, blocks: Sequence[int], labelled: bool) -> bool:
    """An item is read for questions when it is labelled or question marks end its blocks."""
    return labelled or any(is_asking(draft, index) for index in blocks)


def _question(draft: Draft, pair: Pair, label: str, item: str, count: int, taken: set[str]) -> Question:
    match = label_match(label, draft.vocabulary) if label else None
    said = {name: folded(words or "") for name, words in match.groupdict().items()} if match else {}
    printed = said.get("label", "")
    number = reference(printed.split()[-1]) if any(ch.isdigit() for ch in printed) else ""
    name = within_item("question", item, number or count)
    answer = _unmarked(ANSWER_MARK, _span(draft, pair.answer), draft)
    answer = answer[speaker(answer, draft)[1] :]
    text = _unmarked(QUESTION_MARK, draft.text(pair.blocks[0], pair.blocks[-1]), draft)
    who, begun = speaker(text, draft)
    return Question(
        anchor=unique(name, taken),
        place=place(pair.blocks[0], pair.blocks[-1]),
        text=text[begun:],
        item=item,
        label=printed,
        title=said.get("title", "").strip(" :–-"),
        asked_by=labelled_asker(said.get("asker", ""), draft)
        or who
        or told_asker(draft, pair.blocks[0], text),
        answer=place(pair.answer[0], pair.answer[-1]) if pair.answer else None,
        answer_text=answer,
        answer_status=answer_status(answer, draft.vocabulary),
        found_by="labelled-question" if label else "question-and-answer",
        confidence=1.0 if label or pair.answer else 0.7,
    )


def _unmarked(mark: Rule, text: str, draft: Draft) -> str:
    """A text without the mark that says whether it asks or answers."""
    match = mark.match(text, draft.vocabulary)
    return text[match.end() :] if match else text


def _span(draft: Draft, blocks: Sequence[int]) -> str:
    return draft.text(blocks[0], blocks[-1]) if blocks else ""
