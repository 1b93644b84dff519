"""Which blocks of a section ask and which answer: each question with the blocks of its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.records.question_ends import (
    Pair,
    comments,
    ends_answer,
    is_over,
    marks_answer,
    marks_question,
)
from archive_builder.recognise.signs.answering import ANSWER_LINE
from archive_builder.recognise.signs.asking import NARRATED, QUESTION_MARK
from archive_builder.recognise.signs.turns import (
    ends_in_mark,
    interrupts,
    is_answered_within,
    is_asking,
    is_introduction,
)


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
    starts = (at for at, index in enumerate(content) if lines[at] or marks_answer(draft, index))
    if not (at := next(starts, 0)):
        return None
    answer = content[at + 1 if lines[at] else at :]
    over = (n for n, index in enumerate(answer) if ends_answer(draft, index, opens=n == 0))
    return Pair(list(content[:at]), list(answer[: next(over, len(answer))]))


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
        elif interrupts(draft, index) or (pairs and is_over(draft, pairs[-1], index)):
            stopped = True
        elif pairs and not stopped and not _answer_line(draft, index):
            pairs[-1].answer.append(index)
    return _sharing(draft, pairs)


def _sharing(draft: Draft, pairs: Sequence[Pair]) -> list[Pair]:
    """Questions in a row with one answer below the last are one question."""
    made: list[Pair] = []
    for pair in pairs:
        open_above = made and not made[-1].answer and ends_in_mark(draft.text(made[-1].blocks[-1]))
        if open_above and pair.answer and made[-1].blocks[-1] + 1 == pair.blocks[0]:
            pair = Pair([*made.pop().blocks, *pair.blocks], pair.answer)
        made.append(pair)
    return made


def _paragraphs_ask(draft: Draft, content: Sequence[int], asking: set[int], labelled: bool) -> list[Pair]:
    """Paragraphs ask, bullets answer; a paragraph straight after a question that asks nothing answers too."""
    reading = _Reading(draft, content, asking, labelled)
    for position in range(len(content)):
        reading.read(position)
    reading.finish()
    return [pair for pair in reading.pairs if labelled or not asking.isdisjoint(pair.blocks)]


@dataclass(slots=True)
class _Reading:
    """The blocks of a section in which paragraphs ask, read one after the other."""

    draft: Draft
    content: Sequence[int]
    asking: set[int]
    labelled: bool
    pairs: list[Pair] = field(default_factory=list)
    now: Pair = field(default_factory=Pair)

    def read(self, position: int) -> None:
        """Take a block as the end of what came before, as a question, or as an answer."""
        index = self.content[position]
        if interrupts(self.draft, index):
            self.finish()
        elif not self._asks(position) and self.now.blocks:
            self._answers(position)

    def finish(self) -> None:
        """Begin anew, with what was gathered as a pair."""
        if self.now.blocks:
            self.pairs.append(self.now)
        self.now = Pair()

    def _asks(self, position: int) -> bool:
        """Take a block that asks or leads up to a question; False for any other."""
        draft, index = self.draft, self.content[position]
        paragraph = draft.blocks[index].kind is BlockKind.PARAGRAPH
        if not paragraph:
            if not (index in self.asking and _in_list(draft, index)):
                return False
            if self.now.answer and draft.blocks[self.now.answer[-1]].kind is BlockKind.ITEM:
                return False
        elif index not in self.asking and not self._leads_in(position):
            return False
        if self.now.answer or (paragraph and self._begins(index)):
            self.finish()
        self.now.blocks.append(index)
        if paragraph and index in self.asking and is_answered_within(draft, index):
            self.finish()
        return True

    def _begins(self, index: int) -> bool:
        """True if a paragraph asks a question of its own, whatever asks above it."""
        within = index in self.asking and is_answered_within(self.draft, index)
        return within or (index in self.asking and marks_question(self.draft, index))

    def _answers(self, position: int) -> None:
        """Take a block that asks nothing as a part of the answer, unless the meeting has moved on."""
        draft, index, answer = self.draft, self.content[position], self.now.answer
        if not answer and _answer_line(draft, index):
            return
        moved_on = answer and (
            comments(draft, index, answer[-1])
            or _is_answered_apart(draft, self.content, position)
            or is_over(draft, self.now, index)
        )
        if moved_on:
            self.finish()
        else:
            answer.append(index)

    def _leads_in(self, position: int) -> bool:
        first_labelled = self.labelled and not self.pairs
        return _leads_in(self.draft, self.content, position, self.asking, self.now, first_labelled)


def _is_answered_apart(draft: Draft, content: Sequence[int], position: int) -> bool:
    """True if a block has a marked answer of its own below it: it is the next matter, and no answer."""
    following = content[position + 1] if position + 1 < len(content) else None
    own = marks_answer(draft, content[position])
    return following is not None and not own and marks_answer(draft, following)


def _answer_line(draft: Draft, index: int) -> bool:
    return draft.line(index).fits(ANSWER_LINE)


def _tells_who_asks(draft: Draft, index: int) -> bool:
    """True if a block begins by telling who asks: nothing above leads up to its question."""
    return any(sentence.fits(NARRATED) for sentence in islice(draft.sentences(index), 1))


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
    if marks_answer(draft, content[position]):
        return False
    if following is not None and draft.read(draft.blocks[following].text).fits(QUESTION_MARK):
        return False
    next_asks = following is not None and following in asking
    if following is not None and _tells_who_asks(draft, following):
        return False
    if following is not None and next_asks and _is_first_line(draft, content[position], following):
        return True
    if not draft.blocks[content[position]].text.rstrip().endswith(tuple('.,:;!?–-”"’)')):
        return False
    if first_labelled and not any(i in asking for i in now.blocks) and not now.answer:
        return next_asks or any(i in asking for i in content[position + 1 :])
    answered = bool(now.answer) and draft.blocks[now.answer[-1]].kind is BlockKind.ITEM
    return next_asks and (answered or not now.blocks) and not is_introduction(draft, content[position])
