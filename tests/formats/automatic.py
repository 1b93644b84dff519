"""Which numbers of a document its author would have left to the word processor, and in which lists.

A number that counts on from the one before it in its form belongs to the same list; any other begins one.
"1.1" below a heading "1 Purpose" is the second level of the headings' list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from archive_builder.model import Block, BlockKind, cut
from archive_builder.text.numerals import roman

_MARK = re.compile(
    r"(?P<before>\(?)(?:(?P<outer>\d{1,3})\.)?(?P<sign>\d{1,3}|[ivx]+|[IVX]+|[a-z])(?P<after>[.)]?)"
)
_HEADED = re.compile(r"(?P<mark>\d{1,3}\.?) (?=\S)")


@dataclass(frozen=True, slots=True)
class Form:
    """How a list's own level is numbered, and what kind of block stands in it."""

    place: str
    """heading, item or frame."""
    depth: int
    figures: str
    """1, a, i or I."""
    before: str
    after: str
    under: bool = False
    """The number shows that of the level above: "1.1"."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The place of a block in a list that numbers itself."""

    form: Form
    series: int
    """Which list it is, from 0 in the order in which they begin."""
    starts: tuple[int, ...] = ()
    """For the first of a series: what its levels begin with, from the outermost."""


@dataclass(slots=True)
class _Counting:
    """The lists so far."""

    begun: int = 0
    last: dict[Form, tuple[int, int, int]] = field(default_factory=dict)
    """By form: the list, the number above, and the number."""
    head: tuple[int, int] | None = None
    """The list and the number of the last numbered heading."""

    def place(self, form: Form, outer: int, number: int) -> Numbered:
        series, above, before = self.last.get(form, (-1, 0, 0))
        if form.under and self.head and number == 1 and self.head[1] == outer:
            self.last[form] = (self.head[0], outer, number)
            return Numbered(form, self.head[0])
        if series >= 0 and above == outer and number == before + 1:
            self.last[form] = (series, outer, number)
            return Numbered(form, series)
        starts = (*(1 for _ in range(form.depth)), number)
        starts = (outer, number) if form.under else starts
        self.last[form] = (self.begun, outer, number)
        self.begun += 1
        return Numbered(form, self.begun - 1, starts)


def numbered(blocks: Sequence[Block]) -> list[tuple[Block, Numbered | None]]:
    """Each block without the number that is left to the word processor, and its place in a list."""
    counting = _Counting()
    made: list[tuple[Block, Numbered | None]] = []
    for block in blocks:
        found = _HEADED.match(block.text) if block.kind is BlockKind.HEADING else None
        if found and (parts := _MARK.fullmatch(found["mark"])):
            form = Form("heading", 0, "1", "", parts["after"])
            place = counting.place(form, 0, int(parts["sign"]))
            counting.head = (place.series, int(parts["sign"]))
            made.append((replace(block, runs=cut(block.runs, found.end())), place))
        elif block.kind is BlockKind.ITEM and (parts := _MARK.fullmatch(block.marker)):
            made.append((replace(block, marker=""), _item(block, parts, counting)))
        else:
            made.append((block, None))
    return made


def _item(block: Block, parts: re.Match[str], counting: _Counting) -> Numbered:
    figures, number = _read(parts["sign"])
    under = bool(parts["outer"])
    form = Form("item", 1 if under else block.level, figures, parts["before"], parts["after"], under)
    return counting.place(form, int(parts["outer"] or 0), number)


def _read(sign: str) -> tuple[str, int]:
    if sign.isdigit():
        return "1", int(sign)
    if value := roman(sign):
        return ("I" if sign.isupper() else "i"), value
    return "a", ord(sign) - ord("a") + 1


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the figures of its own number, what stands around it, where it begins."""

    figures: str
    before: str
    after: str
    start: int
    under: bool


def levels(series: int, places: Iterable[Numbered]) -> tuple[Level, ...]:
    """The levels of a list, from the outermost; one that no block stands in is numbered "1."."""
    own = [place for place in places if place.series == series]
    forms = {place.form.depth: place.form for place in own}
    starts = next(place.starts for place in own if place.starts)
    made = []
    for depth in range(max(forms) + 1):
        form = forms.get(depth, Form("", depth, "1", "", "."))
        start = starts[depth] if depth < len(starts) else 1
        made.append(Level(form.figures, form.before, form.after, start, form.under))
    return tuple(made)


def rows_numbered(numbers: Sequence[str]) -> list[Numbered | None]:
    """The numbers of a frame's rows, which stand alone in their cells."""
    counting = _Counting()
    form = Form("frame", 0, "1", "", "")
    return [counting.place(form, 0, int(number)) if number.isdigit() else None for number in numbers]
