"""Formal resolutions: recitals, clauses and what became of them, over many blocks.

Named layouts: "MOVED by A / SECONDED by B / WHEREAS … / THEREFORE BE IT RESOLVED / A. THAT … / CARRIED", with
amendments, and "FINAL MOTION AS APPROVED" above the words that count in the end; "R2018-087 A, B: That
… Carried." as a paragraph a motion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive_builder.model import BlockKind, Decision, DecisionKind, Place
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.signs.deciding import outcome_of
from archive_builder.recognise.signs.formal_motions import (
    CLAUSE,
    FINAL,
    MOVED_BY,
    NUMBERED_MOTION,
    OUTCOME_LINE,
    RECITAL,
    THEREFORE,
)
from archive_builder.recognise.signs.motion_outcomes import LOST
from archive_builder.recognise.signs.moving import BESIDE
from archive_builder.recognise.signs.resolving import EMPTY_STEM
from archive_builder.recognise.signs.shorthand import OUTCOME_ALONE
from archive_builder.text.numerals import reference
from archive_builder.text.words import folded

_LONGEST_OUTCOME = 300
"""Characters."""
_PATIENCE = 3
"""Blocks of other text between a numbered motion and its outcome."""
_LONGEST_LIST = 60
"""Blocks of a list that the words of a numbered motion lead up to."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a resolution: its blocks, the mark before it, its words."""

    first: int
    last: int
    mark: str
    text: str


@dataclass(slots=True)
class Resolution:
    """A motion while it is gathered."""

    first: int
    final: bool = False
    """Its words are those that were carried in the end."""
    clauses: list[Clause] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """The blocks that belong to it: movers, recitals, clauses, outcome."""
    recites: bool = False
    amends: bool = False
    number: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Formal:
    """The formal resolutions of a document."""

    decisions: tuple[Decision, ...]
    taken: frozenset[int]
    """The blocks that they are made of: nothing else in these decides."""


def find_formal_resolutions(draft: Draft) -> Formal:
    """What was put in formal motions, a decision a clause, with what became of it; recitals decide nothing."""
    resolutions = [*_gathered(draft), *_numbered(draft)]
    taken = {block for resolution in resolutions for block in resolution.taken}
    if taken:
        taken |= {at for at in range(len(draft.blocks)) if _tells_outcome(draft, at)}
    counting = [resolution for resolution in resolutions if _counts(resolution, resolutions, draft)]
    decisions = [decision for resolution in counting for decision in _decisions(draft, resolution)]
    return Formal(tuple(decisions), frozenset(taken))


def _tells_outcome(draft: Draft, index: int) -> bool:
    """True if a block only says what became of a motion whose words stand elsewhere."""
    text = folded(draft.blocks[index].text) if _is_prose(draft, index) else ""
    return len(text) < _LONGEST_OUTCOME and draft.read(text).fits(OUTCOME_LINE)


def _counts(resolution: Resolution, all_of_them: list[Resolution], draft: Draft) -> bool:
    """True if something became of it, and no final wording stands in its place."""
    if resolution.final:
        return True
    if resolution.amends and any(other.final for other in all_of_them):
        return False
    if not resolution.outcome:
        return False
    if _is_lost(resolution, draft):
        return True
    finals = (other.first for other in all_of_them if other.final and other.first > resolution.first)
    final = next(finals, None)
    if final is None:
        return True
    between = [other for other in all_of_them if resolution.first < other.first < final and not other.amends]
    return bool(between)


def _is_lost(resolution: Resolution, draft: Draft) -> bool:
    return not resolution.final and draft.read(resolution.outcome).fits(LOST)


def _gathered(draft: Draft) -> list[Resolution]:
    """The motions that a line "MOVED by" or a final wording opens."""
    made: list[Resolution] = []
    now: Resolution | None = None
    for index, block in enumerate(draft.blocks):
        text = folded(block.text) if block.kind is not BlockKind.TABLE else ""
        opened = _opened(draft, index, text)
        if opened is not None:
            now = opened
            made.append(now)
        elif now is not None and not _gather(draft, now, index, text):
            now = None
    return [one for one in made if one.clauses]


