"""What speaks for it that words with a question mark were put in a meeting, and are no note or heading.

A label, a mark or a place among questions is enough. Elsewhere somebody must ask or reply, or questions
and answers must be set in turn, in whole sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from archive_builder.model import Question
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.signs.answering import ANSWER_LINE, ANSWER_MARK, ANSWERING_OFFICE, REPLIES
from archive_builder.recognise.signs.askers import narrated_asker
from archive_builder.recognise.signs.asking import (
    NOT_ASKED,
    OPENS_QUESTION,
    QUESTION_MARK,
    SAID_ASKING,
    SPEAKER,
    TO_ASK,
)
from archive_builder.recognise.signs.question_labels import QUESTIONS_HEADING
from archive_builder.recognise.signs.turns import ends_in_mark
from archive_builder.text.names import resolve
from archive_builder.text.sentences import sentences

FEWEST_IN_TURN = 3
"""So many questions in whole sentences, each with its answer, are a round of questions."""
_FEWEST_WORDS = 5
"""Minimum number of words of a question and of an answer in whole sentences."""


def questions_put(draft: Draft, found: Sequence[Question]) -> list[Question]:
    """The questions among what was found that were put to somebody."""
    whole = [question for question in found if _is_whole(question)]
    of_section = Counter(_section_of(draft, question) for question in whole)
    rounds = {section for section, count in of_section.items() if count >= FEWEST_IN_TURN}
    if len(whole) >= FEWEST_IN_TURN and 2 * len(whole) >= len(found):
        rounds |= set(of_section)
    return [
        question
        for question in found
        if question.found_by != UNLABELLED
        or _is_marked(draft, question)
        or _is_among_questions(draft, question)
        or (_section_of(draft, question) in rounds and question.answer and _asks_in_a_sentence(question))
        or (question.answer_text and (_is_asked_by(draft, question) or _is_replied_to(draft, question)))
        or _is_said_by_somebody(draft, question)
        or _is_set_apart(draft, question)
    ]


UNLABELLED = "question-and-answer"
"""How a question is found that only its question mark tells."""


def _is_whole(question: Question) -> bool:
    """True if question and answer are whole sentences."""
    said = question.answer_text
    return (
        not question.text[:1].islower()
        and not said[:1].islower()
        and len(said.split()) >= _FEWEST_WORDS
        and said.rstrip(" ”\"'’)").endswith((".", "!"))
        and _asks_in_a_sentence(question)
        and _asks_above_all(question)
    )


def _asks_above_all(question: Question) -> bool:
    """True if a question ends as one, or half of its sentences ask: talk that asks itself something does not."""
    asked = sentences(question.text)
    marked = sum(1 for sentence in asked if ends_in_mark(sentence))
    return ends_in_mark(asked[-1]) or 2 * marked >= len(asked)


def _asks_in_a_sentence(question: Question) -> bool:
    """True if a sentence of the question is no mere note: "Electricity?" is one."""
    asked = sentences(question.text)
    marked = [sentence for sentence in asked if ends_in_mark(sentence)]
    return any(len(sentence.split()) >= _FEWEST_WORDS for sentence in marked or asked)


def _section_of(draft: Draft, question: Question) -> int:
    section = draft.section_of(question.place.first)
    return section.first if section else -1


def _is_marked(draft: Draft, question: Question) -> bool:
    """True if the question or its answer is marked as such: "Q:", "To ask", "A:", "Reply"."""
    asking = draft.text(question.place.first)
    if draft.read(asking).fits(QUESTION_MARK) or draft.read(question.text).fits(TO_ASK):
        return True
    if not question.answer:
        return False
    above = draft.text(question.answer.first - 1) if question.answer.first else ""
    said = draft.text(question.answer.first)
    return bool(draft.read(said).fits(ANSWER_MARK) or draft.read(above).fits(ANSWER_LINE))


def _is_among_questions(draft: Draft, question: Question) -> bool:
    """True if a whole question stands under a heading that says that questions are put there."""
    section = draft.section_of(question.place.first)
    if section is None or not draft.read(section.title).fits(QUESTIONS_HEADING):
        return False
    marked = [sentence for sentence in sentences(question.text) if ends_in_mark(sentence)]
    offered = all(draft.read(sentence).label(NOT_ASKED) for sentence in marked)
    return _asks_in_a_sentence(question) and not (marked and offered)


def _is_asked_by(draft: Draft, question: Question) -> bool:
    """True if somebody of the meeting asks, or a sentence tells who does; "Roads: Is it wet?" names nobody."""
    if not question.asked_by:
        return False
    known = resolve(question.asked_by, draft.people(), draft.vocabulary) is not None
    return known or bool(narrated_asker(question.text, draft)) or " " not in question.asked_by


def _is_set_apart(draft: Draft, question: Question) -> bool:
    """True if question and answer are set in two ways: a paragraph and points of a list."""
    if not question.answer or not draft.text(question.answer.first).rstrip(" ”\"'’)").endswith((".", ":")):
        return False
    asked = sentences(question.text)
    opened = any(draft.read(one).fits(OPENS_QUESTION) for one in asked if ends_in_mark(one))
    kinds = {draft.blocks[where.first].kind for where in (question.place, question.answer)}
    return (
        opened
        and len(kinds) > 1
        and ends_in_mark(asked[-1])
        and len(question.text.split()) >= _FEWEST_SET_APART
    )


_FEWEST_SET_APART = 3
"""Minimum number of words of a question that the way it is set tells from its answer."""


def _is_said_by_somebody(draft: Draft, question: Question) -> bool:
    """True if the sentence with the question mark tells who said it."""
    marked = (sentence for sentence in sentences(question.text) if ends_in_mark(sentence))
    return any(draft.read(sentence).fits(SAID_ASKING) for sentence in marked)


def _is_a_sentence(text: str) -> bool:
    """True for words that end like a sentence: a request may be put without a question mark."""
    return "?" in text or text.rstrip(" ”\"'’)").endswith(".")


def _is_replied_to(draft: Draft, question: Question) -> bool:
    """True if the answer tells that somebody replied, or somebody of the meeting speaks it: "AL: In May."."""
    said = sentences(question.answer_text)
    if not said or question.answer is None or not _is_a_sentence(question.text):
        return False
    if draft.read(said[0]).fits(REPLIES):
        return True
    spoken = draft.line(question.answer.first).match(SPEAKER)
    if spoken is None:
        return False
    known = resolve(spoken["who"], draft.people(), draft.vocabulary) is not None
    return known or draft.read(spoken["who"].strip()).fits(ANSWERING_OFFICE)


def put_formally(draft: Draft) -> frozenset[int]:
    """The blocks of questions that were labelled or put in writing: what these tell of was decided elsewhere."""
    places = [
        where
        for question in draft.questions
        if question.label or question.found_by != UNLABELLED
        for where in (question.place, question.answer)
        if where and where.row is None
    ]
    return frozenset(index for where in places for index in range(where.first, where.last + 1)) & draft.quoted
