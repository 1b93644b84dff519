"""What a block does between question and answer: it asks, leads up to a question, or ends one."""

from __future__ import annotations

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.grammar.labels import read
from archive_builder.recognise.signs.action_marks import ACTION_MARK
from archive_builder.recognise.signs.answering import ANSWER_MARK, REPLIES, YES_OR_NO
from archive_builder.recognise.signs.askers import speaker
from archive_builder.recognise.signs.asking import (
    CLOSING,
    DIRECT,
    INTRODUCTION,
    NOT_ASKED,
    QUESTION_MARK,
    REQUEST,
    SETTLED,
    TO_ASK,
)
from archive_builder.recognise.signs.deciding import body_decides
from archive_builder.recognise.signs.promising import is_undertaking
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded

_LONGEST_UNMARKED = 600
"""Maximum number of characters of a text that asks without a question mark."""
_LONGEST_INTRODUCTION = 300


def is_asking(draft: Draft, index: int) -> bool:
    """True if a block asks: a sentence of it ends in a question mark, or it is a request."""
    block = draft.blocks[index]
    if not is_prose(block):
        return False
    text = folded(block.text)
    if draft.read(text).fits(ACTION_MARK) or draft.read(text).fits(ANSWER_MARK):
        return False
    if TO_ASK.match(text, draft.vocabulary, speaker(text, draft)[1]):
        return True
    if draft.read(text).fits(QUESTION_MARK):
        return True
    return asks(text, draft.vocabulary, block.kind is BlockKind.PARAGRAPH)


def asks(text: str, vocabulary: Vocabulary, paragraph: bool = True) -> bool:
    """True if a text is a question or request, with or without a question mark.

    A request may stand anywhere in a paragraph; a list item must begin with it.
    """
    parts = sentences(text)
    if any(ends_in_mark(part) and not read(part, vocabulary).fits(NOT_ASKED) for part in parts):
        return True
    if len(text) > _LONGEST_UNMARKED or not parts:
        return False
    if read(parts[-1], vocabulary).fits(DIRECT):
        return True
    return any(read(part, vocabulary).fits(REQUEST) for part in (parts if paragraph else parts[:1]))


def is_answered_within(draft: Draft, index: int) -> bool:
    """True if a block's question is answered behind it: "Why is it late? The Manager explained that …"."""
    parts = sentences(folded(draft.blocks[index].text))
    asking = [n for n, part in enumerate(parts) if ends_in_mark(part)]
    return (
        bool(asking) and asking[-1] + 1 < len(parts) and says_answer(parts[asking[-1] + 1], draft.vocabulary)
    )


def says_answer(sentence: str, vocabulary: Vocabulary) -> bool:
    """True if a sentence says that it answers: somebody replies in it, or it begins with yes or no."""
    words = read(sentence, vocabulary)
    return words.fits(REPLIES) or words.fits(YES_OR_NO)


def ends_in_mark(sentence: str) -> bool:
    """True if a sentence ends in a question mark, with quotation marks or brackets behind it; "(?)" asks nothing."""
    asked = sentence.rstrip(" ”\"'’)")
    return asked.endswith("?") and any(ch.isalnum() for ch in asked)


def is_introduction(draft: Draft, index: int) -> bool:
    """True if a block is a line that leads up to what is said, and asks nothing."""
    text = draft.text(index)
    return len(text) < _LONGEST_INTRODUCTION and draft.read(text).fits(INTRODUCTION)


def interrupts(draft: Draft, index: int) -> bool:
    """True if a block ends question and answer: an action, an undertaking, a decision, a closing word."""
    block = draft.blocks[index]
    text = draft.text(index)
    if draft.read(text).fits(ACTION_MARK):
        return True
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if body_decides(text, draft.vocabulary) or draft.read(text).fits(SETTLED):
        return True
    if draft.read(text).fits(CLOSING):
        return True
    return is_undertaking(text, draft.vocabulary) and len(sentences(text)) == 1
