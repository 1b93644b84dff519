"""Questions told in the words of minutes: "Cllr Lee asked whether it was open. The Chair replied that it was."

Strict on purpose: a question that is only told counts where the next sentence tells its answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import Place, Question
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, unique
from archive_builder.recognise.grammar.rule import Rule, first_rule
from archive_builder.recognise.records.arising import TOLD
from archive_builder.recognise.records.question_tables import answer_status
from archive_builder.recognise.signs.action_marks import action_marker
from archive_builder.recognise.signs.answering import REPLIES
from archive_builder.recognise.signs.asking import NARRATED, narrated_asker
from archive_builder.recognise.signs.deciding import deciding_rule
from archive_builder.recognise.signs.moving import MOVED
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a block."""

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Narrated:
    """A question that is told, and its answer: neighbouring sentences."""

    asking: tuple[_Told, ...]
    answer: tuple[_Told, ...]
    confidence: float

    @property
    def blocks(self) -> set[int]:
        return {told.block for told in (*self.asking, *self.answer)}


def find_narrated(draft: Draft, section: Section) -> Iterator[Narrated]:
    """The told questions of a section that the next sentence answers."""
    told = [sentence for index in section.content for sentence in _sentences(draft, index)]
    at = 0
    while at < len(told):
        asked = _run(told, at, draft.vocabulary)
        answer = _answer(draft, told, at + len(asked)) if asked else []
        if asked and answer:
            confidence = min(rule.confidence for rule, _ in asked)
            yield Narrated(tuple(sentence for _, sentence in asked), tuple(answer), confidence)
        at += max(len(asked) + len(answer), 1)


def _sentences(draft: Draft, index: int) -> Iterator[_Told]:
    block = draft.blocks[index]
    if is_prose(block) and not action_marker(draft.vocabulary).match(folded(block.text)):
        for start, end in spans(block.text):
            yield _Told(index, start, end, folded(block.text[start:end]))


def _run(told: Sequence[_Told], at: int, vocabulary: Vocabulary) -> list[tuple[Rule, _Told]]:
    """The sentences from one on that ask: neighbours in a paragraph share an answer."""
    found: list[tuple[Rule, _Told]] = []
    for sentence in told[at:]:
        hit = (
            None
            if found and REPLIES.match(sentence.text, vocabulary)
            else first_rule(NARRATED, sentence.text, vocabulary)
        )
        if not hit or (found and sentence.block != found[0][1].block):
            break
        found.append((hit[0], sentence))
    return found


def _answer(draft: Draft, told: Sequence[_Told], at: int) -> list[_Told]:
    """The sentences that answer, up to the end of their paragraph, the next question or a decision."""
    found: list[_Told] = []
    for sentence in told[at:]:
        if sentence.text.endswith("?") and found and sentence.block == found[0].block:
            return []  # the paragraph puts a question of its own: what it tells leads up to it
        goes_on = sentence.block == found[0].block if found else _replies(told, at, draft.vocabulary)
        if (
            not goes_on
            or first_rule(NARRATED, sentence.text, draft.vocabulary)
            or _settles(sentence.text, draft.vocabulary)
        ):
            break
        found.append(sentence)
    return found


def _replies(told: Sequence[_Told], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence answers, and stands in the question's paragraph or begins the next."""
    first, before = told[at], told[at - 1]
    return bool(REPLIES.match(first.text, vocabulary)) and first.block - before.block <= 1


def _settles(text: str, vocabulary: Vocabulary) -> bool:
    return deciding_rule(text, vocabulary) is not None or first_rule(MOVED, text, vocabulary) is not None


def find_told_questions(draft: Draft, section: Section, taken: set[str]) -> Iterator[Question]:
    """The told questions of a section, as records."""
    item = draft.item_anchor(section.heading or 0)
    for count, found in enumerate(find_narrated(draft, section), 1):
        answer = _text(found.answer)
        yield Question(
            anchor=unique(f"question-{item.removeprefix('item-')}-told-{count}".replace("--", "-"), taken),
            place=_place(draft, found.asking),
            text=_text(found.asking),
            item=item,
            asked_by=narrated_asker(found.asking[0].text, draft),
            answer=_place(draft, found.answer),
            answer_text=answer,
            answer_status=answer_status(answer, draft.vocabulary),
            found_by=TOLD,
            confidence=found.confidence,
        )


def _text(told: Sequence[_Told]) -> str:
    return " ".join(sentence.text for sentence in told)


def _place(draft: Draft, told: Sequence[_Told]) -> Place:
    """Where some sentences of one block stand: the whole block where they are all of it."""
    block, start, end = told[0].block, told[0].start, told[-1].end
    whole = start == 0 and end >= len(draft.blocks[block].text.rstrip())
    return Place(block, block) if whole else Place(block, block, start, end)


def untold_blocks(section: Section, told: Sequence[Question]) -> list[int]:
    """The blocks of a section in which no question with its answer is told."""
    places = [place for q in told for place in (q.place, q.answer) if place]
    within = {index for where in places for index in range(where.first, where.last + 1)}
    return [index for index in section.content if index not in within]
