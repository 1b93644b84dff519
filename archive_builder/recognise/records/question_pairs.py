"""Which blocks of a section ask and which answer: each question with the blocks of its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.signs.answering import AFTERWARDS, ANSWER_LINE, ANSWER_MARK
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.turns import (
    interrupts,
    is_answered_within,
    is_asking,
    is_introduction,
)


@dataclass(slots=True)
class Pair:
    """The question being gathered: its blocks, then its answer's."""

    blocks: list[int] = field(default_factory=list)
    answer: list[int] = field(default_factory=list)


def question_pairs(draft: Draft, blocks: Sequence[int], labelled: bool) -> list[Pair]:
    """The questions of a section, each with its answer's blocks."""
    content = [i for i in blocks if is_prose(draft.blocks[i]) or draft.blocks[i].kind is BlockKind.TABLE]
    if labelled and (apart := _told_apart(draft, content)):
        return [apart]
    asking = {i for i in content if is_asking(draft, i)}
    bulleted = sum(1 for i in asking if draft.blocks[i].kind is BlockKind.ITEM and not _in_list(draft, i))
    if bulleted > len(asking) - bulleted:
        return _bullets_ask(draft, content, asking)
    return _paragraphs_ask(draft, content, asking, labelled)


def _told_apart(draft: Draft, content: Sequence[int]) -> Pair | None:
    """A labelled question and its answer below a line "Response"; None where no such line stands."""
    lines = [_answer_line(draft, index) for index in content]
    starts = (at for at, index in enumerate(content) if lines[at] or _marks_answer(draft, index))
    if not (at := next(starts, 0)):
        return None
    answer = content[at + 1 if lines[at] else at :]
    over = (n for n, index in enumerate(answer) if _ends_answer(draft, index, opens=n == 0))
    return Pair(list(content[:at]), list(answer[: next(over, len(answer))]))


def _marks_answer(draft: Draft, index: int) -> bool:
    return draft.line(index).fits(ANSWER_MARK)


def _ends_answer(draft: Draft, index: int, *, opens: bool) -> bool:
    """True if an answer is over at a block; what opens an answer never interrupts it."""
    if draft.line(index).fits(AFTERWARDS):
        return True
    return not opens and interrupts(draft, index)


def _in_list(draft: Draft, index: int) -> bool:
    """A numbered item: a sub-question "(2)", which never stands for a question of its own."""
    return any(ch.isdigit() for ch in draft.blocks[index].marker)


def _bullets_ask(draft: Draft, content: Sequence[int], asking: set[int]) -> list[Pair]:
    """Bullets ask, whatever stands between two of them answers; a chair's closing words do not.

    A paragraph that ends in a colon above numbered questions is one question with them.
    """
    pairs: list[Pair] = []
    stopped = False
    for position, index in enumerate(content):
        numbered = index in asking and _in_list(draft, index)
        after = content[position + 1] if position + 1 < len(content) else index
        leads = draft.blocks[index].text.rstrip().endswith(":") and after in asking and _in_list(draft, after)
        if leads or (index in asking and draft.blocks[index].kind is BlockKind.ITEM and not numbered):
            pairs.append(Pair([index]))
            stopped = False
        elif numbered and pairs and not pairs[-1].answer and not stopped:
            pairs[-1].blocks.append(index)
        elif interrupts(draft, index):
            stopped = True
        elif pairs and not stopped and not _answer_line(draft, index):
            pairs[-1].answer.append(index)
    return _sharing(pairs)


def _sharing(pairs: Sequence[Pair]) -> list[Pair]:
    """Questions in a row with one answer below the last are one question."""
    made: list[Pair] = []
    for pair in pairs:
        if made and not made[-1].answer and pair.answer and made[-1].blocks[-1] + 1 == pair.blocks[0]:
            pair = Pair([*made.pop().blocks, *pair.blocks], pair.answer)
        made.append(pair)
    return made


def _paragraphs_ask(draft: Draft, content: Sequence[int], asking: set[int], labelled: bool) -> list[Pair]:
    """Paragraphs ask, bullets answer; a paragraph straight after a question that asks nothing answers too."""
    pairs: list[Pair] = []
    now = Pair()
    for position, index in enumerate(content):
        block = draft.blocks[index]
        asks = index in asking
        if interrupts(draft, index):
            now = _finish(now, pairs)
        elif block.kind is BlockKind.PARAGRAPH and asks and is_answered_within(draft, index):
            _finish(now, pairs)
            now = _finish(Pair([index]), pairs)
        elif block.kind is BlockKind.PARAGRAPH and asks:
            if now.answer or _marks_question(draft, index):
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
        elif now.answer and (
            _comments(draft, index, now.answer[-1]) or _is_answered_apart(draft, content, position)
        ):
            now = _finish(now, pairs)
        elif now.blocks:
            now.answer.append(index)
    _finish(now, pairs)
    return [pair for pair in pairs if any(i in asking for i in pair.blocks) or labelled]


def _marks_question(draft: Draft, index: int) -> bool:
    return draft.line(index).fits(QUESTION_MARK)


def _is_answered_apart(draft: Draft, content: Sequence[int], position: int) -> bool:
    """True if a block has a marked answer of its own below it: it is the next matter, and no answer."""
    following = content[position + 1] if position + 1 < len(content) else None
    own = _marks_answer(draft, content[position])
    return following is not None and not own and _marks_answer(draft, following)


def _answer_line(draft: Draft, index: int) -> bool:
    return draft.line(index).fits(ANSWER_LINE)


def _comments(draft: Draft, index: int, before: int) -> bool:
    """A paragraph below a bulleted answer is no part of it: the meeting has moved on."""
    block = draft.blocks[index]
    return (
        block.kind is BlockKind.PARAGRAPH and not block.level and draft.blocks[before].kind is BlockKind.ITEM
    )


def _finish(now: Pair, pairs: list[Pair]) -> Pair:
    if now.blocks:
        pairs.append(now)
    return Pair()


def _is_first_line(draft: Draft, index: int, following: int) -> bool:
    """True if a line breaks off and the question goes on in the line straight below."""
    broken = not draft.blocks[index].text.rstrip().endswith((".", "?", "!", ":", ";"))
    return broken and draft.blocks[following].tight and not draft.blocks[following].marker


def _leads_in(
    draft: Draft, content: Sequence[int], position: int, asking: set[int], now: Pair, first_labelled: bool
) -> bool:
    """True if a paragraph that asks nothing belongs to the question that follows it.

    After a label: always, until something asks. Elsewhere: after a finished answer, when the next
    paragraph asks; a list of sub-questions may follow too.
    """
    following = content[position + 1] if position + 1 < len(content) else None
    if _marks_answer(draft, content[position]):
        return False
    if following is not None and draft.read(draft.blocks[following].text).fits(QUESTION_MARK):
        return False
    next_asks = following is not None and following in asking
    if following is not None and next_asks and _is_first_line(draft, content[position], following):
        return True
    if not draft.blocks[content[position]].text.rstrip().endswith(tuple('.,:;!?–-”"’)')):
        return False
    if first_labelled and not any(i in asking for i in now.blocks) and not now.answer:
        return next_asks or any(i in asking for i in content[position + 1 :])
    answered = bool(now.answer) and draft.blocks[now.answer[-1]].kind is BlockKind.ITEM
    return next_asks and (answered or not now.blocks) and not is_introduction(draft, content[position])
