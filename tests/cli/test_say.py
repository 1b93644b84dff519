"""Problems and counts in words."""

from __future__ import annotations

import pytest

from archive_builder.cli import say
from archive_builder.model import Archive
from archive_builder.problem import Problem, Severity


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no questions"), (1, "1 question"), (2, "2 questions"), (1204, "1,204 questions")],
)
def test_numbers_agree_with_their_nouns(number: int, words: str) -> None:
    assert say.counted(number, "question") == words


def test_github_annotations_are_escaped() -> None:
    problem = Problem("a, b: c.txt", 0, "no-date", "50% of\nthe text", "look", Severity.WARNING)
    (line,) = say.FORMATS["github"]([problem])
    assert line == "::warning file=a%2C b%3A c.txt,line=1,title=no-date::50%25 of%0Athe text (look)"


def test_the_summary_counts_each_kind(small_archive: Archive) -> None:
    assert say.summary(small_archive, [Problem("a", 1, "b", "c")]) == (
        "2 documents, 1 question, 1 action, 1 decision, 1 vote, 1 tracker row; no errors, 1 warning"
    )


def test_control_characters_never_reach_the_terminal() -> None:
    (line,) = say.FORMATS["text"]([Problem("new\nline.txt", 1, "odd", "\x1b[31mred\u202e")])
    assert line == r"new\nline.txt:1: warning: \x1b[31mred\u202e [odd]"


def test_an_empty_archive_is_summed_up_shortly() -> None:
    assert say.summary(Archive(), []) == "no documents; no errors, no warnings"
