"""Who meets when: bodies, their members from year to year, and their meetings from month to month."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from bench.corpus.names import first_name, place, surname

PLACES = tuple(place(number) for number in range(12))
BOARDS = ("Accountability Board", "Strategic Policing Board", "Road Safety Board", "Joint Audit Committee")
PANELS = (
    "Police and Crime Panel",
    "Overview and Scrutiny Committee",
    "Fire and Rescue Authority",
    "Finance Panel",
)
BODIES = 6
"""Of each sort; each meets once a month."""
BEGIN = 1998
TERM = 44
"""Months that somebody stays, more or less."""
OFFICES = (
    "Police and Crime Commissioner",
    "Deputy Police and Crime Commissioner",
    "Chief Constable",
    "Chief Executive",
    "Chief Finance Officer",
    "Head of Policy",
    "Superintendent",
    "Chief Inspector",
)


@dataclass(frozen=True, slots=True)
class Body:
    name: str
    short: str
    seat: str
    number: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a place at the table."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of one body."""

    body: Body
    month: int
    """Counted from the beginning of the archive."""
    held: datetime.date
    before: datetime.date
    after: datetime.date
    members: tuple[Holder, ...]
    officers: tuple[Holder, ...]

    @property
    def first_minute(self) -> int:
        """The number of the meeting's first minute; minutes are numbered on through the years."""
        return 1 + self.month * 10


def sitting(group: int, *, panel: bool) -> Sitting:
    """The meeting of a board or a panel in a group: bodies take turns, then the next month comes."""
    month, turn = divmod(group, BODIES)
    names = PANELS if panel else BOARDS
    number = turn + (BODIES if panel else 0)
    seat = PLACES[number]
    noun = names[turn % len(names)]
    body = Body(f"{seat} {noun}", f"{seat} {noun.split()[-1]}", seat, number)
    return Sitting(
        body=body,
        month=month,
        held=_day(body, month),
        before=_day(body, month - 1),
        after=_day(body, month + 1),
        members=tuple(Holder(_name(body, month, chair), PLACES[(number + chair) % 12]) for chair in range(8)),
        officers=tuple(
            Holder(_name(body, month, 20 + chair), office) for chair, office in enumerate(OFFICES)
        ),
    )


def ordinal(number: int) -> str:
    """1<sup>st</sup>, as word processors save it."""
    last = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}<sup>{last}</sup>"


def _day(body: Body, month: int) -> datetime.date:
    years, months = divmod(month, 12)
    chosen = random.Random(f"day {body.number} {month}").randrange(1, 27)
    day = datetime.date(BEGIN + years, months + 1, chosen)
    return day - datetime.timedelta(days=max(day.weekday() - 4, 0))


def _name(body: Body, month: int, chair: int) -> str:
    """Who holds a place in a month: each stays a while, and comes after somebody else."""
    term = (month + (chair * 7 + body.number * 5) % TERM) // TERM
    which = random.Random(f"holder {body.number} {chair} {term}")
    return f"{first_name(which)} {surname(which)}"
