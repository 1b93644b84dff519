"""Forward plans set as fields, line by line: "Decision due: 12 March 2025" below the title of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.programme_heads import HEADS_OF_PROGRAMMES
from archive_builder.recognise.signs.calendars import DAY_LABEL
from archive_builder.text.printed_days import PrintedDay, first_day
from archive_builder.text.words import folded

_FIELD = re.compile(r"(?P<label>[A-Z][\w’' ()-]{2,40}?)\s?:\s+(?P<said>\S.*)")
_FEWEST = 2
"""Minimum number of such lines in a forward plan that is set so."""
_LINES = 8
"""Maximum number of blocks between what is to be decided and its day."""
_LONGEST_TITLE = 40


def labelled_days(draft: Draft) -> Mapping[int, tuple[int, str, PrintedDay]]:
    """The lines that give the day of a decision, each with the block and words of what is to be decided, and the day.

    That is what a field of its own says above the day, else the heading above. The first such day below it counts.
    """
    first: dict[int, int] = {}
    found = dict(_labelled(draft))
    for at, (title, _, _) in found.items():
        first.setdefault(title, at)
    return {at: found[at] for at in first.values()} if len(first) >= _FEWEST else {}


def _labelled(draft: Draft) -> Iterator[tuple[int, tuple[int, str, PrintedDay]]]:
    for at, block in enumerate(draft.blocks):
        if block.kind in (BlockKind.TABLE, BlockKind.HEADING):
            continue
        field = _FIELD.fullmatch(folded(block.text))
        if field is None or not draft.read(field["label"]).fits(DAY_LABEL):
            continue
        day, titled = first_day(field["said"]), _title_above(draft, at)
        if day and titled:
            yield at, (*titled, day)


def _title_above(draft: Draft, at: int) -> tuple[int, str] | None:
    """The block and words of what is to be decided on the day of a line."""
    for above in range(at - 1, max(at - 1 - _LINES, -1), -1):
        block = draft.blocks[above]
        text = folded(block.text)
        if block.kind is BlockKind.HEADING:
            short = len(text.split()) <= _LONGEST_TITLE and not first_day(text)
            return (above, _NUMBER.sub("", text)) if short else None
        field = _FIELD.fullmatch(text) if block.kind is not BlockKind.TABLE else None
        if field and draft.read(field["label"]).fits(HEADS_OF_PROGRAMMES["topic"]):
            return above, field["said"]
    return None


_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")
