"""Questions and their answers, in the forms in which notes of meetings set them.

Named layouts: (a) questions as paragraphs, answers as bullets or paragraphs; (b) questions as
bullets, answers as paragraphs; both with or without "Question 3: Title (asked by ...)" above. Which
of the two an item uses is judged by where its question marks stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import BlockKind, Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.passage import span_place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.question_evidence import FEWEST_IN_TURN, UNLABELLED, questions_put
from archive_builder.recognise.records.question_pairs import Pair, question_pairs
from archive_builder.recognise.records.question_tables import answer_status, find_table_questions
from archive_builder.recognise.records.submitted_questions import find_submitted_questions, running_lines
from archive_builder.recognise.records.told_questions import find_told_questions, untold_blocks
from archive_builder.recognise.shape.question_sections import (
    askers_of_runs,
    label_of,
    labelled_asker,
    told_asker,
)
from archive_builder.recognise.signs.action_marks import ACTION_LIST
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.askers import speaker
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.deciding import deciding_rule
from archive_builder.recognise.signs.question_labels import SUBMITTED, label_match
from archive_builder.recognise.signs.turns import ends_in_mark, is_asking, says_answer
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.numerals import reference
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded


def find_questions(draft: Draft) -> Draft:
    """A draft with its questions, each with the one passage that answers it."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    quoted: list[Question] = []
    told: list[Question] = []
    askers = askers_of_runs(draft)
    running = running_lines(draft)
    for section in _read_sections(draft):
        if match := draft.read(section.title).match(SUBMITTED):
            quoted += find_submitted_questions(draft, section, match["asker"], taken, running)
        elif not draft.read(section.title.strip()).fits(ACTION_LIST):
            label = label_of(draft, section)
            own = [] if label else list(find_told_questions(draft, section, taken))
            told += own
            free = [index for index in untold_blocks(section, own) if index not in running]
            asked = _asked(draft, section, label, free, counts, taken)
            quoted += (replace(one, asked_by=one.asked_by or askers.get(section.first, "")) for one in asked)
    quoted = questions_put(draft, quoted)
    quoted += find_table_questions(draft, taken)
    found = sorted([*quoted, *told], key=lambda question: (question.place.first, question.place.row or 0))
    return replace(draft, questions=tuple(found), quoted=_blocks_of(quoted))


def find_sheet_questions(draft: Draft) -> Draft:
    """A draft with the questions of a paper that is made of questions and answers, whatever its kind."""
    if sum(1 for block in draft.blocks if block.text.rstrip().endswith("?")) < FEWEST_IN_TURN and not any(
        block.kind is BlockKind.TABLE for block in draft.blocks
    ):
        return draft
    found = find_questions(draft)
    answered = [one for one in found.questions if one.answer and one.found_by != "told-question"]
    rows = all(one.place.row is not None for one in answered)
    prose = [i for i, block in enumerate(draft.blocks) if i > draft.masthead.last and is_prose(block)]
    share = len(found.quoted.intersection(prose))
    if len(answered) < FEWEST_IN_TURN or not (rows or _SHARE * share >= len(prose)):
        return draft
    return replace(found, questions=tuple(answered))


_SHARE = 2
"""At least one of so many paragraphs of a paper of questions asks or answers."""


def _read_sections(draft: Draft) -> Iterator[Section]:
    """The sections that are read for questions: without the document's head."""
    for section in draft.sections:
        first = max(section.first, draft.masthead.last + 1) if section.heading is None else section.first
        if first <= section.last:
            yield replace(section, first=first)


def _blocks_of(questions: Sequence[Question]) -> frozenset[int]:
    """The blocks of questions and answers that are no rows of tables and no parts of a paragraph."""
    whole = [question for question in questions if question.answer or question.place.start is None]
    places = [where for question in whole for where in (question.place, question.answer) if where]
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
        yield _answered_behind(draft, pair, _question(draft, pair, label, item, counts[item], taken))


def _answered_behind(draft: Draft, pair: Pair, asked: Question) -> Question:
    """A question without what follows it in its paragraph: its answer, unless the body decides there.

    Where an answer stands below too, what follows is one only if it says so.
    """
    if len(pair.blocks) > 1:
        return asked
    [index] = pair.blocks
    text = draft.blocks[index].text
    parts = list(spans(text))
    asking = [n for n, (start, end) in enumerate(parts) if ends_in_mark(text[start:end])]
    if not asking or asking[-1] == len(parts) - 1:
        return asked
    end, begun = parts[asking[-1]][1], parts[asking[-1] + 1][0]
    said = folded(text[begun:])
    first = folded(text[slice(*parts[asking[-1] + 1])])
    if not asked.text.endswith(said) or (pair.answer and not says_answer(first, draft.vocabulary)):
        return asked
    put = replace(
        asked,
        text=asked.text.removesuffix(said).rstrip(),
        place=span_place(draft.blocks, index, 0, end),
    )
    if deciding_rule(first, draft.vocabulary):
        return put
    return replace(
        put,
        answer=span_place(draft.blocks, index, begun, len(text.rstrip())),
        answer_text=said,
        answer_status=answer_status(said, draft.vocabulary),
    )


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
    first, text = _without_address(draft, pair.blocks)
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


def _without_address(draft: Draft, blocks: Sequence[int]) -> tuple[str, str]:
    """Who asks by a line of name and address above the question, and the words without that line."""
    head = draft.text(blocks[0])
    if len(blocks) > 1 and "," in head and not head.rstrip().endswith((".", "?", ":")):
        name = bare(head.split(",")[0], draft.vocabulary)
        if looks_like_name(name) and len(head.split()) <= _ADDRESS:
            return name, draft.text(blocks[1], blocks[-1])
    return "", draft.text(blocks[0], blocks[-1])


_ADDRESS = 14
"""Maximum number of words of a line of name and address."""


def _unmarked(mark: Rule, text: str, draft: Draft) -> str:
    """A text without the mark that says whether it asks or answers."""
    match = draft.read(text).match(mark)
    return text[match.end() :] if match else text


def _span(draft: Draft, blocks: Sequence[int]) -> str:
    return draft.text(blocks[0], blocks[-1]) if blocks else ""
