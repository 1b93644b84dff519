"""Motions and what became of them: who moved stands in one line, the words in another, the outcome in a third.

Named layouts: "Motion by A, second by B, to adopt the plan. Motion carried 5-0."; "Moved Cr A Seconded
Cr B" above "That the report be received." above "CARRIED"; the words above the movers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive_builder.model import BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.passage import Passage
from archive_builder.recognise.signs.beside_decisions import RUN_IN
from archive_builder.recognise.signs.motion_outcomes import carried_within, tells_outcome
from archive_builder.recognise.signs.moving import (
    AMENDS,
    BESIDE,
    MOVED,
    NAMES_MOVERS,
    NOMINATES,
    SAYS_WHAT,
    SECONDED_WITHIN,
    SECONDS_ALONE,
    THAT,
    TO,
)
from archive_builder.recognise.signs.voting import BALLOT
from archive_builder.text.words import folded

_PATIENCE = 3
"""So many other sentences may stand between a motion and its outcome."""


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion with an outcome: the passages that say what was moved, and all units it takes up."""

    words: tuple[Passage, ...]
    taken: tuple[Passage, ...]
    outcome: str


@dataclass(slots=True)
class _Open:
    """The motion being gathered."""

    moved: Passage
    words: list[Passage] = field(default_factory=list)
    units: list[Passage] = field(default_factory=list)
    above: Passage | None = None
    """The sentence before it, which may be what was moved."""
    others: int = 0


def find_motions(draft: Draft) -> list[Motion]:
    """The motions of a document that something became of."""
    return [
        found
        for section in draft.sections
        if section.heading is not None or draft.masthead.classification is Classification.MINUTES
        for found in _of(draft, section)
    ]


def _of(draft: Draft, section: Section) -> Iterator[Motion]:
    prose = (
        index for index in section.content if is_prose(draft.blocks[index]) and index > draft.masthead.last
    )
    gathering = _Gathering(draft, list(draft.sentences(*prose)))
    for at in range(len(gathering.units)):
        gathering.read(at)
    gathering.give_up()
    yield from gathering.found


@dataclass(slots=True)
class _Gathering:
    """The sentences of a section, read one after the other, with the motion that is open."""

    draft: Draft
    units: Sequence[Passage]
    found: list[Motion] = field(default_factory=list)
    now: _Open | None = None
    waiting: list[_Open] = field(default_factory=list)
    """The motions that wait until an amendment of theirs is settled."""

    def read(self, at: int) -> None:
        """Take a sentence as what a motion came to, as a new motion, or as something said of the open one."""
        unit = self.units[at]
        block = self.draft.blocks[unit.block]
        listed = block.kind is BlockKind.ITEM and bool(block.marker)
        if self.now and tells_outcome(unit.text, self.draft.vocabulary):
            self._settled(self.now, at)
        elif moved := _moves(self.draft, unit, part=listed and self.now is not None):
            self._moved(moved, at)
        elif self.now:
            before, self.now = self.now, _further(self.draft, self.now, unit, listed)
            if self.now is None:
                self._keep_seconded(before)

    def give_up(self) -> None:
        """End with the section: of an open motion only its second is known."""
        if self.now:
            self._keep_seconded(self.now)

    def _settled(self, now: _Open, at: int) -> None:
        unit = self.units[at]
        if unit.fits(AMENDS) and not now.moved.fits(AMENDS):
            now.units.append(unit)
            return
        now.units += [unit, *_said_again(self.draft, self.units, at)]
        self.found.append(_closed(self.draft, now, unit))
        self._go_back()

    def _moved(self, moved: Passage, at: int) -> None:
        unit = self.units[at]
        if self.now and unit.fits(AMENDS):
            self.waiting.append(self.now)
        else:
            self.waiting.clear()
            if self.now:
                self._keep_seconded(self.now)
        self.now = _begun(self.draft, [*self.units[:at], moved], at)
        if carried_within(unit.text, self.draft.vocabulary):
            self._go_back()

    def _go_back(self) -> None:
        self.now = self.waiting.pop() if self.waiting else None

    def _keep_seconded(self, motion: _Open) -> None:
        if seconded := _seconded(self.draft, motion):
            self.found.append(seconded)


def _said_again(draft: Draft, units: Sequence[Passage], at: int) -> list[Passage]:
    """The sentence behind an outcome that says it again: "6 for, none against. Motion passes."."""
    return [
        unit
        for unit in units[at + 1 : at + 2]
        if unit.block == units[at].block and tells_outcome(unit.text, draft.vocabulary)
    ]


