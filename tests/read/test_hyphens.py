"""A hyphen at a line end: part of the word, or only of the line."""

from __future__ import annotations

import pytest

from archive_builder.read.pdf.type import lettering, source_words


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The call-\nback was a call, and back.", "The call-back"),
        ("The call-\nback and the callback: call, back.", "The callback"),
        ("The neigh-\nbour spoke.", "The neighbour"),
        ("The neighbour-\nhood watch and the neighbour.", "The neighbourhood"),
        ("The re-\nport of the port, re costs.", "The report"),
        ("The long-\nstanding rule.", "The long-standing"),
    ],
)
def test_hyphen_at_a_line_end(text: str, joined: str) -> None:
    assert source_words(text, lettering([], text)).startswith(joined)
