"""Questions that run in: "The hall is let. Question: is it heated? It is not yet." within a paragraph of minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive_builder.model import Question
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.passage import Passage, place_of, words_of
from archive_builder.recognise.records.question_tables import answer_status
from archive_builder.recognise.signs.answering import ANSWER_MARK
from archive_builder.recognise.signs.asking import QUESTION_MARK
from archive_builder.recognise.signs.turns import ends_in_mark


def find_run_in_questions(draft: Draft, section: Section, taken: set[str]) -> Iterator[Question]:
    """The questions marked within the paragraphs of a section, each with what follows up to the next."""
    item = draft.item_anchor(section.heading or 0)
    count = 0
    for index in section.content:
        if not is_prose(draft.blocks[index]):
            continue
        for asking, answer in _exchanges(list(draft.sentences(index))):
            count += 1
            yield _question(draft, asking, answer, unique(within_item("question", item, "run", count), taken))


def _exchanges(told: Sequence[Passage]) -> Iterator[tuple[Sequence[Passage], Sequence[Passage]]]:
    """The sentences that ask and those that answer, from each mark within a paragraph to the next."""
    begun = [at for at, sentence in enumerate(told) if at and sentence.fits(QUESTION_MARK)]
    for at, end in pairwise([*begun, len(told)]):
        over = at + 1
        while over < end and ends_in_mark(told[over].text):
            over += 1
        yield told[at:over], told[over:end]


def _question(draft: Draft, asking: Sequence[Passage], answer: Sequence[Passage], anchor: str) -> Question:
    mark = asking[0].match(QUESTION_MARK)
    said = words_of(answer)
    answered = draft.read(said).match(ANSWER_MARK)
    said = said[answered.end() :] if answered else said
    return Question(
        anchor=anchor,
        place=place_of(draft.blocks, asking),
        text=words_of(asking)[mark.end() if mark else 0 :],
        item=draft.item_anchor(asking[0].block),
        answer=place_of(draft.blocks, answer) if answer else None,
        answer_text=said,
        answer_status=answer_status(said, draft.vocabulary),
        found_by="run-in-question",
        confidence=0.85,
    )
