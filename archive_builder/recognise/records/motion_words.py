"""What a motion came to, and which of the words around it are its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.passage import Passage
from archive_builder.recognise.records.printed_votes import vote_in
from archive_builder.recognise.signs.motion_outcomes import LOST
from archive_builder.recognise.signs.moving import (
    MOTION_TITLE,
    NAMES_MOVERS,
    NOMINATES,
    SAYS_WHAT,
    SECONDED_WITHIN,
    SECONDS_ALONE,
)


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion with an outcome: the passages that say what was moved, and all units it takes up."""

    words: tuple[Passage, ...]
    taken: tuple[Passage, ...]
    outcome: str
    lost: bool = False


@dataclass(slots=True)
class OpenMotion:
    """The motion being gathered."""

    moved: Passage
    words: list[Passage] = field(default_factory=list)
    units: list[Passage] = field(default_factory=list)
    above: Passage | None = None
    """The sentence before it, which may be what was moved."""
    others: int = 0


def closed(draft: Draft, now: OpenMotion, outcome: Passage) -> Motion:
    """The motion with its own words and what became of it."""
    lost = draft.read(outcome.text).fits(LOST)
    return Motion(_words(draft, now, outcome), tuple(now.units), outcome.text, lost)


def _words(draft: Draft, now: OpenMotion, outcome: Passage) -> tuple[Passage, ...]:
    """A motion's words; where no line begins with "That", the sentence that moves it, with what follows."""
    if now.words:
        return tuple(now.words)
    moved = now.moved
    if names_movers(draft, moved):
        bare = len(outcome.text.split()) <= _BARE or not outcome.fits(SAYS_WHAT)
        if bare and (title := motion_in_title(draft, moved.block)) is not None:
            return (draft.line(title),)
        said = now.above if bare and now.above else outcome
        if bare and not now.above and outcome.block == moved.block:
            said = _through(draft, moved, outcome)
        return (said,)
    if outcome.block == moved.block and len(now.units) <= _TOGETHER:
        return (_through(draft, moved, outcome),)
    return (moved,)


def motion_in_title(draft: Draft, block: int) -> int | None:
    """The heading above a block that says itself what was moved: "Motion to close the old office"."""
    section = draft.section_of(block)
    if section is None or section.heading is None or not draft.read(section.title).fits(MOTION_TITLE):
        return None
    return section.heading


def _through(draft: Draft, first: Passage, last: Passage) -> Passage:
    """The passage from the beginning of one sentence to the end of another of its block."""
    return draft.passage(first.block, first.start, last.end)


_BARE = 5
"""An outcome of so few words ("CARRIED 4/0") says nothing of what was decided."""
_TOGETHER = 3
"""A motion, its second and its outcome are quoted in one."""


def tallied(draft: Draft, motion: OpenMotion) -> Motion | None:
    """A motion whose outcome only the votes tell: more for it than against, or not."""
    lines = [unit for unit in motion.units if unit.block > motion.moved.block]
    vote = vote_in(draft, [unit.block for unit in lines])
    votes_for, against = (vote.number("votes_for"), vote.number("votes_against")) if vote else (None, None)
    if votes_for is None or against is None:
        return None
    return replace(closed(draft, motion, lines[-1]), lost=votes_for <= against)


def seconded_only(draft: Draft, motion: OpenMotion) -> Motion | None:
    """A motion whose outcome nothing tells: minutes of small bodies record that it was seconded, and no more."""
    moved = motion.moved
    if motion.words or names_movers(draft, moved) or moved.fits(NOMINATES):
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


def names_movers(draft: Draft, unit: Passage) -> bool:
    return unit.fits(NAMES_MOVERS)
