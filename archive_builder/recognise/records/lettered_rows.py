"""Rows of a table of actions that hold several: "a. Ring the roofer b. Buy salt" beside "a. Ann b. Bo", or bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_MARK = re.compile(r"(?:^|(?<=\s))\(?(?P<letter>[a-h])[.)]\s+(?=\S)")
"""The letter before a part."""
_FEWEST = 2
_BESIDE = ("owner", "due", "status", "done", "update")
"""What may be said of each part in a column of its own."""


def parts_of(said: Mapping[str, str], lines: Mapping[str, Sequence[str]]) -> Iterator[Mapping[str, str]]:
    """What a row says of each action in it: the row itself where its action has no parts.

    `lines` has the lines of its cells, by which several owners are told beside as many bullets.
    Words before the first letter belong to every part. A column without letters holds for all.
    """
    bullets = _bulleted(said.get("action", ""))
    if bullets:
        yield from _of_bullets(said, bullets, lines)
        return
    stem, parts = _lettered(said.get("action", ""))
    if len(parts) < _FEWEST:
        yield said
        return
    beside = {name: _lettered(said[name])[1] for name in _BESIDE if name in said}
    for letter, words in parts.items():
        own = {name: told.get(letter, "") if told else said[name] for name, told in beside.items()}
        yield {**said, **own, "action": f"{stem} {words}".strip()}


_BULLET = re.compile(r"(?:^|(?<=\s))[•●▪■‣○◦]\s+")


def _bulleted(text: str) -> list[str]:
    """The points of a cell that is a list of bullets; none for any other cell."""
    before, *points = _BULLET.split(text)
    return [point.strip() for point in points if point.strip()] if not before.strip() else []


def _of_bullets(
    said: Mapping[str, str], points: Sequence[str], lines: Mapping[str, Sequence[str]]
) -> Iterator[Mapping[str, str]]:
    """What a row says of each of its points: the lines of a cell beside them, where there are as many."""
    parts = {name: _bulleted(said[name]) or lines.get(name, ()) for name in _BESIDE if name in said}
    beside = {name: told for name, told in parts.items() if len(told) == len(points)}
    for at, point in enumerate(points):
        yield {**said, **{name: told[at] for name, told in beside.items()}, "action": point}


def _lettered(text: str) -> tuple[str, dict[str, str]]:
    """The words before the first letter of a cell, and the part behind each letter."""
    marks = list(_MARK.finditer(text))
    if not marks or marks[0]["letter"] != "a":
        return text, {}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = {
        mark["letter"]: text[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True)
    }
    return text[: marks[0].start()].strip(), parts
