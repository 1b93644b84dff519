"""A question as a record: its words without marks, who asks, and the answer that follows in its paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.passage import Passage, place_of, span_place, words_of
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.question_ends import Pair
from archive_builder.recognise.records.question_evidence import UNLABELLED
from archive_builder.recognise.records.question_tables import answer_status
from archive_builder.recognise.shape.question_sections import labelled_asker, name_line, told_asker
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.askers import speaker
from archive_builder.recognise.signs.asking import DIRECT, NARRATED, QUESTION_MARK, SPEAKER
from archive_builder.recognise.signs.deciding import deciding_rule
from archive_builder.recognise.signs.question_labels import ASKER_LINE, QUESTIONS_HEADING, label_match
from archive_builder.recognise.signs.turns import ends_in_mark, says_answer
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.numerals import reference
from archive_builder.text.posts import speaks_of_post
from archive_builder.text.words import folded


def question_of(draft: Draft, pair: Pair, label: str, item: str, count: int, taken: set[str]) -> Question:
    """The question of some blocks, with what answers it; the number of a label names it before its place."""
    match = label_match(label, draft.vocabulary) if label else None
    said = {name: folded(words or "") for name, words in match.groupdict().items()} if match else {}
    printed = said.get("label", "")
    number = reference(printed.split()[-1]) if any(ch.isdigit() for ch in printed) else ""
    name = within_item("question", item, number or count)
    answer = _unmarked(ANSWER_MARK, _span(draft, pair.answer), draft)
    answer = answer[speaker(answer, draft)[1] :]
    first, text = _without_address(draft, pair.blocks, labelled=bool(label))
    text = _unmarked(QUESTION_MARK, text, draft)
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
        or first
        or told_asker(draft, pair.blocks[0], text),
        answer=place(pair.answer[0], pair.answer[-1]) if pair.answer else None,
        answer_text=answer,
        answer_status=answer_status(answer, draft.vocabulary),
        found_by="labelled-question" if label else UNLABELLED,
        confidence=1.0 if label or pair.answer else 0.7,
    )


def answered_behind(draft: Draft, pair: Pair, asked: Question) -> Question:
    """A question without what follows it in its paragraph: its answer, unless the body decides there.

    Where an answer stands below too, what follows is one only if it says so, or if the question is marked
    or told and nothing below is marked as its answer.
    """
    if len(pair.blocks) > 1:
        return asked
    told = list(draft.sentences(pair.blocks[0]))
    last = _last_asking(told, draft)
    if last is None or last == len(told) - 1:
        return asked
    behind = told[last + 1 :]
    said = words_of(behind)
    decided = deciding_rule(behind[0].text, draft.vocabulary) is not None
    answers = decided or _answers_behind(draft, pair, told[: last + 1], behind)
    if not asked.text.endswith(said) or not answers:
        return asked
    first = 0 if _is_among_questions(draft, pair) else _first_asking(told, last)
    put = replace(
        asked,
        text=words_of(told[first : last + 1]) if first else asked.text.removesuffix(said).rstrip(),
        place=place_of(draft.blocks, told[first : last + 1]),
    )
    if decided:
        return put
    answer = said[speaker(said, draft)[1] :]
    return replace(
        put,
        answer=span_place(draft.blocks, behind[0].block, behind[0].start, behind[-1].end),
        answer_text=_unmarked(ANSWER_MARK, answer, draft),
        answer_status=answer_status(answer, draft.vocabulary),
    )


def _last_asking(told: Sequence[Passage], draft: Draft) -> int | None:
    """The last sentence that ends in a question mark; a marked question without one asks with its first."""
    asking = [n for n, sentence in enumerate(told) if ends_in_mark(sentence.text)]
    if asking:
        return asking[-1]
    marked = told[0].match(QUESTION_MARK) if told else None
    return 0 if marked and draft.read(told[0].text[marked.end() :]).fits(DIRECT) else None


def _first_asking(told: Sequence[Passage], last: int) -> int:
    """The first of the neighbouring sentences that ask: what stands before them is told in the minutes."""
    first = last
    while first and (ends_in_mark(told[first - 1].text) or told[first - 1].fits(NARRATED)):
        first -= 1
    return first


def _is_among_questions(draft: Draft, pair: Pair) -> bool:
    """True for a question in a section where questions are put: there a speaker's own words lead up to it."""
    section = draft.section_of(pair.blocks[0])
    return section is not None and draft.read(section.title).fits(QUESTIONS_HEADING)


def _answers_behind(draft: Draft, pair: Pair, asking: Sequence[Passage], behind: Sequence[Passage]) -> bool:
    """True if the sentences behind a question in its paragraph answer it."""
    if not pair.answer or says_answer(behind[0].text, draft.vocabulary):
        return True
    if any(draft.line(index).fits(ANSWER_MARK) for index in pair.answer):
        return False
    put = asking[0].fits(QUESTION_MARK) or any(sentence.fits(NARRATED) for sentence in asking)
    return put or behind[0].fits(SPEAKER)


def asker_above(draft: Draft, pair: Pair) -> str:
    """The name that stands alone in the line above a question: it asks that question and those that follow."""
    above = pair.blocks[0] - 1
    return name_line(draft, above) if above >= 0 else ""


def _without_address(draft: Draft, blocks: Sequence[int], *, labelled: bool) -> tuple[str, str]:
    """Who asks by a line of name and address above the question, and the words without that line.

    Below a label a name needs no title: "Question 2", "Eve Orr", and the question.
    """
    head = _unmarked(QUESTION_MARK, draft.text(blocks[0]), draft)
    if len(blocks) > 1:
        if labelled and (alone := _name_alone(draft, head)):
            return alone, draft.text(blocks[1], blocks[-1])
        if alone := name_line(draft, blocks[0]):
            return alone, draft.text(blocks[1], blocks[-1])
        name = bare(head.split(",")[0], draft.vocabulary)
        ended = head.rstrip().endswith((".", "?", ":"))
        if "," in head and not ended and looks_like_name(name) and len(head.split()) <= _ADDRESS:
            return name, draft.text(blocks[1], blocks[-1])
    return "", draft.text(blocks[0], blocks[-1])


def _name_alone(draft: Draft, line: str) -> str:
    """The name that a line is, with or without "Asked by" before it; empty for any other line."""
    said = draft.read(line).match(ASKER_LINE)
    name = bare(said["asker"] if said else line, draft.vocabulary)
    named = looks_like_name(name) and len(name.split()) > 1
    return name if named and not speaks_of_post(name, draft.vocabulary) else ""


_ADDRESS = 14
"""Maximum number of words of a line of name and address."""


def _unmarked(mark: Rule, text: str, draft: Draft) -> str:
    """A text without the mark that says whether it asks or answers."""
    match = draft.read(text).match(mark)
    return text[match.end() :] if match else text


def _span(draft: Draft, blocks: Sequence[int]) -> str:
    return draft.text(blocks[0], blocks[-1]) if blocks else ""
