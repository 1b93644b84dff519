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
from archive_builder.recognise.records.motion_words import (
    Motion,
    OpenMotion,
    closed,
    names_movers,
    seconded_only,
    tallied,
)
from archive_builder.recognise.signs.beside_decisions import RUN_IN
from archive_builder.recognise.signs.motion_outcomes import WITHDRAWN, carried_within, tells_outcome
from archive_builder.recognise.signs.moving import (
    AMENDS,
    BESIDE,
    MOVED,
    REPLACES,
    THAT,
    TO,
)
from archive_builder.recognise.signs.voting import BALLOT
from archive_builder.text.words import folded

_PATIENCE = 3
"""So many other sentences may stand between a motion and its outcome."""


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
    now: OpenMotion | None = None
    waiting: list[OpenMotion] = field(default_factory=list)
    """The motions that wait until an amendment of theirs is settled."""

    def read(self, at: int) -> None:
        """Take a sentence as what a motion came to, as a new motion, or as something said of the open one."""
        unit = self.units[at]
        block = self.draft.blocks[unit.block]
        listed = block.kind is BlockKind.ITEM and bool(block.marker)
        if self.now and unit.fits(WITHDRAWN):
            self._go_back()
        elif self.now and tells_outcome(unit.text, self.draft.vocabulary):
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

    def _settled(self, now: OpenMotion, at: int) -> None:
        unit = self.units[at]
        if unit.fits(AMENDS) and not now.moved.fits(AMENDS):
            now.units.append(unit)
            return
        now.units += [unit, *_said_again(self.draft, self.units, at)]
        self.found.append(closed(self.draft, now, unit))
        self._go_back()

    def _moved(self, moved: Passage, at: int) -> None:
        unit = self.units[at]
        if self.now and unit.fits(AMENDS):
            self.waiting.append(self.now)
        elif not (self.now and unit.fits(REPLACES)):
            self.waiting.clear()
            if self.now:
                self._keep_seconded(self.now)
        self.now = _begun(self.draft, [*self.units[:at], moved], at)
        if carried_within(unit.text, self.draft.vocabulary):
            self._go_back()

    def _go_back(self) -> None:
        self.now = self.waiting.pop() if self.waiting else None

    def _keep_seconded(self, motion: OpenMotion) -> None:
        if ended := tallied(self.draft, motion) or seconded_only(self.draft, motion):
            self.found.append(ended)


def _said_again(draft: Draft, units: Sequence[Passage], at: int) -> list[Passage]:
    """The sentence behind an outcome that says it again: "6 for, none against. Motion passes."."""
    return [
        unit
        for unit in units[at + 1 : at + 2]
        if unit.block == units[at].block and tells_outcome(unit.text, draft.vocabulary)
    ]


def _moves(draft: Draft, unit: Passage, part: bool) -> Passage | None:
    """The sentence that puts a motion, without a heading that runs into it; a part of another puts none."""
    text = draft.blocks[unit.block].text[unit.start : unit.end]
    label = draft.read(text).match(RUN_IN)
    start = unit.start + (label.end() if label else 0)
    bare = draft.passage(unit.block, start, unit.end)
    for passage in (unit, bare):
        if not part and (passage.fits(MOVED) or passage.fits(REPLACES)):
            return passage
    return None


def _begun(draft: Draft, units: Sequence[Passage], at: int) -> OpenMotion:
    unit = units[at]
    above = units[at - 1] if at and not _is_headed(draft, units[at - 1].block, unit.block) else None
    now = OpenMotion(unit, units=[unit], above=above)
    if match := draft.read(draft.blocks[unit.block].text[unit.start : unit.end]).match(THAT):
        start = unit.start + match.start("words")
        now.words.append(Passage(unit.block, start, unit.end, draft.read(folded(match["words"]))))
    elif len(unit.text.split()) <= _MOVERS and above and (words := _words_above(draft, units, at)):
        now.words, now.units = list(words), [*words, unit]
    return now


_MOVERS = 14
"""A line of so many words may name the movers and nothing else."""


def _is_headed(draft: Draft, above: int, below: int) -> bool:
    """True if a heading stands between two blocks: what is recommended above it is not what is moved below."""
    return any(draft.blocks[at].kind is BlockKind.HEADING for at in range(above + 1, below))


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


def _further(draft: Draft, now: OpenMotion, unit: Passage, listed: bool) -> OpenMotion | None:
    now.units.append(unit)
    if listed and not now.words and now.moved.text.rstrip().endswith(":"):
        now.words.append(now.moved)
    named_only = not now.words and names_movers(draft, now.moved) and unit.fits(TO)
    if (
        _opens_with_that(draft, unit)
        or named_only
        or (listed and now.words and now.words[0].text.rstrip().endswith(":"))
    ):
        now.words.append(unit)
    elif not unit.fits(BESIDE) and not unit.fits(BALLOT):
        now.others += 1
    return now if now.others <= _PATIENCE else None
