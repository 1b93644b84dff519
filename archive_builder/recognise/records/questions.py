"""Questions and their answers, in the forms in which notes of meetings set them.

Named layouts: (a) questions as paragraphs, answers as bullets or paragraphs; (b) questions as
bullets, answers as paragraphs; both with or without "Question 3: Title (asked by ...)" above. Which
of the two an item uses is judged by where its question marks stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from archive_builder.model import BlockKind, Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.rule import Rule
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
from archive_builder.recognise.signs.answering import AFTERWARDS, ANSWER_LINE, ANSWER_MARK
from archive_builder.recognise.signs.askers import speaker
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.question_labels import SUBMITTED, label_match
from archive_builder.recognise.signs.turns import interrupts, is_asking, is_introduction
from archive_builder.text.numerals import reference
from archive_builder.text.words import folded


@dataclass(slots=True)
class _Open:
    """The question being gathered: its blocks, then its answer's."""

    blocks: list[int] = field(default_factory=list)
    answer: list[int] = field(default_factory=list)


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
    for pair in _pairs(draft, free, bool(label)):
        counts[item] = counts.get(item, 0) + 1
        made = _question(draft, pair, label, item, counts[item], taken)
        above = asker_above(draft, section) if label and not made.asked_by else ""
        yield replace(made, asked_by=made.asked_by or above)


def _holds_questions(draft: Draft, blocks: Sequence[int], labelled: bool) -> bool:
    """An item is read for questions when it is labelled or question marks end its blocks."""
    return labelled or any(is_asking(draft, index) for index in blocks)


def _pairs(draft: Draft, blocks: Sequence[int], labelled: bool) -> list[_Open]:
    """The questions of a section, each with its answer's blocks."""
    content = [i for i in blocks if is_prose(draft.blocks[i]) or draft.blocks[i].kind is BlockKind.TABLE]
    if labelled and (apart := _told_apart(draft, content)):
        return [apart]
    asking = {i for i in content if is_asking(draft, i)}
    bulleted = sum(1 for i in asking if draft.blocks[i].kind is BlockKind.ITEM and not _in_list(draft, i))
    if bulleted > len(asking) - bulleted:
        return _bullets_ask(draft, content, asking)
    return _paragraphs_ask(draft, content, asking, labelled)


def _told_apart(draft: Draft, content: Sequence[int]) -> _Open | None:
    """A labelled question and its answer below a line "Response"; None where no such line stands."""
    lines = [_answer_line(draft, index) for index in content]
    starts = (at for at, index in enumerate(content) if lines[at] or _marks_answer(draft, index))
    if not (at := next(starts, 0)):
        return None
    answer = content[at + 1 if lines[at] else at :]
    over = (n for n, index in enumerate(answer) if _ends_answer(draft, index, opens=n == 0))
    return _Open(list(content[:at]), list(answer[: next(over, len(answer))]))


def _marks_answer(draft: Draft, index: int) -> bool:
    return ANSWER_MARK.match(draft.text(index), draft.vocabulary) is not None


def _ends_answer(draft: Draft, index: int, *, opens: bool) -> bool:
    """True if an answer is over at a block; what opens an answer never interrupts it."""
    if AFTERWARDS.match(draft.text(index), draft.vocabulary):
        return True
    return not opens and interrupts(draft, index)


def _in_list(draft: Draft, index: int) -> bool:
    """A numbered item: a sub-question "(2)", which never stands for a question of its own."""
    return any(ch.isdigit() for ch in draft.blocks[index].marker)


