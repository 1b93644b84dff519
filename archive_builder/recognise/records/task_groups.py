"""Who acts in a list of tasks: named before its tasks, above a group of them, or before each with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.signs.owners import owners
from archive_builder.recognise.signs.owners_first import names_actors
from archive_builder.text.words import folded

_LONGEST_NAMES = 6
"""Maximum number of words of a line that names the owners of what stands below it."""
NUMBER = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})+)\s*[:)–-]\s+(?=\S)")
"""The number of an action before it: "2.4: Ann to ring"."""
_TASK = re.compile(r"\s(?:to|will|shall)\s+\w+\s+\w+\s+\w")
"""What a point says that is a task itself, with remarks below it: "Ann to find the key"."""
_WILL = re.compile(r"\s+(?:will|to|shall)\s*:?$")


def group_above(draft: Draft, index: int) -> str | None:
    """Whoever a line names whose tasks are the points below it; None for any other line.

    A line is no point, a point has its tasks one level deeper: "Bo:", "Bo will:", "Bo will ask for:".
    """
    block, below = draft.blocks[index], draft.blocks[index + 1 : index + 2]
    if not below or below[0].kind is not BlockKind.ITEM:
        return None
    text = NUMBER.sub("", folded(block.text))
    if block.kind is BlockKind.ITEM:
        if below[0].level <= block.level or (
            not text.endswith(":") and _TASK.search(text) and owners(text, draft)
        ):
            return None
        if text.endswith(":") and (told := owners(text.rstrip(":"), draft)):
            return ", ".join(told)
        short = not block.level and len(text.split()) <= _LONGEST_NAMES
        return _WILL.sub("", text).rstrip(": ") if short else None
    named = _WILL.sub("", text).rstrip(":? ")
    return named if len(named.split()) <= _LONGEST_NAMES and names_actors(named, draft) else None


_BEFORE_DASH = re.compile(r"(?P<owner>[\w’'/&-]+(?:[ ,]+[\w’'/&-]+){0,2})\s[–—-]\s+(?P<task>\S.{5,})")
_FEWEST = 3
"""Minimum number of tasks that make a list in which a dash stands behind who acts."""
_SHARE = 0.75


def dashed(texts: Iterable[str]) -> bool:
    """True if most entries of a list set a word or two before a dash: "gardener - mend the gate"."""
    told = [_BEFORE_DASH.fullmatch(text) is not None for text in texts]
    return len(told) >= _FEWEST and sum(told) >= len(told) * _SHARE


def before_dash(text: str) -> re.Match[str] | None:
    """Who acts and what is to be done, in an entry of such a list."""
    return _BEFORE_DASH.fullmatch(text)