def _opened(draft: Draft, index: int, text: str) -> Resolution | None:
    if draft.read(text).fits(FINAL):
        return Resolution(index, final=True, taken={index})
    if (moved := draft.read(text).match(MOVED_BY)) and not draft.read(text).fits(CLAUSE):
        amends = moved[0].casefold().startswith(tuple(draft.vocabulary.signs["amendment"]))
        return Resolution(index, taken={index}, amends=amends)
    return None


def _gather(draft: Draft, now: Resolution, index: int, text: str) -> bool:
    """Take a block into a motion; False where the motion has ended before it."""
    block, said = draft.blocks[index], draft.read(text)
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE) or block.bold or not any(map(str.isalnum, text)):
        return False
    if said.fits(OUTCOME_LINE) or said.fits(OUTCOME_ALONE):
        now.taken.add(index)
        now.outcome = now.outcome or text
        return False
    now.taken.add(index)
    if said.fits(RECITAL):
        now.recites = True
    elif therefore := said.match(THEREFORE):
        now.recites = False
        if therefore["text"]:
            now.clauses.append(Clause(index, index, "", therefore["text"]))
    elif clause := said.match(CLAUSE):
        now.recites = False
        mark = reference(block.marker or clause["mark"] or "")
        if clause["more"] and not mark and now.clauses:
            _carry_on(now, index, text)
        else:
            now.clauses.append(Clause(index, index, mark, clause["text"]))
    elif said.fits(BESIDE):
        return True
    elif now.clauses and not now.recites and block.kind is BlockKind.ITEM:
        _carry_on(now, index, f"{block.marker} {text}".removeprefix("• "))
    return True


def _carry_on(now: Resolution, index: int, text: str) -> None:
    """Add a block to the last clause: "FURTHER THAT …", or a point of its list."""
    above = now.clauses[-1]
    now.clauses[-1] = Clause(above.first, index, above.mark, f"{above.text} {text}")


def _numbered(draft: Draft) -> Iterator[Resolution]:
    """The motions with a number of their own, each with the blocks up to its outcome."""
    blocks = draft.blocks
    for index, block in enumerate(blocks):
        match = draft.read(folded(block.text)).match(NUMBERED_MOTION) if _is_prose(draft, index) else None
        if not match:
            continue
        reach = _LONGEST_LIST if match["text"].rstrip().endswith(":") else _PATIENCE
        last = next(
            (at for at in range(index, min(index + reach, len(blocks))) if _closes(draft, at, index)),
            None,
        )
        if last is None:
            continue
        text = folded(" ".join([match["text"], *(draft.text(at) for at in range(index + 1, last + 1))]))
        yield Resolution(
            index,
            clauses=[Clause(index, last, "", text)],
            taken=set(range(index, last + 1)),
            number=match["number"],
            outcome=text[-60:],
        )


def _closes(draft: Draft, at: int, begun: int) -> bool:
    """True if a block ends with the outcome of the motion, and no other motion begins in it."""
    text = folded(draft.blocks[at].text)
    if at > begun and draft.read(text).fits(NUMBERED_MOTION):
        return False
    words = text.rstrip(" .").split()
    last = words[-1].casefold() if words else ""
    return last in draft.vocabulary.signs["passed"] or last in draft.vocabulary.signs["lost"]


def _is_prose(draft: Draft, index: int) -> bool:
    return draft.blocks[index].kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)


def _decisions(draft: Draft, resolution: Resolution) -> Iterator[Decision]:
    """A decision for each clause, with the resolution's number or the item's and the clause's mark."""
    lost = _is_lost(resolution, draft)
    for at, clause in enumerate(resolution.clauses):
        if at + 1 < len(resolution.clauses) and draft.read(clause.text).fits(EMPTY_STEM):
            continue
        item = draft.item_anchor(clause.first)
        own = next((reference(one.number) for one in draft.items if one.anchor == item), "")
        number = resolution.number or own
        yield Decision(
            anchor="",
            place=Place(clause.first, clause.last),
            text=clause.text,
            item=item,
            identifier=f"{number} {clause.mark}".strip() if number else "",
            kind=DecisionKind.LOST if lost else outcome_of(CLAUSE, clause.text, draft.vocabulary),
            decided=draft.masthead.date,
            found_by=CLAUSE.name,
        )
