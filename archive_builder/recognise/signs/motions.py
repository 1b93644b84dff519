"""Motions and what became of them: who moved stands in one line, the words in another, the outcome in a third.

Named layouts: "Motion by A, second by B, to adopt the plan. Motion carried 5-0."; "Moved Cr A Seconded
Cr B" above "That the report be received." above "CARRIED"; the words above the movers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive_builder.model import BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.rule import Rule, first_rule
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded

MOVED = (
    Rule(
        "moved",
        r"""(?:it \s was \s | an? \s | the \s | on \s an? \s)?
            (?: moved \b (?! \s+ (?: \d | of \s | at \s | in \s ) )
              | proposed \b (?= \s*[:,–-] | \s+ (?:by|that|and|to)\b | \s+ (?-i:Cllr|Cr|Councill?or|Mr|Ms|Mrs|[A-Z]\.) )
              | motion (?:ed)? \b (?= \s*[:–-] | \s+ (?:by|to|that|was|made|moved|from|for)\b | \s* $ ) ) .*""",
        (
            "Moved by T. Lee",
            "Moved: Bo Ray Seconded: Cy Doe",
            "Motion by Ray, second by Doe, to approve the minutes.",
            "A motion was made by Ms Orr to adopt the plan.",
        ),
    ),
    Rule(
        "mover-first",
        r"""(?-i:[A-Z]) [^.?!]{1,120}? \b (?: moved | motioned | made \s an? \s motion | proposed )
            (?: , | \s+ (?: and | to | that | for | the | approval | adoption | seconded ) \b ) .*""",
        (
            "Councillor Ray moved, seconded by Councillor Doe, to adopt the ordinance.",
            "Ms Orr made a motion to close the hearing.",
        ),
    ),
)
"""A sentence in which somebody puts a motion."""
CARRIED = Rule(
    "motion-outcome",
    r"""(?: (?:up)?on \s [^,.]{3,40} ,? \s | (?:by|with) \s [^,.]{3,30}, \s )?
        (?: (?: the \s | this \s | all \s )? (?: amended \s )?
            (?: motion | proposal | resolution | vote | amendment | question )s? \s* (?: as \s amended \s )?
            (?: was | is | were | being )? \s* (?: then \s )?
            (?: put (?: \s to \s the \s (?:vote|meeting) )? \s and \s (?:was \s)? )? (?: declared \s | unanimously \s )?
            (?: carried | passed | approved | adopted | agreed | lost | defeated | failed | negatived ) \b [^?]{0,120}
        | (?: vote \s* : \s* )? (?: all \s in \s favou?r [.,;]? \s* )? (?: unanimously \s+ )?
            (?: carried | passed | approved | adopted | agreed | lost | defeated )
            (?: \s* [:,(]? \s* (?: unanimously | by | with | on | nem | \d ) \b [^?]{0,80} )? \.?
        | this \s was \s (?: seconded \s by \s [^,]{3,50} ,? \s and \s )? (?:\w+ly\s)?
            (?: agreed | approved | accepted | carried | adopted ) \b [^?]{0,80} )""",
    (
        "CARRIED",
        "Carried unanimously.",
        "Motion carried 5-0.",
        "The motion was put and carried.",
        "The motion passed 4-1, with Ray opposed.",
        "Unanimously carried by voice vote.",
        "This was agreed by all.",
        "Upon voice vote, the motion carried unanimously.",
    ),
)
"""What became of a motion, in a line or sentence of its own."""
BESIDE = Rule(
    "motion-beside",
    r"""(?: seconded | second \s? (?: by | from | : ) | ayes? | nays? | noes | yeas? | yes | no | absent | abstain\w*
          | abstentions? | for | against | in \s favou?r | opposed | roll \s call
          | vote | voting | discussion )\b .{0,200}
        | (?-i:[A-Z]) [^.?!]{1,60} \s seconded \b .{0,80}""",
    (
        "Seconded by Cy Doe",
        "AYES: Ray, Doe",
        "Ms Orr seconded the motion.",
        "Roll call vote: Ray aye, Doe nay.",
    ),
)
"""What stands between a motion and its outcome: who seconded, who voted how."""
_THAT = re.compile(r"(?:^|(?<=[\s:–-]))(?P<words>[“\"]?(?:That|THAT)\b.*)", re.DOTALL)
_TO = re.compile(r"To\s+[a-z]")
"""The words of a motion below a line that only names who moved it: "To adopt the plan."."""
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
        if now and _tells_outcome(unit.text, draft.vocabulary):
            now.units.append(unit)
            yield _closed(draft, now, unit)
            now = None
        elif first_rule(MOVED, unit.text, draft.vocabulary) and not listed:
            now = _begun(draft, units, at)
            if _carried_within(unit.text):
                now = None
        elif now:
            now = _further(draft, now, unit, listed)


def _units(draft: Draft, section: Section) -> Iterator[Unit]:
    for index in section.content:
        block = draft.blocks[index]
        if is_prose(block):
            for start, end in spans(block.text):
                yield Unit(index, start, end, folded(block.text[start:end]))


def _carried_within(text: str) -> bool:
    """Whether the sentence that moves says the outcome too: such a sentence decides by itself."""
    return (
        re.search(
            r"\b(?:carried|passed|agreed|resolved|approved|adopted|defeated)\b[^,]{0,40}$",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _tells_outcome(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence says what became of the motion, alone or behind the votes."""
    return CARRIED.match(text, vocabulary) is not None or (
        BESIDE.match(text, vocabulary) is not None and _carried_within(text)
    )


def _begun(draft: Draft, units: Sequence[Unit], at: int) -> _Open:
    unit = units[at]
    now = _Open(unit, units=[unit], above=units[at - 1] if at else None)
    if match := _THAT.search(draft.blocks[unit.block].text[unit.start : unit.end]):
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
        if _THAT.match(unit.text):
            return found
        if draft.blocks[unit.block].kind is not BlockKind.ITEM:
            return []
    return []


def _further(draft: Draft, now: _Open, unit: Unit, listed: bool) -> _Open | None:
    now.units.append(unit)
    named_only = not now.words and _NAMES_MOVERS.fullmatch(now.moved.text) and _TO.match(unit.text)
    if (
        _THAT.match(unit.text)
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
    if _NAMES_MOVERS.fullmatch(moved.text):
        said = now.above if len(outcome.text.split()) <= _BARE and now.above else outcome
        return Motion((said,), tuple(now.units), outcome.text)
    if outcome.block == moved.block and len(now.units) <= _TOGETHER:
        text = draft.blocks[moved.block].text[moved.start : outcome.end]
        return Motion(
            (Unit(moved.block, moved.start, outcome.end, folded(text)),), tuple(now.units), outcome.text
        )
    return Motion((moved,), tuple(now.units), outcome.text)


_NAMES_MOVERS = re.compile(
    r"(?:moved|proposed|motion)(?:\s+by)?\b(?:(?!\b(?:to|that|for)\b).)*", re.IGNORECASE
)
"""A sentence that names who moved, and not what."""
_BARE = 3
"""An outcome of so few words ("CARRIED 4/0") says nothing of what was decided."""
_TOGETHER = 3
"""A motion, its second and its outcome are quoted in one."""


def where(draft: Draft, unit: Unit) -> Place:
    """A unit's place: its whole block where it is all of it."""
    whole = unit.start == 0 and unit.end >= len(draft.blocks[unit.block].text.rstrip())
    return Place(unit.block, unit.block) if whole else Place(unit.block, unit.block, unit.start, unit.end)
