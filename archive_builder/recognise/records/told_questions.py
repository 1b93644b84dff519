"""Questions told in the words of minutes: "Cllr Lee asked whether it was open. The Chair replied that it was."

Strict on purpose: a question that is only told counts where the next sentence tells its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from archive_builder.model import BlockKind, Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.grammar.passage import Passage, place_of, words_of
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.records.question_tables import answer_status
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.answering import LOOSE_REPLY, REPLIES, SURE_REPLY
from archive_builder.recognise.signs.askers import narrated_asker
from archive_builder.recognise.signs.asking import NARRATED, TOLD_OFFER
from archive_builder.recognise.signs.deciding import deciding_rule
from archive_builder.recognise.signs.moving import MOVED
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class Narrated:
    """A question that is told, and its answer: neighbouring sentences."""

    asking: tuple[Passage, ...]
    answer: tuple[Passage, ...]
    confidence: float

    @property
    def blocks(self) -> set[int]:
        return {told.block for told in (*self.asking, *self.answer)}


def find_narrated(draft: Draft, section: Section) -> Iterator[Narrated]:
    """The told questions of a section that the next sentence answers."""
    sentences = draft.sentences(*(i for i in section.content if _is_read(draft, i)))
    told = [part for sentence in sentences for part in _parts(draft, sentence)]
    at = 0
    while at < len(told):
        asked = _run(told, at)
        answer = _answer(draft, told, at + len(asked)) if asked else []
        if asked and answer:
            confidence = min(rule.confidence for rule, _ in asked)
            yield Narrated(tuple(sentence for _, sentence in asked), tuple(answer), confidence)
        at += max(len(asked) + len(answer), 1)


_BREAK = re.compile(
    r"""\s+[–—-]\s+ | ;\s+ | ,?\s+to\s+which\s+ | ,\s+(?:and\s+|but\s+)? | \s+but\s+
    | \s+and\s+(?= (?:the\s)?[A-Z] | (?:was|were)\s )""",
    re.VERBOSE,
)
"""Where a sentence may go on with the answer: "asked whether it was open - she advised that it was"."""


_LONGEST = 2_000
"""Letters of a sentence that is looked through: each break costs a walk over all of them."""


def _parts(draft: Draft, sentence: Passage) -> list[Passage]:
    """A sentence that tells a question and its answer as two; any other sentence whole."""
    if sentence.end - sentence.start > _LONGEST:
        return [sentence]
    text = draft.blocks[sentence.block].text
    if not sentence.fits(NARRATED):
        return [sentence]
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        asking, answer = text[sentence.start : match.start()], text[match.end() : sentence.end]
        if not draft.read(folded(answer)).fits(REPLIES):
            continue
        if draft.read(folded(asking)).fits(NARRATED):
            ends = ((sentence.start, match.start()), (match.end(), sentence.end))
            return [draft.passage(sentence.block, start, end) for start, end in ends]
    return [sentence]


def _is_read(draft: Draft, index: int) -> bool:
    """True if a block is read for told questions: text that is no marked action."""
    block = draft.blocks[index]
    return is_prose(block) and not draft.read(folded(block.text)).fits(ACTION_MARK)


def _run(told: Sequence[Passage], at: int) -> list[tuple[Rule, Passage]]:
    """The sentences from one on that ask: neighbours in a paragraph share an answer."""
    found: list[tuple[Rule, Passage]] = []
    for sentence in told[at:]:
        label = None if found and sentence.fits(REPLIES) else sentence.label(NARRATED)
        if not label or sentence.fits(TOLD_OFFER) or (found and sentence.block != found[0][1].block):
            break
        found.append((label.rule, sentence))
    return found


def _answer(draft: Draft, told: Sequence[Passage], at: int) -> list[Passage]:
    """The sentences that answer, up to the end of their paragraph, the next question or a decision."""
    found: list[Passage] = []
    for sentence in told[at:]:
        if sentence.text.endswith("?") and found and sentence.block == found[0].block:
            return []  # the paragraph puts a question of its own: what it tells leads up to it
        goes_on = sentence.block == found[0].block if found else _replies(draft, told, at)
        if not goes_on or sentence.fits(NARRATED) or _settles(sentence.text, draft.vocabulary):
            break
        found.append(sentence)
    return found


def _replies(draft: Draft, told: Sequence[Passage], at: int) -> bool:
    """True if a sentence answers, and stands in the question's paragraph, below it in a list, or begins the next.

    The next point of a list is a matter of its own, unless it can only be an answer, and so is a
    paragraph that tells of nothing or puts a question itself.
    """
    first, before = told[at], told[at - 1]
    if first.block == before.block:
        return first.fits(REPLIES) or first.fits(LOOSE_REPLY)
    if first.block - before.block > 1:
        return False
    one, other = draft.blocks[before.block], draft.blocks[first.block]
    points = one.kind is BlockKind.ITEM and other.kind is BlockKind.ITEM
    if points and other.level > one.level:
        return True
    if not first.fits(REPLIES):
        return False
    nothing = first.text.split()[0].casefold() in draft.vocabulary.signs["no_word"]
    apart = (points and one.level == other.level) or nothing or _asks_itself(told, at)
    return first.fits(SURE_REPLY) or not apart


def _asks_itself(told: Sequence[Passage], at: int) -> bool:
    """True if the paragraph that a sentence begins tells a question too."""
    below = takewhile(lambda sentence: sentence.block == told[at].block, told[at + 1 :])
    return any(sentence.fits(NARRATED) for sentence in below)


def _settles(text: str, vocabulary: Vocabulary) -> bool:
    return deciding_rule(text, vocabulary) is not None or read(text, vocabulary).fits(MOVED)


def find_told_questions(draft: Draft, section: Section, taken: set[str]) -> Iterator[Question]:
    """The told questions of a section, as records."""
    item = draft.item_anchor(section.heading or 0)
    for count, found in enumerate(find_narrated(draft, section), 1):
        answer = words_of(found.answer)
        yield Question(
            anchor=unique(within_item("question", item, "told", count), taken),
            place=place_of(draft.blocks, found.asking),
            text=words_of(found.asking),
            item=item,
            asked_by=narrated_asker(found.asking[0].text, draft),
            answer=place_of(draft.blocks, found.answer),
            answer_text=answer,
            answer_status=answer_status(answer, draft.vocabulary),
            found_by="told-question",
            confidence=found.confidence,
        )


def untold_runs(section: Section, told: Sequence[Question]) -> list[list[int]]:
    """The blocks of a section in which no question with its answer is told, cut where such blocks stand between.

    What answers one question never goes on behind another.
    """
    places = [place for q in told for place in (q.place, q.answer) if place]
    within = {index for where in places for index in range(where.first, where.last + 1)}
    runs: list[list[int]] = [[]]
    for index in section.content:
        if index in within:
            runs.append([])
        else:
            runs[-1].append(index)
    return [run for run in runs if run]
