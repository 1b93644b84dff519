"""A question with its answer while they are gathered from the blocks of a section, and where the answer is over."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.signs.answering import AFTERWARDS, ANSWER_MARK, REPLIES
from archive_builder.recognise.signs.asking import OPENS_QUESTION, QUESTION_MARK
from archive_builder.recognise.signs.turns import ends_in_mark, interrupts


@dataclass(slots=True)
class Pair:
    """The question being gathered: its blocks, then its answer's."""

    blocks: list[int] = field(default_factory=list)
    answer: list[int] = field(default_factory=list)


def is_over(draft: Draft, pair: Pair, index: int) -> bool:
    """True if a point of a list is no part of the answer to a question that is a point itself.

    What answers it stands deeper in the list, or is the one point that follows, with those below it. The
    next point answers what is nothing but a question, or tells that somebody replied.
    """
    asking, block = draft.blocks[pair.blocks[0]], draft.blocks[index]
    if asking.kind is not BlockKind.ITEM or block.kind is not BlockKind.ITEM:
        return False
    if not pair.answer:
        answers = draft.line(index).fits(REPLIES) or _only_asks(draft, pair)
        return block.level < asking.level or (block.level == asking.level and not answers)
    first = draft.blocks[pair.answer[0]]
    return first.kind is BlockKind.ITEM and block.level <= max(asking.level, first.level - 1)


def _only_asks(draft: Draft, pair: Pair) -> bool:
    """True if the last block of a question is marked as one, or is nothing but sentences that ask."""
    last = pair.blocks[-1]
    if marks_question(draft, last):
        return True
    asked = list(draft.sentences(last))
    return asked[0].fits(OPENS_QUESTION) and all(ends_in_mark(sentence.text) for sentence in asked)


def ends_answer(draft: Draft, index: int, *, opens: bool) -> bool:
    """True if an answer is over at a block; what opens an answer never interrupts it."""
    if draft.line(index).fits(AFTERWARDS):
        return True
    return not opens and interrupts(draft, index)


def comments(draft: Draft, index: int, before: int) -> bool:
    """True if a paragraph stands below a bulleted answer and is no part of it: the meeting has moved on."""
    block = draft.blocks[index]
    return (
        block.kind is BlockKind.PARAGRAPH and not block.level and draft.blocks[before].kind is BlockKind.ITEM
    )


def marks_answer(draft: Draft, index: int) -> bool:
    """True if a block begins with the mark of an answer."""
    return draft.line(index).fits(ANSWER_MARK)


def marks_question(draft: Draft, index: int) -> bool:
    """True if a block begins with the mark of a question."""
    return draft.line(index).fits(QUESTION_MARK)
