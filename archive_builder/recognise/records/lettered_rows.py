"""Rows of a table of actions that hold several: "a. Ring the roofer b. Buy salt" beside "a. Ann b. Bo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_MARK = re.compile(r"(?:^|(?<=\s))\(?(?P<letter>[a-h])[.)]\s+(?=\S)")
"""The letter before a part."""
_FEWEST = 2
_BESIDE = ("owner", "due", "status", "done", "update")
"""What may be said of each part in a column of its own."""


def parts_of(said: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """What a row says of each action in it: the row itself where its action has no lettered parts.

    Words before the first letter belong to every part. A column without letters holds for all.
    """
    stem, parts = _lettered(said.get("action", ""))
    if len(parts) < _FEWEST:
        yield said
        return
    beside = {name: _lettered(said[name])[1] for name in _BESIDE if name in said}
    for letter, words in parts.items():
        own = {name: told.get(letter, "") if told else said[name] for name, told in beside.items()}
        yield {**said, **own, "action": f"{stem} {words}".strip()}


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
