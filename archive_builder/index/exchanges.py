"""What a result shows of an exchange: the words that ask, the answer's opening, how the question stands."""

from __future__ import annotations

from archive_builder.lang.interface import say
from archive_builder.model import Question
from archive_builder.text.sentences import sentences

TITLE = 160
"""Maximum number of characters in a title."""
OPENING = 200
"""Maximum number of characters shown of an answer: two lines."""


def of_question(question: Question) -> dict[str, object]:
    """Return what the result of a question has beside its own text: title, answer, state."""
    return {
        "title": asking(question.text),
        "beside": cut(question.answer_text, OPENING),
        "stands": say(f"chips.{question.answer_status}"),
    }


def of_answer(question: Question) -> dict[str, object]:
    """Return what the result of an answer has beside its own text: what was asked, and the state."""
    return {"title": asking(question.text), "stands": say(f"chips.{question.answer_status}")}


def asking(text: str) -> str:
    """Return the words of a question that ask: its first sentence with a question mark, or else its opening."""
    asked = (sentence for sentence in sentences(text) if sentence.rstrip("\"'”’ )").endswith("?"))
    return cut(next(asked, text), TITLE)


def cut(text: str, most: int) -> str:
    """Return the opening of a text, cut between words, with an ellipsis if anything is missing."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[:most]} …"
