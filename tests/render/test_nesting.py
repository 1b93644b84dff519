"""Overlapping stretches become pieces that leave nothing out."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from archive_builder.render.document_text.nesting import Piece, Stretch, nest

LENGTH = 12
STRETCHES = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
        lambda ends: (ends[0], max(ends[0] + 1, ends[1]))
    ),
    max_size=7,
)


def leaves(pieces: Iterable[Piece[int]]) -> list[int]:
    found: list[int] = []
    for piece in pieces:
        found += range(piece.start, piece.end) if piece.stretch is None else leaves(piece.inside)
    return found


def beginnings(pieces: Iterable[Piece[int]]) -> list[int]:
    found: list[int] = []
    for piece in pieces:
        if piece.stretch:
            found += ([] if piece.stretch.continued else [piece.stretch.mark]) + beginnings(piece.inside)
    return found


@given(STRETCHES)
def test_every_position_once_and_every_stretch_begins_once(ends: list[tuple[int, int]]) -> None:
    pieces = nest([Stretch(start, end, mark) for mark, (start, end) in enumerate(ends)], 0, LENGTH)
    assert leaves(pieces) == list(range(LENGTH))
    assert sorted(beginnings(pieces)) == list(range(len(ends)))


def test_the_longer_of_two_is_outside() -> None:
    (outer,) = nest([Stretch(0, 2, "short"), Stretch(0, 4, "long")], 0, 4)
    assert outer.stretch is not None
    assert outer.stretch.mark == "long"


def test_one_that_crosses_an_end_goes_on_behind_it() -> None:
    first, second, bare = nest([Stretch(0, 3, "a"), Stretch(2, 5, "b")], 0, 6)
    assert [piece.start for piece in (first, second, bare)] == [0, 3, 5]
    assert second.stretch is not None
    assert second.stretch.continued
