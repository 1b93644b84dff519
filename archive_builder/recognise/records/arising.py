"""What an action arises from: the questions before it, in the same item."""

from __future__ import annotations

from archive_builder.model import Question
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.settings import Vocabulary
from archive_builder.text.words import words


def questions_before(draft: Draft, index: int, item: str, text: str) -> tuple[str, ...]:
    """The questions an action arises from: the one directly before it, in the same item.

    And those before that one, as long as each shares two telling words with the action.
    """
    before: list[Question] = [
        question for question in draft.questions if question.item == item and question.place.first < index
    ]
    chosen = before[-1:]
    for question in reversed(before[:-1]):
        if (
            len(telling_words(question.text, draft.vocabulary) & telling_words(text, draft.vocabulary))
            < _SHARED
        ):
            break
        chosen.append(question)
    return tuple(question.anchor for question in chosen)


_SHARED = 2


def telling_words(text: str, vocabulary: Vocabulary) -> set[str]:
    """A text's longer words without a plural's s: enough to tell whether two passages share a subject."""
    common = vocabulary.signs["common_words"]
    return {word.rstrip("s") for word in words(text) if len(word) > 2 and word not in common}
