"""What somebody promised or was asked to do, and how each stands: groups of a person's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Action, Document, Standing, TrackerRow
from archive_builder.render.context import Context
from archive_builder.render.records.rows import origin_row
from archive_builder.render.records.tally import grouped
from archive_builder.render.templating import Written

ORDER = (Standing.OPEN, Standing.DROPPED, Standing.UNKNOWN, Standing.TAKEN_UP, Standing.CLOSED)
"""What is not done comes first, what is done last."""


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that stand alike."""

    name: str
    about: str
    """What that means, in a sentence."""
    rows: Sequence[Written]


@dataclass(frozen=True, slots=True)
class Undertaken:
    """The actions of a person in groups, and how many stand in which way in a sentence."""

    counted: str
    groups: Sequence[Group]


def by_standing(
    actions: Iterable[tuple[Document, Action | TrackerRow]], noun: str, page: str, context: Context
) -> Undertaken | None:
    """Group a person's actions by how they stand; None where there are none. `noun` is what they are called."""
    groups = grouped(actions, lambda pair: _standing(pair[0].id_of(pair[1]), context))
    number = sum(len(pairs) for pairs in groups.values())
    if not number:
        return None
    found = [(standing, groups[standing]) for standing in ORDER if standing in groups]
    each = [f"{len(pairs):,} {say(f'person_standings.{standing}.counted')}" for standing, pairs in found]
    return Undertaken(
        say("pages.person.counted", number=count(number, noun), each=listed(each)),
        [
            Group(
                say(f"person_standings.{standing}.name"),
                say(f"person_standings.{standing}.about"),
                [origin_row(document, action, page, context) for document, action in pairs],
            )
            for standing, pairs in found
        ],
    )


def _standing(source: str, context: Context) -> Standing:
    """Where an action stands; one that resolutions took up is closed when all of them are."""
    lines = context.archive.lifelines
    line = lines.get(source)
    if line is None:
        return Standing.UNKNOWN
    taken_up = [lines[name].standing for name in line.taken_up_by if name in lines]
    if taken_up and all(standing is Standing.CLOSED for standing in taken_up):
        return Standing.CLOSED
    return line.standing
