"""Motions and what became of them: who moved stands in one line, the words in another, the outcome in a third.

Named layouts: "Motion by A, second by B, to adopt the plan. Motion carried 5-0."; "Moved Cr A Seconded
Cr B" above "That the report be received." above "CARRIED"; the words above the movers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive_builder.model import BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.rule import first_rule
from archive_builder.recognise.signs.moving import (
    BESIDE,
    MOVED,
    NAMES_MOVERS,
    THAT,
    TO,
    carried_within,
    tells_outcome,
)
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded

_PATIENCE = 3
"""So many other sentences may stand between a motion and its outcome."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of running text, or a list item."""

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion with an outcome: the passages that say what was moved, and all units it takes up."""

    words: tuple[Unit, ...]
    taken: tuple[Unit, ...]
    outcome: str


@dataclass(slots=True)
class _Open:
    """The motion being gathered."""

    moved: Unit
    words: list[Unit] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    above: Unit | None = None
    """The sentence before it, which may be what was moved."""
    others: int = 0


def find_motions(draft: Draft) -> list[Motion]:
    """The motions of a document that something became of."""
    return [
        found for section in draft.sections if section.heading is not None for found in _of(draft, section)
    ]


def _of(draft: Draft, section: Section) -> Iterator[Motion]:
    units = list(_units(draft, section))
    now: _Open | None = None
    for at, unit in enumerate(units):
        listed = draft.blocks[unit.block].kind is BlockKind.ITEM and bool(draft.blocks[unit.block].marker)
        if now and tells_outcome(unit.text, draft.vocabulary):
            now.units.append(unit)
            yield _closed(draft, now, unit)
            now = None
        elif first_rule(MOVED, unit.text, draft.vocabulary) and not listed:
            now = _begun(draft, units, at)
            if carried_within(unit.text):
                now = None
        elif now:
            now = _further(draft, now, unit, listed)


def _units(draft: Draft, section: Section) -> Iterator[Unit]:
    for index in section.content:
        block = draft.blocks[index]
        if is_prose(block):
            for start, end in spans(block.text):
                yield Unit(index, start, end, folded(block.text[start:end]))


def _begun(draft: Draft, units: Sequence[Unit], at: int) -> _Open:
    unit = units[at]
    now = _Open(unit, units=[unit], above=units[at - 1] if at else None)
    if match := THAT.search(draft.blocks[unit.block].text[unit.start : unit.end]):
        start = unit.start + match.start("words")
        now.words.append(Unit(unit.block, start, unit.end, folded(match["words"])))
    elif len(unit.text.split()) <= _MOVERS and (above := _words_above(draft, units, at)):
        now.words, now.units = list(above), [*above, unit]
    return now


_MOVERS = 14
"""A line of so many words may name the movers and nothing else."""


def _words_above(draft: Draft, units: Sequence[Unit], at: int) -> list[Unit]:
    """The words of the motion where they stand above who moved it: "That …", with its parts."""
    found: list[Unit] = []
    for unit in reversed(units[:at]):
        found.insert(0, unit)
        if THAT.match(unit.text):
            return found
        if draft.blocks[unit.block].kind is not BlockKind.ITEM:
            return []
    return []


def _further(draft: Draft, now: _Open, unit: Unit, listed: bool) -> _Open | None:
    now.units.append(unit)
    named_only = not now.words and NAMES_MOVERS.fullmatch(now.moved.text) and TO.match(unit.text)
    if (
        THAT.match(unit.text)
        or named_only
        or (listed and now.words and now.words[0].text.rstrip().endswith(":"))
    ):
        now.words.append(unit)
    elif not BESIDE.match(unit.text, draft.vocabulary):
        now.others += 1
    return now if now.others <= _PATIENCE else None


def _closed(draft: Draft, now: _Open, outcome: Unit) -> Motion:
    """The motion's own words; where no line begins with "That", the sentence that moves it, with what follows."""
    if now.words:
        return Motion(tuple(now.words), tuple(now.units), outcome.text)
    moved = now.moved
    if NAMES_MOVERS.fullmatch(moved.text):
        said = now.above if len(outcome.text.split()) <= _BARE and now.above else outcome
        return Motion((said,), tuple(now.units), outcome.text)
    if outcome.block == moved.block and len(now.units) <= _TOGETHER:
        text = draft.blocks[moved.block].text[moved.start : outcome.end]
        return Motion(
            (Unit(moved.block, moved.start, outcome.end, folded(text)),), tuple(now.units), outcome.text
        )
    return Motion((moved,), tuple(now.units), outcome.text)


_BARE = 3
"""An outcome of so few words ("CARRIED 4/0") says nothing of what was decided."""
_TOGETHER = 3
"""A motion, its second and its outcome are quoted in one."""


def where(draft: Draft, unit: Unit) -> Place:
    """A unit's place: its whole block where it is all of it."""
    whole = unit.start == 0 and unit.end >= len(draft.blocks[unit.block].text.rstrip())
    return Place(unit.block, unit.block) if whole else Place(unit.block, unit.block, unit.start, unit.end)
