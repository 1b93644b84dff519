"""Fits overlapping stretches into one another, so that each can become an element of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Mark]):
    """A mark on positions `start` to `end`, the end not included."""

    start: int
    end: int
    mark: Mark
    continued: bool = False
    """Its beginning lies in an earlier piece."""


@dataclass(frozen=True, slots=True)
class Piece(Generic[Mark]):
    """A part of the whole: bare, or inside a stretch and made of pieces itself."""

    start: int
    end: int
    stretch: Stretch[Mark] | None = None
    inside: tuple[Piece[Mark], ...] = ()


def nest(stretches: Sequence[Stretch[Mark]], start: int, end: int) -> tuple[Piece[Mark], ...]:
    """Positions `start` to `end` as pieces that neither overlap nor leave anything out.

    Of two stretches that begin together the longer is outside, of two equal ones the first given.
    One that crosses the end of another is cut there and goes on behind it.
    """
    waiting = sorted(stretches, key=_outermost_first)
    pieces: list[Piece[Mark]] = []
    reached = start
    while waiting:
        outer = waiting[0]
        if outer.start > reached:
            pieces.append(Piece(reached, outer.start))
        inside: list[Stretch[Mark]] = []
        beyond: list[Stretch[Mark]] = []
        for stretch in waiting[1:]:
            if stretch.start < outer.end:
                inside.append(replace(stretch, end=min(stretch.end, outer.end)))
            if stretch.end > outer.end:
                cut = stretch.start < outer.end
                beyond.append(replace(stretch, start=outer.end, continued=True) if cut else stretch)
        pieces.append(Piece(outer.start, outer.end, outer, nest(inside, outer.start, outer.end)))
        reached = outer.end
        waiting = sorted(beyond, key=_outermost_first)
    if reached < end:
        pieces.append(Piece(reached, end))
    return tuple(pieces)


def _outermost_first(stretch: Stretch[Mark]) -> tuple[int, int]:
    return stretch.start, -stretch.end