def _seconded(draft: Draft, motion: _Open) -> Motion | None:
    """A motion whose outcome nothing tells: minutes of small bodies record that it was seconded, and no more."""
    moved = motion.moved
    if motion.words or _names_movers(draft, moved) or moved.fits(NOMINATES):
        return None
    after = [unit for unit in motion.units if unit.block == moved.block and unit.start >= moved.start]
    whole = moved.fits(SECONDED_WITHIN) or not after
    through = moved if whole else _through(draft, moved, after[min(1, len(after) - 1)])
    if through.fits(SECONDED_WITHIN):
        return Motion((through,), (moved, *after[:2]), "")
    below = [unit for unit in motion.units if unit.block == moved.block + 1]
    if len(after) <= 1 and len(below) == 1 and below[0].fits(SECONDS_ALONE):
        return Motion((moved,), (moved, *below), "")
    return None


def _moves(draft: Draft, unit: Passage, part: bool) -> Passage | None:
    """The sentence that puts a motion, without a heading that runs into it; a part of another puts none."""
    text = draft.blocks[unit.block].text[unit.start : unit.end]
    label = draft.read(text).match(RUN_IN)
    start = unit.start + (label.end() if label else 0)
    bare = draft.passage(unit.block, start, unit.end)
    for passage in (unit, bare):
        if not part and passage.fits(MOVED):
            return passage
    return None


def _begun(draft: Draft, units: Sequence[Passage], at: int) -> _Open:
    unit = units[at]
    now = _Open(unit, units=[unit], above=units[at - 1] if at else None)
    if match := draft.read(draft.blocks[unit.block].text[unit.start : unit.end]).match(THAT):
        start = unit.start + match.start("words")
        now.words.append(Passage(unit.block, start, unit.end, draft.read(folded(match["words"]))))
    elif len(unit.text.split()) <= _MOVERS and (above := _words_above(draft, units, at)):
        now.words, now.units = list(above), [*above, unit]
    return now


_MOVERS = 14
"""A line of so many words may name the movers and nothing else."""


def _words_above(draft: Draft, units: Sequence[Passage], at: int) -> list[Passage]:
    """The words of the motion where they stand above who moved it: "That …", with its parts."""
    found: list[Passage] = []
    for unit in reversed(units[:at]):
        found.insert(0, unit)
        if _opens_with_that(draft, unit):
            return found
        if draft.blocks[unit.block].kind is not BlockKind.ITEM:
            return []
    return []


def _opens_with_that(draft: Draft, unit: Passage) -> bool:
    match = unit.match(THAT)
    return match is not None and match.start("words") == 0


def _names_movers(draft: Draft, unit: Passage) -> bool:
    return unit.fits(NAMES_MOVERS)


def _further(draft: Draft, now: _Open, unit: Passage, listed: bool) -> _Open | None:
    now.units.append(unit)
    if listed and not now.words and now.moved.text.rstrip().endswith(":"):
        now.words.append(now.moved)
    named_only = not now.words and _names_movers(draft, now.moved) and unit.fits(TO)
    if (
        _opens_with_that(draft, unit)
        or named_only
        or (listed and now.words and now.words[0].text.rstrip().endswith(":"))
    ):
        now.words.append(unit)
    elif not unit.fits(BESIDE) and not unit.fits(BALLOT):
        now.others += 1
    return now if now.others <= _PATIENCE else None


def _closed(draft: Draft, now: _Open, outcome: Passage) -> Motion:
    """The motion's own words; where no line begins with "That", the sentence that moves it, with what follows."""
    if now.words:
        return Motion(tuple(now.words), tuple(now.units), outcome.text)
    moved = now.moved
    if _names_movers(draft, moved):
        bare = len(outcome.text.split()) <= _BARE or not outcome.fits(SAYS_WHAT)
        said = now.above if bare and now.above else outcome
        if bare and not now.above and outcome.block == moved.block:
            said = _through(draft, moved, outcome)
        return Motion((said,), tuple(now.units), outcome.text)
    if outcome.block == moved.block and len(now.units) <= _TOGETHER:
        return Motion((_through(draft, moved, outcome),), tuple(now.units), outcome.text)
    return Motion((moved,), tuple(now.units), outcome.text)


def _through(draft: Draft, first: Passage, last: Passage) -> Passage:
    """The passage from the beginning of one sentence to the end of another of its block."""
    return draft.passage(first.block, first.start, last.end)


_BARE = 5
"""An outcome of so few words ("CARRIED 4/0") says nothing of what was decided."""
_TOGETHER = 3
"""A motion, its second and its outcome are quoted in one."""