def _bullets_ask(draft: Draft, content: Sequence[int], asking: set[int]) -> list[_Open]:
    """Bullets ask, whatever stands between two of them answers; a chair's closing words do not.

    A paragraph that ends in a colon above numbered questions is one question with them.
    """
    pairs: list[_Open] = []
    stopped = False
    for position, index in enumerate(content):
        numbered = index in asking and _in_list(draft, index)
        after = content[position + 1] if position + 1 < len(content) else index
        leads = draft.blocks[index].text.rstrip().endswith(":") and after in asking and _in_list(draft, after)
        if leads or (index in asking and draft.blocks[index].kind is BlockKind.ITEM and not numbered):
            pairs.append(_Open([index]))
            stopped = False
        elif numbered and pairs and not pairs[-1].answer and not stopped:
            pairs[-1].blocks.append(index)
        elif interrupts(draft, index):
            stopped = True
        elif pairs and not stopped and not _answer_line(draft, index):
            pairs[-1].answer.append(index)
    return _sharing(pairs)


def _sharing(pairs: Sequence[_Open]) -> list[_Open]:
    """Questions in a row with one answer below the last are one question."""
    made: list[_Open] = []
    for pair in pairs:
        if made and not made[-1].answer and pair.answer and made[-1].blocks[-1] + 1 == pair.blocks[0]:
            pair = _Open([*made.pop().blocks, *pair.blocks], pair.answer)
        made.append(pair)
    return made


def _paragraphs_ask(draft: Draft, content: Sequence[int], asking: set[int], labelled: bool) -> list[_Open]:
    """Paragraphs ask, bullets answer; a paragraph straight after a question that asks nothing answers too."""
    pairs: list[_Open] = []
    now = _Open()
    for position, index in enumerate(content):
        block = draft.blocks[index]
        asks = index in asking
        if interrupts(draft, index):
            now = _finish(now, pairs)
        elif block.kind is BlockKind.PARAGRAPH and asks:
            if now.answer:
                now = _finish(now, pairs)
            now.blocks.append(index)
        elif asks and _in_list(draft, index) and now.blocks and not now.answer:
            now.blocks.append(index)
        elif block.kind is BlockKind.PARAGRAPH and _leads_in(
            draft, content, position, asking, now, labelled and not pairs
        ):
            if now.answer:
                now = _finish(now, pairs)
            now.blocks.append(index)
        elif now.blocks and not now.answer and _answer_line(draft, index):
            continue
        elif now.answer and _comments(draft, index, now.answer[-1]):
            now = _finish(now, pairs)
        elif now.blocks:
            now.answer.append(index)
    _finish(now, pairs)
    return [pair for pair in pairs if any(i in asking for i in pair.blocks) or labelled]


def _answer_line(draft: Draft, index: int) -> bool:
    return ANSWER_LINE.match(draft.text(index), draft.vocabulary) is not None


def _comments(draft: Draft, index: int, before: int) -> bool:
    """A paragraph below a bulleted answer is no part of it: the meeting has moved on."""
    block = draft.blocks[index]
    return (
        block.kind is BlockKind.PARAGRAPH and not block.level and draft.blocks[before].kind is BlockKind.ITEM
    )


def _finish(now: _Open, pairs: list[_Open]) -> _Open:
    if now.blocks:
        pairs.append(now)
    return _Open()


def _leads_in(
    draft: Draft, content: Sequence[int], position: int, asking: set[int], now: _Open, first_labelled: bool
) -> bool:
    """True if a paragraph that asks nothing belongs to the question that follows it.

    After a label: always, until something asks. Elsewhere: after a finished answer, when the next
    paragraph asks; a list of sub-questions may follow too.
    """
    following = content[position + 1] if position + 1 < len(content) else None
    if following is not None and QUESTION_MARK.match(draft.blocks[following].text, draft.vocabulary):
        return False
    next_asks = following is not None and following in asking
    if first_labelled and not any(i in asking for i in now.blocks) and not now.answer:
        return next_asks or any(i in asking for i in content[position + 1 :])
    answered = bool(now.answer) and draft.blocks[now.answer[-1]].kind is BlockKind.ITEM
    return next_asks and (answered or not now.blocks) and not is_introduction(draft, content[position])


def _question(draft: Draft, pair: _Open, label: str, item: str, count: int, taken: set[str]) -> Question:
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
