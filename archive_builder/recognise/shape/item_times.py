"""The hour in front of an item's title in a timed agenda: "7:06 - Prayer", "8:07 PM Roll call"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import AgendaItem
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.dates import clock

TIMED_TITLE = Rule(
    "timed-title",
    r"""[(\[]? (?P<time> \d{1,2} : \d\d (?: \s? [ap] \.? m \b \.? )? | \d{1,2} [.]? \d{0,2} \s? [ap] \.? m \b \.? )
        (?: \s* [–-] \s* \d{1,2} [:.] \d\d (?: \s? [ap] \.? m \b \.? )? )? [)\]]?
        \s* [:–-]? \s+ (?P<title> [^\W\d_] .* )""",
    ("7:06 - Prayer", "8:07 PM Roll call", "10:30–10:45 Welcome", "(00:05) Agenda", "6pm Supper"),
    ("Prayer at 7:06", "7.06 Prayer", "3 May fair"),
)
"""A title with the hour in front at which the item began or is to begin."""
_FEWEST = 3
"""Minimum number of timed titles in a timed agenda."""


def with_times(items: Sequence[AgendaItem], vocabulary: Vocabulary) -> list[AgendaItem]:
    """Return items with the hours that stand in front of their titles in a timed agenda: as "19:06", apart."""
    timed = {item.anchor: TIMED_TITLE.match(item.text, vocabulary) for item in items}
    if sum(match is not None for match in timed.values()) < _FEWEST:
        return list(items)
    made: list[AgendaItem] = []
    for item in items:
        match = timed[item.anchor]
        hour = clock(match["time"]) if match else None
        if match and hour:
            made.append(replace(item, text=match["title"], time=hour.strftime("%H:%M")))
        else:
            made.append(item)
    return made
