"""The words of a language stand in its lists, not in patterns: only grammatical words may stand there."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_builder import recognise

PACKAGE = Path(recognise.__file__).parent
FINISHED = ("grammar", "signs", "records", "facts", "shape")
"""The rooms whose patterns hold no word of a language but these."""
GRAMMATICAL = frozenset(
    """about after again against also been before being both down each every from have hereby into later more
    must next never none once only other over shall should some such than that their them then there therefore
    these they this those through under until upon were what when where whether which while whose will with
    without would further""".split()
)
_RAW = re.compile(r"(?i:[bfu]?r[bf]?)(?P<quote>\"\"\"|'''|\"|')(?P<pattern>.*)(?P=quote)", re.DOTALL)
_NO_WORDS = re.compile(
    r"(?<!\\)\s\#.*$"  # a comment of a verbose pattern
    r"|\(\?P<\w+>|\(\?P=\w+\)"  # the name of a group
    r"|\{\{?[A-Z_]+\}\}?"  # a list of the vocabulary or a fragment
    r"|\\g<\w+>"  # a group in what stands in the place of a match
    r"|\\[A-Za-z]"  # an escape
    r"|\{_?[A-Za-z_]+[a-z_.()\[\]'\" ]*\}",  # a part that Python fills in
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def patterns(path: Path) -> Iterator[tuple[int, str]]:
    """The raw strings of a module, with their lines: this is how patterns are written, and nothing else."""
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        if token.type == tokenize.STRING and (raw := _RAW.fullmatch(token.string)):
            yield token.start[0], raw["pattern"]


def words_in(pattern: str) -> list[str]:
    """The words of a language in a pattern that are more than grammar."""
    found = _WORD.findall(_NO_WORDS.sub(" ", pattern))
    return [word for word in found if word.casefold() not in GRAMMATICAL]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?P<owner> [A-Z]\w+ ) \s+ to \s+ {TO_DO} \b", []),
        (r"the \s+ {THE_BODY} \s+ (?:agreed|noted)", ["agreed", "noted"]),
        (r"\bthat\b.*\bcouncil\b  # a comment about boards", ["council"]),
    ],
)
def test_words_are_told_from_marks_of_patterns(pattern: str, found: list[str]) -> None:
    assert words_in(pattern) == found


@pytest.mark.parametrize("room", FINISHED)
def test_no_pattern_of_a_finished_room_holds_a_word_of_the_language(room: str) -> None:
    held = [
        f"{path.name}:{line}: {word}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for line, pattern in patterns(path)
        for word in words_in(pattern)
    ]
    assert held == []
